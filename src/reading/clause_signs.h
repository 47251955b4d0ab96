// What the words of one clause say of it: tense and aspect, modal verb, negation, subject, mark.
//
// In:       a sentence's forms and syntax, and the head word of the clause.
// Out:      the small words that hang on it, as token numbers; its tense.
// Not here: what they amount to (factuality.h).
// Example:  Kenya has not signed -> tense perfect, negator "not", subject Kenya
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/syntax.h"
#include "lexicon/veridicality.h"

namespace concord {

inline constexpr std::uint32_t kNoWord = 0xffffffff;

// A sentence by its heads: what hangs on each word, in order; folded forms.
class SentenceTree {
 public:
  SentenceTree(std::span<const std::string_view> forms, const Syntax& syntax);

  std::uint32_t size() const { return static_cast<std::uint32_t>(syntax_.words.size()); }
  const SyntaxWord& word(std::uint32_t i) const { return syntax_.words[i]; }
  std::string_view form(std::uint32_t i) const { return folded_[i]; }
  std::string_view lemma(std::uint32_t i) const { return lemmas_[i]; }
  std::span<const std::uint32_t> children(std::uint32_t i) const {
    return std::span(children_).subspan(begin_[i], begin_[i + 1] - begin_[i]);
  }
  bool asks() const { return asks_; }  // ends in a question mark
  std::uint32_t root() const { return root_; }

 private:
  const Syntax& syntax_;
  std::vector<std::string> folded_;
  std::vector<std::string> lemmas_;
  std::vector<std::uint32_t> begin_;
  std::vector<std::uint32_t> children_;
  std::uint32_t root_ = 0;
  bool asks_ = false;
};

enum class ClauseTense : std::uint8_t {
  none,  // no verb: "the signing", "happy"
  past,
  present,
  perfect,
  past_perfect,
  progressive,
  past_progressive,
  emphatic,       // "does sign"
  past_emphatic,  // "did sign"
  modal,
  infinitive,
  bare,        // "sign": commands, and after "let"
  gerund,      // "signing"
  participle,  // "signed" by others
};
std::string_view tense_name(ClauseTense tense);

struct ClauseSigns {
  ClauseTense tense = ClauseTense::none;
  bool have = false;                // "would have signed", "to have signed"
  std::uint32_t modal = kNoWord;    // "will"
  std::uint32_t negator = kNoWord;  // "not", "no" of the subject or object, "without"
  std::uint32_t subject = kNoWord;
  std::uint32_t mark = kNoWord;      // "that", "if"; not "to"
  std::uint32_t question = kNoWord;  // "why", "who"
  std::uint32_t adverb = kNoWord;    // one that data knows: "perhaps"
  std::string label;                 // tense and modal by name: "modal will have"
};

ClauseSigns clause_signs(const SentenceTree& tree, const Veridicality& words, std::uint32_t head);

}  // namespace concord
