#include "reading/times_tense.h"

#include <algorithm>

namespace concord {
namespace {

constexpr std::uint32_t kReach = 30;  // tokens looked at on either side

enum class Says : std::uint8_t { none, past, ahead };

class TenseReader {
 public:
  TenseReader(const Lexicon& lexicon, const Reading& reading, TokenSpan sentence, Tense text)
      : words_(lexicon.time_words),
        speech_(lexicon.speech),
        acts_(lexicon.acts),
        reading_(reading),
        sentence_(sentence),
        text_(text) {}

  bool ahead(TokenSpan words) const {
    const std::string_view before = low(words.begin, -1);
    const std::string_view second = low(words.begin, -2);
    if (before == "since") return false;  // "members since January, they hope to ..."
    const bool of_noun =                  // "its announcement | in February | that it would leave"
        speech_.nouns.contains(before) || speech_.nouns.contains(second);
    if (of_noun && low(words.end, 0) == "that") return false;
    // "by March" lies ahead, unless "had joined by March".
    if (text_ != Tense::story && is_any(before, {"by", "until", "till"})) {
      const Says says = behind(words.begin);
      if (before != "by" && lasted_before(words.begin)) return false;
      return says != Says::past || (second != "had" && !has_past_perfect(words.begin));
    }
    if (const Says says = behind(words.begin); says != Says::none) return says == Says::ahead;
    if (const Says says = forward(words.end); says != Says::none) return says == Says::ahead;
    return before == "from" || reading_.is(words.begin - 1, Role::starting) ||
           is_present(words.begin);
  }

 private:
  std::string_view low(std::uint32_t at, int offset) const {
    const auto i = static_cast<std::int64_t>(at) + offset;
    return i >= sentence_.begin && i < sentence_.end ? reading_.lower(static_cast<std::uint32_t>(i))
                                                     : std::string_view();
  }

  Says behind(std::uint32_t begin) const {
    for (std::uint32_t i = begin; i > sentence_.begin && begin - i < kReach;) {
      --i;
      if (low(i, 0) == ";" || (low(i, 0) == ":" && tells_plan(begin))) break;
      if (const Says says = at(i); says != Says::none) return says;
    }
    return Says::none;
  }
  // "The day is fixed: | on 9 April Oman will sign"
  bool tells_plan(std::uint32_t begin) const { return forward(begin) == Says::ahead; }
  Says forward(std::uint32_t end) const {
    for (std::uint32_t i = end; i < sentence_.end && i - end < kReach; ++i) {
      if (low(i, 0) == ";") break;
      if (const Says says = at(i); says != Says::none) return says;
    }
    return Says::none;
  }
  // "The curfew lasted until Tuesday", not "it gave them until Tuesday".
  bool lasted_before(std::uint32_t begin) const {
    for (std::uint32_t i = begin; i > sentence_.begin && begin - i < kReach; --i) {
      if (TimeWords::look_up(words_.lasting, low(i, -1))) return true;
      if (at(i - 1) != Says::none) return false;
    }
    return false;
  }
  // "The deadline is Sunday": where nothing else tells.
  bool is_present(std::uint32_t begin) const {
    if (text_ == Tense::story) return false;
    for (std::uint32_t i = begin; i > sentence_.begin && begin - i < kReach; --i) {
      if (low(i, -1) == "after") return false;  // "are 128 parties after its accession in January"
      const bool all = is_any(low(i, -1), {"all", "both", "each"}) && low(i, -2) == ",";
      if (all) return false;  // "The latest are A and B, all in December"
      if (is_any(low(i, -1), {"is", "are", "'re"})) return true;
    }
    return false;
  }
  bool has_past_perfect(std::uint32_t begin) const {
    for (std::uint32_t i = begin; i > sentence_.begin && begin - i < kReach; --i) {
      if (is_any(low(i, -1), {"had", "was", "were", "have", "has"})) return true;
    }
    return false;
  }

