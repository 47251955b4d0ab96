#include "train/ridge.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "lexicon/lexicon.h"
#include "train/factuality_trainer.h"
#include "train/files.h"
#include "train/linear_test.h"

namespace concord {
namespace {

std::vector<LinearExample> made_up() {
  std::vector<LinearExample> examples;
  for (std::uint32_t i = 0; i < 400; ++i) {
    LinearExample one;
    if (i % 2 == 0) one.rows.push_back(10);
    if (i % 3 == 0) one.rows.push_back(20);
    if (i % 7 == 0) one.rows.push_back(30);
    one.value = 0.5 + (i % 2 == 0 ? 2.0 : 0) + (i % 3 == 0 ? -1.0 : 0);
    examples.push_back(one);
  }
  examples[5].rows.push_back(40);  // once only
  return examples;
}

LinearFit fit(const std::vector<LinearExample>& examples, double penalty) {
  RidgePlan plan;
  plan.penalty = penalty;
  return fit_ridge(pointers_to(examples), plan);
}

TEST(Ridge, FindsWhatTheValuesWereMadeOf) {
  const auto examples = made_up();
  const LinearFit found = fit(examples, 1e-3);
  const double neither = found.sum({});
  EXPECT_NEAR(found.sum({{10}}) - found.sum({{20}}), 3.0, 0.7);
  EXPECT_GT(found.sum({{10}}), neither);
  EXPECT_EQ(found.weights[40], 0.0);  // seen too rarely
  EXPECT_EQ(found.weights[50], 0.0);  // never seen
}

// The gradient of the penalised squares is nothing at the answer.
TEST(Ridge, IsTheLeastOfPenalisedSquares) {
  const auto examples = made_up();
  const LinearFit found = fit(examples, 5);
  for (const std::uint32_t row : {10u, 20u, 30u}) {
    double slope = 5 * found.weights[row];
    for (const LinearExample& one : examples) {
      const bool has = std::ranges::find(one.rows, row) != one.rows.end();
      if (has) slope += found.sum(one) - one.value;
    }
    EXPECT_NEAR(slope, 0, 1e-4) << row;
  }
}

TEST(Ridge, TwiceTheSameBits) {
  EXPECT_EQ(fit(made_up(), 20).weights, fit(made_up(), 20).weights);
  EXPECT_EQ(fit({}, 20).bias, 0.0);
}

TEST(FactualityGold, RefusesWhatItCannotUse) {
  const auto refusal = [](const std::string& text) {
    const auto gold = read_factuality(text, "x.jsonl");
    return gold ? "" : gold.error().message;
  };
  const std::string good =
      R"({"id": "a", "tokens": ["It", "rained"], "predicates": [{"index": 1}]})";
  EXPECT_EQ(refusal(good), "");
  const std::string wanted = ": an object with id, tokens and predicates {index, score} is wanted";
  EXPECT_EQ(refusal(good + "\n{}"), "x.jsonl:2" + wanted);
  EXPECT_EQ(refusal("not json"), "x.jsonl:1" + wanted);
  EXPECT_EQ(refusal(R"({"id": "a", "tokens": ["It"], "predicates": [{"index": 1}]})"),
            "x.jsonl:1" + wanted);
  EXPECT_EQ(refusal(R"({"id": "a", "tokens": [1], "predicates": []})"), "x.jsonl:1" + wanted);
  EXPECT_EQ(refusal(R"({"id": "a", "tokens": ["It"], "predicates": [{"index": -1}]})"),
            "x.jsonl:1" + wanted);
}

// On a part of the public set beside the project; skipped where it is not.
TEST(FactualityTrainer, LearnsMoreThanTheSieveKnowsAndTwiceTheSame) {
  const std::string path = CONCORD_SOURCE_DIR "/../shared/data/factuality/uds-train/train.jsonl.gz";
  if (!std::filesystem::exists(path)) GTEST_SKIP() << path << " is not there";
  auto gold = *read_factuality(*load_text(path), path);
  gold.resize(1500);
  const auto lexicon = load_lexicon(built_in_data());
  ASSERT_TRUE(lexicon) << lexicon.error().message;
  const auto once = train_factuality(gold, *lexicon->parser, lexicon->veridicality);
  EXPECT_GT(once.best.r, once.sieve.r);
  EXPECT_GT(once.sieve.r, 0.6);
  const auto twice = train_factuality(gold, *lexicon->parser, lexicon->veridicality);
  EXPECT_EQ(print_weights(once.weights), print_weights(twice.weights));
}

}  // namespace
}  // namespace concord
