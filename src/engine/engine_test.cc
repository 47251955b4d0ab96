#include "engine/engine.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "lexicon/data.h"
#include "report/print.h"
#include "text/utf8.h"

namespace concord {
namespace {

std::vector<std::string> example_files() {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(CONCORD_SOURCE_DIR "/examples")) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path().string());
  }
  std::ranges::sort(files);
  return files;
}

std::string read_with(const Lexicon& lexicon, const std::vector<std::string>& files, int threads) {
  std::string out;
  Inputs inputs(files);
  read_all(inputs, lexicon, threads, [&](const Outcome& outcome) {
    EXPECT_EQ(outcome.item.fate, Fate::read);
    out += json_lines(outcome.read.report, outcome.read.findings);
    return true;
  });
  return out;
}

TEST(Engine, OneThreadAndTwoGiveTheSame) {
  const auto lexicon = load_lexicon(built_in_data());
  ASSERT_TRUE(lexicon.has_value());
  const std::string one = read_with(*lexicon, example_files(), 1);
  EXPECT_GT(one.size(), 10'000u);
  EXPECT_EQ(one, read_with(*lexicon, example_files(), 2));
}

// Every finding's words stand in the report, inside it and on whole code points.
TEST(Engine, EvidenceStandsInTheReport) {
  const auto lexicon = load_lexicon(built_in_data());
  ASSERT_TRUE(lexicon.has_value());
  int seen = 0;
  Inputs inputs(example_files());
  read_all(inputs, *lexicon, 2, [&](const Outcome& outcome) {
    const ReadReport* read = &outcome.read;
    const CodePointMap map(read->report.text);
    for (const Claim& claim : read->findings.claims) {
      EXPECT_FALSE(claim.evidence.empty()) << read->report.path;
      for (const Evidence& evidence : claim.evidence) {
        ++seen;
        EXPECT_LE(evidence.span.end, read->report.text.size());
        EXPECT_EQ(map.byte(map.code_point(evidence.span.begin)), evidence.span.begin);
      }
    }
    return true;
  });
  EXPECT_GT(seen, 20);
}

TEST(Engine, DistractorsGiveNothing) {
  const auto lexicon = load_lexicon(built_in_data());
  ASSERT_TRUE(lexicon.has_value());
  for (const char* name :
       {"/examples/distractor-1-merger.txt", "/examples/distractor-2-transfer.txt"}) {
    auto input = load_input(std::string(CONCORD_SOURCE_DIR) + name);
    ASSERT_TRUE(input.has_value());
    const auto read = read_input(*std::move(input), *lexicon);
    ASSERT_TRUE(read.has_value());
    EXPECT_TRUE(read->findings.claims.empty()) << name;
  }
}

// Odd inputs are refused or read, and never crash.
TEST(Engine, OddInputs) {
  const auto lexicon = load_lexicon(built_in_data());
  ASSERT_TRUE(lexicon.has_value());
  const std::vector<std::string> odd = {
      std::string(3'000, '"'), std::string(20'000, ' '), std::string("\n\n\n"),
      std::string("\xEF\xBB\xBFKenya signed."),
      std::string("to to to join NATO, NATO and NATO: if if if.")};
  for (const std::string& bytes : odd) {
    EXPECT_TRUE(read_input({"odd", bytes}, *lexicon).has_value());
  }
  EXPECT_FALSE(read_input({"odd", std::string(2u << 20, 'x')}, *lexicon).has_value());
}

// Two "framework agreements" are two; a treaty with a name is one in every report.
TEST(Engine, NamelessAgreementsOfTwoReportsAreTwo) {
  const auto lexicon = load_lexicon(built_in_data());
  ASSERT_TRUE(lexicon.has_value());
  const auto ids_in = [&](const std::string& text) {
    Report report;
    report.text = text;
    report.blocks.push_back({BlockKind::paragraph, {0, static_cast<std::uint32_t>(text.size())}});
    report.published = "2025-11-07";
    std::set<std::string> ids;
    for (const Claim& claim : read_findings(report, *lexicon).claims)
      ids.insert(claim.agreement_id);
    return ids;
  };
  EXPECT_EQ(ids_in("Chile, Oman and Peru signed a framework agreement on Friday."),
            std::set<std::string>{"framework agreement (CHL, OMN, PER)"});
  EXPECT_EQ(ids_in("Chad, Mali and Niger signed a framework agreement on Friday."),
            std::set<std::string>{"framework agreement (MLI, NER, TCD)"});
  EXPECT_EQ(ids_in("Chad ratified the Rome Statute on Friday."),
            ids_in("Peru ratified the Rome Statute on Friday."));
}

}  // namespace
}  // namespace concord
