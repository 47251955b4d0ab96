// Verb groups of happenings, read leftwards from the verb, as claim/predicate.cc does for acts.
#include "claim/happening_scene.h"

namespace concord {
namespace {

// The longest phrase of factuality.toml that ends right before `end`.
const FactualityRow* row_before(const Scene& scene, std::uint32_t end, std::uint32_t& begin) {
  const Acts& acts = scene.lexicon.acts;
  for (std::uint32_t n = std::min(end - scene.all.begin, 5u); n > 0; --n) {
    const auto hit =
        acts.turning.longest([&](std::uint32_t t) { return scene.low(t); }, end - n, end);
    if (!hit || hit->length != n) continue;
    begin = end - n;
    return &acts.factuality[hit->value];
  }
  return nullptr;
}

void apply(const FactualityRow& row, Turn& turn) {
  if (row.effect == Effect::planned) turn.planned = true;
  if (row.effect == Effect::denied || row.effect == Effect::wanted ||
      row.effect == Effect::refused || row.effect == Effect::denied_plan ||
      row.effect == Effect::nothing_asserted) {
    turn.untold = true;
  }
}

}  // namespace

Turn turn_of(const Scene& scene, std::uint32_t verb, ActForm form) {
  Turn turn;
  turn.begin = verb;
  bool be = false;
  bool to = false;
  while (turn.begin > scene.all.begin) {
    std::uint32_t begin = 0;
    if (const FactualityRow* row = row_before(scene, turn.begin, begin)) {
      if (row->effect == Effect::done && form == ActForm::past) break;
      apply(*row, turn);
      to = to || scene.low(verb - 1) == "to";
      turn.begin = begin;
      continue;
    }
    const std::uint32_t before = turn.begin - 1;
    if (scene.is(before, Role::be)) {
      be = true;
    } else if (scene.low(before) == "to" && form == ActForm::base) {
      to = true;
    } else if (scene.any(before, {"may", "might", "could", "should", "can", "cannot"})) {
      turn.untold = true;
    } else if (!scene.is(before, Role::have | Role::do_ | Role::adverb) &&
               !scene.low(before).ends_with("ly")) {
      break;
    }
    turn.begin = before;
  }
  turn.passive = be && form == ActForm::past;
  if (form == ActForm::base && to && !turn.planned && !turn.untold) {
    if (be || scene.title) {
      turn.planned = true;  // "is to visit"; headlines: "Rubio to visit"
    } else {
      turn.controlled = true;
    }
  }
  return turn;
}

}  // namespace concord
