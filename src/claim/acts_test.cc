#include <gtest/gtest.h>

#include "claim/clause.h"
#include "lexicon/data.h"
#include "reading/passes.h"
#include "text/fold.h"

namespace concord {
namespace {

// Every row of data/en/acts.toml fires on the bracketed words of its yes sentences, and nowhere in
// its no sentences.
TEST(Acts, RowsHoldTheirProofs) {
  const auto lexicon = load_lexicon(built_in_data());
  ASSERT_TRUE(lexicon.has_value()) << lexicon.error().message;
  ASSERT_GT(lexicon->acts.proofs.size(), 30u);
  for (const Proof& proof : lexicon->acts.proofs) {
    Report report;
    report.text = proof.sentence;
    report.blocks = {{BlockKind::paragraph, {0, static_cast<std::uint32_t>(report.text.size())}}};
    Reading reading;
    split_sentences(report, *lexicon, reading);
    find_actors(report, *lexicon, reading);
    find_agreements(report, *lexicon, reading);
    Discourse discourse;
    const std::string name = proof.row.substr(proof.row.find(' ') + 1);
    std::string fired;
    for (const FoundAct& act :
         find_acts(report, reading, *lexicon, reading.sentences.front(), discourse)) {
      if (act.act->name == name && fired.empty())
        fired = report.words(bytes_of(reading, act.words));
    }
    EXPECT_EQ(fired, proof.marked) << proof.row << ": " << proof.sentence;
  }
}

}  // namespace
}  // namespace concord
