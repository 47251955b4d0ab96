// The trained model of names as the finder uses it, and the file it comes from.
//
// File:     the head of all models (model_head.h); then keys of features in ascending order,
//           phrases, weights of label after label, and a row of weights for each key.
//           Little-endian.
// Trust:    checked before use; sums of whole numbers, so every machine finds the same names.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "language/phrases.h"

namespace concord {

inline constexpr std::size_t kNameLabels = 13;                // names.h has them
inline constexpr std::size_t kLabelStates = kNameLabels + 1;  // the last: no word
inline constexpr std::size_t kNameColumns = 16;  // of a row of weights: a vector, a part of a line
// Weights of label after label.
using FollowTable = std::array<std::int64_t, kLabelStates * kLabelStates>;
// Worse than any path of sound weights, and far from the end of the range.
inline constexpr std::int64_t kForbidden = -(std::int64_t{1} << 50);

// What a file is made of; concord-train fills it.
struct NameModelParts {
  std::vector<std::uint64_t> keys;    // ascending
  std::vector<std::int8_t> weights;   // kNameColumns for each key, those past kNameLabels are 0
  std::vector<std::int16_t> follows;  // kLabelStates x kLabelStates
  PhraseTable phrases;
};
std::string print_name_model(const NameModelParts& parts);

struct NameModel {
  std::vector<std::uint64_t> keys;
  std::vector<std::uint32_t> first_key;  // of those that share their upper 16 bits
  const std::int8_t* weights = nullptr;  // a view into the bytes it was loaded from
  FollowTable follows{};                 // kForbidden where a label may not follow
  KnownPhrases phrases;
  std::string digest;

  // The row of weights of a feature; null for one never seen.
  const std::int8_t* row(std::uint64_t key) const;
};

// `bytes` must outlive the model; `name` stands in messages.
Result<NameModel> load_name_model(std::string_view bytes, const std::string& name);

}  // namespace concord
