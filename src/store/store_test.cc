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

TEST_F(Record, EveryKindOfBlockComesBack) {
  auto store = Store::open(path);
  ASSERT_TRUE(store.has_value());
  auto [report, found] = finland("2023-04-04");
  report.blocks.clear();
  for (int kind = 0; kind <= static_cast<int>(BlockKind::caption); ++kind) {
    const auto at = static_cast<std::uint32_t>(kind);
    report.blocks.push_back({static_cast<BlockKind>(kind), {at, at + 1}});
  }
  ASSERT_TRUE(store->append(report.text, report, found, maker).has_value());
  const auto accounts = store->accounts("NATO");
  ASSERT_TRUE(accounts.has_value());
  ASSERT_EQ(accounts->size(), 1u);
  EXPECT_EQ(accounts->front().report.blocks, report.blocks);
}

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

TEST_F(Record, OneFileAtTwoPathsIsOneReportWhateverCameFirst) {
  for (const bool later_first : {false, true}) {
    std::filesystem::remove(path);
    auto store = Store::open(path);
    ASSERT_TRUE(store.has_value());
    auto [report, found] = finland("2023-04-04");
    for (const bool b : {later_first, !later_first}) {
      report.path = b ? "b.txt" : "a.txt";
      ASSERT_TRUE(store->append(report.text, report, found, maker).has_value());
    }
    const auto accounts = store->accounts("NATO");
    ASSERT_TRUE(accounts.has_value());
    ASSERT_EQ(accounts->size(), 1u);
    EXPECT_EQ(accounts->front().report.path, "a.txt");
  }
}

TEST_F(Record, TheNewestReadingOfAReportCounts) {
  auto store = Store::open(path);
  ASSERT_TRUE(store.has_value());
  auto [report, found] = finland("2023-04-04");
  ASSERT_TRUE(store->append(report.text, report, found, maker).has_value());
  found.claims.front().stage = Stage::agreed;
  ASSERT_TRUE(store->append(report.text, report, found, {"2", "data"}).has_value());
  const auto accounts = store->accounts("NATO");
  ASSERT_TRUE(accounts.has_value());
  ASSERT_EQ(accounts->size(), 1u);
  EXPECT_EQ(accounts->front().findings.claims.front().stage, Stage::agreed);
  EXPECT_EQ(store->agreements()->front().reports, 1);
}

TEST_F(Record, AnAgreementReadsItsOwnRowsOnly) {
  auto store = Store::open(path);
  ASSERT_TRUE(store.has_value());
  auto [report, found] = finland("2023-04-04");
  Claim other = found.claims.front();
  other.agreement = other.agreement_id = "Schengen";
  found.claims.push_back(other);
  ASSERT_TRUE(store->append(report.text, report, found, maker).has_value());
  const auto accounts = store->accounts("Schengen");
  ASSERT_TRUE(accounts.has_value());
  ASSERT_EQ(accounts->size(), 1u);
  EXPECT_EQ(accounts->front().findings.claims, std::vector{other});
  EXPECT_TRUE(accounts->front().findings.agreements.empty());
  EXPECT_TRUE(store->accounts("Nowhere")->empty());
}

TEST_F(Record, EvidenceOutsideTheTextIsRefusedAndTheRecordStays) {
  auto store = Store::open(path);
  ASSERT_TRUE(store.has_value());
  const auto [good, sound] = finland("2023-04-04");
  ASSERT_TRUE(store->append(good.text, good, sound, maker).has_value());
  for (const Span span : {Span{0, 900}, Span{5, 5}, Span{900, 901}}) {
    auto [report, found] = finland("2023-04-05");
    found.claims.front().evidence.front().span = span;
    const auto outcome = store->append(report.text, report, found, maker);
    ASSERT_FALSE(outcome.has_value());
    EXPECT_NE(outcome.error().message.find("finland-2023-04-05.txt"), std::string::npos);
  }
  auto [report, found] = finland("2023-04-06");
  Quote quote;
  quote.words = {3, 4000};
  quote.evidence = found.claims.front().evidence;
  found.quotes = {quote};
  EXPECT_FALSE(store->append(report.text, report, found, maker).has_value());
  EXPECT_EQ(store->all_accounts()->size(), 1u);
  EXPECT_TRUE(store->check()->faults.empty());
}

