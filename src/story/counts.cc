#include "story/counts.h"

#include <cmath>

namespace concord {

TermCounts::TermCounts(const StoryWords& words) : words_(words), counts_(1u << kBits) {}

void TermCounts::add_report() {
  if (++reports_ < kReportsMax) return;
  reports_ /= 2;
  for (float& count : counts_) count /= 2;
}

float TermCounts::idf(float share, std::uint32_t term) const {
  const double held =
      kBackground * static_cast<double>(share) + static_cast<double>(counts_[slot(term)]) + 0.5;
  return static_cast<float>(std::max(0.0, std::log((kBackground + reports_ + 1) / held)));
}

}  // namespace concord
