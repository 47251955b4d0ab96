// Whether a verb has the sense of an act, by what stands around it.
#include "claim/act_sense.h"

namespace concord {

bool judged(const SentenceView& view, std::uint32_t verb, std::uint32_t object) {
  const Chunk* chunk = view.chunk_at(object);
  if (chunk == nullptr || view.tree.empty() || !view.all.contains(chunk->tokens.end)) return false;
  const SyntaxWord& next = view.tree.word(chunk->tokens.end);
  return (next.word_class == WordClass::adj || next.tag == Penn::vbg) &&
         view.tree.parent(chunk->tokens.end) == verb;
}

bool owns(const SentenceView& view, TokenSpan verb) {
  std::uint32_t begin = verb.begin;
  while (begin > view.all.begin && view.is(begin - 1, Role::adverb)) --begin;
  const bool perfect = view.low(verb.begin) == "had";
  if (perfect && (begin == view.all.begin || !view.is(--begin, Role::have))) return false;
  std::uint32_t at = verb.end;
  while (view.chunk_at(at) == nullptr &&
         (view.is(at, Role::determiner | Role::count | Role::owner) || view.low(at) == "no"))
    ++at;
  const Chunk* deal = view.chunk_at(at);
  for (const std::uint32_t article : {at - 1, deal == nullptr ? at : deal->tokens.begin}) {
    if (is_any(view.low(article), {"the", "this", "that", "these", "those"})) return false;
  }
  if (deal == nullptr || deal->is_actor() || deal->definite || deal->anaphor) return false;
  if (view.is(deal->tokens.end - 1, Role::parley)) return false;
  // "The US and Canada have had | an arrangement since ..."
  if (view.low(deal->tokens.end) != "with") {
    const Chunk* both = begin > view.all.begin ? view.chunk_at(begin - 1) : nullptr;
    return both != nullptr && both->is_actor() && both->actors.size() == 2;
  }
  const Chunk* other = view.chunk_behind(deal->tokens.end + 1);
  return other != nullptr && other->is_actor();
}

bool is_wing(const SentenceView& view, std::uint32_t i) {
  if (view.tree.empty() || view.low(i) != "left") return false;
  const Chunk* body = view.chunk_at(i + 1);  // "the three left | ECOWAS": a verb, whatever its tag
  if (body != nullptr && !body->agreements.empty()) return false;
  if (view.is(i + 1, Role::determiner)) return false;
  if (view.chunk_at(i - 1) != nullptr && view.time_at(i + 1) != nullptr)
    return false;  // "Peru | left | last year"
  const WordClass kind = view.tree.word(i).word_class;
  return kind == WordClass::noun || kind == WordClass::adj;
}

bool leaves_so(const SentenceView& view, std::uint32_t object) {
  if (view.low(object) == "without") return true;  // "left | without an invitation"
  const Chunk* chunk = view.chunk_at(object);
  if (chunk == nullptr && view.is(object, Role::determiner)) chunk = view.chunk_at(object + 1);
  const bool it = view.low(object) == "it";
  if (chunk != nullptr && chunk->government && !chunk->possessive)
    return true;  // "a vote that | left | the government | weakened"
  if (!it && (chunk == nullptr || chunk->agreements.empty())) return false;
  std::uint32_t fate = it ? object + 1 : chunk->tokens.end;
  const Chunk* side = view.low(fate) == "with" ? view.chunk_at(fate + 1) : nullptr;
  if (side != nullptr) fate = side->tokens.end;  // "leaves the deal | with Oman | in doubt"
  if (view.is(fate + (view.is(fate, Role::preposition) ? 1 : 0), Role::plight)) return true;
  // "threats that | left | the alliance | shaken": said of what no state does
  const bool ends = fate + 1 >= view.all.end || view.is_mark(fate + 1);
  const Chunk* doer = object >= view.all.begin + 2 ? view.chunk_at(object - 2) : nullptr;
  const bool state = doer != nullptr && doer->is_actor();
  return ends && !it && !state && view.low(fate).ends_with("ed");
}

bool runs_for(const SentenceView& view, std::uint32_t object, bool nominal) {
  if (view.low(object - 1) != "for" || view.tree.empty()) return false;
  for (std::uint32_t i = object; i < object + 4 && view.all.contains(i); ++i) {
    if (view.is_mark(i)) return false;
    if (view.is(i, Role::onlooker)) return true;
    if (const Chunk* what = view.chunk_at(i)) return what->agreements.empty();
    const bool noun = view.tree.word(i).word_class == WordClass::noun;
    if (noun && view.tree.word(i).relation != Dependency::compound)
      return nominal && !view.is(i, Role::text | Role::club | Role::naming | Role::member |
                                        Role::terms | Role::union_ | Role::entry | Role::process);
  }
  return false;
}

}  // namespace concord
