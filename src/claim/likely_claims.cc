#include "claim/likely_claims.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace concord {
namespace {

bool same_step(const Claim& one, const Claim& other) {
  return one.agreement_id == other.agreement_id && one.stage == other.stage;
}

// What the rules read as planned, refused or not done is not held to be done because it is likely.
bool is_planned(const Claim& likely, const std::vector<Claim>& claims) {
  if (!is_done(likely.stage) || likely.polarity == Polarity::denied) return false;
  bool planned = false;
  for (const Claim& told : claims) {
    if (told.agreement_id != likely.agreement_id || told.party != likely.party) continue;
    if (is_done(told.stage) && told.polarity != Polarity::denied) return false;
    planned = true;
  }
  return planned;
}

// Likely claims, one for each agreement, party and stage: the likeliest.
class LikelyClaims {
 public:
  explicit LikelyClaims(const std::vector<Claim>& told) : told_(told) {}

  void add(Claim claim, float odds) {
    const auto is_it = [&](const Claim& one) {
      return same_step(one, claim) && one.party == claim.party;
    };
    if (std::ranges::any_of(told_, is_it) || is_planned(claim, told_)) return;
    const auto known = std::ranges::find_if(likely_, is_it);
    if (known == likely_.end()) {
      likely_.push_back(std::move(claim));
      odds_.push_back(odds);
      return;
    }
    float& most = odds_[static_cast<std::size_t>(known - likely_.begin())];
    if (odds <= most) return;
    most = odds;
    *known = std::move(claim);
  }

  std::vector<Claim> in_company() const {
    std::vector<Claim> kept;
    std::ranges::copy_if(likely_, std::back_inserter(kept),
                         [&](const Claim& one) { return company_of(one) >= kCompany; });
    return kept;
  }

 private:
  // How many other parties stand so by the sentence that names it.
  std::size_t company_of(const Claim& claim) const {
    std::set<std::string> others;
    for (const std::vector<Claim>* claims : {&told_, &likely_}) {
      for (const Claim& other : *claims) {
        const bool here = std::ranges::count(other.evidence, claim.evidence.front()) > 0;
        if (here && same_step(other, claim) && other.polarity == claim.polarity && other.party &&
            other.party != claim.party)
          others.insert(*other.party);
      }
    }
    return others.size();
  }

  const std::vector<Claim>& told_;
  std::vector<Claim> likely_;
  std::vector<float> odds_;
};

}  // namespace

std::vector<Claim> believe_likely(const std::vector<Candidate>& candidates, const Weights& weights,
                                  const ClaimWriter& writer) {
  const double least = std::log(kBelieved / (1 - kBelieved));  // of the odds
  LikelyClaims likely(writer.list.claims);
  for (const Candidate& candidate : candidates) {
    const float odds = weights.sum(candidate.rows);
    if (!(odds > least)) continue;
    if (auto claim = writer.claim_of(candidate)) likely.add(std::move(*claim), odds);
  }
  return likely.in_company();
}

}  // namespace concord
