#include "reading/phrase_words.h"

namespace concord {

// A noun that describes another one to its right: "coastal [shipping] agreement".
bool PhraseWords::is_compound(std::uint32_t at) const {
  const SyntaxWord* word = syntax_of(reading_, at);
  return word != nullptr && word->word_class == WordClass::noun &&
         word->relation == Dependency::compound && word->head != kRoot &&
         sentence_.begin + word->head > at;
}

// "the [old] treaty", "a [much delayed] pact"
bool PhraseWords::is_adjective(std::uint32_t i) const {
  const SyntaxWord* word = syntax_of(reading_, i);
  return word != nullptr && word->relation == Dependency::amod;
}

// A capital that only the sentence's begin gives.
bool PhraseWords::opens_sentence(std::uint32_t i) const {
  return i == sentence_.begin && actor_at_(i) == kNone && !has(i, AgreementWord::modifier);
}

// "customs union", "swap line": a noun that names an agreement only with its modifier before it.
bool PhraseWords::weak(std::uint32_t i) const {
  if (!has(i, AgreementWord::weak)) return false;
  const bool named = low(i) == "amendment" && (is_year(i - 1) || capital(i - 1)) &&
                     i > sentence_.begin + 1 &&  // "the Doha amendment"
                     (actor_at_(i - 1) == kNone || actor_at_.is_capital(i - 1));
  return has(i - 1, AgreementWord::modifier) || named ||
         (low(i - 1) == "-" && has(i - 2, AgreementWord::modifier));
}

bool PhraseWords::can_open(std::uint32_t i) const {
  return !is_any(low(i), {"-", "'s"}) &&
         (has(i, AgreementWord::head) || has(i, AgreementWord::modifier) ||
          has(i, AgreementWord::content) || is_year(i) || is_compound(i) ||
          (token(i).capital && token(i).kind == WordKind::word && !opens_sentence(i)) ||
          actor_at_(i) != kNone || (low(i + 1) == "-" && inside(i + 2)));
}

bool PhraseWords::runs_on(std::uint32_t i) const {
  return has(i, AgreementWord::head) || (low(i) == "-" && has(i + 1, AgreementWord::modifier));
}

// Whether token `at` may stand between the phrase's begin and its head.
bool PhraseWords::describes(std::uint32_t at, std::uint32_t begin) const {
  if (token(at).kind == WordKind::mark) return low(at) == "-" || low(at) == "&";
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
  if (low(at + 1) == "-" || low(at - 1) == "-") return !is_time(at);  // "early-harvest deal"
  return token(at).capital && !opens_sentence(at);
}

// "a [safe third] country agreement": what describes a noun inside the name, not the deal.
bool PhraseWords::describes_modifier(std::uint32_t at, std::uint32_t begin,
                                     std::uint32_t head) const {
  if (!inside(at) || !is_adjective(at)) return false;
  const std::uint32_t noun = sentence_.begin + syntax_of(reading_, at)->head;
  return noun >= begin && noun < head;
}

bool PhraseWords::everyday_before(std::uint32_t begin) const {
  return begin > sentence_.begin && has(begin - 1, AgreementWord::everyday);
}

}  // namespace concord
