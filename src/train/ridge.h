// Weights by ridge regression: the least squares of what is known, and of the weights themselves.
//
// In:       for each example the rows of its features (language/weights.h) and its value.
// Out:      bias (the mean value) and a weight a row; rows met too rarely keep 0.
// How:      conjugate gradients on the normal equations (Hestenes and Stiefel 1952), sums in the
//           order of the examples: the same examples give the same bits.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace concord {

struct RidgeExample {
  std::vector<std::uint32_t> rows;
  double value = 0;
};

struct RidgePlan {
  double penalty = 20;          // the weight of the weights
  std::uint32_t seen_min = 3;   // rows of fewer examples keep 0
  std::size_t steps_max = 200;  // of the solver; ends sooner when nothing is left to gain
};

struct RidgeFit {
  double bias = 0;
  std::vector<double> weights;  // kWeightRows of them
};

RidgeFit fit_ridge(std::span<const RidgeExample* const> examples, const RidgePlan& plan);

double predict(const RidgeFit& fit, const RidgeExample& example);

}  // namespace concord
