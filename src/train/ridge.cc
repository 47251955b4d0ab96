#include "train/ridge.h"

#include "language/weights.h"
#include "train/conjugate.h"

namespace concord {
namespace {

using Vector = std::vector<double>;

class RidgeSolver {
 public:
  RidgeSolver(std::span<const RidgeExample* const> examples, const RidgePlan& plan)
      : examples_(examples), plan_(plan) {
    std::vector<std::uint32_t> seen(kWeightRows, 0);
    for (const RidgeExample* example : examples_)
      for (const std::uint32_t row : example->rows) ++seen[row];
    used_.assign(kWeightRows, false);
    for (std::uint32_t row = 0; row < kWeightRows; ++row) used_[row] = seen[row] >= plan.seen_min;
  }

  RidgeFit run() const {
    RidgeFit fit;
    fit.weights.assign(kWeightRows, 0.0);
    if (examples_.empty()) return fit;
    for (const RidgeExample* example : examples_) fit.bias += example->value;
    fit.bias /= static_cast<double>(examples_.size());
    fit.weights = solve_conjugate([&](const Vector& weights) { return times(weights); },
                                  asked(fit.bias), {.steps_max = plan_.steps_max});
    return fit;
  }

 private:
  // The right side: for each row the sum of what its examples are above the mean.
  Vector asked(double bias) const {
    Vector sums(kWeightRows, 0.0);
    for (const RidgeExample* example : examples_)
      for (const std::uint32_t row : example->rows)
        if (used_[row]) sums[row] += example->value - bias;
    return sums;
  }

  // (features' features + penalty) * weights
  Vector times(const Vector& weights) const {
    Vector out(kWeightRows);
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = plan_.penalty * weights[i];
    for (const RidgeExample* example : examples_) {
      double sum = 0;
      for (const std::uint32_t row : example->rows) sum += weights[row];
      for (const std::uint32_t row : example->rows)
        if (used_[row]) out[row] += sum;
    }
    return out;
  }

  std::span<const RidgeExample* const> examples_;
  const RidgePlan& plan_;
  std::vector<bool> used_;
};

}  // namespace

RidgeFit fit_ridge(std::span<const RidgeExample* const> examples, const RidgePlan& plan) {
  return RidgeSolver(examples, plan).run();
}

double predict(const RidgeFit& fit, const RidgeExample& example) {
  double sum = fit.bias;
  for (const std::uint32_t row : example.rows) sum += fit.weights[row];
  return sum;
}

}  // namespace concord
