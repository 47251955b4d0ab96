// Stories: the reports of one happening.
//
// In:       reports, in any order.
// Out:      a partition of them that depends on nothing but the set of reports.
// Method:   reports are taken day by day (publication date), those of a day together; the undated
//           come last, together. A day's reports meet the open stories of the last kWindowDays
//           through an index of their rarest words; what is alike at all becomes a neighbourhood,
//           in which links.h tells look-alikes apart; clusters are joined while that is likely.
//           Two open stories are joined too where a later report shows that they are one (repair).
// Why:      docs/stories.md
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "report/report.h"
#include "story/neighbourhood.h"
#include "story/profile.h"

namespace concord {

struct Story {
  std::string id;                    // its earliest report's digest
  std::vector<std::string> former;   // ids of stories that were found to be this one, sorted
  std::vector<std::size_t> reports;  // earliest first: indices into what was given
};

// Sees each neighbourhood before it is decided: its stories, by the numbers of their first reports.
using WatchNeighbourhoods = std::function<void(const std::vector<std::uint32_t>& numbers,
                                               const std::vector<StoryReports>& stories)>;

// By the first report's place in (published, digest) order; every report is in one story.
std::vector<Story> find_stories(const std::vector<const Report*>& reports);

// Indices of the reports in (published, digest) order, the undated last: a report's number is its
// place there.
std::vector<std::size_t> story_order(const std::vector<const Report*>& reports);

// How far back a report finds its story. Reports of one happening come within days; ten days also
// hold the weekly papers.
inline constexpr int kWindowDays = 10;

// The stream behind find_stories: holds the profiles of the last kWindowDays (about 8 KB a report
// of 500 words, the index included), beside 4 bytes a report.
class StoryFinder {
 public:
  explicit StoryFinder(const StoryWords& words, WatchNeighbourhoods watch = {});
  ~StoryFinder();
  StoryFinder(StoryFinder&&) noexcept;

  // The reports of one day, in (published, digest) order; days ascend. Reports are numbered from 0
  // as they come. `counted` are from count_terms().
  void add_day(std::optional<int> day, std::vector<Profile> counted);
  // Never forget what is older than the window: undated reports, which come last, can be of any
  // day.
  void keep_all();

  // For each report the number of the earliest report of its story.
  std::vector<std::uint32_t> stories() const;
  // Joined stories as (number of the former's first report, of the story's first report), in the
  // order in which they were joined.
  const std::vector<std::pair<std::uint32_t, std::uint32_t>>& joined() const;

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace concord
