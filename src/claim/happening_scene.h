// One sentence with what the lexicon and the reading know of its words: what the finders of
// happenings share.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "lexicon/lexicon.h"
#include "reading/reading.h"
#include "text/fold.h"

namespace concord {

// A finding with the row that told it and its words there, so that the rows' proofs can be tested.
template <typename Noun>
struct Found {
  Noun noun;
  std::string row;
  TokenSpan words;
};

struct Scene {
  const Report& report;
  const Reading& reading;
  const Lexicon& lexicon;
  TokenSpan all;
  bool title = false;

  Scene(const Report& r, const Reading& read, const Lexicon& words, const Sentence& sentence)
      : report(r),
        reading(read),
        lexicon(words),
        all(sentence.tokens),
        title(r.blocks[sentence.block].kind == BlockKind::title) {}

  std::string_view low(std::uint32_t i) const {
    return all.contains(i) ? reading.lower(i) : std::string_view();
  }
  bool is(std::uint32_t i, Roles roles) const { return all.contains(i) && reading.is(i, roles); }
  bool any(std::uint32_t i, std::initializer_list<std::string_view> words) const {
    return is_any(low(i), words);
  }
  bool mark(std::uint32_t i) const {
    return all.contains(i) && reading.token(i).kind == WordKind::mark;
  }
  bool word(std::uint32_t i) const {
    return all.contains(i) && reading.token(i).kind == WordKind::word;
  }
  bool capital(std::uint32_t i) const { return word(i) && reading.token(i).capital; }
  std::string text(TokenSpan tokens) const {
    return one_line(report.words(bytes_of(reading, tokens)));
  }
  const Time* time_at(std::uint32_t i) const {
    auto it = std::ranges::upper_bound(reading.times, i, {},
                                       [](const Time& t) { return t.tokens.begin; });
    if (it == reading.times.begin()) return nullptr;
    --it;
    return it->tokens.contains(i) ? &*it : nullptr;
  }
  const Mention* mention_at(std::uint32_t i) const {
    auto it = std::ranges::upper_bound(reading.mentions, i, {},
                                       [](const Mention& m) { return m.tokens.begin; });
    for (int back = 0; back < 3 && it != reading.mentions.begin(); ++back) {
      --it;
      if (it->tokens.contains(i)) return &*it;
    }
    return nullptr;
  }
  // Whether a verb of saying stands here ("said", not "held that").
  bool says(std::uint32_t i) const {
    const auto found = lexicon.speech.verbs.find(low(i));
    return found != lexicon.speech.verbs.end() && found->second.frame == SayingFrame::says &&
           found->second.form != ActForm::noun;
  }
  // Whether a phrase of any role of the table may begin here: settles most words at once.
  bool opens_words(const HappeningTable& table, std::uint32_t i) const {
    return table.all_words.opens(low(i));
  }
  // How many tokens of a table's phrase for this role begin here; 0 for none.
  std::uint32_t words_at(const HappeningTable& table, std::string_view role,
                         std::uint32_t i) const {
    return table.words_at(
        role, [&](std::uint32_t t) { return low(t); }, i, all.end);
  }
  // The same for a phrase that ends before token `end`.
  std::uint32_t words_before(const HappeningTable& table, std::string_view role,
                             std::uint32_t end) const {
    for (std::uint32_t n = std::min(end - all.begin, 4u); n > 0; --n) {
      if (table.words_at(
              role, [&](std::uint32_t t) { return low(t); }, end - n, end) == n)
        return n;
    }
    return 0;
  }
};

// How the words before a verb turn it (data/en/factuality.toml).
struct Turn {
  std::uint32_t begin = 0;  // of the verb group
  bool planned = false;     // "is set to meet"
  bool untold = false;      // denied, refused, wished: nothing happened, nothing is planned
  bool passive = false;
  bool controlled = false;  // "flew to Rome to meet": its subject is another verb's
};
Turn turn_of(const Scene& scene, std::uint32_t verb, ActForm form);

}  // namespace concord
