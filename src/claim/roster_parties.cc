// Who is told to be of a roster: those that the words for it are said of.
#include "claim/roster_parties.h"

namespace concord {
namespace {

// "A and B are the only | holdouts |", "C and D remain | aspirants |"
const Chunk* told_before_copula(const SentenceView& view, const FoundAct& act) {
  constexpr std::uint32_t kWordsMax = 4;
  if (act.form != ActForm::noun || act.begin == view.all.begin) return nullptr;
  std::uint32_t i = act.begin - (view.is(act.begin, Role::be) ? 0 : 1);
  while (i > view.all.begin && act.begin - i < kWordsMax && view.chunk_at(i) == nullptr &&
         (view.is(i, Role::determiner | Role::adverb | Role::count | Role::late) ||
          is_any(view.low(i), {"only", "last"})))
    --i;
  const bool copula = is_any(view.low(i), {"are", "were"}) || view.is(i, Role::remains);
  const Chunk* named = copula && i > view.all.begin ? view.chunk_at(i - 1) : nullptr;
  return named != nullptr && named->can_act() ? named : nullptr;
}

// "[A and B] are notably absent from the pact"
void said_of(const SentenceView& view, FoundAct& act) {
  std::uint32_t i = act.begin;
  while (i > view.all.begin &&
         (view.is(i - 1, Role::be | Role::have | Role::adverb) || view.low(i - 1).ends_with("ly")))
    --i;
  const bool told = i < act.begin || view.title;  // a headline's "Oman not party to pact"
  const Chunk* chunk = i > view.all.begin && told ? view.chunk_at(i - 1) : nullptr;
  if (chunk != nullptr && chunk->is_actor()) act.parties = chunk->actors;
}

// "the members | will be | A and B", "are | not | A and B", "nor are | A and B |": what the words
// up to a list make of the act.
void turn_by_copula(const SentenceView& view, const Chunk& list, FoundAct& act) {
  const bool inverted = is_any(view.low(list.tokens.begin - 2), {"nor", "neither"});
  act.denied = act.denied != (list.denied || inverted);
  for (std::uint32_t i = act.words.end; i < list.tokens.begin; ++i) {
    if (view.is(i, Role::relative)) break;  // "the members that are not in the pact are ..."
    if (is_any(view.low(i), {"will", "would"})) act.effect = Effect::planned;
    if (view.low(i) == "not" && view.is(i - 1, Role::be)) act.denied = !act.denied;
  }
}

void give_list(const ActPlace& place, const Chunk& list, FoundAct& act) {
  act.parties = roster_members(place, act, list);
  const bool facing = act.form != ActForm::noun && list.preposition != kNone &&
                      place.low(list.preposition) == "between" && act.parties.size() > 2;
  if (facing) act.parties.erase(act.parties.begin());  // "between Egypt and A, B and C"
  turn_by_copula(place.view, list, act);
}

// "A and B have sat there | as members"
bool is_held_as(const SentenceView& view, const Subject& subject, const FoundAct& act) {
  return act.form != ActForm::noun && view.low(act.words.end - 2) == "as" &&
         subject.chunk != nullptr && subject.chunk->is_actor();
}

}  // namespace

bool tells_roster(const SentenceView& view, const FoundAct& act) {
  return view.is(act.words.end - 1, Role::includes) ||
         is_any(view.low(act.words.end - 1), {"are", "were"}) || act.row->role == ActRole::members;
}

void give_roster(const ActPlace& place, const Subject& subject, FoundAct& act) {
  if (const Chunk* list = find_roster(place, subject, act)) {
    give_list(place, *list, act);  // "the signatories are A and B"
  } else if (act.act->denied) {
    said_of(place.view, act);
  } else if (is_held_as(place.view, subject, act)) {
    act.parties = subject.chunk->actors;
  } else if (const Chunk* named = told_before_copula(place.view, act)) {
    act.parties = named->actors;
  } else {
    give_by_opening(place, act);
  }
  if (act.row->same && tells_no_holdouts(place, act)) act.effect = Effect::nothing_asserted;
}

}  // namespace concord
