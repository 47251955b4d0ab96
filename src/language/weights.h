// A sum of learned weights over what is true of a thing: the whole of a linear model.
//
// In:       the rows of a thing's features. A feature is named by words ("modal", "will") that are
//           hashed to one of kWeightRows rows; what two features share by accident they share.
// Out:      the model's value: bias + the sum of the rows' weights, exact, so the order of features
//           does not matter.
// File:     language/model_head.h; then the number of rows, bias, scale, a 16-bit number a row.
// Not here: which features a thing has (reading/factuality.h, claim/candidates.h), how weights are
// found (train/ridge.h, train/logistic.h).
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace concord {

inline constexpr std::uint32_t kWeightRows = 1u << 16;

// The row of the feature named by these words in this order.
std::uint32_t weight_row(std::initializer_list<std::string_view> name);
// The row of "both": two features that are true together, the first beside the second.
std::uint32_t weight_row_of_both(std::uint32_t one, std::uint32_t other);

struct Weights {
  float bias = 0;
  float scale = 0;                    // what a weight of 1 is worth
  std::vector<std::int16_t> weights;  // kWeightRows of them
  std::string digest;                 // of a loaded file; names the model

  float sum(std::span<const std::uint32_t> rows) const;
};

// Rounds to 16 bits; the largest weight by size becomes 32,767.
Weights round_weights(double bias, const std::vector<double>& weights);

std::string print_weights(const Weights& weights);
Result<Weights> load_weights(std::string_view bytes, const std::string& name);

}  // namespace concord
