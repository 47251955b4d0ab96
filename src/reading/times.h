// What is asked of times beside find_times (reading/passes.h).
#pragma once

#include <vector>

#include "lexicon/lexicon.h"
#include "reading/reading.h"

namespace concord {

// "OSLO, [11 July 2022] - Chile will leave": a date before the first dash or bracket of a sentence,
// behind names of places alone.
bool is_dateline(const Reading& reading, const Time& time);

// Puts the row (TimeWords::rules) of each time into `rules`, which may be null.
void find_times_with_rules(const Report& report, const Lexicon& lexicon, Reading& reading,
                           std::vector<std::uint32_t>* rules);

}  // namespace concord
