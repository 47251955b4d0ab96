#include "claim/control.h"

#include "claim/arguments.h"
#include "claim/governor.h"
#include "claim/turning.h"

namespace concord {
namespace {

// "critics want Oman | to leave", which is no wish of Oman's.
void turn_by_wish(const FactualityRow& row, FoundAct& act) {
  turn_by_row(row, act);
  if (act.act->leaving && act.effect == Effect::wanted) act.effect = Effect::nothing_asserted;
}

// "the decision by Oman | to join": turned as "decision to join" is.
bool turn_by_noun(const SentenceView& view, const Chunk& chunk, FoundAct& act) {
  const std::uint32_t by = chunk.preposition;
  if (by == kNone || by <= view.all.begin || !is_any(view.low(by), {"by", "of", "for"}))
    return false;
  const auto hit = view.acts.turning.exact(std::string(view.low(by - 1)) + " to");
  if (!hit) return false;
  const FactualityRow& row = view.acts.factuality[*hit];
  if (row.ranked && !after_rank(view, by - 1)) return false;
  act.effect = Effect::nothing;
  turn_by_row(row, act);
  return true;
}

// "met in Riga | to negotiate the pact", "are locked in a hotel | to hammer it out"
bool meets_for(const SentenceView& view, const FoundAct& act) {
  const bool agrees = act.act->stage == Stage::agreed && act.act->sides;
  if (act.act->stage != Stage::negotiating && !agrees) return false;
  for (std::uint32_t i = act.begin; i > view.all.begin && !view.is_mark(i - 1); --i) {
    if (view.is(i - 1, Role::meets)) return true;
  }
  return false;
}

// "Chile | told | Peru to sign": no plan of Peru's; "the president told his minister to sign".
bool is_anothers_order(const SentenceView& view, const TurningPhrase& governor, const Chunk& whom) {
  const FactualityRow& row = *governor.second;
  const Chunk* who = governor.first > view.all.begin ? view.chunk_at(governor.first - 1) : nullptr;
  return row.effect == Effect::planned && row.certainty == Certainty::certain && who != nullptr &&
         who->is_actor() && who->actors != whom.actors;
}

}  // namespace

void turn_by_control(const SentenceView& view, FoundAct& act) {
  if (meets_for(view, act)) {
    if (act.act->stage == Stage::agreed) act.effect = Effect::talks;
    return;
  }
  act.effect = Effect::nothing_asserted;
  for (const Chunk& chunk : view.chunks) {
    if (!chunk.is_actor() || chunk.tokens.end > act.begin || chunk.tokens.end + 1 < act.begin)
      continue;
    const auto governor = phrase_before(view, chunk.tokens.begin, view.acts.control);
    if (!governor && turn_by_noun(view, chunk, act)) return;
    if (!governor) continue;
    if (is_anothers_order(view, *governor, chunk)) return;
    act.effect = Effect::nothing;
    turn_by_wish(*governor->second, act);
    if (view.low(governor->first) == "had" || view.low(governor->first - 1) == "had")
      act.effect = Effect::nothing_asserted;  // "diplomats had expected Oman to join": till then
    return;
  }
}

void turn_by_leave(const SentenceView& view, FoundAct& act) {
  const Chunk* chunk = act.begin > view.all.begin ? view.chunk_at(act.begin - 1) : nullptr;
  if (chunk == nullptr || !chunk->is_actor() || act.effect != Effect::nothing) return;
  const auto governor = phrase_before(view, chunk->tokens.begin, view.acts.control);
  const bool turns = governor && (governor->second->effect == Effect::nothing_asserted ||
                                  governor->second->effect == Effect::wanted);
  if (turns) turn_by_wish(*governor->second, act);
}

}  // namespace concord
