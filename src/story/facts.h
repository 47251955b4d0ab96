// The names and figures of a report: what a digest keeps when it changes every other word.
#pragma once

#include <cstdint>
#include <vector>

#include "story/tokens.h"

namespace concord {

inline constexpr std::size_t kFactsMax = 160;

// The first kFactsMax, each once, sorted.
std::vector<std::uint32_t> facts_of(const std::vector<StoryToken>& tokens);

// The share of the shorter list that the longer one has too, 0 to 1; 0 where there are fewer than
// three.
double shared_facts(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b);

}  // namespace concord
