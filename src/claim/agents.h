// By whom an act is done.
//
//   was signed by [Chad and Mali]      by 126 parties, among them [China]
#pragma once

#include "claim/arguments.h"

namespace concord {

void give_agents(const ActPlace& place, FoundAct& act);
// Beside the parties that the act has.
void add_agents(const ActPlace& place, FoundAct& act);
// "was signed by, among others, Kenya and Mali"
void give_listed_agents(const ActPlace& place, FoundAct& act);

}  // namespace concord
