#include "reading/phrase_words.h"

namespace concord {

// Past the last noun that may head a phrase: most sentences have none.
std::uint32_t PhraseWords::end_of_nouns() const {
  std::uint32_t end = sentence_.end;
  while (end > sentence_.begin && !has(end - 1, AgreementWord::head) &&
         !has(end - 1, AgreementWord::title) && !has(end - 1, AgreementWord::weak) &&
         !reading_.is(end - 1, Role::scheme))
    --end;
  return end;
}

// A noun that describes another one to its right: "coastal [shipping] agreement".
bool PhraseWords::is_compound(std::uint32_t at) const {
  const SyntaxWord* word = syntax_of(reading_, at);
  const bool verb =  // a headline's "Fiji [quits] trade pact", which the tree takes for a noun
      at > sentence_.begin && !token(at).capital && low(at).ends_with('s') &&
      (actor_at_(at - 1) != kNone || actor_at_(at - 2) != kNone) && reading_.opens(at, Opens::act);
  if (word == nullptr || verb || word->relation != Dependency::compound || word->head == kRoot)
    return false;
  const SyntaxWord* before = at > sentence_.begin ? syntax_of(reading_, at - 1) : nullptr;
  const bool beside_actor =  // "the EU [roaming] pact": of whatever class
      before != nullptr && actor_at_(at - 1) != kNone && before->head == word->head &&
      before->relation == Dependency::compound;
  return sentence_.begin + word->head > at && (word->word_class == WordClass::noun || beside_actor);
}

// "the [old] treaty", "a [much delayed] pact"
bool PhraseWords::is_adjective(std::uint32_t i) const {
  const SyntaxWord* word = syntax_of(reading_, i);
  return word != nullptr && word->relation == Dependency::amod;
}

// "the Chinese-[built] railway"
bool PhraseWords::is_participle(std::uint32_t i) const {
  const SyntaxWord* word = syntax_of(reading_, i);
  return low(i).ends_with("ed") || (word != nullptr && word->tag == Penn::vbn);
}

// "signed three | agreements of co-operation": their number is no part of the name; "the three
// protocols" are known by it.
std::uint32_t PhraseWords::past_count(std::uint32_t begin, std::uint32_t head) const {
  if (begin > sentence_.begin && reading_.is(begin - 1, Role::determiner | Role::owner))
    return begin;
  while (begin < head && reading_.is(begin, Role::count) && low(begin + 1) != "-") ++begin;
  return begin;
}

// A capital that only the sentence's begin gives.
bool PhraseWords::opens_sentence(std::uint32_t i) const {
  return i == sentence_.begin && actor_at_(i) == kNone && !has(i, AgreementWord::modifier);
}

// "customs union", "swap line": a noun that names an agreement only with its modifier before it.
bool PhraseWords::weak(std::uint32_t i) const {
  if (!has(i, AgreementWord::weak)) return false;
  const bool named = reading_.is(i, Role::amends) && (is_year(i - 1) || capital(i - 1)) &&
                     i > sentence_.begin + 1 &&  // "the Doha amendment"
                     (actor_at_(i - 1) == kNone || actor_at_.is_capital(i - 1));
  return has(i - 1, AgreementWord::modifier) || named ||
         (i > sentence_.begin && reading_.is(i - 1, Role::similar)) ||
         (low(i - 1) == "-" && has(i - 2, AgreementWord::modifier));
}

// "the year-old UN-brokered | grain deal": what tells of its age and makers is no part of a name.
std::uint32_t PhraseWords::past_circumstances(std::uint32_t begin, std::uint32_t head) const {
  for (std::uint32_t i = begin + 1; i + 2 < head; ++i) {
    if (low(i) != "-") continue;
    if (reading_.is(i + 1, Role::aged | Role::brokered)) begin = i + 2;
  }
  return begin;
}

// "a [letter] of intent", "an [exchange] of notes", not "an instrument of accession".
bool PhraseWords::tells_content(std::uint32_t i) const {
  return (has(i, AgreementWord::title) || has(i, AgreementWord::weak)) && low(i + 1) == "of" &&
         has(i + 2, AgreementWord::content) && !reading_.is(i + 2, Role::naming);
}

bool PhraseWords::can_open(std::uint32_t i) const {
  return !is_any(low(i), {"-", "'s"}) &&
         (has(i, AgreementWord::head) || has(i, AgreementWord::modifier) || weak(i) ||
          tells_content(i) || has(i, AgreementWord::content) || is_year(i) || is_compound(i) ||
          (token(i).capital && token(i).kind == WordKind::word && !opens_sentence(i)) ||
          actor_at_(i) != kNone || (is_hyphen(i + 1) && inside(i + 2)) || owns_what_follows(i));
}

// "a migrant [workers]' convention", "the [women]'s rights treaty"
bool PhraseWords::owns_what_follows(std::uint32_t i) const {
  if (!inside(i + 2) || token(i).capital || token(i + 1).space_before) return false;
  if (low(i).ends_with('s')) return is_any(low(i + 1), {"'", "\xE2\x80\x99"});
  const SyntaxWord* word = low(i + 1) == "'s" ? syntax_of(reading_, i) : nullptr;
  return word != nullptr && word->tag == Penn::nns;
}

bool PhraseWords::runs_on(std::uint32_t i) const {
  const bool joined = low(i) == "-" && (has(i + 1, AgreementWord::modifier) ||
                                        !token(i).space_before);  // "cessation-of-hostilities pact"
  return has(i, AgreementWord::head) || joined;
}

// Whether token `at` may stand between the phrase's begin and its head.
bool PhraseWords::describes(std::uint32_t at, std::uint32_t begin) const {
  if (owns_what_follows(at) || (at > begin && owns_what_follows(at - 1))) return true;
  if (token(at).kind == WordKind::mark) return is_hyphen(at) || low(at) == "&";
  if (has(at, AgreementWord::everyday)) return false;
  if (has(at, AgreementWord::modifier) || has(at, AgreementWord::content)) return true;
  if (has(at, AgreementWord::title) || has(at, AgreementWord::weak)) return true;
  if (is_compound(at) || (at > begin && is_year(at - 1) && is_adjective(at))) return true;
  if (is_year(at) || weak(at)) return true;
  if (is_any(low(at), {"the", "a", "an", "in", "on", "to", "for", "at", "with", "by", "from"}))
    return false;
  if (actor_at_(at) != kNone) return true;
  if (low(at) == "and") {
    return at > begin && (has(at - 1, AgreementWord::modifier) || capital(at - 1)) &&
           (has(at + 1, AgreementWord::modifier) || capital(at + 1));
  }
  if (is_hyphen(at + 1) || is_hyphen(at - 1)) return !is_time(at);  // "early-harvest deal"
  return token(at).capital && !opens_sentence(at);
}

// "a [safe third] country agreement": what describes a noun inside the name, not the deal.
bool PhraseWords::describes_modifier(std::uint32_t at, std::uint32_t begin,
                                     std::uint32_t head) const {
  if (!inside(at) || !is_adjective(at)) return false;
  const std::uint32_t noun = sentence_.begin + syntax_of(reading_, at)->head;
  return noun >= begin && noun < head;
}

// "the ["coalition of the willing"] declaration": where the words in quotation marks begin.
std::uint32_t PhraseWords::quoted_before(std::uint32_t begin) const {
  constexpr std::uint32_t kWordsMax = 8;
  const auto mark = [&](std::uint32_t i) {
    return is_any(low(i), {"\"", "\xE2\x80\x9C", "\xE2\x80\x9D"});
  };
  if (begin <= sentence_.begin + 3 || !mark(begin - 1)) return begin;
  for (std::uint32_t i = begin - 2; i > sentence_.begin && i + kWordsMax > begin; --i) {
    if (mark(i)) return is_any(low(i - 1), {"the", "a", "an", "'s"}) ? i : begin;
  }
  return begin;
}

// "WARSAW, Dec 21 (Corridor News Agency) -": who reports.
bool PhraseWords::is_credit(TokenSpan name) const {
  constexpr std::uint32_t kDateline = 12;  // words
  return name.begin < sentence_.begin + kDateline && low(name.begin - 1) == "(" &&
         low(name.end) == ")" &&
         is_any(low(name.end + 1), {"-", "--", "\xE2\x80\x93", "\xE2\x80\x94"});
}

// "a deal | with striking doctors", "its agreement | with the pilots"
bool PhraseWords::everyday_after(std::uint32_t at) const {
  constexpr std::uint32_t kWordsMax = 4;
  if (low(at) != "with") return false;
  for (std::uint32_t i = at + 1; i <= at + kWordsMax && inside(i); ++i) {
    if (has(i, AgreementWord::everyday)) return true;
    if (token(i).kind == WordKind::mark || token(i).capital || reading_.is(i, Role::preposition))
      return false;
  }
  return false;
}

bool PhraseWords::everyday_before(std::uint32_t begin) const {
  return begin > sentence_.begin && has(begin - 1, AgreementWord::everyday);
}

}  // namespace concord
