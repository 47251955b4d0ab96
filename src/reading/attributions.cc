// Who says what: a verb of saying with the name before or after it, "according to", and quotations
// given to the nearest such verb of their sentence, or the speaker before.
//
//   Trump said on Thursday that ...        name before, content after
//   "...," said an official.               content before, name after
//   ..., according to the State Department
#include <algorithm>

#include "reading/passes.h"
#include "text/fold.h"

namespace concord {
namespace {

bool is_any(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

class AttributionFinder {
 public:
  AttributionFinder(const Report& report, const Lexicon& lexicon, Reading& reading)
      : report_(report), speech_(lexicon.speech), reading_(reading) {}

  void run() {
    for (const Sentence& sentence : reading_.sentences) {
      all_ = sentence.tokens;
      if (sentence.block != block_) block_ = sentence.block;
      for (std::uint32_t i = all_.begin; i < all_.end; ++i) {
        if (in_quotation(i)) continue;
        if (speech_.verbs.contains(low(i)))
          with_verb(i);
        else if (low(i) == "according" && low(i + 1) == "to")
          according_to(i);
      }
    }
    give_quotations();
  }

 private:
  std::string_view low(std::uint32_t i) const {
    return all_.contains(i) ? reading_.lower(i) : std::string_view();
  }
  const Token& token(std::uint32_t i) const { return reading_.tokens[i]; }

  bool in_quotation(std::uint32_t i) const {
    return std::ranges::any_of(reading_.quotations,
                               [&](const Quotation& q) { return q.tokens.contains(i); });
  }

  bool is_name(std::uint32_t i) const {
    return all_.contains(i) && token(i).kind == WordKind::word && token(i).capital &&
           !in_quotation(i) && !speech_.sentence_openers.contains(low(i));
  }

  // The name or role that ends right before token `end`; an empty name where none does.
  Source before(std::uint32_t end, std::uint32_t& begin) {
    std::uint32_t at = end;
    while (at > all_.begin &&
           is_any(low(at - 1), {"has", "have", "had", "also", "later", "then", "further", "who",
                                "which", "was", "officially", "is"}))
      --at;
    if (at > all_.begin &&
        is_any(low(at - 1), {","})) {  // "Schneier, president of the Foundation, said"
      for (std::uint32_t i = at - 1; i > all_.begin && at - i < 25; --i) {
        if (low(i - 1) == "," && i - 1 > all_.begin && is_name(i - 2)) return before(i - 1, begin);
      }
    }
    Source source;
    if (at > all_.begin && is_any(low(at - 1), {"he", "she"})) {
      begin = at - 1;
      return last_;
    }
    for (std::uint32_t i = at; i > all_.begin && at - i < 6; --i) {
      const std::uint32_t word = i - 1;
      if (is_name(word) || low(word) == "-") {
        begin = word;
        if (source.name.empty() && is_name(word)) source.name = name_ending(word);
        if (!source.name.empty()) break;
      } else if (speech_.sources.contains(low(word))) {
        begin = word;
        source.name = role_phrase(word);
        break;
      } else if (!is_any(low(word), {"'s", "of", "the"}) &&
                 !(token(word).kind == WordKind::word && at - word < 4)) {
        break;
      }
    }
    return source;
  }

  // The family name of the name that ends at `last`: "Bin-Salman", "Tokayev".
  std::string name_ending(std::uint32_t last) const {
    for (const Mention& m : reading_.mentions) {
      const EntityKind kind = reading_.entities[m.entity].kind;
      if (m.tokens.contains(last) && m.form != MentionForm::adjective &&
          kind != EntityKind::agreement) {
        return one_line(report_.words(bytes_of(reading_, m.tokens)));
      }
    }
    std::uint32_t first = last;
    while (first > all_.begin + 1 && low(first - 1) == "-" && is_name(first - 2)) first -= 2;
    return one_line(report_.words(bytes_of(reading_, {first, last + 1})));
  }

  // "the Kazakh government", "a trade official": the role with what stands before it.
  std::string role_phrase(std::uint32_t role) const {
    std::uint32_t first = role;
    while (first > all_.begin && role - first < 3 && token(first - 1).kind == WordKind::word &&
           !is_any(low(first - 1), {"the", "a", "an", "one", "said", "by", "to", "and"})) {
      --first;
    }
    return one_line(report_.words(bytes_of(reading_, {first, role + 1})));
  }

  // The name or role that follows token `at`.
  Source after(std::uint32_t at) const {
    Source source;
    for (std::uint32_t i = at; all_.contains(i) && i < at + 9; ++i) {
      if (is_name(i)) {
        std::uint32_t last = i;
        while (is_name(last + 1) || (low(last + 1) == "-" && is_name(last + 2))) ++last;
        if (low(last + 1) == "'s") continue;
        source.name = name_ending(last);
        return source;
      }
      if (speech_.sources.contains(low(i))) {
        if (is_name(i + 1)) continue;
        source.name = role_phrase(i);
        return source;
      }
      if (is_any(low(i), {",", ".", ";"})) break;
    }
    return source;
  }

  // "on Truth Social", "told Time magazine", "in a statement".
  std::string channel_after(std::uint32_t at) const {
    for (std::uint32_t i = at; all_.contains(i) && i < at + 9; ++i) {
      if (is_any(low(i), {"on", "told"}) && is_name(i + 1) && !is_time(i + 1)) {
        std::uint32_t last = i + 1;
        while (is_name(last + 1)) ++last;
        return one_line(report_.words(bytes_of(reading_, {i + 1, last + 1})));
      }
      if (low(i) == "statement" && is_any(low(i - 1), {"a", "the"})) return "statement";
    }
    return {};
  }

  bool is_time(std::uint32_t i) const {
    return std::ranges::any_of(reading_.times, [&](const Time& t) { return t.tokens.contains(i); });
  }

  void with_verb(std::uint32_t verb) {
    std::uint32_t begin = verb;
    Attribution said;
    said.cue = {verb, verb + 1};
    said.kind = AttributionKind::indirect;
    said.denies = low(verb) == "denied" || low(verb) == "denies";
    const bool by = low(verb + 1) == "by";
    const bool inverted = verb > all_.begin && (is_any(low(verb - 1), {"\"", "\xE2\x80\x9D", ","}));
    said.source = by ? after(verb + 2) : inverted ? after(verb + 1) : before(verb, begin);
    if (said.source.name.empty()) said.source = inverted ? before(verb, begin) : Source{};
    if (said.source.name.empty()) return;
    said.source.channel = channel_after(verb);
    const bool ends = !all_.contains(verb + 4);
    const bool content_before =
        begin > all_.begin && low(begin - 1) == "," &&
        (ends || low(verb + 1) == "." || low(verb + 1) == "on" || low(verb + 1) == "in");
    said.content = content_before || (inverted && !by) ? TokenSpan{all_.begin, begin}
                                                       : TokenSpan{verb + 1, all_.end};
    for (const Time& time : reading_.times) {
      if (time.tokens.begin > verb && time.tokens.begin <= verb + 3) said.date = time.value;
    }
    last_ = said.source;
    last_.channel.clear();
    reading_.attributions.push_back(std::move(said));
  }

  void according_to(std::uint32_t i) {
    Attribution said;
    said.cue = {i, i + 2};
    said.kind = AttributionKind::according_to;
    said.source = is_any(low(i + 2), {"him", "her"}) ? last_ : after(i + 2);
    if (said.source.name.empty()) return;
    said.source.channel = channel_after(i + 2);
    said.content = i == all_.begin ? TokenSpan{i + 3, all_.end} : TokenSpan{all_.begin, i};
    reading_.attributions.push_back(std::move(said));
  }

  // A quotation belongs to the attribution of its sentence that stands nearest, else to the one
  // that closed the sentence before in the same paragraph.
  void give_quotations() {
    for (std::uint32_t q = 0; q < reading_.quotations.size(); ++q) {
      const TokenSpan words = reading_.quotations[q].tokens;
      const std::uint32_t first = reading_.tokens[words.begin].sentence;
      const std::uint32_t last = reading_.tokens[words.end - 1].sentence;
      const std::uint32_t block = reading_.sentences[first].block;
      const Attribution* best = nullptr;
      std::uint32_t best_far = kNone;
      for (const Attribution& said : reading_.attributions) {
        if (said.quotation != kNone) continue;
        const std::uint32_t sentence = reading_.tokens[said.cue.begin].sentence;
        if (reading_.sentences[sentence].block != block) continue;
        std::uint32_t far =
            said.cue.begin >= words.end ? said.cue.begin - words.end : words.begin - said.cue.end;
        if (sentence < first || sentence > last + 1) far += 200;
        if (far < best_far) {
          best = &said;
          best_far = far;
        }
      }
      Attribution direct;
      if (best != nullptr)
        direct = *best;
      else if (q > 0 && !given_.name.empty())
        direct.source = given_;
      direct.kind = AttributionKind::direct;
      direct.content = words;
      direct.quotation = q;
      given_ = direct.source;
      if (!direct.source.name.empty()) found_.push_back(std::move(direct));
    }
    reading_.attributions.insert(reading_.attributions.end(), found_.begin(), found_.end());
    std::ranges::stable_sort(reading_.attributions, {},
                             [](const Attribution& a) { return a.content.begin; });
  }

  const Report& report_;
  const Speech& speech_;
  Reading& reading_;
  TokenSpan all_;
  std::uint32_t block_ = kNone;
  Source last_;   // who spoke last, for "he said"
  Source given_;  // of the quotation before
  std::vector<Attribution> found_;
};

}  // namespace

void find_attributions(const Report& report, const Lexicon& lexicon, Reading& reading) {
  AttributionFinder(report, lexicon, reading).run();
}

}  // namespace concord
