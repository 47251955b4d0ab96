#include "lexicon/veridicality.h"

#include <gtest/gtest.h>

namespace concord {
namespace {

std::string refusal(const std::string& text) {
  const auto loaded = load_veridicality({{"en/veridicality.toml", text}});
  return loaded ? "" : loaded.error().message;
}

const std::string kProofs = "yes = [\"Kenya failed to [sign].\"]\nno = [\"Kenya signed.\"]\n";

std::string embedding(const std::string& words, const std::string& takes,
                      const std::string& holds) {
  return "[[embedding]]\nname = \"fail\"\nwords = [" + words + "]\ntakes = [" + takes +
         "]\nholds = \"" + holds + "\"\ndenied = \"1\"\n" + kProofs;
}

TEST(Veridicality, BuiltInRowsAreFoundByWordAndClause) {
  const auto loaded = load_veridicality(built_in_data());
  ASSERT_TRUE(loaded) << loaded.error().message;
  const Embedding* manage = loaded->embedding("manage", Complement::to);
  ASSERT_NE(manage, nullptr);
  EXPECT_GT(manage->holds, 1);
  EXPECT_LT(manage->denied, -1);
  EXPECT_EQ(loaded->embedding("manage", Complement::that), nullptr);
  ASSERT_NE(loaded->find(OperatorKind::modal, "will"), nullptr);
  EXPECT_EQ(loaded->find(OperatorKind::negator, "will"), nullptr);
}

TEST(Veridicality, RefusesBadRowsWithFileAndLine) {
  EXPECT_EQ(refusal(embedding("\"fail\"", "\"to\"", "-2")), "");
  EXPECT_EQ(refusal(embedding("\"fail\"", "\"to\"", "-4")),
            "data/en/veridicality.toml:1: 'holds' must be a number from -3 to 3, as \"-2.5\"");
  EXPECT_EQ(refusal(embedding("\"fail\"", "\"to\"", "much")),
            "data/en/veridicality.toml:1: 'holds' must be a number from -3 to 3, as \"-2.5\"");
  EXPECT_EQ(refusal(embedding("\"fail\"", "\"too\"", "-2")),
            "data/en/veridicality.toml:1: unknown clause 'too'");
  EXPECT_EQ(refusal(embedding("\"fail\", \"fail\"", "\"to\"", "-2")),
            "data/en/veridicality.toml:1: 'fail' belongs to another row too");
  EXPECT_EQ(refusal("[[operator]]\nname = \"x\"\nkind = \"verb\"\nwords = [\"x\"]\n" + kProofs),
            "data/en/veridicality.toml:1: unknown kind 'verb'");
  EXPECT_EQ(refusal("[[operator]]\nname = \"x\"\nkind = \"modal\"\nwords = [\"x\"]\n" + kProofs),
            "data/en/veridicality.toml:1: 'value' is missing");
}

TEST(Veridicality, AMissingFileIsSaid) {
  const auto loaded = load_veridicality({});
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.error().message, "data/en/veridicality.toml is missing");
}

}  // namespace
}  // namespace concord
