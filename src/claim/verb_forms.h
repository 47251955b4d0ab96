// What the form of a verb group tells of its act: undergone, under way, to be done.
//
//   has been [let in]: passive      is [leaving]: planned      headlines: Oman [to join]: planned
#pragma once

#include "claim/clause.h"

namespace concord {

// Those that the group of an act has, beside "have".
struct Auxiliaries {
  bool be = false;
  bool modal = false;  // or "do", or words that turn it
};

// "is leaving", "are hammering out a deal"; "is considering", "is suspending" are done.
Effect going_on(const Act& act);

// After all words of the group have turned the act.
void turn_by_form(const SentenceView& view, const Auxiliaries& auxiliaries, FoundAct& act);

}  // namespace concord