  Says at(std::uint32_t i) const {
    const std::string_view word = low(i, 0);
    if (reading_.tokens[i].kind != WordKind::word) return Says::none;
    if (word == "to") return infinitive(i);
    if (word == "ahead" && low(i, -1) == "-") return Says::none;  // "gave the go-ahead on Monday"
    const bool noun = TimeWords::look_up(words_.noun_too, word) && is_noun(i);
    // "Parliament set the date": without a form of "be" it is no plan, but still no past.
    if (!noun && TimeWords::look_up(words_.ahead, word)) return has_happened(i);
    if (!noun && TimeWords::look_up(words_.modals, word)) return has_happened(i);
    if (!noun && is_scheduled(i)) return Says::ahead;
    const bool capital = reading_.tokens[i].capital && i != sentence_.begin;
    if (!capital && is_past_form(i)) return participle(i);
    if (speech_.verbs.contains(word) && !is_base(i) && !is_said_noun(i)) return Says::past;
    return Says::none;
  }

  // "may have met", "originally set for" are past.
  Says has_happened(std::uint32_t i) const {
    if (low(i, -1) == "had" || reading_.is(i - 1, Role::formerly)) return Says::past;
    if (reading_.tokens[i].capital && low(i, 0) == "may" && i != sentence_.begin) return Says::none;
    const std::string_view next = low(i, 1);
    const bool have = next == "have" || (is_any(next, {"not", "n't"}) && low(i, 2) == "have");
    const bool modal = TimeWords::look_up(words_.modals, low(i, 0)).has_value();
    return modal && have ? Says::past : Says::ahead;
  }
  // "the vote on Thursday", "a return": no verb; a bare form needs a plural or pronoun before it.
  bool is_noun(std::uint32_t i) const {
    if (i == sentence_.begin) return true;
    const std::string_view before = low(i, -1);
    const bool mark = reading_.tokens[i - 1].kind != WordKind::word;
    if (mark || TimeWords::look_up(words_.opens_noun, before)) return true;
    if (low(i, 0).ends_with('s')) return false;
    return !before.ends_with('s') && !before.ends_with("ly") &&
           !is_any(before, {"they", "we", "you", "i", "who", "which", "that", "both", "all", "not",
                            "n't"}) &&
           !reading_.is(i - 1, Role::folk) && !is_modal(before);
  }
  bool is_scheduled(std::uint32_t i) const {
    const auto kind = TimeWords::look_up(words_.scheduled, low(i, 0));
    if (!kind || text_ == Tense::story || low(i, -1) == "to") return false;
    // "Kenya signs the pact on Friday" is a plan in a report, and done in its headline.
    if (*kind == 3) return text_ == Tense::news;
    if (*kind == 5) return text_ == Tense::news && low(i, 1) == "on";  // "Oman follows on Friday"
    if (*kind == 4) return text_ == Tense::news && is_told_of_several(i);
    return *kind == 1 || is_any(low(i, -1), {"is", "are", "'re", "be"});
  }

  // "On Friday nine countries | enter the zone", "the two | sign on Monday", not "helped both sides
  // | sign", "did the members | sign".
  bool is_told_of_several(std::uint32_t i) const {
    const std::string_view before = low(i, -1);
    const bool names = low(i, -2) == "and" && reading_.tokens[i - 1].capital;  // "Fiji and Palau"
    const bool several = names || (before.size() > 3 && before.ends_with('s')) ||
                         is_any(before, {"they", "both", "two", "three", "all"});
    if (!several) return false;
    for (std::uint32_t k = i; k > sentence_.begin && low(k, -1) != ";"; --k) {
      const bool verb = !reading_.tokens[k - 1].capital;  // no "United", a name's
      if ((verb && is_past_form(k - 1)) || TimeWords::look_up(words_.modals, low(k, -1)))
        return false;
    }
    return true;
  }

