// What "Yes" and "No" say of the question before, and what was asked for by its act.
//
//   Has Uruguay ratified it? [Yes], in 2019. And Peru? [No].     Is Mexico out now? [Not yet].
//   What was signed? [The Lima Pact], by Ana Ruiz and Omar Vale.
#include <algorithm>

#include "claim/arguments.h"

namespace concord {
namespace {

// "| The Lima Pact, | by Peru's premier and Ana Ruiz": who did it, for whom persons act too.
void read_what(const SentenceView& view, const Discourse& discourse, std::vector<FoundAct>& acts) {
  const Told& asked = discourse.asked_what;
  const std::uint32_t sentence = view.reading.token(view.all.begin).sentence;
  const bool answers = asked.act != nullptr && asked.sentence + 1 == sentence && acts.empty();
  const Chunk* what = answers && !view.chunks.empty() ? &view.chunks.front() : nullptr;
  if (what == nullptr || what->agreements.empty() || what->preposition != kNone) return;
  FoundAct act = act_of(asked);
  act.row = asked.act;
  act.words = what->tokens;
  act.begin = what->tokens.begin;
  act.agreements = what->agreements;
  act.time = asked.time;
  for (std::uint32_t i = what->tokens.end; i < view.all.end; ++i) {
    if (view.low(i) != "by") continue;
    const auto add = [&](const Chunk& chunk) {
      const bool behind =
          chunk.tokens.begin == i + 1 || view.is(chunk.tokens.begin - 1, Role::list);
      if (chunk.tokens.begin > i && behind) add_new(act.parties, chunk.actors);
    };
    std::ranges::for_each(view.chunks, add);
    for (const Mention& mention : view.reading.mentions) {  // no tree tells that they do it
      const Entity& person = view.reading.entities[mention.entity];
      Chunk chunk;
      chunk.tokens = mention.tokens;
      chunk.actors = {mention.entity};
      if (person.kind == EntityKind::person && !person.party.empty() &&
          view.all.contains(mention.tokens.begin))
        add(chunk);
    }
    break;
  }
  acts.push_back(std::move(act));
}

}  // namespace

void read_answers(const SentenceView& view, const Discourse& discourse,
                  std::vector<FoundAct>& acts) {
  read_what(view, discourse, acts);
  const std::uint32_t begin = view.all.begin;
  const bool yes = view.is(begin, Role::affirms);
  const bool no = view.is(begin, Role::negates) ||
                  (view.low(begin) == "not" && is_any(view.low(begin + 1), {"yet", "quite", "so"}));
  const bool closed = is_any(view.low(begin + 1), {".", ",", ":", ";", "yet", "quite", "so"});
  if (!(yes || no) || !closed || !acts.empty() || discourse.asked_of.empty()) return;
  const std::uint32_t sentence = view.reading.token(begin).sentence;
  for (const Told& asked : discourse.asked) {
    if (asked.sentence + 1 != sentence || asked.denied) continue;
    FoundAct act = act_of(asked);
    act.row = asked.act;
    act.words = {begin, begin + 1};
    act.begin = begin;
    act.parties = discourse.asked_of;
    act.time = yes && !view.times.empty() ? view.times.front() : nullptr;
    const bool refuses =  // "Will it apply? No": that it will not
        no && act.effect == Effect::planned && act.act->stage == Stage::considering;
    if (no && act.effect == Effect::planned && !refuses) act.effect = Effect::denied_plan;
    act.denied = refuses || (no && act.effect == Effect::nothing);
    if (refuses) act.turned_by = "will";
    const bool told = yes || act.denied || act.effect == Effect::denied_plan;
    if (told) acts.push_back(std::move(act));  // not "Does it want to join? No."
  }
}

}  // namespace concord
