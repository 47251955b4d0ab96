// Who is told to be of a roster: those that the words for it are said of.
//
//   the signatories are | A and B |      [A and B] are the only holdouts      [Peru] is absent from
//   it
#pragma once

#include "claim/arguments.h"

namespace concord {

// "the signatories are", "includes", "its members": whether an act is told by a roster.
bool tells_roster(const SentenceView& view, const FoundAct& act);

// Fills the parties of such an act, and what the words up to its list make of it.
void give_roster(const ActPlace& place, const Subject& subject, FoundAct& act);

}  // namespace concord
