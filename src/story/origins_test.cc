#include "story/origins.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace concord {
namespace {

// Sixty words that no other seed shares, so that a text is as long as a short wire story.
std::string story_about(const std::string& seed) {
  std::string text;
  for (int i = 0; i < 60; ++i) text += seed + std::to_string(i) + " ";
  return text;
}

Report report_of(std::string digest, std::string outlet, std::string published, std::string text) {
  Report report;
  report.digest = std::move(digest);
  report.outlet = std::move(outlet);
  report.published = std::move(published);
  report.text = std::move(text);
  report.blocks = {{BlockKind::paragraph, {0, static_cast<std::uint32_t>(report.text.size())}}};
  return report;
}

TEST(Origins, a_copy_has_the_origin_of_the_earlier_report) {
  const Report wire = report_of("b", "Wire", "2023-04-04", story_about("finland"));
  const Report copy =
      report_of("a", "Daily", "2023-04-05", story_about("finland") + "our own last line");
  const auto origins = find_origins({&copy, &wire});
  EXPECT_EQ(origins[0].id, "b");
  EXPECT_EQ(origins[0].kind, OriginKind::copy);
  EXPECT_EQ(origins[1].kind, OriginKind::own);
}

TEST(Origins, a_short_text_or_another_story_is_no_copy) {
  const Report one = report_of("a", "Wire", "2023-04-04", "Finland joined the alliance today");
  const Report two = report_of("b", "Daily", "2023-04-04", "Finland joined the alliance today");
  const Report other = report_of("c", "Post", "2023-04-04", story_about("sweden"));
  const auto origins = find_origins({&one, &two, &other});
  EXPECT_EQ(origins[0].id, "a");
  EXPECT_EQ(origins[1].id, "b");
  EXPECT_EQ(origins[2].id, "c");
}

TEST(Origins, a_digest_counts_with_the_original_of_the_same_days_only) {
  Report digest = report_of("a", "Roundup", "2023-04-05", story_about("roundup"));
  digest.derived_from = "Daily";
  const Report original = report_of("b", "Daily", "2023-04-04", story_about("finland"));
  const Report old = report_of("c", "Daily", "2023-02-26", story_about("hungary"));
  const auto origins = find_origins({&digest, &original, &old});
  EXPECT_EQ(origins[0].id, "outlet:daily");
  EXPECT_EQ(origins[0].kind, OriginKind::digest);
  EXPECT_EQ(origins[1].id, "outlet:daily");
  EXPECT_EQ(origins[2].id, "c");
}

TEST(Origins, the_order_of_reports_does_not_matter) {
  Report digest = report_of("d", "Roundup", "2023-04-05", story_about("roundup"));
  digest.derived_from = "Wire";
  const Report wire = report_of("b", "Wire", "2023-04-04", story_about("finland"));
  const Report copy = report_of("a", "Daily", "2023-04-04", story_about("finland"));
  std::vector<const Report*> reports = {&copy, &wire, &digest};
  std::ranges::sort(reports);
  do {
    const auto origins = find_origins(reports);
    for (const Origin& origin : origins) EXPECT_EQ(origin.id, "outlet:wire");
  } while (std::ranges::next_permutation(reports).found);
}

}  // namespace
}  // namespace concord
