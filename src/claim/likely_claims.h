// Which candidates (candidates.h) are believed: those that learned weights hold to be told.
//
// Out:      claims whose rule begins with "likely:" and that are probable at most; never one that
// the
//           rules made, nor the contrary of one.
#pragma once

#include <cstddef>
#include <vector>

#include "claim/candidates.h"
#include "claim/claim_writer.h"
#include "language/weights.h"

namespace concord {

// How likely a claim must be, and how many others that its sentence names must stand so: almost
// four of five so believed are right on reports that nothing was learned from, three of four of
// what the rules read there. Of parties that stand alone one of two was right: there the rules'
// silence is believed.
inline constexpr double kBelieved = 0.5;
inline constexpr std::size_t kCompany = 2;

std::vector<Claim> believe_likely(const std::vector<ClaimCandidate>& candidates,
                                  const Weights& weights, const ClaimWriter& writer);

}  // namespace concord
