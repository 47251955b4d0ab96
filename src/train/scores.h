// The top of the network while training: tag, head and relation of each word, and their losses.
#pragma once

#include <span>
#include <vector>

#include "language/packing.h"
#include "train/network.h"

namespace concord {

struct ScoredReading {
  const Network& network;
  std::span<const Example* const> examples;
  const Packing& packing;
  const std::vector<float>& rows;  // words x sizes.reading(), after dropout
  float dropout;
  float scale;
};

// Adds to `slopes` (laid out as the network's dense weights); gives the gradient of `rows`.
Loss lose_scores(const ScoredReading& reading, Random& random, std::vector<float>& slopes,
                 std::vector<float>& d_rows);

}  // namespace concord
