#include "claim/passes.h"

namespace concord {

std::vector<Agreement> list_agreements(const Reading& reading) {
  std::vector<Agreement> agreements;
  for (const Entity& entity : reading.entities) {
    if (entity.kind == EntityKind::agreement || entity.acceded) {
      agreements.push_back({entity.id, entity.name, entity.aliases});
    }
  }
  return agreements;
}

}  // namespace concord
