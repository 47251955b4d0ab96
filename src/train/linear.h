// What both fits of a linear model share: the examples they learn from, and what they learn.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "language/weights.h"

namespace concord {

struct LinearExample {
  std::vector<std::uint32_t> rows;  // of its features (language/weights.h)
  double value = 0;                 // what is known of it; of a yes or no 1 or 0
  double counts = 1;                // beside the others
};
using LinearExamples = std::span<const LinearExample* const>;

struct LinearFit {
  double bias = 0;
  std::vector<double> weights;  // kWeightRows of them

  double sum(const LinearExample& example) const {
    double all = bias;
    for (const std::uint32_t row : example.rows) all += weights[row];
    return all;
  }
};

// By row, whether at least `seen_min` examples have it: the others keep no weight.
inline std::vector<bool> rows_met(LinearExamples examples, std::uint32_t seen_min) {
  std::vector<std::uint32_t> seen(kWeightRows, 0);
  for (const LinearExample* example : examples)
    for (const std::uint32_t row : example->rows) ++seen[row];
  std::vector<bool> met(kWeightRows);
  for (std::uint32_t row = 0; row < kWeightRows; ++row) met[row] = seen[row] >= seen_min;
  return met;
}

// Those of another fold: what a fit may learn from that is measured on `fold`.
inline std::vector<const LinearExample*> without_fold(const std::vector<LinearExample>& examples,
                                                      const std::vector<std::size_t>& folds,
                                                      std::size_t fold) {
  std::vector<const LinearExample*> chosen;
  for (std::size_t i = 0; i < examples.size(); ++i)
    if (folds[i] != fold) chosen.push_back(&examples[i]);
  return chosen;
}

}  // namespace concord
