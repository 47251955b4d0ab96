#include "story/candidates.h"

#include <algorithm>
#include <utility>

namespace concord {
namespace {

constexpr std::size_t kTermsMax = 40;      // of a report, those that weigh most
constexpr std::size_t kPostingsMax = 128;  // reports of a term
constexpr float kSharedMin = 0.02f;

}  // namespace

Terms CandidateIndex::key_terms(const Terms& words) {
  Terms terms = words;
  const auto heavier = [](const Term& a, const Term& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.id < b.id;
  };
  if (terms.size() > kTermsMax) {
    std::ranges::nth_element(terms, terms.begin() + kTermsMax, heavier);
    terms.resize(kTermsMax);
  }
  std::erase_if(terms, [](const Term& term) { return term.weight <= 0; });
  terms.shrink_to_fit();
  std::ranges::sort(terms, heavier);  // one order of adding up, so one sum
  return terms;
}

void CandidateIndex::add(std::uint32_t number, const Terms& keys) {
  next_ = number + 1;
  for (const Term& term : keys) {
    auto& list = postings_[term.id];
    if (list.size() >= kPostingsMax) list.erase(list.begin());
    list.push_back({number, term.weight});
  }
}

std::vector<Candidate> CandidateIndex::find(std::uint32_t number, const Terms& keys) {
  shared_.resize(std::max<std::size_t>(next_, number + 1) - first_);
  met_.clear();
  for (const Term& term : keys) {
    const auto list = postings_.find(term.id);
    if (list == postings_.end()) continue;
    for (const Posting& posting : list->second) {
      if (posting.number < first_ || posting.number == number) continue;
      float& sum = shared_[posting.number - first_];
      if (sum == 0) met_.push_back(posting.number);
      sum += term.weight * posting.weight;
    }
  }
  std::vector<Candidate> found;
  for (const std::uint32_t other : met_) {
    const float shared = std::exchange(shared_[other - first_], 0.0f);
    if (shared >= kSharedMin) found.push_back({other, shared});
  }
  const auto closer = [](const Candidate& a, const Candidate& b) {
    return a.shared != b.shared ? a.shared > b.shared : a.number < b.number;
  };
  if (found.size() > kCandidatesMax) {
    std::ranges::nth_element(found, found.begin() + kCandidatesMax, closer);
    found.resize(kCandidatesMax);
  }
  std::ranges::sort(found, closer);
  return found;
}

void CandidateIndex::forget_below(std::uint32_t number) {
  first_ = std::max(first_, number);
  // Sweeping when as many were forgotten as are kept costs a constant time a report.
  if (first_ - swept_ < next_ - first_) return;
  swept_ = first_;
  for (auto at = postings_.begin(); at != postings_.end();) {
    std::erase_if(at->second, [&](const Posting& one) { return one.number < first_; });
    at = at->second.empty() ? postings_.erase(at) : std::next(at);
  }
  shared_.clear();
}

}  // namespace concord
