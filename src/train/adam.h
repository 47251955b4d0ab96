// Adam (Kingma and Ba 2015) for the dense weights; for the input rows only those that a batch used
// move, as nothing was learnt about the others.
#pragma once

#include <cstdint>
#include <vector>

namespace concord {

struct AdamMoments {
  std::vector<float> mean;
  std::vector<float> square;
};

struct AdamStep {
  float rate = 0;  // with the corrections for young moments in it
  float kept_mean = 0.9f;
  float kept_square = 0.95f;
};

// The step number counts from 1.
AdamStep adam_step(float rate, std::uint64_t number);

// Moves `count` weights from `first` on; gradients[0] belongs to weights[first].
void move(std::vector<float>& weights, AdamMoments& moments, std::size_t first,
          const float* gradients, std::size_t count, const AdamStep& step);

}  // namespace concord
