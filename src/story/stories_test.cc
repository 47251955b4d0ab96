#include "story/stories.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "story/test_accounts.h"

namespace concord {
namespace {

// id -> members' digests, and the former ids with a mark.
std::map<std::string, std::set<std::string>> partition_of(const std::vector<Report>& reports) {
  std::map<std::string, std::set<std::string>> out;
  for (const Story& story : find_stories(pointers_to(reports))) {
    for (const std::size_t i : story.reports) out[story.id].insert(reports[i].digest);
    for (const std::string& id : story.former) out[story.id].insert("former " + id);
  }
  return out;
}

std::vector<Report> reports_of(const std::vector<TestAccount>& accounts) {
  std::vector<Report> out;
  for (const TestAccount& account : accounts) out.push_back(account.report);
  return out;
}

TEST(Stories, accounts_of_one_event_are_one_story) {
  const auto accounts = test_accounts();
  ASSERT_EQ(accounts.size(), 24u);
  std::map<std::string, std::set<std::string>> events;
  for (const TestAccount& account : accounts) events[account.event].insert(account.report.digest);
  std::set<std::set<std::string>> wanted, found;
  for (const auto& [event, members] : events) wanted.insert(members);
  for (const auto& [id, members] : partition_of(reports_of(accounts))) {
    found.insert(members);
    EXPECT_TRUE(members.contains(id));
  }
  EXPECT_EQ(found, wanted);
}

TEST(Stories, the_order_of_reports_does_not_matter) {
  auto reports = reports_of(test_accounts());
  // Also undated ones, and a story over two days.
  for (std::size_t i = 0; i < reports.size(); i += 5) reports[i].published.clear();
  for (std::size_t i = 1; i < reports.size(); i += 5) reports[i].published = "2024-05-15";
  const auto wanted = partition_of(reports);
  std::mt19937 random(7);
  for (int round = 0; round < 20; ++round) {
    std::ranges::shuffle(reports, random);
    EXPECT_EQ(partition_of(reports), wanted);
  }
}

TEST(Stories, a_report_of_one_day_later_joins_and_one_of_next_month_does_not) {
  const auto accounts = test_accounts();
  std::vector<Report> reports = {test_account(accounts, "ferry-1").report,
                                 test_account(accounts, "ferry-2").report,
                                 test_account(accounts, "ferry-3").report};
  reports[1].published = "2024-05-15";
  reports[2].published = "2024-06-20";
  const auto stories = find_stories(pointers_to(reports));
  ASSERT_EQ(stories.size(), 2u);
  EXPECT_EQ(stories[0].id, "ferry-1");
  EXPECT_EQ(stories[0].reports.size(), 2u);
  EXPECT_EQ(stories[1].id, "ferry-3");
}

TEST(Stories, an_earlier_report_that_comes_late_gives_the_story_its_id) {
  const auto accounts = test_accounts();
  std::vector<Report> reports = {test_account(accounts, "rail-1").report,
                                 test_account(accounts, "rail-2").report};
  EXPECT_EQ(find_stories(pointers_to(reports))[0].id, "rail-1");
  reports.push_back(test_account(accounts, "rail-3").report);
  reports[2].published = "2024-04-07";
  const auto stories = find_stories(pointers_to(reports));
  ASSERT_EQ(stories.size(), 1u);
  EXPECT_EQ(stories[0].id, "rail-3");
}

// More than a neighbourhood holds: two wire stories, each printed by hundreds on one day, some of
// them cut.
TEST(Stories, hundreds_of_copies_of_one_day_are_one_story) {
  const auto accounts = test_accounts();
  std::vector<Report> reports;
  for (int i = 0; i < 400; ++i) {
    for (const char* id : {"ferry-1", "visa-1"}) {
      const Report& wire = test_account(accounts, id).report;
      const std::string place = std::to_string(1000 + i * 7919 % 1000);
      const std::size_t kept =
          wire.text.size() * static_cast<std::size_t>(i % 3 == 0 ? 6 : 10) / 10;
      reports.push_back(test_report(place + id, "Outlet " + place, "2024-05-14", wire.title,
                                    wire.text.substr(wire.title.size() + 1, kept)));
    }
  }
  const auto stories = find_stories(pointers_to(reports));
  ASSERT_EQ(stories.size(), 2u);
  for (const Story& story : stories) EXPECT_EQ(story.reports.size(), 400u);
}

TEST(Stories, nothing_and_next_to_nothing) {
  EXPECT_TRUE(find_stories({}).empty());
  std::vector<Report> reports = {test_report("a", "", "", "", ""),
                                 test_report("b", "", "", "", "One two"),
                                 test_report("c", "", "2024-13-45", "", "One two")};
  EXPECT_EQ(find_stories(pointers_to(reports)).size(), 3u);
}

// Reports out of the window are forgotten: the day after it a report finds nothing to join.
TEST(Stories, a_stream_forgets_what_is_out_of_its_window) {
  const auto accounts = test_accounts();
  const StoryWords& words = built_in_story_words();
  StoryFinder finder(words);
  const auto add = [&](int day, const char* id) {
    finder.add_day(day, {count_terms(test_account(accounts, id).report, words)});
  };
  add(100, "gas-1");
  add(100 + kWindowDays + 1, "gas-2");
  EXPECT_EQ(finder.stories(), (std::vector<std::uint32_t>{0, 1}));
}

}  // namespace
}  // namespace concord
