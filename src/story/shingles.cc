#include "story/shingles.h"

#include <algorithm>
#include <utility>

namespace concord {
namespace {

constexpr std::uint32_t kPostingsMax = 64;  // what more reports share is boilerplate, or is found
                                            // by its other shingles
constexpr std::size_t kSharersMax = 48;

std::uint32_t key_of(std::uint64_t shingle) { return static_cast<std::uint32_t>(shingle >> 32); }

}  // namespace

std::vector<std::uint64_t> winnow(const WordRow& row) {
  std::vector<std::uint64_t> all, kept;
  all.reserve(row.size());
  kept.reserve(row.size() / 2);
  for (std::uint32_t i = 0; i + kShingleWords <= row.size(); ++i) {
    if (const std::uint64_t shingle = shingle_at(row, i); shingle != 0) all.push_back(shingle);
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto from = all.begin() + static_cast<std::ptrdiff_t>(i);
    const auto to = all.begin() + static_cast<std::ptrdiff_t>(std::min(i + kWindow, all.size()));
    const std::uint64_t least = *std::min_element(from, to);
    if (kept.empty() || kept.back() != least) kept.push_back(least);
    if (to == all.end()) break;
  }
  std::ranges::sort(kept);
  kept.erase(std::unique(kept.begin(), kept.end()), kept.end());
  return kept;
}

template <typename Do>
void ShingleIndex::for_each(std::uint32_t key, Do act) {
  if (buckets_.empty()) return;
  std::uint32_t place = buckets_[bucket_of(key)];
  while (stands(place)) {
    const Posting& posting = at(place);
    if (posting.key == key) act(posting.number);
    // Always further back, also where places ran over.
    if (posting.before - tail_ >= place - tail_) return;
    place = posting.before;
  }
}

// Buckets and postings lie anywhere in memory: what will be read soon is asked for.
void ShingleIndex::fetch(const std::vector<std::uint64_t>& sample, std::size_t at_shingle) {
  constexpr std::size_t kBuckets = 24, kPostings = 12;
  if (buckets_.empty()) return;
  if (at_shingle + kBuckets < sample.size())
    __builtin_prefetch(&buckets_[bucket_of(key_of(sample[at_shingle + kBuckets]))]);
  if (at_shingle + kPostings >= sample.size()) return;
  const std::uint32_t place = buckets_[bucket_of(key_of(sample[at_shingle + kPostings]))];
  if (stands(place)) __builtin_prefetch(&at(place));
}

void ShingleIndex::append(std::uint32_t key, std::uint32_t number) {
  if (size_ >= buckets_.size()) grow();
  if (chunks_.empty() || chunks_.back().size() == kChunk) chunks_.emplace_back().reserve(kChunk);
  chunks_.back().push_back({key, number, 0});
  link(tail_ + size_++);
}

void ShingleIndex::link(std::uint32_t place) {
  Posting& posting = at(place);
  posting.before = std::exchange(buckets_[bucket_of(posting.key)], place);
}

void ShingleIndex::grow() {
  buckets_.assign(std::max<std::size_t>(1024, buckets_.size() * 2), tail_ - 1);
  for (std::uint32_t i = 0; i < size_; ++i) link(tail_ + i);
}

void ShingleIndex::add(std::uint32_t number, const std::vector<std::uint64_t>& sample) {
  next_ = number + 1;
  for (const std::uint64_t shingle : sample) {
    const std::uint32_t key = key_of(shingle);
    std::uint32_t held = 0;
    for_each(key, [&](std::uint32_t) { ++held; });
    if (held < kPostingsMax) append(key, number);
  }
}

std::vector<ShingleIndex::Sharer> ShingleIndex::find(const std::vector<std::uint64_t>& sample,
                                                     std::uint32_t least) {
  shared_.resize(next_ - first_);
  std::vector<Sharer> found;
  for (std::size_t i = 0; i < sample.size(); ++i) {
    fetch(sample, i);
    for_each(key_of(sample[i]), [&](std::uint32_t number) {
      if (shared_[number - first_]++ == 0) found.push_back({number, 0});
    });
  }
  for (Sharer& sharer : found) sharer.shared = std::exchange(shared_[sharer.number - first_], 0);
  std::erase_if(found, [&](const Sharer& one) { return one.shared < least; });
  const auto closer = [](const Sharer& a, const Sharer& b) {
    return a.shared != b.shared ? a.shared > b.shared : a.number < b.number;
  };
  std::ranges::sort(found, closer);
  if (found.size() > kSharersMax) found.resize(kSharersMax);
  return found;
}

void ShingleIndex::forget_below(std::uint32_t number) {
  first_ = std::max(first_, number);
  next_ = std::max(next_, first_);
  while (size_ > 0 && at(tail_).number < first_) {
    ++tail_;
    --size_;
    if (++skipped_ == chunks_.front().size()) {
      chunks_.pop_front();
      skipped_ = 0;
    }
  }
}

}  // namespace concord
