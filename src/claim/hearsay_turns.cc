// What is only heard, and what is heard and untrue.
//
//   is said to have | signed          reports that it had | signed | were false
//   a map wrongly shows it | as a member
#include "claim/arguments.h"

namespace concord {
namespace {

// What is heard, named at `noun`, is called untrue before it or after the act.
bool is_refuted(const SentenceView& view, std::uint32_t noun, std::uint32_t end) {
  for (std::uint32_t i = noun; i > view.all.begin; --i) {
    if (is_any(view.low(i - 1), {",", ";", ":", "(", ")"})) break;
    if (view.is(i - 1, Role::untrue) || (view.is(i - 1, Role::truth) && view.low(i - 2) == "no"))
      return true;
  }
  for (std::uint32_t i = end; i < view.all.end; ++i) {
    if (is_any(view.low(i), {";", "but", "and"})) return false;
    if (view.is(i, Role::untrue)) return true;
  }
  return false;
}

// "reports | that", "a claim | spread on social media | that": the noun of hearsay that a clause
// tells, or kNone.
std::uint32_t hearsay_before(const SentenceView& view, std::uint32_t that) {
  constexpr std::uint32_t kSourceMax = 7;
  for (std::uint32_t i = that; i > view.all.begin && i + kSourceMax > that; --i) {
    if (view.is(i - 1, Role::hearsay)) return i - 1;
    const Penn tag = view.tree.word(i - 1).tag;
    const bool finite = tag == Penn::vbd || tag == Penn::vbz || tag == Penn::vbp;
    if (view.is_mark(i - 1) || finite) break;
  }
  return kNone;
}

// "Reports that Oman had | signed | spread on Monday": nobody vouches for it. Not "confirmed
// reports that".
bool is_only_heard(const SentenceView& view, std::uint32_t noun, std::uint32_t end) {
  const bool opens = noun == view.all.begin || view.is_mark(noun - 1);
  if (!opens || !view.low(noun).ends_with('s')) return false;
  bool denies = false;  // "could not be confirmed"
  for (std::uint32_t i = end; i < view.all.end; ++i) {
    denies = denies || is_any(view.low(i), {"not", "n't", "neither", "cannot"});
    if (view.is(i, Role::greets)) return denies;  // "were confirmed"
  }
  return true;
}

// "Reports that Oman had | signed | were false"
void turn_by_refutation(const SentenceView& view, FoundAct& act) {
  if (act.denied) return;
  std::uint32_t that = act.begin;
  while (that > view.all.begin && !view.is_mark(that) && view.low(that) != "that") --that;
  const std::uint32_t noun = view.low(that) == "that" ? hearsay_before(view, that) : kNone;
  if (noun == kNone) return;
  if (!is_refuted(view, noun, act.words.end)) {
    if (is_only_heard(view, noun, act.words.end) && act.effect == Effect::nothing)
      act.effect = Effect::nothing_asserted;
    return;
  }
  const bool ahead = is_any(view.low(act.begin), {"will", "would"}) ||
                     (view.low(act.words.begin).ends_with("ing") &&
                      view.is(act.words.begin - 1, Role::be | Role::adverb));  // "is leaving"
  if (act.effect == Effect::nothing_asserted)                                  // "rumours that"
    act.effect = ahead ? Effect::planned : Effect::nothing;
  if (act.effect == Effect::planned) act.effect = Effect::denied_plan;
  act.denied = act.effect != Effect::denied_plan;
}

// "is [said] to have signed", "was widely [reported] as signing", "it was [rumoured] that it had
// left", "[reportedly] left": nobody vouches for it.
bool is_hearsay(const SentenceView& view, const FoundAct& act) {
  std::uint32_t i = act.begin;
  while (i > view.all.begin && view.is(i - 1, Role::adverb | Role::supposed)) --i;
  for (std::uint32_t t = i; t < act.words.end; ++t) {
    if (view.is(t, Role::supposed)) return true;
  }
  const auto is_heard = [&](std::uint32_t link) {
    if (link < view.all.begin + 2 || !view.is(link - 1, Role::heard)) return false;
    const std::uint32_t be = link - (view.is(link - 2, Role::adverb) ? 3 : 2);
    return view.all.contains(be) && view.is(be, Role::be);
  };
  for (std::uint32_t t = i; t > view.all.begin && !view.is_mark(t); --t) {
    if (view.low(t) == "that") return is_heard(t);
    if (is_any(view.low(t), {"to", "as"}) && is_heard(t)) return true;
  }
  return false;
}

// "A map wrongly shows Kenya | as a member |": what is told in error.
void turn_by_error(const SentenceView& view, FoundAct& act) {
  if (act.denied || act.effect != Effect::nothing) return;
  const std::uint32_t verb = view.tree.head_of(act.words);
  for (std::uint32_t i = act.begin; i > view.all.begin && !view.is_mark(i - 1); --i) {
    const bool error = view.is(i - 1, Role::untrue) && view.is(i - 1, Role::adverb);
    if (error && view.tree.parent(i - 1) != verb) act.denied = true;  // not "wrongly | left | it"
  }
}

// "A forged letter said that Kenya had | left": by a source that is none.
void turn_by_forgery(const SentenceView& view, FoundAct& act) {
  for (const Attribution& said : view.reading.attributions) {
    if (!said.content.contains(act.words.begin) || !view.all.contains(said.cue.begin)) continue;
    for (std::uint32_t i = view.all.begin; i < said.cue.end; ++i) {
      const std::uint32_t source = view.tree.parent(i);
      const bool described = view.tree.word(i).relation == Dependency::amod && source != kNone &&
                             view.tree.word(source).relation == Dependency::nsubj;
      if (described && view.is(i, Role::untrue)) act.effect = Effect::nothing_asserted;
    }
  }
}

// "dismissed talk of | Serbia's withdrawal": a noun that was only heard of, and is refuted.
void refute_noun(const SentenceView& view, FoundAct& act) {
  if (act.denied || act.form != ActForm::noun) return;
  std::uint32_t i = std::min(act.begin, act.words.begin);
  while (i > view.all.begin && (view.chunk_at(i - 1) != nullptr || view.low(i - 1) == "'s" ||
                                view.is(i - 1, Role::determiner | Role::owner)))
    --i;
  if (i < view.all.begin + 2) return;
  const bool heard = is_any(view.low(i - 1), {"of", "about"}) && view.is(i - 2, Role::hearsay);
  const bool inside = is_any(view.low(i), {"of", "about"}) && view.is(i - 1, Role::hearsay);
  const std::uint32_t noun = heard ? i - 2 : i - 1;
  if ((!heard && !inside) || !is_refuted(view, noun, act.words.end)) return;
  act.effect = Effect::denied_plan;
}

}  // namespace

void turn_by_hearsay(const SentenceView& view, FoundAct& act) {
  if (act.certainty == Certainty::certain && is_hearsay(view, act))
    act.certainty = Certainty::probable;
  if (view.tree.empty()) return;
  if (act.form == ActForm::noun) {
    refute_noun(view, act);
    return;
  }
  turn_by_refutation(view, act);
  turn_by_error(view, act);
  turn_by_forgery(view, act);
}

}  // namespace concord
