#include "reading/agreement_again.h"

namespace concord {

bool is_outline(const Reading& reading, const AgreementPhrase& phrase) {
  const std::uint32_t in = phrase.tokens.end;
  return phrase.form == PhraseForm::plain && phrase.sides.empty() &&
         in + 1 < reading.tokens.size() && reading.lower(in) == "in" &&
         reading.lower(in + 1) == "principle";
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
