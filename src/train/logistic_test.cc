#include "train/logistic.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>

#include "language/weights.h"
#include "train/claims_command.h"
#include "train/linear_test.h"

namespace concord {
namespace {

// Row 10 makes it likely, row 20 unlikely; every seventh is what it should not be.
std::vector<LinearExample> made_up() {
  std::vector<LinearExample> examples;
  for (std::uint32_t i = 0; i < 420; ++i) {
    LinearExample one;
    if (i % 2 == 0) one.rows.push_back(10);
    if (i % 3 == 0) one.rows.push_back(20);
    one.value = (i % 2 == 0 && i % 3 != 0) != (i % 7 == 0) ? 1 : 0;
    one.counts = i % 5 == 0 ? 0.4 : 1;
    examples.push_back(one);
  }
  examples[5].rows.push_back(40);  // once only
  return examples;
}

LinearFit fit(const std::vector<LinearExample>& examples, double penalty) {
  LogisticPlan plan;
  plan.penalty = penalty;
  return fit_logistic(pointers_to(examples), plan);
}

TEST(Logistic, FindsWhatMakesItLikely) {
  const LinearFit found = fit(made_up(), 0.1);
  EXPECT_GT(likelihood(found, {{10}}), 0.7);
  EXPECT_LT(likelihood(found, {{20}}), 0.3);
  EXPECT_EQ(found.weights[40], 0.0);  // seen too rarely
  EXPECT_EQ(found.weights[50], 0.0);  // never seen
}

// The slope of the penalised loss is nothing at the answer.
TEST(Logistic, IsTheLeastOfThePenalisedLoss) {
  const auto examples = made_up();
  const LinearFit found = fit(examples, 2);
  double bias = 0;
  for (const LinearExample& one : examples)
    bias += one.counts * (likelihood(found, one) - one.value);
  EXPECT_NEAR(bias, 0, 0.02);
  for (const std::uint32_t row : {10u, 20u}) {
    double slope = 2 * found.weights[row];
    for (const LinearExample& one : examples) {
      if (std::ranges::find(one.rows, row) == one.rows.end()) continue;
      slope += one.counts * (likelihood(found, one) - one.value);
    }
    EXPECT_NEAR(slope, 0, 0.02) << row;
  }
}

TEST(Logistic, TwiceTheSameBits) {
  EXPECT_EQ(fit(made_up(), 20).weights, fit(made_up(), 20).weights);
  EXPECT_EQ(fit({}, 20).weights, std::vector<double>(kWeightRows, 0.0));
}

std::string refusal(const std::string& lines) {
  const std::string path = testing::TempDir() + "/candidates.jsonl";
  std::ofstream(path) << lines;
  const auto model = run_claims_command({{path}});
  std::string message = model ? "" : model.error().message;
  const std::size_t at = message.find("candidates.jsonl");
  return at == std::string::npos ? message : message.substr(at);
}

TEST(ClaimsCommand, RefusesWhatItCannotUse) {
  const std::string wanted = ": an object with report, key, rows, told (and counts) is wanted";
  EXPECT_EQ(refusal(""), "nothing to learn from: the files hold no candidate");
  EXPECT_EQ(refusal("not json"), "candidates.jsonl:1" + wanted);
  EXPECT_EQ(refusal(R"({"report": "a", "key": "k", "rows": [70000], "told": true})"),
            "candidates.jsonl:1" + wanted);
  EXPECT_EQ(refusal("\n"
                    R"({"report": "a", "key": "k", "rows": [-1], "told": true})"),
            "candidates.jsonl:2" + wanted);
  EXPECT_EQ(refusal(R"({"report": "a", "key": "k", "rows": [1], "told": 1})"),
            "candidates.jsonl:1" + wanted);
}

}  // namespace
}  // namespace concord
