#include "claim/claim_list.h"

#include <algorithm>

namespace concord {

// Those that came to have one date, or none, are one.
void ClaimList::merge_again() {
  told_ = true;
  std::vector<Claim> apart = std::move(claims);
  claims.clear();
  for (Claim& claim : apart) merge(std::move(claim));
}

// A list of members that the same report denies is another body's: "the four members outside it".
// "Uses the euro without being part of the zone": whose sentence denies it is none.
void ClaimList::drop_denied_members(const std::string& roster) {
  std::vector<Claim> kept;
  for (const Claim& claim : claims) {
    const bool member =
        claim.date.empty() && claim.stage == Stage::party && claim.polarity == Polarity::affirmed;
    const bool listed = claim.rule.starts_with(roster + "/");
    const bool denied = std::ranges::any_of(claims, [&](const Claim& other) {
      return other.polarity == Polarity::denied && other.stage == Stage::party &&
             other.party == claim.party && other.agreement_id == claim.agreement_id &&
             (listed || other.evidence == claim.evidence);
    });
    if (!member || !denied) kept.push_back(claim);
  }
  claims = std::move(kept);
}

// "Parliament ratified the treaties with the rebels on Monday, ending the ceasefire accord":
// nobody signs or ratifies on the day what it leaves that day; it was another paper.
void ClaimList::drop_signed_on_leaving() {
  std::erase_if(claims, [&](const Claim& claim) {
    const bool bound = claim.stage == Stage::signed_ || claim.stage == Stage::ratified;
    if (!bound || claim.date.empty() || claim.polarity == Polarity::denied) return false;
    return std::ranges::any_of(claims, [&](const Claim& other) {
      const bool leaves = other.stage == Stage::withdrawn || other.stage == Stage::withdrawing;
      return leaves && other.polarity == Polarity::affirmed && other.date == claim.date &&
             other.party == claim.party && other.agreement_id == claim.agreement_id;
    });
  });
}

// What the headline tells undated has the day of the news (dates.h), not the one that history
// gives to the same step further on; nor is "will not sign it," said of a veto of 2019.
bool ClaimList::stand_apart(const Claim& known, const Claim& claim) const {
  if (!known.date.empty() && !claim.date.empty()) return known.date != claim.date;
  const Claim& now = known.date.empty() ? known : claim;
  const Claim& then = known.date.empty() ? claim : known;
  if (then.background && then.said_by.name.empty() && !now.said_by.name.empty()) return true;
  if (told_ || then.date.substr(0, 7) >= report_.published.substr(0, 7)) return false;
  const ToldDates::Standing standing = ToldDates::standing_of(claim);
  return !then.date.empty() &&
         (told_dates_.news.contains(standing) || told_dates_.lead.contains(standing));
}

// One claim for each agreement, party, stage, polarity and speaker; a date fills an empty one.
void ClaimList::merge(Claim claim) {
  for (Claim& known : claims) {
    if (known.agreement_id != claim.agreement_id || known.party != claim.party ||
        known.stage != claim.stage || known.polarity != claim.polarity) {
      continue;
    }
    const bool same_voice =
        known.said_by.name.empty() || claim.said_by.name.empty() || known.said_by == claim.said_by;
    if (stand_apart(known, claim) || !same_voice) continue;
    if (known.date.empty()) known.date = claim.date;
    if (known.effective.empty()) known.effective = claim.effective;
    if (known.said_by.name.empty()) known.said_by = claim.said_by;
    known.first = known.first || claim.first;
    known.background = known.background && claim.background;
    for (const Evidence& evidence : claim.evidence) {
      if (std::ranges::find(known.evidence, evidence) == known.evidence.end())
        known.evidence.push_back(evidence);
    }
    return;
  }
  claims.push_back(std::move(claim));
}

}  // namespace concord
