// Weights of the cues by which arguments are attached to acts (claim/attachment.h).
//
// data/models/en/attachment.tsv: `cue` (its readable name) and `weight`, sorted by name. Fitted by
// tools/fit_attachment.py; data/models/en/CARD.md says on what. A cue without a row weighs nothing.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <unordered_map>

#include "base/result.h"
#include "lexicon/data.h"

namespace concord {

// 64-bit FNV-1a over the parts of a cue's name, joined by '.'.
inline std::uint64_t cue_key(std::initializer_list<std::string_view> parts) {
  std::uint64_t hash = 14695981039346656037ull;
  bool first = true;
  for (const std::string_view part : parts) {
    if (!first) hash = (hash ^ std::uint64_t{'.'}) * 1099511628211ull;
    first = false;
    for (const char c : part) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ull;
  }
  return hash;
}

struct CueWeights {
  std::unordered_map<std::uint64_t, double> weights;

  double of(std::uint64_t key) const {
    const auto found = weights.find(key);
    return found == weights.end() ? 0.0 : found->second;
  }
};

Result<CueWeights> load_cue_weights(const DataFiles& files);

}  // namespace concord
