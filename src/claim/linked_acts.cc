// What an act makes of the next one of its sentence.
#include "claim/linked_acts.h"

#include <algorithm>

namespace concord {

bool leaves_by_law(const SentenceView& view, const FoundAct& verb, const FoundAct& noun) {
  const bool adopts = verb.act->stage == Stage::agreed && verb.act->sides;  // "adopted a bill on"
  const bool passes = verb.act->approval || verb.act->mode == RatificationMode::ratification ||
                      verb.act->stage == Stage::signed_ || adopts;
  const bool turns = noun.act->leaving || noun.act->stage == Stage::suspended;
  if (!passes || verb.form == ActForm::noun || noun.form != ActForm::noun || !turns) return false;
  std::uint32_t i = noun.words.begin;
  while (i > verb.words.end && view.is(i - 1, Role::determiner | Role::owner)) --i;
  // "has signed into law the | suspension of its part in the pact"
  if (noun.act->stage == Stage::suspended) return i == verb.words.end;
  return i > verb.words.end + 1 && is_any(view.low(i - 1), {"on", "for"}) &&
         view.is(i - 2, Role::decree | Role::draft);
}

void take_in(const FoundAct& noun, FoundAct& verb) {
  verb.words.end = noun.words.end;
  verb.act = noun.act;
  verb.row = noun.row;
  const bool done = verb.effect == Effect::nothing || verb.effect == Effect::done;
  if (done && noun.act->leaving) verb.effect = Effect::planned;
}

void turn_by_act(const SentenceView& view, FoundAct& governor, FoundAct& act) {
  if (governor.act->stage == Stage::suspended && act.effect == Effect::talks)
    act.effect = Effect::nothing_asserted;
  const bool of_step = governor.act->stage == Stage::withdrawing && act.infinitive &&
                       !act.act->leaving && view.low(governor.words.end) == "of" &&
                       act.words.begin <= governor.words.end + 5;
  if (of_step)  // "gave notice | of its intention to join"
    governor.effect = Effect::nothing_asserted;
  std::uint32_t i = std::min(act.begin, act.words.begin);
  const bool of_law =  // "vetoed | the law | ratifying the pact"
      act.form == ActForm::gerund && view.is(i - 1, Role::decree | Role::draft);
  if (of_law) --i;
  while (i > governor.words.end && view.is(i - 1, Role::determiner | Role::owner)) --i;
  constexpr std::uint32_t kOwner = 5;  // "endorsed | the cabinet's | decision to leave"
  if (view.low(i - 1) == "'s" && i <= governor.words.end + kOwner) i = governor.words.end;
  if (i > governor.words.end || governor.effect == Effect::nothing_asserted) return;
  if (governor.act->approval && act.infinitive && act.act->leaving) {
    governor.effect = Effect::nothing_asserted;  // "approved | a bill to quit the court"
    if (!act.denied) act.effect = Effect::planned;
  }
  if (governor.act->stage != Stage::rejected) return;
  if (!act.infinitive && !act.act->leaving && !of_law) return;
  if (governor.effect == Effect::wanted && act.act->leaving) {
    governor.effect = Effect::nothing_asserted;  // "did not rule out | leaving"
    return;
  }
  act.effect = act.act->leaving ? Effect::denied_plan : Effect::refused;
  if (governor.effect == Effect::wanted && !act.act->leaving)
    act.effect = Effect::nothing_asserted;  // "may decline | the invitation to join"
  if (act.act->leaving || act.act->stage == Stage::suspended)
    governor.effect = Effect::nothing_asserted;  // "rejected a request | to suspend it"
}

void go_on_with(const SentenceView& view, const FoundAct& first, FoundAct& act) {
  const bool bare = act.form == ActForm::gerund && act.begin == act.words.begin &&
                    act.effect == Effect::nothing_asserted && act.turned_by.empty();
  const bool goes_on = first.form == ActForm::present && first.begin < first.words.begin &&
                       view.is(first.words.begin - 1, Role::be | Role::adverb) &&
                       view.low(first.words.begin).ends_with("ing");
  if (!bare || !goes_on || view.low(act.begin - 1) != "and") return;
  act.form = ActForm::present;
  act.effect = first.effect;
  act.denied = first.denied;
  act.turned_by = first.turned_by;
}

}  // namespace concord
