// The body that a sentence ties to the doer of an act before it tells the act.
//
//   Cambodia alone is left in [the ICC]: the Philippines ceased to be a member
//   Oman, a partner of [the bloc] since 2012, has not joined
//   have boycotted [the forum], having suspended their participation
//   has said no to [Brussels] twice
#include "claim/arguments.h"

namespace concord {
namespace {

// "the bloc | since 2012 | ,", "the forum | for years | and"
std::uint32_t over_time(const SentenceView& view, std::uint32_t i) {
  const std::uint32_t at = view.is(i, Role::preposition) ? i + 1 : i;
  const Time* time = view.time_at(i) != nullptr ? view.time_at(i) : view.time_at(at);
  return time == nullptr ? i : time->tokens.end;
}

// "left in the court", "a guest of the bloc", "an observer at the forum"; not "a member of the
// union, has not applied".
bool is_tied(const SentenceView& view, const Chunk& body, const FoundAct& act) {
  if (body.preposition == kNone) return body.possessive;
  const bool enters = act.act->joins && !act.act->lasting && !act.act->standing &&
                      (act.act->stage == Stage::considering || act.act->stage == Stage::party);
  const bool own = view.chunks.end() == std::ranges::find_if(view.chunks, [&](const Chunk& chunk) {
                     return chunk.is_actor() && !chunk.anaphor &&
                            chunk.tokens.begin >= body.tokens.end && chunk.tokens.end <= act.begin;
                   });
  if (enters && own && view.is(body.preposition - 1, Role::member)) return false;
  const std::string_view by = view.low(body.preposition);
  return is_any(by, {"in", "of", "from"}) || (by == "to" && act.act->standing) ||
         (by == "at" && view.is(body.preposition - 1, Role::onlooker));
}

}  // namespace

const Chunk* tied_body(const ActPlace& place, const FoundAct& act) {
  const SentenceView& view = place.view;
  const bool suspends = act.act->stage == Stage::suspended && !act.passive;
  if (!act.act->joins && !act.act->leaving && !act.act->standing && !suspends) return nullptr;
  if (act.act->leaving && act.form == ActForm::noun) return nullptr;
  const Chunk* found = nullptr;
  for (const Chunk& chunk : view.chunks) {
    if (chunk.tokens.end > act.begin) break;
    if (!chunk.is_actor() || !can_be_object(act, chunk)) continue;
    const std::uint32_t stop = over_time(view, chunk.tokens.end);
    const bool closed = is_any(view.low(stop), {":", ";", ",", "and", "but"});
    const bool left = stop + 1 == act.begin && view.low(act.begin) == "having";
    if (left || (closed && is_tied(view, chunk, act))) found = &chunk;
  }
  return found;
}

Entities seated_body(const ActPlace& place, const FoundAct& act) {
  const SentenceView& view = place.view;
  const bool turns = act.act->stage == Stage::rejected || act.act->stage == Stage::considering;
  if (!turns || act.form == ActForm::noun) return {};
  const std::uint32_t town = act.words.end + (view.low(act.words.end) == "to" ? 1 : 0);
  for (const Mention& mention : view.reading.mentions) {
    const bool seat = mention.tokens.begin == town && mention.form == MentionForm::capital;
    if (seat && view.reading.entities[mention.entity].acceded) return {mention.entity};
  }
  return {};
}

}  // namespace concord
