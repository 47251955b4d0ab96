// The claims of a report, each told once.
//
// In:       claims in the order in which the report tells them.
// Out:      one for each agreement, party, stage, polarity, speaker and date, with all its
// evidence;
//           none that the report itself shows to be another's.
// Not here: what a sentence claims (claim_writer.h), dates that another sentence tells (dates.h).
#pragma once

#include <string>
#include <vector>

#include "claim/dates.h"
#include "report/report.h"

namespace concord {

class ClaimList {
 public:
  // `told`: the news, which grows while the report is read.
  ClaimList(const Report& report, const ToldDates& told) : report_(report), told_dates_(told) {}

  std::vector<Claim> claims;

  void merge(Claim claim);
  void merge_again();
  // `roster`: the row of data/en/acts.toml that lists of members are read by.
  void drop_denied_members(const std::string& roster);
  void drop_signed_on_leaving();

 private:
  bool stand_apart(const Claim& known, const Claim& claim) const;

  const Report& report_;
  const ToldDates& told_dates_;
  bool told_ = false;  // all dates are given
};

}  // namespace concord
