#include "claim/elided_verbs.h"

#include <algorithm>

namespace concord {
namespace {

// "Chad and Mali, which never joined, applauded"
bool in_relative(const SentenceView& view, const FoundAct& act) {
  for (std::uint32_t at = view.tree.head_of(act.words); at != kNone; at = view.tree.parent(at)) {
    if (view.tree.word(at).relation == Dependency::acl_relcl) return true;
  }
  return false;
}

// "Oslo supports it, Lima | does not": support it, whatever was told before.
bool repeats_plain_verb(const SentenceView& view, std::uint32_t does) {
  return view.is(does, Role::do_) && std::ranges::any_of(view.chunks, [&](const Chunk& one) {
           return one.is_actor() && one.tokens.end < does && view.low(one.tokens.end + 1) == "it";
         });
}

}  // namespace

bool repeats_main_verb(const SentenceView& view, const std::vector<FoundAct>& acts,
                       std::uint32_t aux) {
  for (std::uint32_t i = view.all.begin; i < aux && view.is(aux, Role::be); ++i) {
    const bool act = std::ranges::any_of(
        acts, [&](const FoundAct& one) { return one.words.end <= aux && one.words.end > i; });
    if (view.is(i, Role::be) && !act && view.low(i) == view.low(aux))
      return true;  // "The president is in favour, his premier | is not"
  }
  if (view.tree.empty() || !view.is(aux, Role::do_)) return false;
  const auto told = [&](const FoundAct& act) { return act.words.end <= aux; };
  const bool aside =
      std::ranges::any_of(acts, told) && std::ranges::all_of(acts, [&](const FoundAct& act) {
        return !told(act) || in_relative(view, act);
      });
  for (std::uint32_t i = view.all.begin; i < aux; ++i) {
    if (view.tree.parent(i) != kNone) continue;
    const bool act = std::ranges::any_of(
        acts, [&](const FoundAct& one) { return one.begin <= i && i < one.words.end; });
    return aside && !act && view.tree.word(i).word_class == WordClass::verb;
  }
  return false;
}

bool repeats_clause_before(const SentenceView& view, const std::vector<FoundAct>& acts,
                           std::uint32_t aux) {
  const auto told = [&](const FoundAct& act) { return act.words.end <= aux; };
  if (std::ranges::any_of(acts, told)) return false;
  const Chunk* who = view.chunk_at(aux - 1);
  for (const Chunk& chunk : view.chunks) {
    if (!chunk.is_actor() || &chunk == who || chunk.tokens.end >= aux) continue;
    std::uint32_t verb = chunk.tokens.end;
    bool does = view.is(verb, Role::past) || view.low(verb).ends_with("ed");
    if (!view.tree.empty()) {
      const std::uint32_t head = view.tree.head_of(chunk.tokens);
      verb = view.tree.parent(head);
      does = view.tree.word(head).relation == Dependency::nsubj && verb < aux &&
             view.tree.word(verb).word_class == WordClass::verb;
    }
    const bool says = std::ranges::any_of(view.reading.attributions, [&](const Attribution& said) {
      return said.cue.contains(verb);
    });
    if (does && !says && !view.is(verb, Role::says)) return true;
  }
  return false;
}

bool is_of_another_verb(const SentenceView& view, const Discourse& discourse,
                        const std::vector<FoundAct>& acts, std::uint32_t be) {
  const Told& told = discourse.told;
  const bool here =
      std::ranges::any_of(acts, [&](const FoundAct& act) { return act.words.end <= be; });
  if (!here && repeats_plain_verb(view, be)) return true;
  if (here || told.act == nullptr || !view.is(be, Role::be)) return false;
  return !told.passive && !told.act->standing && told.act->role == ActRole::agent &&
         told.effect == Effect::nothing;
}

}  // namespace concord
