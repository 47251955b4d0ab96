#include "story/candidates.h"

#include <algorithm>
#include <utility>

namespace concord {
namespace {

constexpr std::size_t kTermsMax = 48;      // of a report, those that weigh most
constexpr std::size_t kPostingsMax = 128;  // reports of a term
// Of a report: more of its own day, as many copies come in one.
constexpr std::ptrdiff_t kTodayMax = 64;
constexpr std::ptrdiff_t kEarlierMax = 24;
constexpr float kSharedMin = 0.02f;

}  // namespace

std::vector<CandidateIndex::Key> CandidateIndex::keys_of(const Terms& words) {
  Terms terms = words;
  keep_heaviest(terms, kTermsMax);
  std::erase_if(terms, [](const ProfileTerm& term) { return term.weight <= 0; });
  std::ranges::sort(terms, is_heavier);  // one order of adding up, so one sum
  std::vector<Key> keys;
  keys.reserve(terms.size());
  for (const ProfileTerm& term : terms) {
    std::uint32_t& list = list_of_[term.id];
    if (list == 0) {
      lists_.emplace_back();
      terms_.push_back(term.id);
      list = static_cast<std::uint32_t>(lists_.size());
    }
    keys.push_back({list - 1, term.weight});
  }
  return keys;
}

void CandidateIndex::add(std::uint32_t number, const std::vector<Key>& keys) {
  next_ = number + 1;
  for (const Key& key : keys) {
    Postings& list = lists_[key.list];
    if (list.size() == 2 * kPostingsMax) list.erase(list.begin(), list.begin() + kPostingsMax);
    list.push_back({number, key.weight});
  }
}

std::span<const CandidateIndex::Posting> CandidateIndex::newest(const Postings& list) {
  return std::span(list).last(std::min(list.size(), kPostingsMax));
}

// Lists lie anywhere in memory: what will be read soon is asked for.
void CandidateIndex::fetch(std::span<const Posting> list) {
  constexpr std::size_t kLine = 64 / sizeof(Posting);
  for (std::size_t i = 0; i < list.size(); i += kLine) __builtin_prefetch(&list[i]);
}

std::span<const Candidate> CandidateIndex::find(const std::vector<Key>& keys, std::uint32_t today) {
  shared_.resize(next_ - first_);
  found_.resize(keys.size() * kPostingsMax);
  // Without branches, as thousands are met that share one word by chance.
  std::size_t met = 0;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (i + 8 < keys.size()) __builtin_prefetch(&lists_[keys[i + 8].list]);
    if (i + 4 < keys.size()) fetch(newest(lists_[keys[i + 4].list]));
    const Key& key = keys[i];
    for (const Posting& posting : newest(lists_[key.list])) {
      if (posting.number < first_) continue;
      float& sum = shared_[posting.number - first_];
      found_[met].number = posting.number;
      met += sum == 0 ? 1 : 0;
      sum += key.weight * posting.weight;
    }
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < met; ++i) {
    const std::uint32_t other = found_[i].number;
    found_[kept] = {other, std::exchange(shared_[other - first_], 0.0f)};
    kept += found_[kept].shared >= kSharedMin ? 1 : 0;
  }
  found_.resize(kept);
  const auto closer = [](const Candidate& a, const Candidate& b) {
    return a.shared != b.shared ? a.shared > b.shared : a.number < b.number;
  };
  const auto earlier = std::partition(found_.begin(), found_.end(),
                                      [&](const Candidate& one) { return one.number >= today; });
  const auto closest = [&](auto begin, auto end, std::ptrdiff_t most) {
    if (end - begin <= most) return end;
    std::nth_element(begin, begin + most, end, closer);
    return begin + most;
  };
  const auto end_of_today = closest(found_.begin(), earlier, kTodayMax);
  const auto end = closest(earlier, found_.end(), kEarlierMax);
  found_.erase(std::move(earlier, end, end_of_today), found_.end());
  std::ranges::sort(found_, closer);
  return found_;
}

void CandidateIndex::forget_below(std::uint32_t number) {
  first_ = std::max(first_, number);
  // Sweeping when as many were forgotten as are kept costs a constant time a report.
  if (first_ - swept_ < next_ - first_) return;
  swept_ = first_;
  FlatMap<std::uint32_t> list_of;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < lists_.size(); ++i) {
    std::erase_if(lists_[i], [&](const Posting& one) { return one.number < first_; });
    if (lists_[i].empty()) continue;
    std::swap(lists_[kept], lists_[i]);
    terms_[kept] = terms_[i];
    ++kept;
    list_of[terms_[i]] = static_cast<std::uint32_t>(kept);
  }
  lists_.resize(kept);
  terms_.resize(kept);
  list_of_ = std::move(list_of);
}

}  // namespace concord
