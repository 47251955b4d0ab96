// States and bodies of the world's table as entities of a reading.
#pragma once

#include "lexicon/world.h"
#include "reading/reading.h"

namespace concord {

// The number of the entity for row `row` of the states or bodies; added where the reading has none.
std::uint32_t party_entity(const World& world, NameKind kind, std::uint32_t row, Reading& reading);

// The same by party id ("KAZ", "EU"), which must be one of the table.
std::uint32_t party_entity(const World& world, std::string_view id, Reading& reading);

}  // namespace concord
