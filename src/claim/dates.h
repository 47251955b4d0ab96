// Dates that a report gives once for what it tells several times.
//
//   Twelve states signed the pact on Thursday. ... The signatories are Chile, ...     one signing
//   [headline] Chile signs the pact    Chile on Thursday became the last to put ...   one news
//
// In:       the claims of a report, each dated by its own sentence where that tells a date.
// Out:      the same claims; some undated ones have a date.
// Not here: the date within a sentence (arguments.cc).
#pragma once

#include <vector>

#include "reading/reading.h"

namespace concord {

void share_dates(const Report& report, const Reading& reading, std::vector<Claim>& claims);

}  // namespace concord
