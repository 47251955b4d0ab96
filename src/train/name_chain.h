// The chain that names are learnt with: how probable the right labels of a sentence are, and which
// way every score should move (a linear-chain conditional random field; Lafferty and others 2001).
//
// In:       scores of each label for each word, and of label after label.
// Out:      the loss -log P(right labels), and its slopes: P(label) less 1 for the right one.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "language/names.h"

namespace concord {

using Follows = std::array<float, kLabelStates * kLabelStates>;

// e to the power of x with plain operations: the same bits on every processor.
float plain_exp(float x);

struct ChainSlopes {
  std::vector<float> labels;  // a row of kNameLabels a word
  Follows follows{};
};

// `scores` holds a row of kNameLabels a word.
void chain_slopes(std::span<const float> scores, const Follows& follows,
                  std::span<const std::uint8_t> right, ChainSlopes& slopes);

}  // namespace concord
