// What "Yes" and "No" say of the question before.
//
//   Has Uruguay ratified it? [Yes], in 2019. And Peru? [No].     Is Mexico out now? [Not yet].
#include "claim/arguments.h"

namespace concord {

void read_answers(const SentenceView& view, const Discourse& discourse,
                  std::vector<FoundAct>& acts) {
  const std::uint32_t begin = view.all.begin;
  const bool yes = view.is(begin, Role::affirms);
  const bool no = is_any(view.low(begin), {"no", "nope"}) ||
                  (view.low(begin) == "not" && is_any(view.low(begin + 1), {"yet", "quite", "so"}));
  const bool closed = is_any(view.low(begin + 1), {".", ",", ":", ";", "yet", "quite", "so"});
  if (!(yes || no) || !closed || !acts.empty() || discourse.asked_of.empty()) return;
  const std::uint32_t sentence = view.reading.tokens[begin].sentence;
  for (const Told& asked : discourse.asked) {
    if (asked.sentence + 1 != sentence || asked.denied) continue;
    FoundAct act = act_of(asked);
    act.row = asked.act;
    act.words = {begin, begin + 1};
    act.begin = begin;
    act.parties = discourse.asked_of;
    act.time = yes && !view.times.empty() ? view.times.front() : nullptr;
    if (no && act.effect == Effect::planned) act.effect = Effect::denied_plan;
    act.denied = no && act.effect == Effect::nothing;
    const bool told = yes || act.denied || act.effect == Effect::denied_plan;
    if (told) acts.push_back(std::move(act));  // not "Does it want to join? No."
  }
}

}  // namespace concord
