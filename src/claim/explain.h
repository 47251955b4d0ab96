// How each sentence of a report was read: its chunks, its acts, what turned them, their arguments.
//
// Example:  Kenya is set to join the Artemis Accords.
//             tree   1:Kenya PROPN nsubj<3  2:is AUX cop<3 ...
//             act    "join" join -> planned by will ("is set to"), party KEN, agreement Artemis
//             Accords
//             sieve  "join" did not happen: present > plan
// Last, what no rule reads but is held likely (claim/likely_claims.h).
// For people who ask where "is set to join" becomes *announced*; `concord read --explain` prints
// it.
#pragma once

#include <string>

#include "lexicon/lexicon.h"
#include "reading/reading.h"

namespace concord {

std::string explain(const Report& report, const Reading& reading, const Lexicon& lexicon);

}  // namespace concord
