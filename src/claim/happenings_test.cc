#include "claim/happenings.h"

#include <gtest/gtest.h>

#include "lexicon/data.h"
#include "reading/passes.h"

namespace concord {
namespace {

struct Fired {
  std::string row;
  std::string words;
};

// What the finder of one kind makes of a proof's sentence.
template <typename Finder>
std::vector<Fired> fire(Finder find, const std::string& text, const Lexicon& lexicon) {
  Report report;
  report.text = text;
  report.published = "2025-11-07";
  report.blocks = {{BlockKind::paragraph, {0, static_cast<std::uint32_t>(text.size())}}};
  Reading reading;
  split_sentences(report, lexicon, reading);
  find_times(report, lexicon, reading);
  find_quotations(report, lexicon, reading);
  find_actors(report, lexicon, reading);
  find_people(report, lexicon, reading);
  find_agreements(report, lexicon, reading);
  find_attributions(report, lexicon, reading);
  std::vector<Fired> fired;
  for (const auto& found : find(report, reading, lexicon))
    fired.push_back({found.row, std::string(report.words(bytes_of(reading, found.words)))});
  return fired;
}

// Every row finds something by the bracketed words of its yes sentences, and nothing in its no
// sentences.
template <typename Finder>
void expect_proofs(Finder find, const HappeningTable& table, const Lexicon& lexicon) {
  for (const Proof& proof : table.proofs) {
    const std::string name = proof.row.substr(proof.row.find(' ') + 1);
    std::string words;
    for (const Fired& one : fire(find, proof.sentence, lexicon)) {
      if (one.row == name && words.empty()) words = one.words;
    }
    EXPECT_EQ(words, proof.marked) << proof.row << ": " << proof.sentence;
  }
}

TEST(Happenings, RowsHoldTheirProofs) {
  const auto lexicon = load_lexicon(built_in_data());
  ASSERT_TRUE(lexicon.has_value()) << lexicon.error().message;
  const Happenings& tables = lexicon->happenings;
  expect_proofs(find_events, tables.events, *lexicon);
  expect_proofs(find_relations, tables.relations, *lexicon);
  expect_proofs(find_topics, tables.topics, *lexicon);
  expect_proofs(find_assessments, tables.assessments, *lexicon);
  expect_proofs(find_figures, tables.figures, *lexicon);
}

}  // namespace
}  // namespace concord
