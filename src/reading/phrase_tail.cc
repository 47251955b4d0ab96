// What of a title stands behind its noun: "Convention | on the Rights of the Child".
#include "reading/phrase_words.h"

namespace concord {

// "Protection of Cultural Property | in the Event of Armed Conflict"
bool PhraseWords::tells_case(std::uint32_t in) const {
  return low(in) == "in" && low(in + 1) == "the" && is_title_word(in + 2) &&
         actor_at_(in + 2) == kNone && low(in + 3) == "of" && is_title_word(in + 4);
}

// "of Good | - | neighbourliness", "of Good - | neighbourliness |": a word with a small second
// half.
bool PhraseWords::is_compounded(std::uint32_t at) const {
  const std::uint32_t hyphen = low(at) == "-" ? at : at - 1;
  return is_hyphen(hyphen) && capital(hyphen - 1) && inside(hyphen + 1) &&
         token(hyphen + 1).kind == WordKind::word && !token(hyphen).space_before &&
         !token(hyphen + 1).space_before;
}

// "of Friendship |, Alliance and Mutual Assistance": a comma before further words of a title.
bool PhraseWords::lists_topics(std::uint32_t at) const {
  while (low(at) == ",") {
    ++at;
    const std::uint32_t topic = at;
    while ((is_title_word(at) && actor_at_(at) == kNone) || (at > topic && is_compounded(at))) ++at;
    if (low(at) == "and") return is_title_word(at + 1) && actor_at_(at + 1) == kNone;
    if (at == topic) return false;
  }
  return false;
}

// "on the Rights of the Child", "on Cluster Munitions", ", 2019 (No. 190)".
std::uint32_t PhraseWords::title_tail(std::uint32_t at) const {
  const std::uint32_t begin = at;
  std::uint32_t end = at;
  std::uint32_t before_link = at;
  while (inside(at)) {
    if (const std::uint32_t after = number_after(at); after > at) return after;
    if (is_time(at) || lists_states(at) || opens_other_title(at, at == begin)) break;
    if (is_any(low(at), {"for", "and"}) && actor_at_(at + 1) != kNone &&
        !actor_at_.is_capital(at + 1))
      break;  // "signed the Protocol | for Ghana", "inside the Treaty | and Ghana outside"
    if (is_title_word(at) || (is_hyphen(at) && is_title_word(at + 1)) ||
        (end == at && at > begin && is_compounded(at))) {
      end = ++at;
    } else if (end > at - 1 && lists_topics(at)) {
      at += low(at + 1) == "and" ? 2 : 1;
    } else if (has(at, AgreementWord::tail) || has(at, AgreementWord::link) || tells_case(at) ||
               (at > begin && is_any(low(at), {"a", "an"}) && has(at - 1, AgreementWord::tail) &&
                is_title_word(at + 1))) {  // "on | a | Firm and Lasting Peace"
      if (end == at) before_link = at;
      ++at;
    } else {
      break;
    }
  }
  if (end == at && has(at, AgreementWord::scene)) end = before_link;  // "| on the White House lawn"
  while (end > begin && is_participle(end - 1)) --end;  // "Armistice | Signed | in Twelve Minutes"
  return end;
}

// "the Lima Pact | and the Oslo Convention", "Lima Pact |, Oslo Convention and", "the Convention on
// Mines | and the Lima Pact": a title of another text; not "Convention and Protocol relating to
// Refugees".
bool PhraseWords::opens_other_title(std::uint32_t at, bool behind_noun) const {
  if (low(at) != "and" && !(behind_noun && low(at) == ",")) return false;
  const bool article = low(at + 1) == "the";
  const std::uint32_t first = at + (article ? 2 : 1);
  std::uint32_t end = first;
  while (is_title_word(end) && !has(end, AgreementWord::head)) ++end;
  if (!is_title_word(end) || end == first) return false;
  const bool titled = is_title_word(at - 1) && is_title_word(at - 2);  // "the Lima | Pact"
  return behind_noun ? titled : article;
}

// "the Customs Union | of Peru, Chile and Oman": its members, and no part of its name.
bool PhraseWords::lists_states(std::uint32_t of) const {
  const std::uint32_t first = actor_at_(of + 1);
  if (low(of) != "of" || first == kNone || actor_at_.is_capital(of + 1)) return false;
  std::uint32_t end = of + 2;
  while (inside(end) && actor_at_(end) == first) ++end;
  if (!is_any(low(end), {",", "and"})) return false;
  end += low(end + 1) == "the" ? 2 : 1;
  return inside(end) && actor_at_(end) != kNone;
}

// "No. 190", ", 2019 (No. 190)": past it, or `at`.
std::uint32_t PhraseWords::number_after(std::uint32_t at) const {
  std::uint32_t i = at;
  if (low(i) == "," && is_year(i + 1)) i += 2;
  const bool bracket = low(i) == "(";
  i += bracket ? 1 : 0;
  if (low(i) != "no" || low(i + 1) != "." || !inside(i + 2)) return at;
  if (token(i + 2).kind != WordKind::number) return at;
  i += 3;
  return bracket && low(i) == ")" ? i + 1 : bracket ? at : i;
}

}  // namespace concord
