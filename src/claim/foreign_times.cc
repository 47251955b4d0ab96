// Times that stand by an act and are not its own.
//
//   ratified Sweden's bid [in January]      of the approval, not of the bid
//   [Today] it has 168 parties              nowadays: nobody joined this day
#include "claim/arguments.h"

namespace concord {
namespace {

bool dates_approval(const ActPlace& place, const FoundAct& act, const Time& time) {
  if (act.form != ActForm::noun || act.act->stage != Stage::considering) return false;
  if (place.number == 0 || time.tokens.begin < act.words.end) return false;
  const FoundAct& before = place.acts[place.number - 1];
  return before.form != ActForm::noun && before.words.end == act.begin;
}

bool means_nowadays(const ActPlace& place, const FoundAct& act, const Time& time) {
  const SentenceView& view = place.view;
  const bool state = act.act->role == ActRole::members || act.form == ActForm::present ||
                     is_any(view.low(act.begin), {"is", "are"});
  return state && act.act->stage == Stage::party && view.low(time.tokens.begin) == "today" &&
         time.tokens.begin < act.words.begin;
}

// "a fisheries arrangement | for next year"
bool is_meant_for(const ActPlace& place, const FoundAct& act, const Time& time) {
  const SentenceView& view = place.view;
  if (act.effect != Effect::nothing || view.low(time.tokens.begin - 1) != "for") return false;
  const Chunk* deal = view.chunk_at(time.tokens.begin - 2);
  return deal != nullptr && !deal->agreements.empty() && !deal->is_actor();
}

// "adopted a strategy for farms | until 2040"
bool lasts_until(const ActPlace& place, const FoundAct& act, const Time& time) {
  return act.act->stage == Stage::agreed && act.effect == Effect::nothing &&
         place.view.low(time.tokens.begin - 1) == "until";
}

}  // namespace

bool is_time_of_another(const ActPlace& place, const FoundAct& act, const Time& time) {
  return dates_approval(place, act, time) || means_nowadays(place, act, time) ||
         is_meant_for(place, act, time) || lasts_until(place, act, time);
}

}  // namespace concord