  bool is_past_form(std::uint32_t i) const {
    const std::string_view word = low(i, 0);
    if (TimeWords::look_up(words_.past, word)) return true;
    return word.size() > 4 && word.ends_with("ed") && !word.ends_with("eed") &&
           !reading_.is(i, Role::unpast);
  }

  // "to be signed", "will be signed" lie ahead; "was signed", "signed" do not.
  Says participle(std::uint32_t i) const {
    const bool hoped = low(i, -1) == "have" && low(i, -2) == "to" &&
                       TimeWords::look_up(words_.prospect, low(i, -3));
    if (hoped) return Says::ahead;  // "wants to have signed by May"
    for (int back = 1; back <= 2; ++back) {
      const std::string_view word = low(i, -back);
      if (word == "be") return modal_before(i, back + 1) ? Says::ahead : Says::none;
      if (!word.ends_with("ly")) break;
    }
    // "is expected", "are scheduled" are found as words that look ahead before they come here.
    return Says::past;
  }
  bool modal_before(std::uint32_t i, int back) const {
    const std::string_view word = low(i, -back);
    const std::string_view second = low(i, -back - 1);
    if (word == "to" && is_any(second, {"was", "were"})) return false;  // infinitive() tells
    return is_modal(word) || is_modal(second);
  }
  bool is_modal(std::string_view word) const {
    return word == "to" || word == "may" || word == "can" || word == "could" || word == "might" ||
           word == "cannot" || TimeWords::look_up(words_.ahead, word);
  }
  // "will say", "to announce": a bare verb of saying tells nothing.
  bool is_base(std::uint32_t i) const {
    const std::string_view word = low(i, 0);
    return !word.ends_with("ed") && !word.ends_with('s') && !TimeWords::look_up(words_.past, word);
  }

  // "the talks on Friday", "its claims": a plural, where nobody stands before who could say it.
  bool is_said_noun(std::uint32_t i) const {
    if (!low(i, 0).ends_with('s') || reading_.is(i, Role::says)) return false;
    const bool name =
        i > sentence_.begin && reading_.tokens[i - 1].capital && i - 1 > sentence_.begin;
    return !name && !is_any(low(i, -1), {"he", "she", "it", "who", "which"});
  }

  // "agreed to | sign", not "agreed to | deeper cuts"
  bool opens_act(std::string_view word) const {
    const auto hit = acts_.phrases.exact(word);
    return hit && acts_.forms[*hit].form == ActForm::base;
  }

  // "is to sign", "due to sign" look ahead; "voted to sign" has happened; else what is before
  // tells.
  Says infinitive(std::uint32_t i) const {
    const std::string_view next = low(i, 1);
    if (next.empty() || reading_.tokens[i + 1].capital ||
        reading_.tokens[i + 1].kind != WordKind::word || is_any(next, {"the", "a", "an", "its"})) {
      return Says::none;
    }
    const std::string_view before = low(i, -1);
    if (TimeWords::look_up(words_.ahead, before)) return Says::ahead;
    const auto prospect = TimeWords::look_up(words_.prospect, before);
    if (prospect && (*prospect == 1 || opens_act(next))) return Says::ahead;
    // "agreed on Sunday to reopen it on Tuesday": what is agreed comes after.
    if (!reading_.times.empty() && reading_.times.back().tokens.end == i) return Says::ahead;
    if (is_any(before, {"was", "were"})) return Says::past;  // "was to be signed on Monday but ..."
    if (is_any(before, {"is", "are", "'s", "about"}) || reading_.is(i - 1, Role::likely))
      return Says::ahead;
    return text_ == Tense::headline ? Says::ahead : Says::none;
  }

  const TimeWords& words_;
  const Speech& speech_;
  const Acts& acts_;
  const Reading& reading_;
  TokenSpan sentence_;
  Tense text_;
};

}  // namespace

bool looks_ahead(const Lexicon& lexicon, const Reading& reading, TokenSpan sentence,
                 TokenSpan words, Tense text) {
  return TenseReader(lexicon, reading, sentence, text).ahead(words);
}

}  // namespace concord
