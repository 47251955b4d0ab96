#include "story/candidates.h"

#include <algorithm>

namespace concord {
namespace {

constexpr std::size_t kTermsMax = 48;       // of a report, those that weigh most
constexpr std::size_t kPostingsMax = 128;   // reports of a term
constexpr std::size_t kCandidatesMax = 64;  // of a report
constexpr float kSharedMin = 0.02f;

Terms heaviest(const Terms& words) {
  Terms terms = words;
  const auto heavier = [](const Term& a, const Term& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.id < b.id;
  };
  if (terms.size() > kTermsMax) {
    std::ranges::nth_element(terms, terms.begin() + kTermsMax, heavier);
    terms.resize(kTermsMax);
  }
  std::erase_if(terms, [](const Term& term) { return term.weight <= 0; });
  std::ranges::sort(terms, heavier);  // one order of adding up, so one sum
  return terms;
}

}  // namespace

void CandidateIndex::add(std::uint32_t number, const Terms& words) {
  next_ = number + 1;
  for (const Term& term : heaviest(words)) {
    auto& list = postings_[term.id];
    if (list.size() >= kPostingsMax) list.erase(list.begin());
    list.push_back({number, term.weight});
  }
}

std::vector<Candidate> CandidateIndex::find(std::uint32_t number, const Terms& words) {
  shared_.resize(std::max<std::size_t>(next_, number + 1) - first_);
  std::vector<Candidate> found;
  for (const Term& term : heaviest(words)) {
    const auto list = postings_.find(term.id);
    if (list == postings_.end()) continue;
    for (const Posting& posting : list->second) {
      if (posting.number < first_ || posting.number == number) continue;
      float& sum = shared_[posting.number - first_];
      if (sum == 0) found.push_back({posting.number, 0});
      sum += term.weight * posting.weight;
    }
  }
  for (Candidate& candidate : found) {
    candidate.shared = shared_[candidate.number - first_];
    shared_[candidate.number - first_] = 0;
  }
  std::erase_if(found, [](const Candidate& one) { return one.shared < kSharedMin; });
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
