#include "language/contractions.h"

#include <gtest/gtest.h>

namespace concord {
namespace {

std::string cut(std::string_view token) {
  const ContractionTable table = {{"cannot", {3, 3}}, {"'90s", {4}}};
  std::string out;
  for (const std::string_view word : cut_token(table, token)) {
    out += (out.empty() ? "" : " ") + std::string(word);
  }
  return out;
}

TEST(Contractions, PartAtEndingsWithAnApostrophe) {
  EXPECT_EQ(cut("didn't"), "did n't");
  EXPECT_EQ(cut("Oman's"), "Oman 's");
  EXPECT_EQ(cut("OMAN’S"), "OMAN ’S");
  EXPECT_EQ(cut("states'"), "states '");
  EXPECT_EQ(cut("Tōkyō's"), "Tōkyō 's");
}

TEST(Contractions, LeaveOtherTokensWhole) {
  EXPECT_EQ(cut("O'Brien"), "O'Brien");
  EXPECT_EQ(cut("1990's"), "1990's");
  EXPECT_EQ(cut("'s"), "'s");
  EXPECT_EQ(cut("s'"), "s'");
  EXPECT_EQ(cut(""), "");
}

TEST(Contractions, AreKnownFromTheTable) { EXPECT_EQ(cut("Cannot"), "Can not"); }

}  // namespace
}  // namespace concord
