#include "train/factuality_trainer.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "reading/factuality.h"

namespace concord {
namespace {

constexpr std::array kPenalties = {10.0, 20.0, 40.0, 80.0};

struct Examples {
  std::vector<LinearExample> all;
  std::vector<std::size_t> fold;  // of each: whole sentences stay together
  std::vector<double> sifted;
};

Examples examples_of(const std::vector<FactualityGold>& gold, const Parser& parser,
                     const Veridicality& words) {
  std::vector<Forms> sentences;
  for (const FactualityGold& one : gold)
    sentences.emplace_back(one.tokens.begin(), one.tokens.end());
  const std::vector<Syntax> trees = parser.parse(sentences);
  Examples examples;
  for (std::size_t n = 0; n < gold.size(); ++n) {
    if (gold[n].predicates.empty()) continue;
    const FactualityReader reader(sentences[n], trees[n], words);
    for (const FactualityGold::Predicate& predicate : gold[n].predicates) {
      examples.all.push_back({reader.features(predicate.index), predicate.score});
      examples.fold.push_back(weight_row({"fold", gold[n].id}) % kFolds);
      examples.sifted.push_back(reader.sift(predicate.index).value);
    }
  }
  return examples;
}

FactualityScores scores_of(const Examples& examples, const std::vector<double>& foretold) {
  const auto count = static_cast<double>(foretold.size());
  double mean_gold = 0, mean_ours = 0, off = 0;
  for (std::size_t i = 0; i < foretold.size(); ++i) {
    mean_gold += examples.all[i].value / count;
    mean_ours += foretold[i] / count;
    off += std::fabs(examples.all[i].value - foretold[i]) / count;
  }
  double both = 0, of_gold = 0, of_ours = 0;
  for (std::size_t i = 0; i < foretold.size(); ++i) {
    const double a = examples.all[i].value - mean_gold;
    const double b = foretold[i] - mean_ours;
    both += a * b;
    of_gold += a * a;
    of_ours += b * b;
  }
  const double size = std::sqrt(of_gold * of_ours);
  return {0, size > 0 ? both / size : 0, off};
}

LinearFit fit_without(const Examples& examples, std::size_t fold, const RidgePlan& plan) {
  return fit_ridge(without_fold(examples.all, examples.fold, fold), plan);
}

FactualityScores cross_validate(const Examples& examples, const RidgePlan& plan) {
  std::vector<double> foretold(examples.all.size());
  for (std::size_t fold = 0; fold < kFolds; ++fold) {
    const LinearFit fit = fit_without(examples, fold, plan);
    for (std::size_t i = 0; i < foretold.size(); ++i)
      if (examples.fold[i] == fold) foretold[i] = std::clamp(fit.sum(examples.all[i]), -3.0, 3.0);
  }
  FactualityScores scores = scores_of(examples, foretold);
  scores.penalty = plan.penalty;
  return scores;
}

}  // namespace

FactualityTraining train_factuality(const std::vector<FactualityGold>& gold, const Parser& parser,
                                    const Veridicality& words) {
  const Examples examples = examples_of(gold, parser, words);
  FactualityTraining training;
  training.examples = examples.all.size();
  training.sieve = scores_of(examples, examples.sifted);
  RidgePlan plan;
  for (const double penalty : kPenalties) {
    plan.penalty = penalty;
    training.tried.push_back(cross_validate(examples, plan));
    if (training.tried.back().r > training.best.r) training.best = training.tried.back();
  }
  plan.penalty = training.best.penalty;
  const LinearFit fit = fit_without(examples, kFolds, plan);  // without none
  training.weights = round_weights(fit.bias, fit.weights);
  return training;
}

}  // namespace concord
