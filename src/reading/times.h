// find_times (reading/passes.h), for tests that ask which row of data/en/times.toml found a time.
#pragma once

#include <vector>

#include "lexicon/lexicon.h"
#include "reading/reading.h"

namespace concord {

// Puts the row (TimeWords::rules) of each time into `rules`, which may be null.
void find_times_with_rules(const Report& report, const Lexicon& lexicon, Reading& reading,
                           std::vector<std::uint32_t>* rules);

}  // namespace concord
