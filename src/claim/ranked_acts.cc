// Steps told by their rank, which are as little done as what they rank.
//
//   Peru will leave, becoming the first state to [renounce] the pact
//   Peru will leave the pact in May. It is the second country to [quit] it
#include <algorithm>

#include "claim/arguments.h"

namespace concord {
namespace {

bool is_done(const FoundAct& act) {
  return !act.denied && (act.effect == Effect::nothing || act.effect == Effect::done);
}

// "becoming the first to leave", "the third state to do so": as planned as the act before.
void turn_as_before(const SentenceView& view, std::vector<FoundAct>& acts) {
  for (std::size_t n = 1; n < acts.size(); ++n) {
    const FoundAct& main = acts[n - 1];
    FoundAct& act = acts[n];
    if (!is_done(act) || main.effect != Effect::planned) continue;
    if (act.act->leaving != main.act->leaving) continue;
    if (act.row->same && act.turned_by == "ranked" && act.parties == main.parties) {
      act.effect = Effect::nothing_asserted;  // "will ratify it, the third state | to do so"
      continue;
    }
    std::uint32_t i = act.begin;
    while (i > main.words.end && !view.is_mark(i - 1)) --i;
    const bool turns = view.is(i, Role::becomes) ||  // "becoming the third", "making it the third"
                       (view.is(i, Role::makes) && view.low(i + 1) == "it");
    if (!turns || !view.low(i).ends_with("ing")) continue;
    act.effect = main.effect;
    act.turned_by = main.turned_by;
  }
}

// "It | is the second | country to quit": a rank in the present, before the step.
bool ranks_now(const SentenceView& view, const FoundAct& act) {
  constexpr std::uint32_t kWordsMax = 7;
  bool rank = false;
  for (std::uint32_t i = act.begin; i > view.all.begin && i + kWordsMax > act.begin; --i) {
    if (view.is_mark(i - 1)) return false;
    rank = rank || is_rank(view, i - 1);
    if (is_any(view.low(i - 1), {"is", "'s"})) return rank;
  }
  return false;
}

// "Peru will leave the pact. It is the second country to | quit | it": told already, as a plan.
bool ranks_plan(const SentenceView& view, const Discourse& discourse, const FoundAct& act) {
  constexpr std::uint32_t kSentencesOn = 2;
  if (!is_done(act) || !act.infinitive || !ranks_now(view, act)) return false;
  const std::uint32_t here = view.reading.token(view.all.begin).sentence;
  const auto planned = [&](std::uint32_t party) {
    const auto deed = discourse.deeds.find(party);
    if (deed == discourse.deeds.end()) return false;
    const Told& told = deed->second;
    return told.effect == Effect::planned && act.agreements == Entities{told.agreement} &&
           told.act->leaving == act.act->leaving && told.act->stage == act.act->stage &&
           told.sentence + kSentencesOn >= here;
  };
  return !act.parties.empty() && std::ranges::all_of(act.parties, planned);
}

}  // namespace

void turn_ranked(const SentenceView& view, const Discourse& discourse,
                 std::vector<FoundAct>& acts) {
  turn_as_before(view, acts);
  for (FoundAct& act : acts) {
    if (ranks_plan(view, discourse, act)) act.effect = Effect::nothing_asserted;
  }
}

}  // namespace concord
