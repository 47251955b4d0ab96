// Times that stand by an act and are not its own.
//
//   ratified Sweden's bid [in January]      of the approval, not of the bid
//   [Today] it has 168 parties              nowadays: nobody joined this day
#include <algorithm>

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

// "agreed on the main points of | Tuesday's | accord"
bool owns_agreement(const SentenceView& view, const Time& time) {
  if (view.low(time.tokens.end) != "'s") return false;
  const Chunk* text = view.chunk_at(time.tokens.end + 1);
  return text != nullptr && !text->agreements.empty() && !text->is_actor();
}

// "Oman, a founder, | left in May", "Oman, another signatory of it, | left in May": of what stands
// between two commas.
bool is_past_aside(const ActPlace& place, const FoundAct& act, const Time& time) {
  if (act.form != ActForm::noun || !act.tail.empty() || place.low(act.begin - 1) != ",")
    return false;
  for (std::uint32_t i = act.words.end; i < time.tokens.begin; ++i) {
    const Chunk* chunk = place.view.chunk_at(i);
    if (place.low(i) == ",") return true;
    if (chunk == nullptr && place.view.is_content(i)) return false;
  }
  return false;
}

// "Peru had signed it, its minister said | on Tuesday": what was done before is told then.
bool is_of_telling(const SentenceView& view, const FoundAct& act, const Time& time) {
  if (view.low(act.begin) != "had") return false;
  return std::ranges::any_of(view.reading.attributions, [&](const Attribution& said) {
    return said.content.contains(act.words.begin) && !said.content.contains(time.tokens.begin) &&
           said.cue.begin < time.tokens.begin && view.all.contains(said.cue.begin);
  });
}

// "OPEC members Iraq and Oman | met in May": of what they did.
bool dates_deed(const SentenceView& view, const FoundAct& act, const Time& time) {
  const bool here = view.all.contains(time.tokens.begin) && !view.tree.empty();
  if (act.form != ActForm::noun || act.act->role != ActRole::members || !here) return false;
  const std::uint32_t verb = view.tree.parent(view.tree.head_of(time.tokens));
  return verb != kNone && view.all.contains(verb) && !act.words.contains(verb) &&
         view.tree.word(verb).word_class == WordClass::verb &&
         !view.is(verb, Role::be | Role::have) && !view.low(verb).starts_with("includ");
}

}  // namespace

bool says_beside(const SentenceView& view, const FoundAct& act, std::uint32_t verb) {
  const SyntaxWord& word = view.tree.word(verb);
  if (word.relation != Dependency::conj || verb < act.words.end) return false;
  const bool says = std::ranges::any_of(
      view.reading.attributions, [&](const Attribution& said) { return said.cue.contains(verb); });
  for (std::uint32_t i = act.words.end; says && i < verb; ++i) {
    const Dependency relation = view.tree.word(i).relation;
    if (relation == Dependency::nsubj && view.tree.parent(i) == verb) return true;
  }
  return false;
}

bool is_time_of_another(const ActPlace& place, const FoundAct& act, const Time& time) {
  return is_of_telling(place.view, act, time) || dates_approval(place, act, time) ||
         means_nowadays(place, act, time) || is_meant_for(place, act, time) ||
         lasts_until(place, act, time) || owns_agreement(place.view, time) ||
         is_past_aside(place, act, time) || dates_deed(place.view, act, time);
}

}  // namespace concord
