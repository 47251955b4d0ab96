// The date of an act told by its distance from another: "left on Friday, a day after Chile joined".
//
// In:       an act in a clause that "after" or "before" opens behind a length of time.
// Out:      the date counted from the one of the main clause, as coarse as the length; "" where the
//           act stands in no such clause, or nothing tells from when to count.
// Not here: "two days later", which is a time of its own (reading/times.cc).
// Example:  "in force since June 2021, a year after Fiji ratified it"   Fiji ratified: 2020
#pragma once

#include <string>

#include "claim/clause.h"

namespace concord {

std::string reckoned_date(const Report& report, const Reading& reading, const FoundAct& act);

}  // namespace concord
