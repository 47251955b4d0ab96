// What an agreement without a proper name is about, where the words after its noun say so.
//
// In:       the token after the noun ("treaty"), the end of its sentence.
// Out:      the words that belong to its name; empty where there are none.
// Not here: the sides ("with Chile") and the tails of titles (agreement_phrase.cc).
// Examples: a memorandum [of December 2017]         a date tells it from others
//           a treaty [on a transit agency]          a noun phrase after "on"
//           an agreement [to build a dam]           a purpose
#pragma once

#include "reading/agreement_phrase.h"

namespace concord {

// Total. `purpose`: whether "to build ..." counts, as it does after "an agreement". `noun`: what it
// belongs to.
TokenSpan complement_after(const Reading& reading, std::uint32_t noun, std::uint32_t at,
                           std::uint32_t end, bool purpose);

// The same behind what stands between: "an agreement with Kuwait | on navigation |", "signed a pact
// in Arica today | on the sharing of rivers |": its sides, a time, a place.
TokenSpan topic_apart(const Reading& reading, const AgreementPhrase& phrase, std::uint32_t end);

}  // namespace concord
