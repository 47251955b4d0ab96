// The cosine of one vector with many others, the same to the last bit as cosine() gives.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "story/flat_map.h"
#include "story/profile.h"

namespace concord {

class CosineTo {
 public:
  explicit CosineTo(const Terms& terms);
  float operator()(const Terms& other) const;

 private:
  static constexpr std::uint32_t kBits = 13;
  static std::uint32_t bit_of(std::uint32_t id) { return id >> (32 - kBits); }

  // A first look tells nearly all terms that are not there.
  std::array<std::uint64_t, (1u << kBits) / 64> maybe_{};
  FlatMap<float> weights_;
};

}  // namespace concord
