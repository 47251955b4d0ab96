// What a set of reports covers: its stories, and who retells whom in them.
//
// In:   the reports that were out by a day.
// Out:  a function of the set: any order, any split and merge gives the same.
#pragma once

#include <string>
#include <vector>

#include "record/record.h"
#include "story/origins.h"
#include "story/stories.h"

namespace concord {

struct CoveredStory {
  Story story;
  std::string title;        // of its earliest report with a title
  std::string first, last;  // EDTF, publication of its earliest and latest dated report; or ""
  int independent_sources = 0;
};

struct Coverage {
  std::vector<Report> reports;
  std::vector<CoveredStory> stories;  // the newest first, of equal days the most reported
  Lineage lineage;                    // by index into reports
};

// Reports known to be published after the day are left out; "" = none are.
Coverage coverage_of(std::vector<Report> reports, const std::string& known_by);

// Indices of the links of one report, its own account's first.
std::vector<const ReportLink*> links_of(const Coverage& coverage, std::size_t report);

}  // namespace concord
