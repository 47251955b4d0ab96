// Who does or does not do what the clause before told, where it is not the word before the verb.
#include "claim/elided_parties.h"

namespace concord {

const Chunk* before_aside(const SentenceView& view, std::uint32_t verb) {
  if (view.low(verb - 1) != ",") return nullptr;
  for (std::uint32_t i = verb - 1; i > view.all.begin + 1; --i) {
    if (is_any(view.low(i - 1), {";", ":"})) return nullptr;
    const Chunk* chunk = view.low(i - 1) == "," ? view.chunk_at(i - 2) : nullptr;
    if (chunk == nullptr || !chunk->is_actor() || chunk->tokens.end != i - 1) continue;
    const bool opens = view.is(i, Role::relative | Role::determiner | Role::owner | Role::adverb |
                                      Role::preposition | Role::subordinate) ||
                       view.low(i) == "where";
    const std::uint32_t begin = chunk->tokens.begin;
    const bool leads = begin == view.all.begin || view.is_mark(begin - 1) ||
                       view.is(begin - 1, Role::list | Role::coordinate | Role::determiner);
    return opens && leads ? chunk : nullptr;
  }
  return nullptr;
}

const Chunk* one_of_those(const SentenceView& view, std::uint32_t verb) {
  if (verb < view.all.begin + 4 || !view.is(verb - 1, Role::relative)) return nullptr;
  std::uint32_t i = verb - 1;
  while (i > view.all.begin && (view.is(i - 1, Role::country | Role::determiner | Role::count) ||
                                is_any(view.low(i - 1), {"those", "few"})))
    --i;
  const bool among = is_any(view.low(i - 1), {"among", "of"});
  std::uint32_t be = i - (view.low(i - 2) == "one" ? 3 : 2);
  while (be > view.all.begin && view.is(be, Role::adverb)) --be;
  if (!among || !view.is(be, Role::be)) return nullptr;
  return view.chunk_at(be - 1);
}

const Chunk* only_ones(const SentenceView& view, std::uint32_t verb) {
  constexpr std::uint32_t kReach = 9;
  if (verb < view.all.begin + 4 || !view.is(verb - 1, Role::relative)) return nullptr;
  bool only = false;
  for (std::uint32_t i = verb - 1; i > view.all.begin + 1 && i + kReach > verb; --i) {
    if (view.is(i - 1, Role::be)) return only ? view.chunk_at(i - 2) : nullptr;
    if (view.is_mark(i - 1) && view.low(i - 1) != "-") return nullptr;
    only = only || view.low(i - 1) == "only";
  }
  return nullptr;
}

const Chunk* named_among(const SentenceView& view, std::uint32_t verb, std::uint32_t comma) {
  if (!view.is(verb - 1, Role::count) || view.low(comma) != ",") return nullptr;
  const bool them = view.low(comma + 1) == "among" && view.low(comma + 2) == "them";
  if (!them && view.low(comma + 1) != "including") return nullptr;
  return view.chunk_at(comma + (them ? 3 : 2));
}

const Chunk* some_of_others(const SentenceView& view, std::uint32_t verb) {
  const Chunk* some = view.low(verb - 1) == "," ? view.chunk_at(verb - 2) : nullptr;
  if (some == nullptr || !some->is_actor() || some->possessive) return nullptr;
  std::uint32_t at = some->tokens.begin - 1;
  if (view.is(at, Role::determiner)) --at;
  if (!names_some(view, at)) return nullptr;
  if (!view.is(at, Role::instances)) --at;  // "among | them"
  const bool apart = view.low(at - 1) == ",";
  const std::uint32_t noun = apart ? at - 2 : at - 1;
  return view.is(noun, Role::count | Role::country | Role::nations | Role::member) ||
                 is_any(view.low(noun), {"others", "some", "many"})
             ? some
             : nullptr;
}

const Chunk* doer_before(const SentenceView& view, const std::vector<FoundAct>& acts,
                         std::uint32_t i) {
  const Chunk* doer = nullptr;
  for (const FoundAct& act : acts) {
    for (const Chunk& chunk : view.chunks) {
      const bool does = chunk.preposition == kNone && chunk.tokens.end <= act.begin;
      if (act.words.end <= i && does && chunk.actors == act.parties) doer = &chunk;
    }
  }
  return doer;
}

bool answers_contrary(const SentenceView& view, const std::vector<FoundAct>& acts,
                      std::uint32_t aux, bool told) {
  if (!view.is(aux, Role::have | Role::do_) || !is_any(view.low(aux + 1), {".", ";", ","}))
    return false;
  const bool already = view.low(aux - 1) == "already";
  const Chunk* who = view.chunk_at(aux - (already ? 2 : 1));
  if (who == nullptr || !who->can_act()) return false;
  std::uint32_t before = who->tokens.begin - 1;  // over "in 2021"
  while (before > view.all.begin &&
         (view.time_at(before) != nullptr || view.low(before) == "," ||
          (view.time_at(before + 1) != nullptr && view.is(before, Role::preposition))))
    --before;
  const bool apart = view.low(before) == ";";  // "Chad did not sign; | Togo did"
  const bool turns = apart || is_any(view.low(before), {"but", "while", "though"});
  const bool here = std::ranges::any_of(acts, [&](const FoundAct& act) {
    const bool ahead = act.effect == Effect::planned || act.effect == Effect::wanted;
    const bool open = act.denied || act.effect != Effect::nothing;
    const bool same = who->actors == act.parties;
    const bool fits = same ? ahead && (turns || view.low(before) == "and")
                           : open && !who->anaphor && (turns || already);
    return act.words.end <= before && !act.agreements.empty() && fits;
  });
  return here || (already && told && !who->anaphor);
}

const Time* time_of_answer(const SentenceView& view, const Chunk& who) {
  for (const Time* time : view.times) {
    const std::uint32_t end = time->tokens.end + (view.low(time->tokens.end) == "," ? 1 : 0);
    if (end == who.tokens.begin) return time;
  }
  return nullptr;
}

}  // namespace concord
