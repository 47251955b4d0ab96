// Whose deal it is, where its clause names its other side alone or nobody.
//
//   [Oman] approved a pact with Chad. ... It was signed     [Its] own agreement with China
#pragma once

#include "claim/arguments.h"

namespace concord {

// The sides that a deal is named after, where they are parties: not "the Ruiz deal".
Entities sides_named(const SentenceView& view, std::uint32_t deal);

// "Peru and Chile signed the accord. ... It was initialled in May": the two who made it.
Entities makers_of(const ActPlace& place, const FoundAct& act);

// "A deal with Peru was signed": who made it with those that it is named after.
Entities maker_with(const ActPlace& place, const FoundAct& act, const Entities& named);

// "Oman signed a pact with Chad. One with Mali followed": who has made the last such deal, told
// by its other side alone.
Entities owner_of_like(const ActPlace& place, const Entities& named);

// "Iceland was quicker; its own agreement with China was signed in April", "Their deal on gas,
// signed in 2023": whose it is.
Entities pronoun_owner(const ActPlace& place, const FoundAct& act);

}  // namespace concord
