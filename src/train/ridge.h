// Weights by ridge regression: the least squares of what is known, and of the weights themselves.
//
// In:       for each example the rows of its features (language/weights.h) and its value.
// Out:      bias (the mean value) and a weight a row; rows met too rarely keep 0.
// How:      conjugate gradients on the normal equations (Hestenes and Stiefel 1952), sums in the
//           order of the examples: the same examples give the same bits.
#pragma once

#include <cstdint>

#include "train/linear.h"

namespace concord {

struct RidgePlan {
  double penalty = 20;          // the weight of the weights
  std::uint32_t seen_min = 3;   // rows of fewer examples keep 0
  std::size_t steps_max = 200;  // of the solver; ends sooner when nothing is left to gain
};

// `counts` of the examples is left aside.
LinearFit fit_ridge(LinearExamples examples, const RidgePlan& plan);

}  // namespace concord
