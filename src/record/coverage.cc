#include "record/coverage.h"

#include <algorithm>
#include <set>

#include "record/dates.h"

namespace concord {
namespace {

CoveredStory described(Story story, const Coverage& coverage) {
  CoveredStory out;
  std::set<std::string> origins;
  for (const std::size_t i : story.reports) {
    const Report& report = coverage.reports[i];
    origins.insert(coverage.lineage.origins[i].id);
    if (out.title.empty()) out.title = report.title;
    if (report.published.empty()) continue;
    if (out.first.empty()) out.first = report.published;
    out.last = report.published;
  }
  out.independent_sources = static_cast<int>(origins.size());
  out.story = std::move(story);
  return out;
}

}  // namespace

Coverage coverage_of(std::vector<Report> reports, const std::string& known_by) {
  Coverage coverage;
  const auto limit = days_of(known_by);
  for (Report& report : reports) {
    const auto published = days_of(report.published);
    const bool later = limit && published && published->first > limit->last;
    if (!later) coverage.reports.push_back(std::move(report));
  }
  std::ranges::sort(coverage.reports, {}, &Report::digest);
  const auto all = pointers_to(coverage.reports);
  coverage.lineage = trace_lineage(all);
  for (Story& story : find_stories(all))
    coverage.stories.push_back(described(std::move(story), coverage));
  std::ranges::stable_sort(coverage.stories, [](const CoveredStory& a, const CoveredStory& b) {
    if (a.last != b.last) return a.last > b.last;
    return a.story.reports.size() > b.story.reports.size();
  });
  return coverage;
}

std::vector<const ReportLink*> links_of(const Coverage& coverage, std::size_t report) {
  std::vector<const ReportLink*> links;
  for (const ReportLink& link : coverage.lineage.links) {
    if (link.later == report || link.earlier == report) links.push_back(&link);
  }
  std::ranges::stable_sort(links, {}, [](const ReportLink* link) { return link->kind; });
  return links;
}

}  // namespace concord
