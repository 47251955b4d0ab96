#include "claim/stages.h"

namespace concord {

std::optional<Stage> stage_after(const FoundAct& found) {
  Stage done = found.act->stage;
  if (found.act->approval && !found.parties.empty() && !found.legislature) done = Stage::agreed;
  if (found.effect == Effect::nothing_asserted) return std::nullopt;
  if (found.conditional) return Stage::conditional;
  switch (found.effect) {
    case Effect::nothing:
    case Effect::done:
    case Effect::denied:
      return done;
    case Effect::planned:
    case Effect::denied_plan:
      if (done == Stage::in_force || done == Stage::rejected || done == Stage::considering ||
          done == Stage::negotiating || done == Stage::terminated) {
        return done;
      }
      if (found.act->leaving) return found.denied ? Stage::withdrawing : Stage::withdrawing;
      return found.denied ? Stage::rejected : Stage::announced;
    case Effect::wanted:
      return found.act->leaving ? Stage::withdrawing : Stage::considering;
    case Effect::talks:
      return Stage::negotiating;
    case Effect::refused:
      return Stage::rejected;
    default:
      return std::nullopt;
  }
}

}  // namespace concord
