#include "language/weights.h"

#include <gtest/gtest.h>

#include <array>

namespace concord {
namespace {

Weights some_weights() {
  std::vector<double> weights(kWeightRows, 0.0);
  weights[weight_row({"modal", "will"})] = -2;
  weights[weight_row({"tense", "past"})] = 1.5;
  return round_weights(0.25, weights);
}

std::string refusal(const std::string& bytes) {
  const auto loaded = load_weights(bytes, "x.model");
  return loaded ? "" : loaded.error().message;
}

TEST(Weights, SumIsThatOfTheNamedFeatures) {
  const Weights weights = some_weights();
  const std::array rows = {weight_row({"modal", "will"}), weight_row({"tense", "past"})};
  EXPECT_NEAR(weights.sum(rows), 0.25 - 2 + 1.5, 1e-3);
  EXPECT_FLOAT_EQ(weights.sum({}), 0.25f);
}

TEST(Weights, WordsOfANameAreKeptApart) {
  EXPECT_NE(weight_row({"modal", "will"}), weight_row({"modalwill"}));
  EXPECT_NE(weight_row({"modal", "will"}), weight_row({"will", "modal"}));
}

TEST(Weights, AreLoadedAsTheyWerePrinted) {
  const auto loaded = load_weights(print_weights(some_weights()), "x.model");
  ASSERT_TRUE(loaded) << loaded.error().message;
  EXPECT_EQ(loaded->weights, some_weights().weights);
  EXPECT_EQ(loaded->bias, some_weights().bias);
  EXPECT_EQ(loaded->scale, some_weights().scale);
  EXPECT_EQ(loaded->digest.size(), 64u);
}

TEST(Weights, RefusesForeignCutAndChangedFiles) {
  const std::string bytes = print_weights(some_weights());
  EXPECT_EQ(refusal(""), "x.model: is no model of concord");
  EXPECT_EQ(refusal(bytes.substr(0, bytes.size() - 1)), "x.model: is cut short or too long");
  std::string changed = bytes;
  changed[500] = static_cast<char>(changed[500] ^ 0x10);
  EXPECT_EQ(refusal(changed), "x.model: has been changed: its digest is another");
  changed = bytes;
  changed[16] = 9;
  EXPECT_EQ(refusal(changed),
            "x.model: is a model of version 9, this program reads 1; train it again");
}

// A sound digest over unsound content: what a faulty writer would make.
TEST(Weights, RefusesPartsThatDoNotFit) {
  Weights weights = some_weights();
  weights.weights.pop_back();
  EXPECT_EQ(refusal(print_weights(weights)), "x.model: has damaged weights");
  weights = some_weights();
  weights.scale = 1e30f;
  EXPECT_EQ(refusal(print_weights(weights)), "x.model: has damaged weights");
}

}  // namespace
}  // namespace concord