// A record with one report that has something of every noun.
class Checked : public Record {
 protected:
  void SetUp() override {
    Record::SetUp();
    auto store = Store::open(path);
    auto [report, found] = finland("2023-04-04");
    const auto evidence = found.claims.front().evidence;
    Quote quote;
    quote.words = {0, 7};
    quote.evidence = evidence;
    found.quotes = {quote};
    found.events.emplace_back().evidence = evidence;
    found.relations.emplace_back().evidence = evidence;
    found.topics.emplace_back().evidence = evidence;
    found.assessments.emplace_back().evidence = evidence;
    found.figures.emplace_back().evidence = evidence;
    ASSERT_TRUE(store->append(report.text, report, found, maker).has_value());
    EXPECT_EQ(store->all_accounts()->front().findings, found);
    EXPECT_EQ(store->check()->evidence, 8);
    EXPECT_TRUE(store->check()->faults.empty());
  }
  // What `check` says after somebody changed the file behind our back.
  std::vector<Fault> faults_after(const std::string& sql) const {
    const char* tables[] = {"original", "sighting", "reading", "finding", "evidence", "intake"};
    std::string free;
    for (const std::string table : tables) {
      free += "DROP TRIGGER " + table + "_no_UPDATE; DROP TRIGGER " + table + "_no_DELETE;";
    }
    execute(free + sql);
    return Store::open_existing(path)->check()->faults;
  }
};

TEST_F(Checked, AChangedOriginal) {
  EXPECT_EQ(faults_after("UPDATE original SET bytes = "
                         "CAST(replace(CAST(bytes AS TEXT), 'Finland', 'Iceland') AS BLOB)")
                .size(),
            9u);  // the digest, and the words eight times
}

TEST_F(Checked, AMovedSpanOfEveryNoun) {
  for (const char* noun :
       {"claim", "quote", "event", "relation", "topic", "assessment", "figure"}) {
    Checked::TearDown();
    Checked::SetUp();
    const auto faults = faults_after(
        std::string("UPDATE evidence SET begin_byte = begin_byte + 1 WHERE role = 'support' AND "
                    "finding IN (SELECT id FROM finding WHERE noun = '") +
        noun + "')");
    ASSERT_EQ(faults.size(), 1u) << noun;
    EXPECT_NE(faults.front().what.find(noun), std::string::npos);
    EXPECT_EQ(faults.front().report, "finland-2023-04-04.txt");
  }
}

TEST_F(Checked, OtherTampering) {
  const auto one = [&](const std::string& sql, const std::string& words) {
    Checked::TearDown();
    Checked::SetUp();
    const auto faults = faults_after(sql);
    EXPECT_FALSE(faults.empty()) << sql;
    const std::string what = faults.empty() ? "" : faults.front().what;
    EXPECT_NE(what.find(words), std::string::npos) << sql << what;
  };
  one("UPDATE evidence SET end_byte = 90000", "not in the text");
  one("UPDATE evidence SET exact = ''", "not in the text");
  one("UPDATE evidence SET begin_byte = 8 WHERE role = 'words'", "quote");
  one("DELETE FROM evidence WHERE finding = 2", "no evidence");
  one("UPDATE finding SET agreement_id = 'EU' WHERE noun = 'claim'", "another agreement");
  one("UPDATE finding SET cells = '{' WHERE noun = 'event'", "cannot be read");
  one("UPDATE finding SET noun = 'rumour' WHERE noun = 'event'", "cannot be read");
  one("UPDATE reading SET report = replace(report, '[0,', '[700,')", "article's words");
  one("DELETE FROM finding WHERE noun = 'event'", "belong to nothing");
  one("DELETE FROM original", "neither its text nor its original");
  one("DELETE FROM sighting", "belong to nothing");
}

TEST_F(Checked, RowsAreOnlyEverAdded) {
  sqlite3* raw = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &raw), SQLITE_OK);
  for (const char* sql : {"UPDATE finding SET cells = '{}'", "DELETE FROM original",
                          "UPDATE evidence SET exact = 'x'", "DELETE FROM reading"}) {
    EXPECT_EQ(sqlite3_exec(raw, sql, nullptr, nullptr, nullptr), SQLITE_CONSTRAINT) << sql;
  }
  sqlite3_close(raw);
}

