#include "story/cosine_to.h"

#include <algorithm>

namespace concord {

CosineTo::CosineTo(const Terms& terms) : terms_(terms) {
  for (std::size_t i = terms.size(); i > 0; --i)
    first_[bucket_of(terms[i - 1].id)] = static_cast<std::uint16_t>(i);
}

float CosineTo::operator()(const Terms& other) const {
  constexpr std::size_t kBlock = 256;
  std::array<std::uint32_t, kBlock> maybe;
  float sum = 0;
  for (std::size_t from = 0; from < other.size(); from += kBlock) {
    const std::size_t to = std::min(other.size(), from + kBlock);
    std::size_t count = 0;
    for (std::size_t i = from; i < to; ++i) {
      maybe[count] = static_cast<std::uint32_t>(i);
      count += first_[bucket_of(other[i].id)] != 0 ? 1 : 0;
    }
    for (std::size_t i = 0; i < count; ++i) {
      const ProfileTerm& term = other[maybe[i]];
      std::size_t own = first_[bucket_of(term.id)] - 1u;
      while (own < terms_.size() && terms_[own].id < term.id) ++own;
      if (own < terms_.size() && terms_[own].id == term.id) sum += terms_[own].weight * term.weight;
    }
  }
  return sum;
}

}  // namespace concord
