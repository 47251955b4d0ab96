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

// Whatever the learned weights are: what is only likely stands beside what is read, in company,
// with its sentence, and never against it.
TEST(Engine, LikelyClaimsNeverContradictTheRules) {
  auto lexicon = load_lexicon(built_in_data());
  ASSERT_TRUE(lexicon.has_value());
  Report report;
  report.published = "2026-03-12";
  report.text =
      "Chad signed the Lima Pact on Monday. Mali has not signed it. Niger will sign it in May. "
      "Togo, Ghana, Kenya, Mali and Niger sent their ministers to the palace.";
  report.blocks.push_back(
      {BlockKind::paragraph, {0, static_cast<std::uint32_t>(report.text.size())}});
  const auto signed_by = [&](float bias) {
    lexicon->likely_claims.bias = bias;
    std::ranges::fill(lexicon->likely_claims.weights, std::int16_t{0});
    std::set<std::string> likely;
    for (const Claim& claim : read_findings(report, *lexicon).claims) {
      if (!is_likely(claim) || claim.stage != Stage::signed_) continue;
      EXPECT_NE(claim.certainty, Certainty::certain);
      EXPECT_EQ(report.words(claim.evidence.front().span).substr(0, 4), "Togo");
      likely.insert(*claim.party + (claim.polarity == Polarity::denied ? " not" : ""));
    }
    return likely;
  };
  EXPECT_EQ(signed_by(-9), std::set<std::string>{});
  const std::set<std::string> all = signed_by(9);
  for (const char* party : {"TGO", "GHA", "KEN"})
    EXPECT_TRUE(all.contains(party) || all.contains(std::string(party) + " not")) << party;
  EXPECT_FALSE(all.contains("MLI"));  // has not
  EXPECT_FALSE(all.contains("NER"));  // will
  EXPECT_FALSE(all.contains("TCD"));  // has
}

}  // namespace
}  // namespace concord
