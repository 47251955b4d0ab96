// Dates that a report gives once for what it tells several times.
//
//   Twelve states signed the pact on Thursday. ... The signatories are Chile, ...     one signing
//   [headline] Chile signs the pact    Chile on Thursday became the last to put ...   one news
//
// In:       the claims of a report, each dated by its own sentence where that tells a date.
// Out:      the same claims; some undated ones have a date.
// Not here: the date within a sentence (arguments.cc).
#pragma once

#include <set>
#include <string>
#include <vector>

#include "reading/reading.h"

namespace concord {

// `signed_as_news`: ids of the agreements whose signing the headline or the lead tells, by those it
// counts: "Nations sign ban". Their signatories, listed further on, signed on the lead's day.
void share_dates(const Report& report, const Reading& reading,
                 const std::set<std::string>& signed_as_news, std::vector<Claim>& claims);

}  // namespace concord
