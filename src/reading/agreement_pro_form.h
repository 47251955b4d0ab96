// Phrases that stand for the noun of an agreement spoken of before.
//
// Examples: [one with Pakistan], [those with Panama and South Korea]     told by their sides
//           a treaty on rivers and [one on lakes]; [another], on fish    told by what they are
//           about [talks with Qatar]                                           where nothing says
//           on what
#pragma once

#include "reading/agreement_phrase.h"

namespace concord {

// The words that may begin one.
bool may_stand_for_noun(const Reading& reading, std::uint32_t i);

// Whether such a phrase begins at token i; then it is told in `phrase`. `told`: whether the
// sentence has named an agreement before.
bool pro_form_at(const Reading& reading, TokenSpan sentence, const ActorAt& actor_at,
                 std::uint32_t i, bool told, AgreementPhrase& phrase);

}  // namespace concord
