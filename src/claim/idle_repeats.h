// Words for doing the same that repeat no act of a party.
//
//   signed in May. Chad will [go]     Ratification by Chad [followed]     Nobody else [did so]
#pragma once

#include "claim/arguments.h"

namespace concord {

// "The convention counts 191 parties; the United States | is not one of them": of its members,
// whatever else was told of it.
bool is_one_of_members(const ActPlace& place, const FoundAct& act);

// "signed in May. Chad will | go |": whether nothing before is what these words can repeat.
bool tells_no_act(const ActPlace& place, const FoundAct& act);

// "Ratification by Chad | followed |": whether a deed does so, and no party.
bool is_done_by_deed(const ActPlace& place, const FoundAct& act);

// "Nobody else | did so |", "Each was to hand over its maps; Chad has not | done so |".
bool is_of_nobody_or_duty(const ActPlace& place, const FoundAct& act);

// "Palau | has said the same |"
bool repeats_words(const SentenceView& view, const FoundAct& act);

// "visited Astana, the first envoy to do so": what is done again is no act.
bool is_of_other_verb(const SentenceView& view, const FoundAct& act);

}  // namespace concord
