// Who makes or lets another do an act: the rows marked `control` in data/en/factuality.toml.
//
// Example:  invited Sweden | to join: considering      will not let Oman | join: nothing
#pragma once

#include "claim/clause.h"

namespace concord {

// "invited Sweden | to join", "the decision by Oman | to join": the word before the actor governs.
void turn_by_control(const SentenceView& view, FoundAct& act);

// "will not let | Oman | join": nobody has done so.
void turn_by_leave(const SentenceView& view, FoundAct& act);

}  // namespace concord
