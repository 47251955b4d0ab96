// Stories of JSON lines of reports (tools/score_stories.py), and what the grouping is fitted on.
#include <nlohmann/json.hpp>

#include "eval/kinds.h"
#include "eval/report_docs.h"
#include "story/links.h"
#include "story/stories.h"

namespace concord {
namespace {

using Json = nlohmann::ordered_json;

}  // namespace

Result<std::string> eval_stories(const EvalOptions& options) {
  CONCORD_TRY(const auto reports, read_report_docs(options.gold));
  std::vector<std::string> story_of(reports.size());
  for (const Story& story : find_stories(pointers_to(reports))) {
    for (const std::size_t i : story.reports) story_of[i] = story.id;
  }
  std::string out;
  for (std::size_t i = 0; i < reports.size(); ++i)
    out += Json{{"id", reports[i].digest}, {"story", story_of[i]}}.dump() + "\n";
  return out;
}

// Of every pair that stands in one neighbourhood, the features that links.cc weighs. The reports
// are taken as undated: the weights are fitted on what the words say.
Result<std::string> eval_story_pairs(const EvalOptions& options) {
  CONCORD_TRY(const auto reports, read_report_docs(options.gold));
  const StoryWords& words = built_in_story_words();
  std::string out;
  StoryFinder finder(words, [&](const std::vector<std::uint32_t>& numbers,
                                const std::vector<StoryReports>& stories) {
    std::vector<const Profile*> profiles;
    for (const StoryReports& story : stories) profiles.push_back(story.profiles.front());
    const auto weighed = weigh_among_each_other(profiles);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      for (std::size_t k = 0; k < i; ++k) {
        const Json pair = {{"a", reports[numbers[i]].digest},
                           {"b", reports[numbers[k]].digest},
                           {"features", pair_features(weighed[i], weighed[k])}};
        out += pair.dump() + "\n";
      }
    }
  });
  std::vector<Profile> counted;
  for (const Report& report : reports) counted.push_back(count_terms(report, words));
  finder.add_day(std::nullopt, std::move(counted));
  return out;
}

}  // namespace concord
