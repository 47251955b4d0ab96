#include "train/ridge.h"

#include <cmath>

#include "language/weights.h"

namespace concord {
namespace {

using Vector = std::vector<double>;

constexpr double kPrecision = 1e-7;  // of the residual, against the first one

double dot(const Vector& a, const Vector& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

void add_scaled(Vector& to, double factor, const Vector& what) {
  for (std::size_t i = 0; i < to.size(); ++i) to[i] += factor * what[i];
}

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
    Vector residual = asked(fit.bias);
    Vector direction = residual;
    double size = dot(residual, residual);
    const double enough = size * kPrecision * kPrecision;
    for (std::size_t step = 0; step < plan_.steps_max && size > enough; ++step) {
      const Vector moved = times(direction);
      const double length = size / dot(direction, moved);
      add_scaled(fit.weights, length, direction);
      add_scaled(residual, -length, moved);
      const double left = dot(residual, residual);
      for (std::size_t i = 0; i < direction.size(); ++i)
        direction[i] = residual[i] + left / size * direction[i];
      size = left;
    }
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
