// Weights by logistic regression: how likely a thing is, of what is known of others like it.
//
// In:       for each example the rows of its features (language/weights.h), whether it is so, and
// how
//           much it counts.
// Out:      bias and a weight a row, whose sum is the logarithm of the odds; rows met too rarely
// keep 0. How:      Newton's steps, each solved by conjugate gradients (Lin, Weng and Keerthi
// 2008); the same
//           examples give the same bits.
#pragma once

#include <cstdint>

#include "train/linear.h"

namespace concord {

struct LogisticPlan {
  double penalty = 200;         // the weight of the weights
  std::uint32_t seen_min = 10;  // rows of fewer examples keep 0
  std::size_t steps_max = 12;   // Newton's; ends sooner when nothing is left to gain
};

LinearFit fit_logistic(LinearExamples examples, const LogisticPlan& plan);

// From 0 to 1.
double likelihood(const LinearFit& fit, const LinearExample& example);

}  // namespace concord
