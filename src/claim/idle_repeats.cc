// Words for doing the same that repeat no act of a party.
#include "claim/idle_repeats.h"

#include "claim/focus.h"

namespace concord {
namespace {

constexpr std::uint32_t kOfMany = 9;  // "by | 17 of the bloc's 27 member states"

// "ratified by 17 of its | members; Peru is not one of them": of those that ratified.
bool are_doers(const ActPlace& place, std::uint32_t members) {
  return std::ranges::any_of(place.acts, [&](const FoundAct& act) {
    const std::uint32_t by = act.words.end;
    return act.form != ActForm::noun && place.low(by) == "by" && by < members &&
           members < by + kOfMany;
  });
}

// Whether the last act before, here or in an earlier sentence, is a way out.
bool left_before(const ActPlace& place) {
  constexpr std::uint32_t kSentencesBack = 2;
  for (std::size_t n = place.number; n > 0; --n) {
    const FoundAct& before = place.acts[n - 1];
    if (before.form != ActForm::noun && !before.agreements.empty()) return before.act->leaving;
  }
  const Told& told = last_told(place.discourse);
  const std::uint32_t here = place.view.reading.token(place.view.all.begin).sentence;
  return told.act != nullptr && told.act->leaving && told.sentence + kSentencesBack >= here;
}

// "They signed the pact in May. Chad | did not take part |": in that, and in nothing else.
bool misses_signing(const ActPlace& place, const FoundAct& act) {
  const Told& told = place.discourse.told;
  const std::uint32_t here = place.view.reading.token(place.view.all.begin).sentence;
  const bool signs = told.act != nullptr && told.act->stage == Stage::signed_ && !told.denied &&
                     (told.effect == Effect::nothing || told.effect == Effect::done);
  return signs && told.sentence + 1 == here && place.low(act.words.end) != "in" &&
         std::ranges::all_of(place.acts.begin(),
                             place.acts.begin() + static_cast<long>(place.number),
                             [](const FoundAct& one) { return one.form == ActForm::noun; });
}

// "Palau | was first |, ratifying it in May"
bool is_told_behind(const ActPlace& place, const FoundAct& act) {
  if (place.number + 1 >= place.acts.size() || place.low(act.words.end) != ",") return false;
  const FoundAct& next = place.acts[place.number + 1];
  return next.form == ActForm::gerund && next.begin == act.words.end + 1;
}

// "Chile's | U-turn | came first": no step like the one before.
bool is_told_of_turn(const ActPlace& place, const FoundAct& act) {
  std::uint32_t noun = act.begin - 1;
  if (act.begin < place.view.all.begin + 3 || place.view.chunk_at(noun) != nullptr) return false;
  if (!place.view.is_content(noun) || place.view.is_mark(noun)) return false;
  while (noun > place.view.all.begin + 2 && place.low(noun - 1) == "-") noun -= 2;
  return place.low(noun - 1) == "'s";
}

// Whether a noun is what a verb tells of.
bool is_subject(const SentenceView& view, const FoundAct& noun, const FoundAct& verb) {
  if (view.tree.empty() || noun.form != ActForm::noun || noun.act->role == ActRole::members ||
      (noun.row != nullptr && noun.row->role == ActRole::members))
    return false;  // "The stragglers, Chad and Mali, | followed"
  const std::uint32_t head = view.tree.head_of(noun.words);
  const Dependency relation = view.tree.word(head).relation;
  return (relation == Dependency::nsubj || relation == Dependency::nsubj_pass) &&
         verb.words.contains(view.tree.parent(head));
}

// "Each was to hand over its maps; Chad has not | done so |": not handed them over.
bool tells_duty_before(const ActPlace& place, const FoundAct& act) {
  bool apart = false;
  for (std::uint32_t i = act.begin; i > place.view.all.begin && !place.view.tree.empty(); --i) {
    apart = apart || place.low(i - 1) == ";";
    if (apart && place.low(i - 1) == "to" && place.view.tree.word(i).tag == Penn::vb) return true;
  }
  return false;
}

}  // namespace

bool is_one_of_members(const ActPlace& place, const FoundAct& act) {
  for (std::uint32_t i = act.begin; i > place.view.all.begin; --i) {
    if (place.view.is(i - 1, Role::fellows)) return !are_doers(place, i - 1);
  }
  return false;
}

bool tells_no_act(const ActPlace& place, const FoundAct& act) {
  if (act.row->leaving && !left_before(place))
    return true;  // "signed in May. Chad will | go |": where?
  if (act.row->denied && place.low(act.begin) == "had")
    return true;  // "which had held out": till then
  if (act.row->denied && place.low(act.begin) == "did" && !misses_signing(place, act)) return true;
  return is_told_behind(place, act);
}

bool is_done_by_deed(const ActPlace& place, const FoundAct& act) {
  const bool by_deed =  // "a signature never followed by ratification"
      act.passive && place.low(act.words.end) == "by" &&
      place.view.chunk_at(act.words.end + 1) == nullptr;
  if (by_deed || is_told_of_turn(place, act)) return true;
  return place.number > 0 &&  // "Ratification by Chad followed in May"
         is_subject(place.view, place.acts[place.number - 1], act);
}

bool is_of_nobody_or_duty(const ActPlace& place, const FoundAct& act) {
  if (place.low(act.words.end - 1) != "so") return false;
  return place.low(act.begin - 1) == "else" || place.view.is(act.begin - 1, Role::none) ||
         tells_duty_before(place, act);
}

bool repeats_words(const SentenceView& view, const FoundAct& act) {
  return view.is(act.words.begin, Role::says) || view.is(act.words.begin + 1, Role::says);
}

bool is_of_other_verb(const SentenceView& view, const FoundAct& act) {
  for (std::uint32_t i = view.all.begin; i < act.begin && !view.tree.empty(); ++i) {
    if (view.chunk_at(i) == nullptr && view.tree.word(i).word_class == WordClass::verb) return true;
  }
  return false;
}

}  // namespace concord
