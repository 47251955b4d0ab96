// For whom what an agreement does itself holds.
//
//   entered into force [for Norway]      in force [between Oman and Chad]      applies; [Peru]
//   followed in May
#include "claim/arguments.h"

namespace concord {
namespace {

// "in force | between Oman and Chad"; not "the treaty between Oman and Chad".
bool is_between(const SentenceView& view, const Chunk& chunk) {
  const Chunk* text = view.chunk_at(chunk.preposition - 1);
  return is_any(view.low(chunk.preposition), {"between", "among"}) && chunk.actors.size() > 1 &&
         (text == nullptr || text->is_actor());
}

// "in force in 30 countries, | including A and B", "for three states: | A, B and C": those counted.
const Chunk* counted_bound(const SentenceView& view, const FoundAct& act) {
  constexpr std::uint32_t kReach = 5;
  std::uint32_t i = act.words.end;
  if (!is_any(view.low(i), {"in", "for", "among", "between", "with"})) return nullptr;
  while (view.all.contains(i) && i < act.words.end + kReach && !view.is(i, Role::country)) {
    if (view.time_at(i) != nullptr) return nullptr;  // "in January after 60 countries had ratified"
    ++i;
  }
  if (!view.is(i, Role::country) || !view.low(i).ends_with('s')) return nullptr;
  std::uint32_t at = i + (view.is_mark(i + 1) ? 2 : 1);
  const bool opened = is_any(view.low(i + 1), {":", "("});
  while (view.is(at, Role::preposition) && !names_some(view, at)) ++at;  // "such as", "among them"
  if (names_some(view, at))
    ++at;
  else if (!opened)
    return nullptr;
  const Chunk* list = actors_after(view, at, 1);
  return list != nullptr && !list->possessive ? list : nullptr;
}

// "in effect since May | for ten of them, among them | China and Japan", "for some, including A".
const Chunk* some_bound(const SentenceView& view, const FoundAct& act) {
  for (std::uint32_t i = act.words.end; i + 2 < view.all.end; ++i) {
    if (view.is_mark(i)) return nullptr;
    if (view.low(i) != "for" || !view.is(i + 1, Role::count)) continue;
    std::uint32_t at = i + 2 + (view.low(i + 2) == "of" ? 2 : 0);  // "ten | of them"
    if (view.low(at) != ",") return nullptr;
    for (++at; view.is(at, Role::preposition) && !names_some(view, at);) ++at;
    const Chunk* list = names_some(view, at) ? actors_after(view, at + 1, 1) : nullptr;
    return list != nullptr && !list->possessive ? list : nullptr;
  }
  return nullptr;
}

// "entered into force in 2014, | and for Peru in 2020": told of beside it (shared_acts.cc).
bool is_apart(const SentenceView& view, const FoundAct& act, const Chunk& chunk) {
  const std::uint32_t preposition = chunk.preposition;
  const std::uint32_t end = chunk.tokens.end;
  if (!is_any(view.low(preposition - 1), {"and", ",", "but"})) return false;
  if (view.time_at(end) == nullptr && view.time_at(end + 1) == nullptr) return false;
  for (std::uint32_t i = act.words.end; i < preposition; ++i) {
    if (view.time_at(i) != nullptr) return true;
  }
  return false;
}

// "entered into force in 2014, but Chile has asked | for Peru": another's act.
bool is_asked_for(const SentenceView& view, const FoundAct& act, const Chunk& chunk) {
  return std::ranges::any_of(view.chunks, [&](const Chunk& doer) {
    return doer.can_act() && doer.preposition == kNone && doer.tokens.begin >= act.words.end &&
           doer.tokens.end < chunk.preposition;
  });
}

}  // namespace

void bound_parties(const ActPlace& place, const Subject& subject, FoundAct& act) {
  const SentenceView& view = place.view;
  if (act.row->same && subject.chunk != nullptr && subject.chunk->is_actor()) {
    act.parties = subject.chunk->actors;
    return;
  }
  for (const Chunk& chunk : view.chunks) {
    const std::uint32_t owned = chunk.tokens.end + (view.low(chunk.tokens.end) == "'s" ? 1 : 0);
    if (chunk.is_actor() && chunk.possessive && owned + 1 == act.begin &&
        view.is(owned, Role::entry))
      act.parties = chunk.actors;  // "Canada, whose membership took effect in 1999"
    const bool bound = chunk.preposition != kNone && !is_asked_for(view, act, chunk) &&
                       (view.low(chunk.preposition) == "for" || is_between(view, chunk));
    if (bound && chunk.is_actor() && chunk.tokens.begin >= place.before &&
        chunk.tokens.begin < place.next && !is_apart(view, act, chunk))
      add_new(act.parties, chunk.actors);
  }
  const std::uint32_t by = act.words.end;  // "brought the treaty into force | for itself"
  if (view.low(by) == "for" && view.low(by + 1) == "itself" && subject.chunk != nullptr)
    add_new(act.parties, subject.chunk->actors);
  const bool here =
      view.low(by) == "here" && act.act->stage == Stage::in_force && place.discourse.own != kNone;
  if (here) add_new(act.parties, {place.discourse.own});  // "has been binding | here | since May"
  if (const Chunk* some = act.parties.empty() ? counted_bound(view, act) : nullptr)
    act.parties = some->actors;
  if (const Chunk* some = act.parties.empty() ? some_bound(view, act) : nullptr) {
    act.parties = some->actors;
    act.untold = true;  // and it is in force
  }
}

}  // namespace concord
