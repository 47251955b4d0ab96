// The body that talks, an application or words of founding are about, where their own clause names
// none.
//
//   EU leaders agreed to open accession [talks] with Oman      applied to the EU; [talks] were
//   frozen The league is a trade club, [set up] in May by Chad and Mali
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

namespace {

// "What is the league? | A trade club ...": what the question before names, and nothing else.
Entities asked_what_it_is(const SentenceView& view) {
  const std::uint32_t number = view.reading.token(view.all.begin).sentence;
  if (number == 0) return {};
  const TokenSpan asked = view.reading.sentences[number - 1].tokens;
  const bool what = asked.size() > 2 && view.reading.lower(asked.begin) == "what" &&
                    view.reading.is(asked.begin + 1, Role::be) &&
                    view.reading.lower(asked.end - 1) == "?";
  Entities named;
  for (const Mention& mention : view.reading.mentions) {
    if (!what || !asked.contains(mention.tokens.begin)) continue;
    const Entity& entity = view.reading.entities[mention.entity];
    if (entity.kind != EntityKind::agreement && !entity.acceded) return {};
    named.push_back(mention.entity);
  }
  return named.size() == 1 ? named : Entities{};
}

}  // namespace

Entities club_set_up(const ActPlace& place, const FoundAct& act) {
  const SentenceView& view = place.view;
  if (!act.act->makes || view.tree.empty()) return {};
  const std::uint32_t verb = view.tree.head_of(act.words);
  if (view.tree.word(verb).tag != Penn::vbn) return {};
  const std::uint32_t noun = view.tree.parent(verb);
  const bool tells = view.tree.word(verb).relation == Dependency::acl && noun != kNone &&
                     noun < act.begin && view.chunk_at(noun) == nullptr;
  if (!tells) return {};
  for (const Chunk& chunk : view.chunks) {
    const std::uint32_t head = view.tree.head_of(chunk.tokens);
    const bool subject =
        view.tree.parent(head) == noun && view.tree.word(head).relation == Dependency::nsubj;
    if (subject && chunk.agreements.size() == 1) return chunk.agreements;
  }
  return view.tree.word(noun).relation == Dependency::root ? asked_what_it_is(view) : Entities{};
}

}  // namespace concord
