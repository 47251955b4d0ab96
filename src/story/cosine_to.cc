#include "story/cosine_to.h"

namespace concord {

CosineTo::CosineTo(const Terms& terms) {
  weights_.reserve(terms.size());
  for (const Term& term : terms) {
    const std::uint32_t bit = bit_of(term.id);
    maybe_[bit / 64] |= std::uint64_t{1} << bit % 64;
    weights_[term.id] = term.weight;
  }
}

float CosineTo::operator()(const Terms& other) const {
  constexpr std::size_t kBlock = 256;
  std::array<std::uint32_t, kBlock> found;
  float sum = 0;
  for (std::size_t from = 0; from < other.size(); from += kBlock) {
    const std::size_t to = std::min(other.size(), from + kBlock);
    std::size_t count = 0;
    for (std::size_t i = from; i < to; ++i) {
      const std::uint32_t bit = bit_of(other[i].id);
      found[count] = static_cast<std::uint32_t>(i);
      count += maybe_[bit / 64] >> bit % 64 & 1;
    }
    for (std::size_t i = 0; i < count; ++i) {
      const Term& term = other[found[i]];
      const float* weight = weights_.find(term.id);
      if (weight != nullptr) sum += *weight * term.weight;
    }
  }
  return sum;
}

}  // namespace concord
