// The body that an act is of because it takes others in, counts them or does it itself.
#include "claim/acting_bodies.h"

namespace concord {
namespace {

// "[The union] counts all 27 EU countries, among them Malta": its own members, and not the EU's.
bool counts_members(const FoundAct& act, const Subject& subject) {
  return act.act->role == ActRole::members && act.form != ActForm::noun &&
         subject.chunk != nullptr && !subject.chunk->possessive &&
         subject.chunk->agreements.size() == 1;
}

// "Since the departure of Qatar in 2019, | OPEC | has had twelve members"
const Chunk* body_left(const SentenceView& view, const FoundAct& act) {
  const std::uint32_t begin = view.all.begin;
  if (!act.act->leaving || act.form != ActForm::noun || !view.is(begin, Role::aside))
    return nullptr;
  for (const Chunk& body : view.chunks) {
    const std::uint32_t at = body.tokens.begin;
    if (at < act.words.end || body.agreements.empty()) continue;
    const bool main = body.can_act() && view.low(at - 1) == "," && view.is_finite(body.tokens.end);
    return main ? &body : nullptr;
  }
  return nullptr;
}

// "Set up by Oman and Chad in 1981, | it | has": whose aside opens the sentence.
bool opens_aside_of_it(const SentenceView& view, const FoundAct& act) {
  for (std::uint32_t i = act.words.end; i + 1 < view.all.end; ++i) {
    if (view.low(i) == "," && view.low(i + 1) == "it") return true;
    if (view.is_mark(i) && view.low(i) != ",") return false;
  }
  return false;
}

// "has grown to include | Oman", "brought in | Peru"
bool takes_in(const FoundAct& act) {
  return act.act->role == ActRole::patient && act.act->stage == Stage::party && act.act->strict &&
         !act.passive && act.form != ActForm::noun;
}

// Whether "it" is what an act is of.
bool is_of_it(const SentenceView& view, const FoundAct& act) {
  const bool outside =  // "the EU countries | still outside | it": and not of the EU
      act.act->role == ActRole::members && act.act->denied && act.form == ActForm::noun &&
      view.low(act.words.end) == "it";
  const bool made = act.act->makes && act.form == ActForm::past &&  // "Set up by A and B, it"
                    act.begin == view.all.begin && opens_aside_of_it(view, act);
  if (outside || made) return true;
  std::uint32_t it = act.begin;  // "It has since | grown to include"
  while (view.is(it - 1, Role::have | Role::adverb) || view.low(it - 1) == "since") --it;
  const bool shunned = act.passive && act.act->denied && act.act->strict;
  return (shunned || takes_in(act)) && view.low(it - 1) == "it";
}

// "| NATO's | last enlargement brought in Peru"
const Chunk* owner_soon_before(const SentenceView& view, const FoundAct& act) {
  constexpr std::uint32_t kWordsMax = 4;
  for (const Chunk& owner : view.chunks) {
    const std::uint32_t end = owner.tokens.end;
    if (!owner.possessive || owner.agreements.size() != 1) continue;
    bool beside = end < act.begin && act.begin <= end + kWordsMax + 1;
    for (std::uint32_t i = end; beside && i < act.begin; ++i)
      beside = (view.low(i) == "'s" || !view.is_mark(i)) && view.chunk_at(i) == nullptr;
    if (beside) return &owner;
  }
  return nullptr;
}

}  // namespace

Entities acting_body(const ActPlace& place, const FoundAct& act, const Subject& subject) {
  if (counts_members(act, subject)) return subject.chunk->agreements;
  if (is_of_it(place.view, act)) return find_spoken_of(place, act, subject);
  if (const Chunk* left = body_left(place.view, act)) return left->agreements;
  const Chunk* owner = takes_in(act) ? owner_soon_before(place.view, act) : nullptr;
  return owner != nullptr ? owner->agreements : Entities{};
}

void name_body_before(const SentenceView& view, const FoundAct& act, Subject& subject) {
  constexpr std::uint32_t kWordsMax = 6;
  if (act.act->role != ActRole::members || act.form == ActForm::noun) return;
  for (const Chunk& body : view.chunks) {
    const std::uint32_t end = body.tokens.end;
    bool beside = body.agreements.size() == 1 && body.can_act() && end < act.begin &&
                  act.begin <= end + kWordsMax;
    for (std::uint32_t i = end; beside && i < act.begin; ++i)
      beside = (view.is_content(i) || view.low(i) == "of" || view.is(i, Role::club)) &&
               !view.is_mark(i) && !view.is_finite(i);
    if (beside) subject.chunk = &body;
  }
}

void list_joined(const SentenceView& view, const Subject& subject, FoundAct& act) {
  const bool joins = act.act->together && act.form != ActForm::noun && !act.passive &&
                     subject.chunk != nullptr && !subject.chunk->is_actor() &&
                     subject.chunk->agreements.size() == 1;
  const Chunk* joined = joins ? undergoer(view, act) : nullptr;
  if (joined == nullptr || !joined->is_actor() || !joined->agreements.empty()) return;
  act.act = act.row = act_implied(view, ImpliedAct::roster, {}, {}).act;
  act.agreements = subject.chunk->agreements;
}

}  // namespace concord
