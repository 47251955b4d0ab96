// Whether a text tells of the past all along (history, biography, a chronicle) or reports news.
//
// In:       the tokens and the publication date.
// Out:      true for a story: its dates go on from one another, not from the publication date.
// How:      a story names past years and hardly a day that only its printing day explains
//           ("yesterday", "on Friday", "last month"), never at its head; news has it the other way
//           round.
// Example:  a chronicle with 40 years named and one "today"  ->  a story
#pragma once

#include "reading/reading.h"
#include "reading/times_clock.h"

namespace concord {

bool tells_story(const TimeWords& words, const Reading& reading, const PartialDate& published);

}  // namespace concord
