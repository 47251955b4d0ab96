// Whether a verb has the sense of an act, by what stands around it.
//
//   has [a tax treaty with Chile], not "has the treaty"     left the pact, not "left it in tatters"
#pragma once

#include "claim/chunks.h"

namespace concord {

// "do not | consider | the pact | dead"
bool judged(const SentenceView& view, std::uint32_t verb, std::uint32_t object);

// "has | a tax treaty with Chile"; not "has the treaty", "had a treaty with Chile".
bool owns(const SentenceView& view, TokenSpan verb);

// "the French | left | and right voted": a part of the house.
bool is_wing(const SentenceView& view, std::uint32_t i);

// "left | the pact | in tatters", "leaves | it | unratified": what becomes of it, and no exit.
bool leaves_so(const SentenceView& view, std::uint32_t object);

// "a candidate for | the presidency", "applied for | observer status": what no state joins.
bool runs_for(const SentenceView& view, std::uint32_t object, bool nominal);

}  // namespace concord
