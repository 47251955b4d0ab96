#include <algorithm>

#include "cli/commands.h"
#include "publish/stories.h"
#include "record/coverage.h"

namespace concord {
namespace {

// Hands the coverage of the record to `use`.
int with_coverage(const Options& options, int (*use)(const Options&, const Coverage&)) {
  const auto store = Store::open_existing(options.record);
  if (!store) return fail(store.error());
  auto reports = store->reports();
  if (!reports) return fail(reports.error());
  const Coverage coverage = coverage_of(*std::move(reports), options.moment.known_by);
  if (coverage.reports.empty()) {
    say("the record holds no report of that time");
    return nothing;
  }
  return use(options, coverage);
}

// Whether the digest begins so; ids are typed with at least four digits.
bool is_id(const std::string& digest, const std::string& words) {
  return words.size() >= 4 && digest.starts_with(words);
}

const CoveredStory* find_story(const Coverage& coverage, const std::string& words) {
  const auto named = [&](const CoveredStory& one) {
    return is_id(one.story.id, words) ||
           std::ranges::any_of(one.story.former,
                               [&](const std::string& id) { return is_id(id, words); });
  };
  const auto at = std::ranges::find_if(coverage.stories, named);
  if (at != coverage.stories.end()) return &*at;
  // Any report's digest leads to its story as well.
  for (const CoveredStory& one : coverage.stories) {
    for (const std::size_t i : one.story.reports) {
      if (is_id(coverage.reports[i].digest, words)) return &one;
    }
  }
  return nullptr;
}

}  // namespace

int run_stories(const Options& options) {
  return with_coverage(options, [](const Options& given, const Coverage& coverage) {
    return print(given.json ? stories_json(coverage) : stories_table(coverage, given.style));
  });
}

int run_story(const Options& options) {
  return with_coverage(options, [](const Options& given, const Coverage& coverage) -> int {
    const CoveredStory* story = find_story(coverage, given.story);
    if (story == nullptr) {
      say("no story '" + given.story + "' in this record: 'concord stories' lists them");
      return nothing;
    }
    return print(given.json ? story_json(coverage, *story)
                            : story_page(coverage, *story, given.style));
  });
}

int run_origins(const Options& options) {
  return with_coverage(options, [](const Options& given, const Coverage& coverage) -> int {
    const std::string& words = given.report;
    const auto named = [&](const Report& report) {
      return report.path == words || report.path.ends_with("/" + words) ||
             is_id(report.digest, words);
    };
    const auto at = std::ranges::find_if(coverage.reports, named);
    if (at == coverage.reports.end()) {
      say("no report '" + words + "' in this record: its file's name or its digest is wanted");
      return nothing;
    }
    const auto report = static_cast<std::size_t>(at - coverage.reports.begin());
    return print(given.json ? origins_json(coverage, report)
                            : origins_page(coverage, report, given.style));
  });
}

}  // namespace concord
