#include "story/passages.h"

#include <algorithm>
#include <bit>

#include "story/shingles.h"

namespace concord {
namespace {

constexpr std::uint32_t kGapMax = 8;  // words between two seeds of one passage
constexpr int kDriftMax = 3;          // words added or left out in between
constexpr std::size_t kOpenMax = 32;  // passages that can still grow
constexpr int kPlacesMax = 8;         // of a seed that stands in a text many times
constexpr double kAlikeMin = 0.45;    // of a passage

int diagonal(const SharedPassage& p) {
  return static_cast<int>(p.a_end) - static_cast<int>(p.b_end);
}

}  // namespace

SeedTable::SeedTable(const WordRow& row) : row_(row), before_(row.size(), kNone) {
  const std::size_t slots = std::bit_ceil(row.size() * 2 + 8);
  seeds_.assign(slots, 0);
  heads_.assign(slots, kNone);
  for (std::uint32_t i = 0; i + kShingleWords <= row.size(); ++i) {
    const std::uint64_t seed = shingle_at(row, i);
    if (seed == 0) continue;
    std::size_t slot = seed & (slots - 1);
    while (seeds_[slot] != 0 && seeds_[slot] != seed) slot = (slot + 1) & (slots - 1);
    seeds_[slot] = seed;
    before_[i] = heads_[slot];
    heads_[slot] = i;
  }
}

std::uint32_t SeedTable::first(std::uint64_t seed) const {
  std::size_t slot = seed & (seeds_.size() - 1);
  while (seeds_[slot] != 0 && seeds_[slot] != seed) slot = (slot + 1) & (seeds_.size() - 1);
  return seeds_[slot] == seed ? heads_[slot] : kNone;
}

namespace {

// Grows passages seed by seed, in the order of the second text.
class Passages {
 public:
  Passages(const WordRow& a, const WordRow& b) : a_(a), b_(b) {}

  void add_seed(std::uint32_t at_a, std::uint32_t at_b) {
    SharedPassage* best = nullptr;
    for (SharedPassage& open : open_) {
      if (fits(open, at_a, at_b) && (best == nullptr || open.same > best->same)) best = &open;
    }
    if (best == nullptr) {
      close_before(at_b);
      if (open_.size() < kOpenMax)
        open_.push_back({at_a, at_a + kShingleWords, at_b, at_b + kShingleWords, kShingleWords});
      return;
    }
    grow(*best, at_a, at_b);
  }

  std::vector<SharedPassage> take() {
    close_before(static_cast<std::uint32_t>(b_.size()) + kGapMax + 1);
    std::ranges::sort(closed_, {}, [](const SharedPassage& p) {
      return std::tuple(p.a_begin, p.b_begin, p.a_end);
    });
    return std::move(closed_);
  }

 private:
  static bool fits(const SharedPassage& open, std::uint32_t at_a, std::uint32_t at_b) {
    const int drift = static_cast<int>(at_a) - static_cast<int>(at_b) - diagonal(open);
    return std::abs(drift) <= kDriftMax && at_b <= open.b_end + kGapMax &&
           at_a <= open.a_end + kGapMax && at_a >= open.a_begin && at_b >= open.b_begin &&
           at_a + kShingleWords > open.a_end && at_b + kShingleWords > open.b_end;
  }

  void grow(SharedPassage& open, std::uint32_t at_a, std::uint32_t at_b) const {
    // Words in the gap that stayed while others were replaced one by one.
    if (at_a > open.a_end && at_b > open.b_end && at_a - open.a_end == at_b - open.b_end) {
      for (std::uint32_t i = 0; open.a_end + i < at_a; ++i)
        open.same += a_[open.a_end + i] == b_[open.b_end + i] ? 1 : 0;
    }
    open.same += std::min(
        {kShingleWords, at_a + kShingleWords - open.a_end, at_b + kShingleWords - open.b_end});
    open.a_end = at_a + kShingleWords;
    open.b_end = at_b + kShingleWords;
  }

  void close_before(std::uint32_t at_b) {
    std::erase_if(open_, [&](const SharedPassage& open) {
      if (open.b_end + kGapMax >= at_b) return false;
      const std::uint32_t size = std::min(open.a_end - open.a_begin, open.b_end - open.b_begin);
      if (size >= kPassageWordsMin && open.same >= kAlikeMin * size) closed_.push_back(open);
      return true;
    });
  }

  const WordRow &a_, &b_;
  std::vector<SharedPassage> open_, closed_;
};

// Marks begin to end; returns how many were not marked before and are words.
std::uint32_t mark(std::vector<bool>& marks, const WordRow& row, std::uint32_t begin,
                   std::uint32_t end) {
  std::uint32_t fresh = 0;
  for (std::uint32_t i = begin; i < end; ++i) {
    if (!marks[i] && row[i] != 0) ++fresh;
    marks[i] = true;
  }
  return fresh;
}

}  // namespace

Sharing SeedTable::shared_with(const WordRow& other) const {
  Passages passages(row_, other);
  for (std::uint32_t k = 0; k + kShingleWords <= other.size(); ++k) {
    const std::uint64_t seed = shingle_at(other, k);
    if (seed == 0) continue;
    int places = 0;
    for (std::uint32_t i = first(seed); i != kNone && places < kPlacesMax; i = before_[i], ++places)
      passages.add_seed(i, k);
  }
  Sharing sharing;
  sharing.passages = passages.take();
  std::vector<bool> in_a(row_.size()), in_b(other.size());
  std::uint32_t same = 0, words = 0;
  for (const SharedPassage& p : sharing.passages) {
    sharing.a_covered += mark(in_a, row_, p.a_begin, p.a_end);
    sharing.b_covered += mark(in_b, other, p.b_begin, p.b_end);
    same += p.same;
    words += std::max(p.a_end - p.a_begin, p.b_end - p.b_begin);
  }
  sharing.alike = words == 0 ? 0 : static_cast<double>(same) / words;
  return sharing;
}

}  // namespace concord
