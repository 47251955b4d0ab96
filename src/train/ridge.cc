#include "train/ridge.h"

#include "language/weights.h"
#include "train/conjugate.h"

namespace concord {
namespace {

using Vector = std::vector<double>;

class RidgeSolver {
 public:
  RidgeSolver(LinearExamples examples, const RidgePlan& plan)
      : examples_(examples), plan_(plan), used_(rows_met(examples, plan.seen_min)) {}

  LinearFit run() const {
    LinearFit fit;
    fit.weights.assign(kWeightRows, 0.0);
    if (examples_.empty()) return fit;
    for (const LinearExample* example : examples_) fit.bias += example->value;
    fit.bias /= static_cast<double>(examples_.size());
    fit.weights = solve_conjugate([&](const Vector& weights) { return times(weights); },
                                  asked(fit.bias), {.steps_max = plan_.steps_max});
    return fit;
  }

 private:
  // The right side: for each row the sum of what its examples are above the mean.
  Vector asked(double bias) const {
    Vector sums(kWeightRows, 0.0);
    for (const LinearExample* example : examples_)
      for (const std::uint32_t row : example->rows)
        if (used_[row]) sums[row] += example->value - bias;
    return sums;
  }

  // (features' features + penalty) * weights
  Vector times(const Vector& weights) const {
    Vector out(kWeightRows);
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = plan_.penalty * weights[i];
    for (const LinearExample* example : examples_) {
      double sum = 0;
      for (const std::uint32_t row : example->rows) sum += weights[row];
      for (const std::uint32_t row : example->rows)
        if (used_[row]) out[row] += sum;
    }
    return out;
  }

  LinearExamples examples_;
  const RidgePlan& plan_;
  std::vector<bool> used_;
};

}  // namespace

LinearFit fit_ridge(LinearExamples examples, const RidgePlan& plan) {
  return RidgeSolver(examples, plan).run();
}

}  // namespace concord
