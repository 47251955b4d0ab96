// The trained model of names as the finder uses it, and the file it comes from.
//
// File:     the head of all models (model_head.h); then keys of features in ascending order, their
//           rows of weights (a label each), weights of label after label, phrases. Little-endian.
// Trust:    checked before use; sums of whole numbers, so every machine finds the same names.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "language/phrases.h"

namespace concord {

// What a file is made of; concord-train fills it.
struct NameModelParts {
  std::vector<std::uint64_t> keys;    // ascending
  std::vector<std::int8_t> weights;   // kNameLabels for each key
  std::vector<std::int16_t> follows;  // (kNameLabels + 1) x (kNameLabels + 1), none at the ends
  PhraseTable phrases;
};
std::string print_name_model(const NameModelParts& parts);

struct NameModel {
  std::vector<std::uint64_t> keys;
  std::vector<std::uint32_t> first_key;  // of those that share their upper 16 bits
  const std::int8_t* weights = nullptr;  // a view into the bytes it was loaded from
  std::vector<std::int16_t> follows;
  PhraseTable phrases;
  std::string digest;

  // The row of weights of a feature; null for one never seen.
  const std::int8_t* row(std::uint64_t key) const;
};

// `bytes` must outlive the model; `name` stands in messages.
Result<NameModel> load_name_model(std::string_view bytes, const std::string& name);

}  // namespace concord
