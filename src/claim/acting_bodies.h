// The body that an act is of because it takes others in, counts them or does it itself.
//
//   | It | has grown to include Oman     | NATO's | last enlargement brought in Peru
//   | The union | counts 27 countries    | The Group of Seven | industrial powers comprises
#pragma once

#include "claim/arguments.h"

namespace concord {

// {} where the act is of an object (objects.cc) or of nothing known.
Entities acting_body(const ActPlace& place, const FoundAct& act, const Subject& subject);

// "The Group of Seven | industrial powers comprises": a body's name with words behind it.
void name_body_before(const SentenceView& view, const FoundAct& act, Subject& subject);

// "The RCEP joins ten states with China": a text does not join, it has members.
void list_joined(const SentenceView& view, const Subject& subject, FoundAct& act);

}  // namespace concord
