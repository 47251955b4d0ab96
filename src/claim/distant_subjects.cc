// Who does an act from beyond another clause.
//
//   [Oman], which left the OAU in 1984, returned     [Oman] was away when it was signed and has not
#include <algorithm>

#include "claim/arguments.h"

namespace concord {
namespace {

// "since | Oman and Peru | sat under a tree and signed": of the verb that the act is joined to.
const Chunk* subject_of_first(const SentenceView& view, const FoundAct& act, std::uint32_t verb) {
  const std::uint32_t first = view.tree.parent(verb);
  const bool joined = view.tree.word(verb).relation == Dependency::conj && first != kNone &&
                      first < act.begin && is_any(view.low(act.begin - 1), {"and", "but"});
  for (const Chunk& chunk : view.chunks) {
    if (!joined || chunk.tokens.end >= act.begin) break;
    const bool opens = chunk.preposition != kNone && view.is(chunk.preposition, Role::subordinate);
    const std::uint32_t head = view.tree.head_of(chunk.tokens);
    const bool subject =
        view.tree.word(head).relation == Dependency::nsubj && view.tree.parent(head) == first;
    const bool beside = chunk.tokens.end == first && view.tree.word(first).tag == Penn::vbd;
    if (opens && (subject || beside) && chunk.is_actor() && !chunk.possessive) return &chunk;
  }
  return nullptr;
}

}  // namespace

const FoundAct* joined_over_clause(const ActPlace& place, const FoundAct& act) {
  const Tree& tree = place.view.tree;
  if (tree.empty() || act.form == ActForm::noun || place.number < 2) return nullptr;
  if (!is_any(place.view.low(act.begin - 1), {"and", "but"})) return nullptr;
  const std::uint32_t verb = tree.head_of(act.words);
  const std::uint32_t main = tree.parent(verb);
  if (main == kNone || tree.word(verb).relation != Dependency::conj) return nullptr;
  bool over = false;
  for (std::size_t n = place.number; n > 0; --n) {
    const FoundAct& before = place.acts[n - 1];
    const bool holds = before.words.contains(main) && before.form != ActForm::noun;
    if (holds) return over ? &before : nullptr;
    const std::uint32_t inner = tree.head_of(before.words);
    over = over || tree.word(inner).relation == Dependency::acl_relcl;
  }
  return nullptr;
}

const Chunk* subject_over_clause(const ActPlace& place, const FoundAct& act) {
  const SentenceView& view = place.view;
  if (view.tree.empty() || act.form == ActForm::noun || act.infinitive) return nullptr;
  const std::uint32_t verb = view.tree.head_of(act.words);
  if (const Chunk* first = subject_of_first(view, act, verb)) return first;
  for (const Chunk& chunk : view.chunks) {
    if (chunk.tokens.end >= act.begin) break;
    const std::uint32_t which = chunk.tokens.end + 1;
    const bool told = view.low(which - 1) == "," && is_any(view.low(which), {"which", "who"});
    if (!told || !chunk.is_actor() || chunk.possessive || chunk.preposition != kNone) continue;
    const std::uint32_t head = view.tree.head_of(chunk.tokens);
    const Dependency relation = view.tree.word(head).relation;
    const bool subject = relation == Dependency::nsubj || relation == Dependency::nsubj_pass;
    if (subject && view.tree.parent(head) == verb && view.low(act.begin - 1) == ",") return &chunk;
  }
  return nullptr;
}

Subject past_passive(const SentenceView& view, const FoundAct& act, const Subject& subject) {
  const FoundAct* first = subject.same_as;
  const Chunk* object = view.chunk_at(act.words.end);
  const bool own = object != nullptr && object->tokens.begin == act.words.end &&
                   (object->anaphor || !object->agreements.empty());
  if (first == nullptr || !first->passive || !first->parties.empty() || !own || view.tree.empty())
    return subject;
  for (const Chunk& chunk : view.chunks) {
    if (chunk.tokens.begin >= first->begin) break;
    const bool doer = chunk.is_actor() && !chunk.possessive && chunk.preposition == kNone;
    if (doer && view.tree.word(view.tree.head_of(chunk.tokens)).relation == Dependency::nsubj)
      return {&chunk, nullptr, chunk.tokens.begin, false};
  }
  return subject;
}

bool is_passed_over(const ActPlace& place, std::size_t between, const FoundAct& act) {
  const Tree& tree = place.view.tree;
  if (tree.empty() || place.acts[between].form != ActForm::gerund) return false;
  const std::uint32_t head = tree.head_of(act.words);
  const std::uint32_t verb = tree.parent(head);
  if (tree.word(head).relation != Dependency::conj || verb == kNone) return false;
  return std::any_of(place.acts.begin(), place.acts.begin() + static_cast<long>(between),
                     [&](const FoundAct& one) { return one.words.contains(verb); });
}

bool joined_to_other(const SentenceView& view, const FoundAct& earlier, const FoundAct& act) {
  if (view.tree.empty()) return false;
  const std::uint32_t head = view.tree.head_of(act.words);
  const std::uint32_t verb = view.tree.parent(head);
  return view.tree.word(head).relation == Dependency::conj && verb != kNone &&
         verb > earlier.words.end && verb < act.begin && view.low(verb - 1) == ",";
}

const Chunk* subject_of_means(const SentenceView& view, const FoundAct& act) {
  const std::uint32_t by = view.low(act.begin) == "by" ? act.begin : act.begin - 1;
  if (view.tree.empty() || act.form != ActForm::gerund || view.low(by) != "by") return nullptr;
  if (act.act->role != ActRole::agent || act.act->stage == Stage::suspended) return nullptr;
  const std::uint32_t main = view.tree.parent(view.tree.head_of(act.words));
  for (const Chunk& chunk : view.chunks) {
    const std::uint32_t head = view.tree.head_of(chunk.tokens);
    const Dependency relation = view.tree.word(head).relation;
    const bool subject = relation == Dependency::nsubj && view.tree.parent(head) == main;
    if (main != kNone && main < by && subject && chunk.is_actor() && !chunk.possessive)
      return &chunk;
  }
  return nullptr;
}

const Chunk* told_of_before(const SentenceView& view, const FoundAct& act) {
  if (act.form != ActForm::gerund || act.act->stage != Stage::negotiating) return nullptr;
  if (act.begin < view.all.begin + 2 || view.low(act.begin - 1) != ",") return nullptr;
  const Chunk* chunk = view.chunk_at(act.begin - 2);
  const bool behind = chunk != nullptr && chunk->is_actor() && !chunk->possessive &&
                      chunk->preposition != kNone && chunk->tokens.end + 1 == act.begin;
  return behind && is_any(view.low(chunk->preposition), {"for", "to"}) ? chunk : nullptr;
}

}  // namespace concord
