// Which stories of one neighbourhood are one: the decision of the grouping.
#pragma once

#include <utility>
#include <vector>

#include "story/links.h"

namespace concord {

// A story as far as it is known: of a new report itself, of an open story its newest reports.
struct StoryReports {
  std::vector<const Profile*> profiles;
  bool open = false;  // known from an earlier day
};

// Pairs of indices (a < b) to be joined, in order; an index joined away does not come again. Costs
// a comparison for each pair of reports of different stories, of two open stories for sixteen.
std::vector<std::pair<std::size_t, std::size_t>> stories_to_join(
    const std::vector<StoryReports>& stories);

}  // namespace concord
