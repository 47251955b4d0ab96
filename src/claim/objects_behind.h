// The agreements that stand behind their act.
//
//   | signed | the Lima Pact      | is a member of | the bloc      | gave notice that it quit | it
#pragma once

#include <optional>

#include "claim/arguments.h"

namespace concord {

// The first that the act can be of, with the rest of its list; {} where it is set apart ("all but
// | the pact"), nothing where none stands there.
std::optional<Entities> objects_behind(const ActPlace& place, const FoundAct& act);

// "under the treaty", "before the accord": an agreement told of in another way than an object's.
bool is_circumstance(const SentenceView& view, const FoundAct& act, const Chunk& chunk);

// "never belonged to | it, | and rely on the Defence Arrangements"
bool takes_pronoun(const SentenceView& view, const FoundAct& act);

}  // namespace concord
