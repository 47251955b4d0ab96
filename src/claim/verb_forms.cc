// What the form of a verb group tells of its act.
#include "claim/verb_forms.h"

#include "claim/arguments.h"
#include "claim/control.h"
#include "claim/governor.h"
#include "claim/turning.h"

namespace concord {
namespace {

class VerbForm {
 public:
  VerbForm(const SentenceView& view, const Auxiliaries& auxiliaries, FoundAct& act)
      : view_(view), be_(auxiliaries.be), modal_(auxiliaries.modal), act_(act) {}

  void turn() {
    if (is_supposed_by_had()) act_.effect = Effect::nothing_asserted;
    give_voice_of_be();
    if (is_called_for(view_, act_)) act_.effect = Effect::nothing_asserted;
    give_voice_without_be();
    turn_by_inversions();
    turn_what_goes_on();
    if (is_unread_be()) act_.effect = Effect::nothing_asserted;
    if (!be_ && is_finished_talk(view_, act_)) act_.effect = Effect::nothing_asserted;
    turn_bare_infinitive();
    turn_by_refusal();
    if (is_left_to_another()) turn_by_leave(view_, act_);
    if (is_mere_gerund()) act_.effect = Effect::nothing_asserted;
    find_first();
  }

 private:
  std::string_view low(std::uint32_t i) const { return view_.low(i); }

  // "Had the pact | lapsed, ..."
  bool is_supposed_by_had() const {
    const std::uint32_t had = view_.all.begin;
    return low(had) == "had" && view_.chunk_at(had + 1) != nullptr &&
           view_.chunk_at(had + 1)->tokens.end == act_.begin;
  }

  // "is | heading out of"; not "is | being let in".
  bool is_progressive() const {
    return low(act_.words.begin).ends_with("ing") && low(act_.words.begin) != "being";
  }

  // "is in talks", "is | doing the same": no passive.
  bool is_state() const {
    return view_.is(act_.words.begin, Role::preposition) || is_progressive() ||
           (low(act_.words.begin) != "being" && view_.is(act_.words.begin, Role::be));
  }

  void give_voice_of_be() {
    const bool base = act_.form == ActForm::base || act_.form == ActForm::present;
    const bool let = be_ && base && view_.is(act_.words.begin - 1, Role::be);
    if (let) act_.form = ActForm::past;  // "has been | let in": like its base
    const bool undergoes =               // "Peru | was added |"
        act_.act->role == ActRole::patient && view_.is(act_.words.begin, Role::be);
    if (act_.form == ActForm::past && (undergoes || (be_ && !is_state()))) act_.passive = true;
  }

  // "The pact | remains | suspended", "Suspended in 1962, Cuba ..."
  void give_voice_without_be() {
    if (!be_ && act_.form == ActForm::past && (remains_so(view_, act_) || is_reduced(view_, act_)))
      act_.passive = true;
  }

  void turn_by_inversions() {
    if ((act_.form == ActForm::base || act_.form == ActForm::past) && !modal_)
      turn_by_inversion(view_, act_);
    if (modal_) turn_governor_by_inversion(view_, act_);
  }

  void turn_what_goes_on() {
    if (be_ && act_.form == ActForm::past && is_state() && act_.effect == Effect::nothing &&
        !act_.denied && low(act_.words.begin).ends_with("ing"))
      act_.effect = going_on(*act_.act);                   // "is | coming in"
    if (act_.under_way && act_.effect == Effect::nothing)  // "a deal is being hammered out"
      act_.effect = act_.act->stage == Stage::agreed ? Effect::talks : Effect::planned;
    const bool goes_on = be_ ? act_.form == ActForm::gerund && act_.effect == Effect::nothing
                             : is_headline_gerund(view_, act_);
    if (!goes_on) return;
    if (!act_.denied || act_.act->leaving) act_.effect = going_on(*act_.act);  // "are not signing"
    act_.form = ActForm::present;
  }

  // "be out of", after words that nobody knows.
  bool is_unread_be() const {
    return low(act_.words.begin) == "be" && act_.effect == Effect::nothing && !act_.infinitive &&
           !modal_;
  }

  void turn_bare_infinitive() {
    const bool bare = act_.infinitive && act_.effect == Effect::nothing && !modal_;
    const bool verb = act_.form == ActForm::base || low(act_.words.begin) == "be";
    if (!bare || (!verb && !act_.passive)) return;
    if (be_ && act_.passive && low(act_.begin - 1) != "is" && is_ranked_noun(act_.begin - 1)) {
      act_.effect = Effect::done;  // "is the first of its kind | to be signed by Peru"
    } else if (view_.title && told_first(view_, act_.begin)) {
      act_.effect = Effect::done;  // "Iraq first in region | to join"
    } else if (be_ || view_.title || is_bare_plan(view_, act_)) {
      act_.effect = Effect::planned;  // "is to join"; headlines: "Oman to join"
    } else {
      turn_by_control(view_, act_);
    }
  }

  // "the second treaty of its kind": a noun with a rank before it.
  bool is_ranked_noun(std::uint32_t noun) const {
    return !view_.tree.empty() && view_.tree.word(noun).word_class == WordClass::noun &&
           after_rank(view_, noun);
  }

  // Headlines: "Oman | not to | join".
  void turn_by_refusal() {
    if (!view_.title || !act_.denied || act_.effect != Effect::nothing) return;
    if (!refuses_ahead(view_, act_)) return;
    act_.effect = Effect::planned;
    act_.turned_by = "will";
  }

  // "let Oman | join", "would like to see Oman | at the table".
  bool is_left_to_another() const {
    const bool beside = is_state() && !be_ && !modal_;
    return beside || (act_.form == ActForm::base && !act_.infinitive && !modal_);
  }

  // "joining would be costly"
  bool is_mere_gerund() const {
    const bool spared =
        act_.denied && act_.turned_by == "not" && low(act_.words.begin - 1) != "not";
    return act_.form == ActForm::gerund && act_.effect == Effect::nothing && !spared &&
           act_.act->stage != Stage::considering && act_.act->stage != Stage::negotiating &&
           !done_beside(view_, act_);
  }

  // "became the first to | sign"
  void find_first() {
    constexpr std::uint32_t kReach = 9;
    const TokenSpan words = act_.words;
    for (std::uint32_t i = words.begin; i > view_.all.begin && words.begin - i < kReach; --i) {
      act_.first = act_.first || (low(i - 1) == "first" && !is_denied_rank(view_, i - 1));
      if (is_any(low(i - 1), {",", ";", "then"})) break;  // "First Peru and | then | Chad signed"
    }
    for (std::uint32_t i = words.begin; i < words.end; ++i)
      act_.first = act_.first || low(i) == "first";
    if (act_.first && act_.infinitive && act_.effect == Effect::nothing_asserted &&
        act_.turned_by.empty())
      act_.effect = Effect::done;  // "is the first country of the region to join"
  }

  const SentenceView& view_;
  bool be_;
  bool modal_;
  FoundAct& act_;
};

}  // namespace

Effect going_on(const Act& act) {
  if (act.stage == Stage::considering || act.stage == Stage::negotiating ||
      act.stage == Stage::suspended)
    return Effect::nothing;
  return act.stage == Stage::agreed && act.sides ? Effect::talks : Effect::planned;
}

void turn_by_form(const SentenceView& view, const Auxiliaries& auxiliaries, FoundAct& act) {
  VerbForm(view, auxiliaries, act).turn();
}

}  // namespace concord
