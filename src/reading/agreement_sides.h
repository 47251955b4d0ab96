// Whom an agreement is between, where the words around its noun say so.
//
// In:       a phrase of agreement_phrase.h with its determiner and head.
// Out:      its sides and the words that name them, added to the phrase.
// Not here: sides inside the phrase ("the US-China deal"), and who concludes a deal
//           (agreement_name.cc).
// Examples: a treaty [with Chile and Poland]         a pact [between the two]
//           a deal [with the ten states of ASEAN]    talks [with Taiwan] on a trade deal
//           a loan agreement [with China Exim Bank]  words of its name, but no side
#pragma once

#include "reading/agreement_name.h"

namespace concord {

// Total.
void read_outer_sides(const Reading& reading, TokenSpan sentence, const ActorAt& actor_at,
                      AgreementPhrase& phrase);

// "the compact with the Millennium Challenge Corporation": with one nobody spoke of before.
bool is_with_stranger(const Reading& reading, const AgreementPhrase& phrase,
                      const ActorAtToken& actors);

}  // namespace concord
