#include "train/logistic.h"

#include <cmath>

#include "language/weights.h"
#include "train/conjugate.h"

namespace concord {
namespace {

using Vector = std::vector<double>;

constexpr std::size_t kBias = kWeightRows;  // the last of a vector
constexpr double kGainLeast = 1e-7;         // of the loss, for another step

double odds_of(const Vector& weights, const LinearExample& example) {
  double sum = weights[kBias];
  for (const std::uint32_t row : example.rows) sum += weights[row];
  return sum;
}

double chance(double odds) { return 1 / (1 + std::exp(-odds)); }

class LogisticSolver {
 public:
  LogisticSolver(LinearExamples examples, const LogisticPlan& plan)
      : examples_(examples), plan_(plan), used_(rows_met(examples, plan.seen_min)) {}

  LinearFit run() const {
    Vector weights(kWeightRows + 1, 0.0);
    double loss = loss_of(weights);
    for (std::size_t step = 0; step < plan_.steps_max; ++step) {
      const Vector chances = chances_of(weights);
      const Vector direction =
          solve_conjugate([&](const Vector& vector) { return curve_times(chances, vector); },
                          downhill(chances, weights), {.steps_max = 60, .precision = 1e-3});
      double length = 1, left = loss;
      Vector next = weights;
      for (; length > 1e-3; length /= 2) {
        next = weights;
        add_scaled(next, length, direction);
        left = loss_of(next);
        if (left < loss) break;
      }
      if (left >= loss) break;
      const double gained = loss - left;
      weights = std::move(next);
      loss = left;
      if (gained < kGainLeast * loss) break;
    }
    LinearFit fit{weights[kBias], std::move(weights)};
    fit.weights.resize(kWeightRows);
    return fit;
  }

 private:
  Vector chances_of(const Vector& weights) const {
    Vector chances;
    for (const LinearExample* example : examples_)
      chances.push_back(chance(odds_of(weights, *example)));
    return chances;
  }

  // Minus the logarithm of how likely what is known is, and the weights of the weights.
  double loss_of(const Vector& weights) const {
    double loss = 0;
    for (const LinearExample* example : examples_) {
      const double odds = odds_of(weights, *example) * (example->value > 0 ? 1 : -1);
      loss += example->counts *
              (odds > 0 ? std::log1p(std::exp(-odds)) : std::log1p(std::exp(odds)) - odds);
    }
    for (std::size_t i = 0; i < kBias; ++i) loss += plan_.penalty * weights[i] * weights[i] / 2;
    return loss;
  }

  Vector downhill(const Vector& chances, const Vector& weights) const {
    Vector slope(kWeightRows + 1, 0.0);
    for (std::size_t i = 0; i < kBias; ++i) slope[i] = -plan_.penalty * weights[i];
    for (std::size_t n = 0; n < examples_.size(); ++n) {
      const double off = examples_[n]->counts * (examples_[n]->value - chances[n]);
      add(slope, *examples_[n], off);
    }
    return slope;
  }

  Vector curve_times(const Vector& chances, const Vector& vector) const {
    Vector out(kWeightRows + 1, 0.0);
    for (std::size_t i = 0; i < kBias; ++i) out[i] = plan_.penalty * vector[i];
    for (std::size_t n = 0; n < examples_.size(); ++n) {
      const double curve = examples_[n]->counts * chances[n] * (1 - chances[n]);
      add(out, *examples_[n], curve * odds_of(vector, *examples_[n]));
    }
    return out;
  }

  void add(Vector& to, const LinearExample& example, double what) const {
    to[kBias] += what;
    for (const std::uint32_t row : example.rows)
      if (used_[row]) to[row] += what;
  }

  LinearExamples examples_;
  const LogisticPlan& plan_;
  std::vector<bool> used_;
};

}  // namespace

LinearFit fit_logistic(LinearExamples examples, const LogisticPlan& plan) {
  return LogisticSolver(examples, plan).run();
}

double likelihood(const LinearFit& fit, const LinearExample& example) {
  return chance(fit.sum(example));
}

}  // namespace concord
