#include "store/store.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <unistd.h>
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "base/digest.h"

namespace concord {
namespace {

class Record : public testing::Test {
 protected:
  void SetUp() override {
    path = (std::filesystem::temp_directory_path() /
            ("concord-" + std::to_string(getpid()) + "-" +
             testing::UnitTest::GetInstance()->current_test_info()->name()))
               .string();
    std::filesystem::remove(path);
  }
  void TearDown() override { std::filesystem::remove(path); }

  void execute(const std::string& sql) const {
    sqlite3* raw = nullptr;
    ASSERT_EQ(sqlite3_open(path.c_str(), &raw), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(raw, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(raw);
  }

  // A report of one sentence that says that Finland joined NATO.
  static std::pair<Report, Findings> finland(const std::string& day) {
    Report report;
    report.path = "finland-" + day + ".txt";
    report.text = "Finland joined NATO on " + day + ".";
    report.digest = sha256(report.text);
    report.published = day;
    const Span all{0, static_cast<std::uint32_t>(report.text.size())};
    report.blocks = {{BlockKind::paragraph, all}};
    Findings found;
    found.agreements = {{"NATO", "NATO", {}}};
    Claim claim;
    claim.agreement = claim.agreement_id = "NATO";
    claim.party = "FIN";
    claim.party_name = "Finland";
    claim.stage = Stage::party;
    claim.date = day;
    claim.evidence = {{Section::body, all}};
    found.claims = {claim};
    return {report, found};
  }

  std::string path;
  Maker maker{"1", "data"};
};

TEST_F(Record, TheSameBytesTwiceChangeNothing) {
  auto store = Store::open(path);
  ASSERT_TRUE(store.has_value()) << store.error().message;
  const auto [report, found] = finland("2023-04-04");
  const auto first = store->append(report.text, report, found, maker);
  const auto second = store->append(report.text, report, found, maker);
  ASSERT_TRUE(first.has_value() && second.has_value());
  EXPECT_EQ(*first, Added::added);
  EXPECT_EQ(*second, Added::already_there);
  const auto accounts = store->accounts("NATO");
  ASSERT_TRUE(accounts.has_value());
  ASSERT_EQ(accounts->size(), 1u);
  EXPECT_EQ(accounts->front().report, report);
  EXPECT_EQ(accounts->front().findings, found);
}

TEST_F(Record, OrderOfArrivalDoesNotMatter) {
  std::vector<std::string> days = {"2023-04-04", "2023-04-05", "2023-04-06"};
  std::vector<std::vector<std::string>> seen;
  do {
    std::filesystem::remove(path);
    auto store = Store::open(path);
    ASSERT_TRUE(store.has_value());
    for (const std::string& day : days) {
      const auto [report, found] = finland(day);
      ASSERT_TRUE(store->append(report.text, report, found, maker).has_value());
    }
    const auto accounts = store->all_accounts();
    ASSERT_TRUE(accounts.has_value());
    std::vector<std::string> digests;
    for (const Account& account : *accounts) digests.push_back(account.report.digest);
    seen.push_back(digests);
  } while (std::next_permutation(days.begin(), days.end()));
  for (const auto& digests : seen) EXPECT_EQ(digests, seen.front());
}

TEST_F(Record, CheckFindsAChangedByte) {
  {
    auto store = Store::open(path);
    const auto [report, found] = finland("2023-04-04");
    ASSERT_TRUE(store->append(report.text, report, found, maker).has_value());
    const auto sound = store->check();
    ASSERT_TRUE(sound.has_value());
    EXPECT_EQ(sound->evidence, 1);
    EXPECT_TRUE(sound->faults.empty());
  }
  execute("UPDATE original SET bytes = replace(CAST(bytes AS TEXT), 'Finland', 'Iceland')");
  auto store = Store::open_existing(path);
  const auto broken = store->check();
  ASSERT_TRUE(broken.has_value());
  EXPECT_EQ(broken->faults.size(), 2u);  // the digest and the words
}

TEST_F(Record, RefusesOtherFiles) {
  EXPECT_FALSE(Store::open_existing(path).has_value());
  std::ofstream(path)
      << "no database at all, but long enough to look like a file of something else entirely";
  EXPECT_FALSE(Store::open(path).has_value());
  std::filesystem::remove(path);
  ASSERT_TRUE(Store::open(path).has_value());
  execute("PRAGMA user_version = 99");
  const auto other = Store::open(path);
  ASSERT_FALSE(other.has_value());
  EXPECT_NE(other.error().message.find("version 99"), std::string::npos);
}

}  // namespace
}  // namespace concord
