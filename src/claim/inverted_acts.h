// Clauses that repeat the act before, of a party that stands behind the auxiliary.
//
//   [So did] Fiji     [as did] Oman     [Nor has] Chad     [and so will] Peru
#pragma once

#include <vector>

#include "claim/arguments.h"

namespace concord {

// Adds the acts of such clauses; where one has a verb of its own ("nor has Switzerland, says Bern,
// | joined"), denies that one.
void add_inverted(const SentenceView& view, const Discourse& discourse,
                  std::vector<FoundAct>& acts);

}  // namespace concord
