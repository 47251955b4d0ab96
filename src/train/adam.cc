#include "train/adam.h"

#include <cmath>

namespace concord {
namespace {

constexpr float kTiny = 1e-8f;

double power(double base, std::uint64_t exponent) {
  double result = 1;
  for (; exponent > 0; exponent >>= 1, base *= base) {
    if (exponent & 1) result *= base;
  }
  return result;
}

}  // namespace

AdamStep adam_step(float rate, std::uint64_t number) {
  AdamStep step;
  const double young_mean = 1 - power(static_cast<double>(step.kept_mean), number);
  const double young_square = 1 - power(static_cast<double>(step.kept_square), number);
  step.rate = static_cast<float>(static_cast<double>(rate) * std::sqrt(young_square) / young_mean);
  return step;
}

void move(std::vector<float>& weights, AdamMoments& moments, std::size_t first,
          const float* gradients, std::size_t count, const AdamStep& step) {
  float* weight = weights.data() + first;
  float* mean = moments.mean.data() + first;
  float* square = moments.square.data() + first;
  for (std::size_t i = 0; i < count; ++i) {
    const float g = gradients[i];
    mean[i] = step.kept_mean * mean[i] + (1 - step.kept_mean) * g;
    square[i] = step.kept_square * square[i] + (1 - step.kept_square) * g * g;
    weight[i] -= step.rate * mean[i] / (std::sqrt(square[i]) + kTiny);
  }
}

}  // namespace concord
