// Every claim that a report may tell beside those that rules make, with its features: what the
// weights of candidates.h are learned from.
#pragma once

#include <cstdint>
#include <vector>

#include "lexicon/lexicon.h"
#include "reading/reading.h"
#include "report/report.h"

namespace concord {

struct PossibleClaim {
  Claim claim;
  std::vector<std::uint32_t> rows;  // of language/weights.h
};

// In the order of the text; the same claim may come several times.
std::vector<PossibleClaim> list_possible_claims(const Report& report, const Reading& reading,
                                                const Lexicon& lexicon);

}  // namespace concord
