#include "claim/standings.h"

namespace concord {

Standings::Standings(const std::vector<Claim>& claims) {
  for (const Claim& claim : claims) {
    const Id about = agreement(claim.agreement_id);
    const Step step{about, claim.stage, claim.polarity};
    ++on_[about];
    ++all;
    if (!claim.party) {
      own.insert(step);
      continue;
    }
    const Id who = party(*claim.party);
    standings_.insert({about, who, claim.stage, claim.polarity});
    agreements_of_party[who].insert(about);
    of_pair[{about, who}].insert({claim.stage, claim.polarity});
    parties[step].insert(who);
    agreements[{who, claim.stage, claim.polarity}].insert(about);
  }
}

long Standings::on(Id agreement) const {
  const auto at = on_.find(agreement);
  return at == on_.end() ? 0 : at->second;
}

}  // namespace concord
