// The body that talks or an application are about, where their own clause names none.
//
//   EU leaders agreed to open accession [talks] with Oman
//   Chad applied to the EU; [talks] were frozen
#include "claim/arguments.h"

namespace concord {

Entities house_applied_to(const ActPlace& place, const FoundAct& act) {
  const bool talks = !act.tail.empty() && place.view.is(act.words.begin, Role::process);
  for (std::size_t n = talks ? place.number : 0; n > 0; --n) {
    const FoundAct& before = place.acts[n - 1];
    if (before.act->joins && before.act->stage == Stage::considering) return before.agreements;
  }
  return {};
}

Entities house_of_talks(const ActPlace& place, const FoundAct& act, const Subject& subject) {
  const bool talks = act.act->joins && act.act->role == ActRole::patient && !act.passive &&
                     act.act->stage == Stage::negotiating;
  const Chunk* chunk = subject.chunk;
  const bool one = talks && chunk != nullptr && chunk->actors.size() == 1;
  return one && place.view.reading.entities[chunk->actors.front()].acceded ? chunk->actors
                                                                           : Entities{};
}

Entities house_of_candidate(const ActPlace& place, const FoundAct& act) {
  const SentenceView& view = place.view;
  const bool undergoes = act.passive || view.is(act.words.begin, Role::be | Role::have);
  if (!act.act->joins || act.act->stage != Stage::considering || !undergoes) return {};
  if (place.number == 0 || !view.is(act.begin - 1, Role::relative)) return {};
  for (const Chunk& chunk : view.chunks) {
    if (chunk.tokens.begin >= act.words.begin && !chunk.agreements.empty()) return {};
  }
  const FoundAct& before = place.acts[place.number - 1];
  return before.act->joins && before.agreements.size() == 1 ? before.agreements : Entities{};
}

}  // namespace concord
