// By whom an act is done.
#include "claim/agents.h"

namespace concord {

void give_agents(const ActPlace& place, FoundAct& act) {
  const SentenceView& view = place.view;
  if (view.low(act.words.end - 1) == "by")
    return;  // "bound by the pact, which was drafted by Chad"
  for (const Chunk& chunk : view.chunks) {
    if (chunk.tokens.begin < act.words.end || chunk.tokens.begin >= place.next) continue;
    if (!chunk.is_actor() || view.low(chunk.tokens.begin) == "it") continue;  // "bound by | it |"
    const bool house = chunk.legislature && act.act->stage != Stage::signed_ &&  // "cleared | it"
                       chunk.tokens.begin < clause_end(place, act);
    if (chunk.preposition != kNone && act.words.contains(chunk.preposition) && chunk.anaphor)
      continue;  // "the states bound by | it"
    const bool by = house || (chunk.preposition != kNone && view.low(chunk.preposition) == "by");
    const std::uint32_t at =
        chunk.tokens.begin - (view.low(chunk.tokens.begin - 1) == "the" ? 2 : 1);
    const bool among = names_some(view, at) && !are_abstainers(view, act, chunk.tokens.begin);
    const bool counted = counts_agents(view, act, at);
    const bool stopped = !by && has_stop(view, act.words.end, chunk.tokens.begin);
    if ((!by && !among && !counted) || stopped) continue;  // "by 126 parties, among them China"
    if (by && !house && is_of_main_verb(view, act, chunk)) continue;
    add_new(act.parties, chunk.actors);
    if (act.parties == chunk.actors) add_list_of(view, chunk, act);
    for (const Chunk& more : view.chunks) {  // "by Norway, by Iceland and by Malta"
      const bool again = by && more.is_actor() && more.tokens.begin > chunk.tokens.end &&
                         more.preposition != kNone && more.preposition < place.next &&
                         view.low(more.preposition) == "by" &&
                         is_any(view.low(more.preposition - 1), {",", "and"});
      if (again) add_new(act.parties, more.actors);
    }
    if (const Chunk* rest = named_others(view, chunk)) add_new(act.parties, rest->actors);
    if (by && act.act->sides) add_new(act.parties, listed_agents(view, chunk.tokens.end));
    act.legislature = chunk.legislature;
    act.lower_house = is_lower_house(view, chunk);
    act.denied = act.denied || (by && chunk.denied);  // "was ratified by neither parliament"
    return;
  }
  const bool nobody = act.passive && act.act->sides && view.low(act.words.end) == "by";
  if (nobody) act.parties = listed_agents(view, act.words.end + 1);
}

void add_agents(const ActPlace& place, FoundAct& act) {
  Entities parties = std::move(act.parties);
  act.parties.clear();
  give_agents(place, act);
  add_new(parties, act.parties);
  act.parties = std::move(parties);
}

void give_listed_agents(const ActPlace& place, FoundAct& act) {
  const SentenceView& view = place.view;
  for (const Chunk& chunk : view.chunks) {
    const std::uint32_t at = chunk.tokens.begin;
    const bool listed =
        view.low(at - 1) == "," && view.low(at - 2) == "others" && view.low(at - 3) == "among";
    const bool within = at >= act.words.end && at < place.next;
    if (chunk.is_actor() && listed && within) act.parties = chunk.actors;
  }
}

}  // namespace concord
