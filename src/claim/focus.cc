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

// The agreement that a report names most and first: what a headline's "sign pact" means.
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

// "Both" of actors named one by one: the last `size` of them.
Group last_apart(const std::vector<Group>& groups, std::uint32_t size) {
  Group found;
  for (auto it = groups.rbegin(); it != groups.rend() && found.size() < size; ++it) {
    if (it->size() != 1) break;
    if (std::ranges::find(found, it->front()) == found.end()) found.push_back(it->front());
  }
  std::ranges::reverse(found);
  return size > 1 && found.size() == size ? found : Group{};
}

}  // namespace

Discourse open_discourse(const Reading& reading) {
  Discourse discourse;
  discourse.main = main_agreement(reading, true);
  discourse.main_treaty = main_agreement(reading, false);
  return discourse;
}

std::uint32_t agreement_in_focus(const Discourse& discourse, const Reading& reading,
                                 const Wanted& wanted) {
  const auto suits = [&](std::uint32_t number) {
    const Entity& entity = reading.entities[number];
    const bool two_way = entity.kind != EntityKind::body && !entity.members.empty();
    if (wanted.joined) return !two_way || entity.members.size() > 2;
    if (!two_way || wanted.parties.empty()) return true;
    Group sides = entity.members;
    if (const auto learnt = discourse.sides.find(number); learnt != discourse.sides.end())
      sides.insert(sides.end(), learnt->second.begin(), learnt->second.end());
    return sides.size() < 2 || std::ranges::any_of(sides, [&](std::uint32_t side) {
             return std::ranges::find(wanted.parties, side) != wanted.parties.end();
           });
  };
  const auto best_among = [&](bool bodies) {
    const Spoken* best = nullptr;
    for (const Spoken& one : discourse.spoken) {
      const bool body = reading.entities[one.agreement].kind == EntityKind::body;
      if ((body && !bodies) || !suits(one.agreement)) continue;
      const bool later = best == nullptr || one.sentence > best->sentence;
      if (later || one.weight >= best->weight) best = &one;
    }
    return best;
  };
  const Spoken* best = best_among(!wanted.signed_text);
  if (best == nullptr && wanted.signed_text) best = best_among(true);
  if (best != nullptr) return best->agreement;
  const std::uint32_t main = wanted.signed_text ? discourse.main_treaty : discourse.main;
  if (main != kNone && suits(main)) return main;
  return discourse.main != kNone && suits(discourse.main) ? discourse.main : kNone;
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
  if (Group apart = last_apart(here, size); !apart.empty()) return apart;
  if (size == 0 && !discourse.parties.empty()) return discourse.parties;
  if (discourse.parties.size() == size) return discourse.parties;
  if (discourse.agreement != kNone) {  // "the two": the sides of the deal spoken of
    const Group& sides = reading.entities[discourse.agreement].members;
    if (sides.size() == size) return sides;
  }
  if (const Group* last = last_of(discourse.groups, size)) return *last;
  return last_apart(discourse.groups, size);
}

}  // namespace concord
