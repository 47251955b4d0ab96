// The cosine of one vector with many others, the same to the last bit as cosine() gives.
#pragma once

#include <array>
#include <cstdint>

#include "story/profile.h"

namespace concord {

class CosineTo {
 public:
  // The terms must outlive it; at most 65,535.
  explicit CosineTo(const Terms& terms);
  float operator()(const Terms& other) const;

 private:
  // Ids are hashes: their upper bits tell nearly all terms that are not there, and where the others
  // are, as terms are sorted by id.
  static constexpr std::uint32_t kBits = 13;
  static std::uint32_t bucket_of(std::uint32_t id) { return id >> (32 - kBits); }

  const Terms& terms_;
  std::array<std::uint16_t, 1u << kBits> first_{};  // by bucket: its first term + 1
};

}  // namespace concord
