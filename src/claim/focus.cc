#include "claim/focus.h"

#include <algorithm>

namespace concord {
namespace {

using Group = std::vector<std::uint32_t>;

// The last group of a size; size 0 asks for more than one.
const Group* last_of(const std::vector<Group>& groups, std::uint32_t size) {
  for (auto it = groups.rbegin(); it != groups.rend(); ++it) {
    if (size == 0 ? it->size() > 1 : it->size() == size) return &*it;
  }
  return nullptr;
}

}  // namespace

std::uint32_t main_agreement(const Reading& reading, bool bodies) {
  std::vector<std::uint32_t> weight(reading.entities.size(), 0);
  std::uint32_t best = kNone;
  for (const Mention& mention : reading.mentions) {
    if (mention.entity >= weight.size()) continue;
    const Entity& entity = reading.entities[mention.entity];
    if (entity.kind != EntityKind::agreement && !(bodies && entity.acceded)) continue;
    if (mention.form == MentionForm::adjective || mention.form == MentionForm::capital) continue;
    weight[mention.entity] += entity.kind == EntityKind::agreement ? 3 : 2;
  }
  for (std::uint32_t i = 0; i < weight.size(); ++i) {
    if (weight[i] > 0 && (best == kNone || weight[i] > weight[best])) best = i;
  }
  return best;
}

Group resolve(const Discourse& discourse, const Reading& reading, const std::vector<Group>& here,
              std::uint32_t size) {
  if (size == 1) {
    if (!here.empty() && here.front().size() == 1) return here.front();
    if (discourse.parties.size() == 1) return discourse.parties;
    if (const Group* last = last_of(discourse.groups, 1)) return *last;
    return {};
  }
  if (const Group* last = last_of(here, size)) return *last;
  if (size == 0 && !discourse.parties.empty()) return discourse.parties;
  if (discourse.parties.size() == size) return discourse.parties;
  if (discourse.agreement != kNone) {  // "the two": the sides of the deal spoken of
    const Group& sides = reading.entities[discourse.agreement].members;
    if (sides.size() == size) return sides;
  }
  if (const Group* last = last_of(discourse.groups, size)) return *last;
  return {};
}

}  // namespace concord
