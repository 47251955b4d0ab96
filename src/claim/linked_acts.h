// What an act makes of the next one of its sentence.
//
//   [dropped its bid] | to join      [signed into law] | a bill on withdrawal      [is leaving] it
//   and | denouncing | its charter
#pragma once

#include "claim/clause.h"

namespace concord {

// "signed into law a bill on | withdrawal from the pact", "passed a law on its | departure".
bool leaves_by_law(const SentenceView& view, const FoundAct& verb, const FoundAct& noun);
// Makes one act of both.
void take_in(const FoundAct& noun, FoundAct& verb);

// "turned down an offer | to join", "dropped its bid | to join"; "shelved plans | to leave",
// "ruled out | a withdrawal"; "broke off talks | on joining".
void turn_by_act(const SentenceView& view, FoundAct& governor, FoundAct& act);

// "is leaving the union and | denouncing | its charter": the "is" of the verb before.
void go_on_with(const SentenceView& view, const FoundAct& first, FoundAct& act);

}  // namespace concord
