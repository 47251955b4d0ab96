#include "story/counts.h"

#include <cmath>

namespace concord {

TermCounts::TermCounts(const StoryWords& words) : words_(words), counts_(1u << kBits) {}

void TermCounts::add_report() {
  if (++reports_ < kReportsMax) return;
  reports_ /= 2;
  for (float& count : counts_) count /= 2;
}

float TermCounts::idf(std::uint32_t term) const {
  const auto common = words_.share.find(term);
  return idf_of(common == words_.share.end() ? 0 : static_cast<double>(common->second), term);
}

float TermCounts::idf_of(double share, std::uint32_t term) const {
  const double held = kBackground * share + static_cast<double>(counts_[slot(term)]) + 0.5;
  return std::max(0.0f, std::log(static_cast<float>((kBackground + reports_ + 1) / held)));
}

}  // namespace concord
