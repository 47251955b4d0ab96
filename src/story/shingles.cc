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

void ShingleIndex::post(std::uint32_t key, std::uint32_t number) {
  List& list = lists_[key];
  if (list.size >= kPostingsMax) return;
  postings_.push_back({key, number, list.last});
  list.last = static_cast<std::uint32_t>(postings_.size());
  ++list.size;
}

void ShingleIndex::add(std::uint32_t number, const std::vector<std::uint64_t>& sample) {
  next_ = number + 1;
  for (const std::uint64_t shingle : sample) post(key_of(shingle), number);
}

std::vector<ShingleIndex::Sharer> ShingleIndex::find(const std::vector<std::uint64_t>& sample,
                                                     std::uint32_t least) {
  shared_.resize(next_ - first_);
  std::vector<Sharer> found;
  for (const std::uint64_t shingle : sample) {
    const auto list = lists_.find(key_of(shingle));
    if (list == lists_.end()) continue;
    for (std::uint32_t at = list->second.last; at != 0; at = postings_[at - 1].before) {
      const std::uint32_t number = postings_[at - 1].number;
      if (number < first_) break;  // the ones before are older still
      if (shared_[number - first_]++ == 0) found.push_back({number, 0});
    }
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
  if (first_ - swept_ < next_ - first_) return;
  swept_ = first_;
  lists_.clear();
  shared_.clear();
  for (const Posting& posting : std::exchange(postings_, {})) {
    if (posting.number >= first_) post(posting.key, posting.number);
  }
}

}  // namespace concord
