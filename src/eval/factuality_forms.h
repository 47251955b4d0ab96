// What the sieve makes of every verb, as lines of a corpus case.
//
// Example:  Kenya failed to sign the pact.
//             happened  failed | past
//             not       sign | past, fail
#pragma once

#include <string>

#include "lexicon/lexicon.h"
#include "reading/reading.h"

namespace concord {

std::string factuality_forms(const Report& report, const Lexicon& lexicon, const Reading& reading);

}  // namespace concord
