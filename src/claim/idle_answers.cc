#include "claim/idle_answers.h"

namespace concord {
namespace {

// "refused."; of "did not | decline | the talks" nothing is known.
bool is_bare_refusal(const FoundAct& act) {
  return act.act->closed && act.act->object == ActObject::none && act.act->stage == Stage::rejected;
}

// "everything the two sides had | agreed on | would stop": on what, is not told.
bool is_among_all(const SentenceView& view, const FoundAct& act) {
  constexpr std::uint32_t kReach = 6;
  const bool may = act.act->sides && act.act->stage == Stage::agreed && !act.passive;
  if (!may || view.tree.empty() || act.form != ActForm::past) return false;
  for (std::uint32_t i = act.begin; i > view.all.begin && act.begin - i < kReach; --i) {
    if (view.is_mark(i - 1)) return false;
    const bool pronoun = view.tree.word(i - 1).word_class == WordClass::pron;
    const bool others = view.chunk_at(i) != nullptr || view.chunk_at(i + 1) != nullptr;
    if (pronoun && others && i < act.begin && !view.is(i - 1, ~Role::listed)) return true;
  }
  return false;
}

// "Peru demanded its ship back. Chile | refused |": to give it, and to sign no pact.
bool answers_demand(const ActPlace& place, const FoundAct& act) {
  const Reading& reading = place.view.reading;
  const std::uint32_t here = reading.token(place.view.all.begin).sentence;
  if (!is_bare_refusal(act) || place.number > 0 || here == 0) return false;
  if (place.discourse.told.sentence + 1 >= here || place.discourse.meant.sentence + 1 >= here)
    return false;
  const TokenSpan before = reading.sentences[here - 1].tokens;
  for (std::uint32_t i = before.begin; i < before.end; ++i) {
    if (reading.is(i, Role::demand | Role::informs)) return true;
  }
  return false;
}

}  // namespace

bool answers_another(const ActPlace& place, const FoundAct& act) {
  return (act.denied && is_bare_refusal(act)) || is_among_all(place.view, act) ||
         answers_demand(place, act);
}

}  // namespace concord