TEST_F(Checked, TheViewsOfAnSqlShellNameVersionAndData) {
  sqlite3* raw = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &raw), SQLITE_OK);
  for (const std::string view : {"report", "claim", "quote", "event", "relation"}) {
    std::string row;
    const auto keep = [](void* out, int, char** values, char**) {
      *static_cast<std::string*>(out) = std::string(values[0]) + " " + values[1];
      return 0;
    };
    const std::string sql = "SELECT engine_version, data_fingerprint FROM " + view;
    EXPECT_EQ(sqlite3_exec(raw, sql.c_str(), keep, &row, nullptr), SQLITE_OK) << view;
    EXPECT_EQ(row, "1 data") << view;
  }
  sqlite3_close(raw);
}

// What lies in an archive is not kept: its place is, and the text that was read there.
TEST_F(Record, OfAnArchiveKeepsTextAndPlace) {
  auto store = Store::open(path);
  ASSERT_TRUE(store.has_value());
  auto [report, found] = finland("2023-04-04");
  report.path = report.address = "https://quay.example/a";
  report.position = {"news.warc.gz", 5'000'000'000, 700, ""};
  report.captured = "2023-04-05T06:07:08Z";
  report.notes = {"truncated: length"};
  ASSERT_TRUE(store->append("", report, found, maker).has_value());
  const auto accounts = store->accounts("NATO");
  ASSERT_TRUE(accounts.has_value() && accounts->size() == 1);
  EXPECT_EQ(accounts->front().report, report);
  EXPECT_TRUE(store->check()->faults.empty());
  const auto elsewhere = store->sightings_elsewhere();
  ASSERT_TRUE(elsewhere.has_value() && elsewhere->size() == 1);
  EXPECT_EQ(elsewhere->front().position, report.position);
}

TEST_F(Record, ABatchGoesInWholeOrNotAtAll) {
  const auto [report, found] = finland("2023-04-04");
  const IntakeRow row{"news.warc.gz", "identity", 7, 1234, false, "{}"};
  {
    auto store = Store::open(path);
    ASSERT_TRUE(store->begin().has_value());
    ASSERT_TRUE(store->append(report.text, report, found, maker).has_value());
    auto [wrong, unsound] = finland("2023-04-05");
    unsound.claims.front().evidence.front().span = {0, 900};
    EXPECT_FALSE(store->append(wrong.text, wrong, unsound, maker).has_value());
    ASSERT_TRUE(store->note_intake(row, maker).has_value());
  }  // the program ends here
  EXPECT_TRUE(Store::open(path)->all_accounts()->empty());
  auto store = Store::open(path);
  EXPECT_EQ(store->intake_of("news.warc.gz", "identity", maker)->records, 0u);
  ASSERT_TRUE(store->begin().has_value());
  ASSERT_TRUE(store->append(report.text, report, found, maker).has_value());
  ASSERT_TRUE(store->note_intake(row, maker).has_value());
  ASSERT_TRUE(store->commit().has_value());
  EXPECT_EQ(store->all_accounts()->size(), 1u);
  EXPECT_EQ(*store->intake_of("news.warc.gz", "identity", maker), row);
  EXPECT_EQ(store->intake_of("news.warc.gz", "identity", {"2", "data"})->records, 0u);
}

TEST_F(Record, RefusesOtherFiles) {
  EXPECT_FALSE(Store::open_existing(path).has_value());
  std::ofstream(path)
      << "no database at all, but long enough to look like a file of something else entirely";
  EXPECT_FALSE(Store::open(path).has_value());
  std::ofstream(path, std::ios::trunc).flush();
  EXPECT_NE(Store::open_existing(path).error().message.find("empty file"), std::string::npos);
  for (const std::string version : {"1", "2", "99"}) {
    std::filesystem::remove(path);
    ASSERT_TRUE(Store::open(path).has_value());
    execute("PRAGMA user_version = " + version);
    const auto other = Store::open(path);
    ASSERT_FALSE(other.has_value());
    EXPECT_NE(other.error().message.find("version " + version), std::string::npos);
  }
}

}  // namespace
}  // namespace concord
