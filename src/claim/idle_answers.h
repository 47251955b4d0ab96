// Refusals and agreements that answer something else than an agreement.
//
//   Peru demanded its ship back. Chile | refused |.     everything the two had | agreed on |
//   stopped
#pragma once

#include "claim/arguments.h"

namespace concord {

// Whether an act tells of no agreement, as it answers a demand or names all that was agreed.
bool answers_another(const ActPlace& place, const FoundAct& act);

}  // namespace concord
