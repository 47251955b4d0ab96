#include "claim/stages.h"

namespace concord {

bool ends_standing(const FoundAct& found) {
  return found.ended && (found.act->stage == Stage::party || found.act->stage == Stage::in_force);
}

// "agreed to admit Oman", "voted to take it in": the members' word is the admission.
static bool admits(const FoundAct& found) {
  const Stage stage = found.act->stage;
  const bool lets_in = found.act->role == ActRole::patient && found.act->joins &&
                       (stage == Stage::agreed || stage == Stage::party);
  return (lets_in || (found.admits_other && found.act->taken)) &&
         (found.turned_by == "decide" || found.turned_by == "vote");
}

std::optional<Stage> stage_after(const FoundAct& found) {
  Stage done = found.act->stage;
  const bool approved = found.act->approval && !found.parties.empty() && !found.legislature;
  const bool half = found.lower_house && done == Stage::ratified;  // its yes completes nothing
  if (approved || half || found.admits_other) done = Stage::agreed;
  if (found.legislature && done == Stage::signed_)
    done = Stage::ratified;  // "The emir signed; parliament did not follow"
  if (found.effect == Effect::nothing_asserted) return std::nullopt;
  if (found.of_exit) return Stage::withdrawing;
  if (found.conditional || done == Stage::conditional) return Stage::conditional;
  if (admits(found)) return Stage::agreed;
  if (ends_standing(found)) {
    if (done == Stage::in_force) return Stage::terminated;
    return found.effect == Effect::planned ? Stage::withdrawing : Stage::withdrawn;
  }
  const bool expels = found.act->role == ActRole::patient && done == Stage::withdrawn;
  if (expels && !found.act->leaving && found.effect == Effect::wanted)
    return std::nullopt;  // "wants it expelled"
  switch (found.effect) {
    case Effect::nothing:
    case Effect::done:
    case Effect::denied:
      return done;
    case Effect::planned:
    case Effect::denied_plan: {
      if (found.act->lasting) return done;  // "will remain a member"
      // "will not apply" refuses.
      if (done == Stage::considering && found.denied && found.turned_by == "will")
        return Stage::rejected;
      if (done == Stage::in_force || done == Stage::rejected || done == Stage::considering ||
          done == Stage::negotiating || done == Stage::terminated || done == Stage::suspended) {
        const bool own =  // and "will suspend its part in the pact"
            done == Stage::in_force || done == Stage::terminated || done == Stage::suspended;
        const bool dateless = own && found.time == nullptr && !found.denied;  // "was due to expire"
        return dateless ? std::nullopt : std::optional(done);
      }
      if (found.act->leaving || expels) return Stage::withdrawing;
      // "will not join" and "voted to stay out" refuse; "has not decided to join" only denies the
      // plan.
      if (found.denied && found.passive && found.act->sides && found.of_agreement)
        return done;  // "the deal will not be signed": nobody has refused
      const bool refuses = found.turned_by == "will" || found.act->denied;
      return found.denied && refuses ? Stage::rejected : Stage::announced;
    }
    case Effect::wanted:
      if (found.act->lasting) return done;              // "wants to stay a member"
      if (found.act->opens) return Stage::considering;  // "has not ruled it out"
      if (done == Stage::agreed && found.act->sides) return Stage::negotiating;  // "try to agree"
      if (done == Stage::suspended) return std::nullopt;  // "threatened to suspend Oman"
      return found.act->leaving ? Stage::withdrawing : Stage::considering;
    case Effect::talks:  // "is to discuss its application", "is negotiating its departure"
      if (found.act->leaving) return Stage::withdrawing;
      if (done == Stage::ratified) return Stage::considering;  // "will discuss the ratification"
      return done == Stage::considering ? done : Stage::negotiating;
    case Effect::conditional:
      return Stage::conditional;
    case Effect::refused:                                 // "refused to leave": denied
      if (done == Stage::suspended) return std::nullopt;  // "voted not to suspend Oman"
      return found.act->leaving ? Stage::withdrawing : Stage::rejected;
    default:
      return std::nullopt;
  }
}

static bool is_season(const std::string& date) {  // EDTF 21 to 24
  return date.size() == 7 && date[5] == '2' && date[6] >= '1' && date[6] <= '4';
}

bool lies_ahead(const std::string& date, const std::string& published) {
  constexpr std::string_view kSeasonBegins[] = {"03", "06", "09", "12"};
  std::string day = date;
  if (is_season(date)) day.replace(5, 2, kSeasonBegins[date[6] - '1']);
  return !published.empty() && day > published.substr(0, day.size());
}

bool stands_in(const std::string& date, const std::string& published) {
  return (is_season(date) && published.starts_with(date.substr(0, 4))) ||
         (date.size() < published.size() && published.starts_with(date));
}

}  // namespace concord
