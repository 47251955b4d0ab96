#include <gtest/gtest.h>

#include "claim/clause.h"
#include "lexicon/data.h"
#include "reading/passes.h"
#include "text/fold.h"

namespace concord {
namespace {

// The acts that the sentences of a proof hold.
std::vector<std::pair<FoundAct, std::string>> acts_of(const std::string& text,
                                                      const Lexicon& lexicon) {
  Report report;
  report.text = text;
  report.blocks = {{BlockKind::paragraph, {0, static_cast<std::uint32_t>(text.size())}}};
  Reading reading;
  split_sentences(report, lexicon, reading);
  find_times(report, lexicon, reading);
  find_actors(report, lexicon, reading);
  parse_names(report, lexicon, reading);
  find_agreements(report, lexicon, reading);
  parse_acts(report, lexicon, reading);
  Discourse discourse;
  std::vector<std::pair<FoundAct, std::string>> found;
  for (const Sentence& sentence : reading.sentences) {
    for (FoundAct& act : find_acts(report, reading, lexicon, sentence, discourse)) {
      const std::string words(report.words(bytes_of(reading, act.words)));
      found.emplace_back(std::move(act), words);
    }
  }
  return found;
}

std::string name_in(const Proof& proof) { return proof.row.substr(proof.row.find(' ') + 1); }

// Every row of data/en/acts.toml fires on the bracketed words of its yes sentences, and nowhere in
// its no sentences.
TEST(Acts, RowsHoldTheirProofs) {
  const auto lexicon = load_lexicon(built_in_data());
  ASSERT_TRUE(lexicon.has_value()) << lexicon.error().message;
  ASSERT_GT(lexicon->acts.proofs.size(), 30u);
  for (const Proof& proof : lexicon->acts.proofs) {
    std::string fired;
    for (const auto& [act, words] : acts_of(proof.sentence, *lexicon)) {
      if (act.row->name == name_in(proof) && fired.empty()) fired = words;
    }
    EXPECT_EQ(fired, proof.marked) << proof.row << ": " << proof.sentence;
  }
}

// Every row of data/en/factuality.toml turns the bracketed act of its yes sentences, and no act of
// its no sentences.
TEST(Factuality, RowsHoldTheirProofs) {
  const auto lexicon = load_lexicon(built_in_data());
  ASSERT_TRUE(lexicon.has_value()) << lexicon.error().message;
  ASSERT_GT(lexicon->acts.factuality_proofs.size(), 20u);
  for (const Proof& proof : lexicon->acts.factuality_proofs) {
    std::string turned;
    for (const auto& [act, words] : acts_of(proof.sentence, *lexicon)) {
      if (act.turned_by == name_in(proof) && turned.empty()) turned = words;
    }
    EXPECT_EQ(turned, proof.marked) << proof.row << ": " << proof.sentence;
  }
}

}  // namespace
}  // namespace concord
