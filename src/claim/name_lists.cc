#include "claim/name_lists.h"

namespace concord {
namespace {

bool denies(const SentenceView& view, std::uint32_t i) {
  return is_any(view.low(i), {"not", "n't", "never", "neither", "nor", "no"});
}

// "So far | twelve countries: |", "Seventeen states, among them |", "- |": what may lead to names.
bool leads(const SentenceView& view, std::uint32_t i) {
  if (denies(view, i)) return false;
  const bool elided = view.low(i + 1) == "," && view.is(i, Role::be | Role::have | Role::do_);
  if (elided) return true;  // "Eleven states | have, among them |"
  if (view.is(i + 1, Role::nations) && i == view.all.begin) return true;  // "Seventeen | states"
  return view.is_mark(i) || view.reading.token(i).kind == WordKind::number ||
         view.is(i, Role::adverb | Role::determiner | Role::count | Role::country | Role::nations |
                        Role::list | Role::affirms) ||
         is_any(view.low(i), {"among", "them", "including", "namely", "far"});
}

// "Japan, by far the largest of them, | isn't thinking of it": the verb behind an aside. Not
// "Mexico, whose deposit, on 1 May, | brought it to life".
bool does_over_aside(const SentenceView& view, const Chunk& chunk) {
  if (view.low(chunk.tokens.end) != ",") return false;
  if (!view.tree.empty() && view.is(chunk.tokens.end + 1, Role::relative)) {
    const Dependency relation = view.tree.word(view.tree.head_of(chunk.tokens)).relation;
    return relation == Dependency::nsubj || relation == Dependency::nsubj_pass;
  }
  for (std::uint32_t i = chunk.tokens.end + 1; i + 1 < view.all.end; ++i) {
    if (is_any(view.low(i), {";", ":"})) return false;
    if (view.low(i) == "," && does(view, i + 1)) return true;
  }
  return false;
}

}  // namespace

std::uint32_t after_bare_verb(const SentenceView& view, std::uint32_t i) {
  if (!view.is(i, Role::moves | Role::asked)) return i;
  const std::uint32_t next = i + (view.is(i + 1, Role::preposition) ? 2 : 1);
  return view.time_at(next) != nullptr ? i + 1 : i;
}

bool does(const SentenceView& view, std::uint32_t i) {
  if (view.is(i, Role::be | Role::have | Role::do_)) return true;
  const bool verb =
      !view.tree.empty() && view.all.contains(i) && view.tree.word(i).word_class == WordClass::verb;
  return verb && !view.low(i).ends_with("ing");
}

bool is_listed(const SentenceView& view, const Chunk& chunk, std::uint32_t from) {
  if (!chunk.is_actor() || chunk.anaphor || chunk.possessive) return false;
  std::uint32_t i = chunk.tokens.begin;
  while (i > from && view.is(i - 1, Role::determiner | Role::adverb)) --i;
  const bool opens = i == from || view.is_mark(i - 1) ||
                     view.is(i - 1, Role::list | Role::affirms) ||
                     is_any(view.low(i - 1), {"is", "namely", "plus", "are", "them"});
  const bool along = view.low(i - 1) == "with" && is_any(view.low(i - 2), {"along", "together"});
  return (along || (opens && chunk.preposition == kNone)) &&
         !does(view, after_bare_verb(view, chunk.tokens.end));
}

Entities listed_names(const SentenceView& view, std::uint32_t from) {
  Entities all;
  for (const Chunk& chunk : view.chunks) {
    if (chunk.tokens.begin >= from && is_listed(view, chunk, from)) add_new(all, chunk.actors);
  }
  return all;
}

bool only_names(const SentenceView& view, std::uint32_t from) {
  bool named = false;
  for (std::uint32_t i = from; i < view.all.end; ++i) {
    const Chunk* chunk = view.chunk_at(i);
    named = named || chunk != nullptr;
    const bool small = view.is(i, Role::list | Role::preposition | Role::adverb);
    if (!small && !view.is_mark(i) && chunk == nullptr && view.time_at(i) == nullptr) return false;
  }
  return named;
}

const Chunk* first_listed(const SentenceView& view, std::uint32_t from) {
  std::uint32_t i = from;
  while (view.all.contains(i) && view.chunk_at(i) == nullptr && leads(view, i)) ++i;
  const Chunk* first = view.chunk_at(i);
  if (first == nullptr || !first->is_actor() || first->anaphor || first->possessive) return nullptr;
  if (first->government || first->legislature) return nullptr;  // "Out: Peru's minister"
  const std::uint32_t end = after_bare_verb(view, first->tokens.end);
  const bool stops = !view.all.contains(end) || view.is_mark(end) || view.time_at(end) != nullptr ||
                     view.is(end, Role::list | Role::preposition | Role::adverb | Role::relative);
  return stops && !does(view, end) && !does_over_aside(view, *first) ? first : nullptr;
}

bool is_deal_of_others(const Reading& reading, std::uint32_t agreement, const Entities& parties) {
  const Entity& deal = reading.entities[agreement];
  return deal.kind == EntityKind::agreement && deal.members.size() == 2 &&
         std::ranges::none_of(parties, [&](std::uint32_t one) {
           return std::ranges::find(deal.members, one) != deal.members.end();
         });
}

void remember_entry(const SentenceView& view, Discourse& discourse) {
  const std::uint32_t begin = view.all.begin;
  const std::uint32_t n = view.reading.token(begin).sentence;
  const auto& sentences = view.reading.sentences;
  if (n == 0 || sentences[n - 1].block != sentences[n].block) discourse.entry.clear();
  const bool names = first_listed(view, begin) != nullptr && only_names(view, begin);
  const bool told = std::ranges::any_of(
      view.chunks, [](const Chunk& chunk) { return chunk.can_act() && !chunk.anaphor; });
  if (names) discourse.entry = listed_names(view, begin);
  if (!names && told) discourse.entry.clear();
}

}  // namespace concord
