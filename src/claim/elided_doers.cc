#include "claim/elided_doers.h"

namespace concord {

// "Tanzania, which signed at the summit, | has not": who stands before the aside that ends here.
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

// "Chad and Mali are among those that | have not": who is said to be of such a crowd.
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

// "Chad and Mali are the only members of the bloc that | have not": who they are.
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

// "Ten | have not, | among them Italy and Greece": who is named of those only counted.
const Chunk* named_among(const SentenceView& view, std::uint32_t verb, std::uint32_t comma) {
  if (!view.is(verb - 1, Role::count) || view.low(comma) != ",") return nullptr;
  const bool them = view.low(comma + 1) == "among" && view.low(comma + 2) == "them";
  if (!them && view.low(comma + 1) != "including") return nullptr;
  return view.chunk_at(comma + (them ? 3 : 2));
}

// "Parliament has approved it; | those in Chad and Mali | have not": whose they are.
bool stand_for_houses(const SentenceView& view, const Chunk& chunk) {
  const std::uint32_t in = chunk.preposition;
  return in != kNone && in > view.all.begin && is_any(view.low(in), {"in", "of", "from"}) &&
         (is_any(view.low(in - 1), {"those", "that", "ones"}) ||
          view.is(in - 1, Role::legislature));
}

// "promised to sign it | but never did": who did the act before.
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

}  // namespace concord
