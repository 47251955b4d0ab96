// What is asked of times beside find_times (reading/passes.h).
#pragma once

#include <vector>

#include "lexicon/lexicon.h"
#include "reading/reading.h"

namespace concord {

// "OSLO, [11 July 2022] - Chile will leave": a date before the first dash, colon or bracket of a
// sentence, or behind a place in capitals before its stop ("OSLO, July 11. Chile will ..."), behind
// names of places alone.
bool is_dateline(const Reading& reading, const Time& time);

// "[26 March 1995]: Controls go.": a time that opens its sentence before a colon or a dash, and
// holds for all of the entry; the one of a sentence, by number, or null.
bool heads_entry(const Reading& reading, const Time& time);
const Time* entry_time(const Reading& reading, std::uint32_t sentence);

// Puts the row (TimeWords::rules) of each time into `rules`, which may be null.
void find_times_with_rules(const Report& report, const Lexicon& lexicon, Reading& reading,
                           std::vector<std::uint32_t>* rules);

}  // namespace concord
