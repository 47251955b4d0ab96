#include "claim/likely_claims.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>
#include <string>

namespace concord {
namespace {

bool same_step(const Claim& one, const Claim& other) {
  return one.agreement_id == other.agreement_id && one.stage == other.stage;
}

// Whether the rules read the contrary: what they tell to be planned, refused or not done is not
// done because it is likely, nor is a later step where an earlier one is denied; and nobody has not
// ratified who is told to be a party.
bool is_against(const Claim& likely, const std::vector<Claim>& claims) {
  const bool denies = likely.polarity == Polarity::denied;
  bool planned = false, done = false;
  for (const Claim& told : claims) {
    if (told.agreement_id != likely.agreement_id || told.party != likely.party) continue;
    const bool denied = told.polarity == Polarity::denied;
    const bool bound = told.stage >= Stage::signed_ && told.stage <= Stage::party;
    if (!denies && denied && bound && told.stage <= likely.stage) return true;
    if (denies && !denied && told.stage == Stage::party && likely.stage == Stage::ratified)
      return true;
    (is_done(told.stage) && !denied ? done : planned) = true;
  }
  return is_done(likely.stage) && !denies && planned && !done;
}

// Likely claims, one for each agreement, party and stage: the likeliest.
class LikelyClaims {
 public:
  explicit LikelyClaims(const std::vector<Claim>& told) : told_(told) {}

  void add(Claim claim, float odds) {
    const auto is_it = [&](const Claim& one) {
      return same_step(one, claim) && one.party == claim.party;
    };
    if (std::ranges::any_of(told_, is_it) || is_against(claim, told_)) return;
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
                         [&](const Claim& one) { return has_company(one); });
    return kept;
  }

 private:
  // Whether others named in the sentence that names its party stand so.
  bool has_company(const Claim& claim) const {
    std::set<std::string> others;
    const Evidence& named = claim.evidence.front();
    const auto add = [&](const Claim& other, bool here) {
      if (here && other.party != claim.party) others.insert(*other.party);
      return others.size() >= kCompany;
    };
    const auto stands_so = [&](const Claim& other) {
      return same_step(other, claim) && other.polarity == claim.polarity && other.party;
    };
    for (const Claim& other : told_) {
      if (stands_so(other) && add(other, std::ranges::count(other.evidence, named) > 0))
        return true;
    }
    return std::ranges::any_of(likely_, [&](const Claim& other) {
      return stands_so(other) && add(other, other.evidence.front() == named);
    });
  }

  const std::vector<Claim>& told_;
  std::vector<Claim> likely_;
  std::vector<float> odds_;
};

}  // namespace

std::vector<Claim> believe_likely(const std::vector<ClaimCandidate>& candidates,
                                  const Weights& weights, const ClaimWriter& writer) {
  const double least = std::log(kBelieved / (1 - kBelieved));  // of the odds
  LikelyClaims likely(writer.list.claims);
  for (const ClaimCandidate& candidate : candidates) {
    const float odds = weights.sum(candidate.rows);
    if (!(odds > least)) continue;
    if (auto claim = writer.claim_of(candidate)) likely.add(std::move(*claim), odds);
  }
  return likely.in_company();
}

}  // namespace concord
