#include "reading/agreement_again.h"

namespace concord {

bool is_outline(const Reading& reading, const AgreementPhrase& phrase) {
  const std::uint32_t in = phrase.tokens.end;
  return phrase.form == PhraseForm::plain && phrase.sides.empty() &&
         in + 1 < reading.tokens.size() && reading.lower(in) == "in" &&
         reading.lower(in + 1) == "principle";
}

bool is_told_of_it(const Reading& reading, const AgreementPhrase& phrase) {
  constexpr std::uint32_t kOpening = 5;
  std::uint32_t begin =
      reading.sentences[reading.tokens[phrase.tokens.begin].sentence].tokens.begin;
  begin += reading.tokens[begin].kind == WordKind::mark ? 1 : 0;  // '"This is a fair treaty"'
  if (phrase.tokens.begin < begin + 2 || phrase.tokens.begin > begin + kOpening) return false;
  if (!is_any(reading.lower(begin), {"it", "this"}) || !reading.is(begin + 1, ClauseWord::be))
    return false;
  for (std::uint32_t i = begin + 2; i < phrase.tokens.begin; ++i) {
    if (reading.is(i, ClauseWord::preposition)) return false;  // "It is a party to the treaty"
  }
  const SyntaxWord* head = phrase.head == kNone ? nullptr : syntax_of(reading, phrase.head);
  return head == nullptr || head->head == kRoot;
}

std::uint32_t named_just_before(const Reading& reading, const std::vector<Mention>& found,
                                std::uint32_t at) {
  std::uint32_t one = kNone;
  for (const Mention& mention : found) {
    const std::uint32_t sentence = reading.tokens[mention.tokens.begin].sentence;
    if (sentence + 1 != reading.tokens[at].sentence || mention.entity == one) continue;
    if (one != kNone) return kNone;
    one = mention.entity;
  }
  return one;
}

}  // namespace concord
