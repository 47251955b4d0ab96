#include "reading/parties.h"

#include "base/result.h"

namespace concord {
namespace {

Entity new_entity(const World& world, NameKind kind, std::uint32_t row) {
  Entity entity;
  if (kind == NameKind::state) {
    const State& state = world.states[row];
    entity.kind = EntityKind::state;
    entity.id = state.code;
    entity.name = state.name;
  } else {
    const Body& body = world.bodies[row];
    entity.kind = EntityKind::body;
    entity.id = body.id;
    entity.name = body.name;
    entity.aliases = body.names;
    entity.acceded = body.acceded;
  }
  entity.party = entity.id;
  return entity;
}

}  // namespace

std::uint32_t party_entity(const World& world, NameKind kind, std::uint32_t row, Reading& reading) {
  const bool state = kind == NameKind::state;
  const std::string& id = state ? world.states[row].code : world.bodies[row].id;
  const EntityKind wanted = state ? EntityKind::state : EntityKind::body;
  for (std::uint32_t i = 0; i < reading.entities.size(); ++i) {
    if (reading.entities[i].kind == wanted && reading.entities[i].id == id) return i;
  }
  reading.entities.push_back(new_entity(world, kind, row));
  return static_cast<std::uint32_t>(reading.entities.size() - 1);
}

std::uint32_t party_entity(const World& world, std::string_view id, Reading& reading) {
  const auto party = world.party(id);
  CONCORD_CHECK(party.has_value());  // the loader lets no unknown party into a table
  return party_entity(world, party->first, party->second, reading);
}

}  // namespace concord
