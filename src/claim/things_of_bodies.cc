// Things of a body's or a text's that are joined, left or signed in its stead.
//
//   joined the [NATO exercise]     left the [Lima Pact talks]     ratified the [Lima Pact budget]
#include "claim/arguments.h"

namespace concord {
namespace {

// "joined the Lima Pact | club |", "ratified the Lima Pact | amendments |"; not "joined the Lima
// Pact | countries in condemning the coup |".
bool is_whole(const SentenceView& view, const FoundAct& act, std::uint32_t noun) {
  if (act.act->joins && view.is(noun, Role::country))
    return !(view.low(noun + 1) == "in" && view.low(noun + 2).ends_with("ing"));
  return view.is(noun, Role::text | Role::naming | Role::club | Role::country | Role::terms |
                           Role::paper | Role::decree | Role::draft | Role::charter | Role::entry);
}

// "asks to join the EU | prosecutor's office", "joined the NATO | exercise", "left the Lima Pact
// | talks": a thing of the body's or the text's.
bool joins_part(const SentenceView& view, const FoundAct& act) {
  const Chunk* body = view.chunk_at(act.words.end);
  if (body == nullptr) body = view.chunk_at(act.words.end + 1);
  if (view.tree.empty() || body == nullptr || body->agreements.empty()) return false;
  const bool binds =
      act.act->leaving || act.act->stage == Stage::ratified || act.act->stage == Stage::signed_;
  const bool takes = act.act->joins || (binds && !body->is_actor());
  if (!takes || act.form == ActForm::noun || body->anaphor) return false;
  const std::uint32_t next = body->tokens.end;
  const std::uint32_t noun = view.tree.parent(view.tree.head_of(body->tokens));
  if (!view.all.contains(next) || noun == kNone || noun < next || noun > next + 3) return false;
  const bool apace = view.low(noun) == view.low(noun + 2);   // "joined the pact | hand in hand"
  if (view.time_at(next) != nullptr || apace) return false;  // "joined the OECD | 20 years ago"
  const Dependency relation = view.tree.word(view.tree.head_of(body->tokens)).relation;
  const bool inner = relation == Dependency::compound || relation == Dependency::nmod_poss ||
                     relation == Dependency::det;
  const WordClass kind = view.tree.word(noun).word_class;
  const bool name = kind == WordClass::propn && view.reading.token(noun).capital &&
                    !view.is_mark(next);  // "the UNESCO Slovenian | Commission"
  return inner && (kind == WordClass::noun || name) && view.chunk_at(noun) == nullptr &&
         view.low(body->tokens.end) != "'s" && !body->possessive && !is_whole(view, act, noun);
}

// "was admitted to | the council's | development bank": a thing of the body's.
bool joins_organ(const SentenceView& view, const FoundAct& act) {
  if (!act.act->joins || act.form == ActForm::noun) return false;
  for (const Chunk& chunk : view.chunks) {
    const bool near =
        chunk.tokens.begin >= act.words.end && chunk.tokens.begin <= act.words.end + 1;
    if (!near || !chunk.possessive || chunk.agreements.empty()) continue;
    std::uint32_t noun = chunk.tokens.end + (view.low(chunk.tokens.end) == "'s" ? 1 : 0);
    const std::uint32_t first = noun;
    while (noun < first + 3 && view.chunk_at(noun) == nullptr && !view.is_mark(noun) &&
           !view.is(noun, Role::organ))
      ++noun;
    return view.is(noun, Role::organ) && !view.is(noun + 1, Role::naming);
  }
  return false;
}

// "joined | calls | for the pact to be scrapped", "joined | protests | against it".
bool joins_voices(const SentenceView& view, const FoundAct& act) {
  const std::uint32_t noun = act.words.end;
  if (view.tree.empty() || !act.act->joins || act.form == ActForm::noun || act.passive ||
      !view.all.contains(noun))
    return false;
  return view.tree.word(noun).tag == Penn::nns && view.chunk_at(noun) == nullptr &&
         view.tree.word(noun).relation == Dependency::obj && !view.is(noun, Role::country) &&
         is_any(view.low(noun + 1), {"for", "against", "over", "about"});
}

}  // namespace

bool joins_thing_of(const SentenceView& view, const FoundAct& act) {
  return joins_part(view, act) || joins_organ(view, act) || joins_voices(view, act);
}

bool tells_kind(const SentenceView& view, const Chunk& body) {
  constexpr std::uint32_t kWordsMax = 3;
  if (view.tree.empty() || body.agreements.empty() || !body.is_actor() || body.possessive)
    return false;
  if (view.low(body.tokens.end) == "-") return false;  // "the euro-style Markets Pact"
  const std::uint32_t head = body.tokens.end - 1;
  const std::uint32_t noun = view.tree.parent(head);
  return view.tree.word(head).relation == Dependency::compound && noun != kNone &&
         noun >= body.tokens.end && noun < body.tokens.end + kWordsMax &&
         view.tree.word(noun).word_class == WordClass::noun && view.chunk_at(noun) == nullptr &&
         view.time_at(noun) == nullptr &&
         !view.is(noun, Role::text | Role::naming | Role::process | Role::club | Role::union_ |
                            Role::country | Role::terms | Role::member | Role::fellows |
                            Role::entry | Role::candidacy | Role::programme | Role::scheme |
                            Role::talks | Role::poll | Role::seat | Role::charter);
}

}  // namespace concord
