// Who undergoes an act, by what stands behind it.
//
//   admitted [Finland]     took [Britain] out of     admitted six more: [A, B ...]
#include "claim/arguments.h"

namespace concord {
namespace {

// "six states, | among them A and B", "six states | including A": who is named of those counted.
const Chunk* named_of(const SentenceView& view, std::uint32_t i) {
  std::uint32_t list = i + (view.low(i) == "," ? 1 : 0);
  const bool among = view.low(list) == "among" && view.low(list + 1) == "them";
  const bool some = among || view.low(list) == "including";
  list += among ? 2 : some ? 1 : 0;
  const Chunk* named = some || list > i ? view.chunk_at(list) : nullptr;
  if (named == nullptr || !named->is_actor() || named->possessive) return nullptr;
  return some || named->actors.size() > 1 ? named : nullptr;
}

// "admitted | six new members to the bloc: A, B ...": the list behind what is counted.
const Chunk* counted_out(const SentenceView& view, std::uint32_t from) {
  constexpr std::uint32_t kReach = 9;
  const bool number = view.all.contains(from) && view.reading.token(from).kind == WordKind::number;
  if (!number && !view.is(from, Role::count)) return nullptr;
  for (std::uint32_t i = from; i < from + kReach && view.all.contains(i); ++i) {
    const Chunk* list = view.chunk_at(i + 1);
    const bool opens = is_any(view.low(i), {":", "-", "\xE2\x80\x93", "\xE2\x80\x94"});
    if (opens) return list != nullptr && list->actors.size() > 1 ? list : nullptr;
    if (const Chunk* named = i > from ? named_of(view, i) : nullptr) return named;
    if (view.is_mark(i)) return nullptr;
  }
  return nullptr;
}

// Where those who undergo an act may be counted: behind it, or within: "lost | three | of its
// members".
std::uint32_t counted_from(const SentenceView& view, const FoundAct& act) {
  for (std::uint32_t i = act.words.begin + 1; i + 1 < act.words.end; ++i) {
    if (view.is(i, Role::count)) return i;
  }
  return act.words.end;
}

}  // namespace

const Chunk* counted_undergoers(const SentenceView& view, const FoundAct& act) {
  const bool undergoes = act.act->role == ActRole::patient && !act.passive;
  return undergoes && act.form != ActForm::noun ? counted_out(view, counted_from(view, act))
                                                : nullptr;
}

std::uint32_t counted_untold(const SentenceView& view, const FoundAct& act) {
  if (act.act->role != ActRole::patient || act.passive || act.form == ActForm::noun) return 0;
  const std::uint32_t at = counted_from(view, act);
  const bool counts = view.all.contains(at) && view.is(at, Role::count);
  if (!counts || view.time_at(at) != nullptr || counted_undergoers(view, act) != nullptr) return 0;
  return view.reading.token(at).clause.size;
}

bool takes_in_counted(const SentenceView& view, const FoundAct& act, const Chunk* body) {
  if (body == nullptr || body->agreements.size() != 1 || !body->is_actor()) return false;
  const bool named = std::ranges::any_of(view.chunks, [&](const Chunk& other) {
    return other.tokens.begin >= act.words.end && !other.agreements.empty();
  });
  return !named && counted_untold(view, act) > 0;
}

const Chunk* actors_after(const SentenceView& view, std::uint32_t from, std::uint32_t reach) {
  for (const Chunk& chunk : view.chunks) {
    if (chunk.tokens.begin < from || !chunk.is_actor()) continue;
    return chunk.tokens.begin <= from + reach ? &chunk : nullptr;
  }
  return nullptr;
}

const Chunk* undergoer(const SentenceView& view, const FoundAct& act) {
  if (act.passive) return nullptr;
  const bool again =  // "and did the same | with Fiji"
      act.row->same && is_any(view.low(act.words.end), {"with", "for", "to"});
  if (again) return view.chunk_at(act.words.end + 1);
  if (act.row->same && view.low(act.words.end) == ",") return nullptr;  // "did the same, Chad in"
  const bool of_owner = act.act->stage == Stage::suspended || act.act->role == ActRole::patient;
  for (const Chunk& chunk : view.chunks) {  // "froze Gabon's membership", "accepted Peru's bid"
    if (chunk.is_actor() && chunk.possessive && act.words.contains(chunk.tokens.begin) &&
        of_owner && chunk.tokens.begin > act.words.begin) {
      return view.is(chunk.tokens.begin, Role::owner) ? nullptr : &chunk;
    }
  }
  for (const Chunk& chunk : view.chunks) {  // "took Britain out of"
    const bool inside = chunk.tokens.begin > act.words.begin && chunk.tokens.end < act.words.end;
    if (inside && chunk.is_actor() && !chunk.possessive && act.act->taken) return &chunk;
  }
  if (act.act->taken) return nullptr;
  for (const Chunk& chunk : view.chunks) {  // "let Ukraine accede to"
    const bool inside = chunk.tokens.begin > act.words.begin && chunk.tokens.end < act.words.end;
    const bool joiner = inside && chunk.is_actor() && chunk.agreements.empty();
    if (joiner && !chunk.possessive && act.act->role == ActRole::patient) return &chunk;
  }
  if (const Chunk* list = counted_out(view, counted_from(view, act))) return list;
  const Chunk* next = actors_after(view, act.words.end, 3);
  if (next == nullptr || next->possessive) return nullptr;
  for (std::uint32_t i = act.words.end; i < next->tokens.begin; ++i) {
    if (view.low(i) == ";") return nullptr;  // "suspended it; | Peru | stayed"
    const bool gerund = !view.tree.empty() && view.tree.word(i + 1).tag == Penn::vbg;
    if (view.low(i) == "," && gerund) return nullptr;  // "suspended it, saying that | Peru | lied"
  }
  const bool whose = act.act->stage == Stage::suspended && next->preposition == act.words.end &&
                     view.low(act.words.end) == "of";  // "suspended the rights | of Mali"
  const bool inside =
      whose || (next->preposition != kNone && act.words.contains(next->preposition));
  return inside || next->preposition == kNone ? next : nullptr;
}

bool taken_into(const SentenceView& view, const FoundAct& act, const Chunk& patient) {
  const std::uint32_t to = std::max(act.words.end, patient.tokens.end + 1) - 1;
  const Chunk* house = view.chunk_at(to + 1);
  const bool named = house != nullptr && !house->agreements.empty();
  return named && is_any(view.low(to), {"into", "in", "to"});
}

// "have invited | six countries to join the club": to what they are invited.
void invite_crowd(const SentenceView& view, std::vector<FoundAct>& acts) {
  for (std::size_t n = 0; n + 1 < acts.size(); ++n) {
    FoundAct& act = acts[n];
    FoundAct& goal = acts[n + 1];
    const bool invites = act.act->stage == Stage::considering && act.effect == Effect::nothing &&
                         counted_untold(view, act) > 0;
    if (!invites || !goal.infinitive || !goal.act->joins) continue;
    act.agreements = goal.agreements;
    goal.parties.clear();
    goal.effect = Effect::nothing_asserted;
  }
}

}  // namespace concord
