// Further objects of an act, each with a time of its own and no verb.
//
//   signed the charter in 2023, [the treaty in 2024]     belongs to NATO and, since 2011, [to
//   PESCO] joined the WTO in 1995 and [APEC in 1998]            bodies too, where it joined a body
#include "claim/arguments.h"

namespace concord {
namespace {

// "one | with Peru", "the one | in Rome": past whom a deal is with, and where.
std::uint32_t over_side_and_place(const SentenceView& view, std::uint32_t end) {
  constexpr std::uint32_t kPlaceMax = 3;
  if (is_any(view.low(end), {"with", "between"})) {
    for (const Chunk& side : view.chunks) {
      if (side.is_actor() && side.preposition == end) end = side.tokens.end;
    }
  }
  if (!view.is(end, Role::preposition) || !view.reading.token(end + 1).capital ||
      view.time_at(end + 1) != nullptr)
    return end;
  std::uint32_t place = end + 1;
  while (place < end + 1 + kPlaceMax && view.all.contains(place) && !view.is_mark(place) &&
         view.reading.token(place).capital && view.time_at(place) == nullptr)
    ++place;
  return place;
}

// "in 2021", "two years later", right behind a second object: its own time, or nullptr.
const Time* time_behind(const SentenceView& view, const Chunk& chunk) {
  const std::uint32_t end = over_side_and_place(view, chunk.tokens.end);
  const std::uint32_t at = end + (view.is(end, Role::preposition) ? 1 : 0);
  const Time* time = view.time_at(at);
  return time != nullptr && time->tokens.begin == at && !time->duration ? time : nullptr;
}

bool is_body(const SentenceView& view, std::uint32_t entity) {
  return view.reading.entities[entity].kind == EntityKind::body;
}

// "was admitted | to | NATO": the word that leads the first object, or an empty one.
std::string_view leads_object(const SentenceView& view, const FoundAct& act) {
  for (const Chunk& chunk : view.chunks) {
    if (chunk.tokens.begin < act.words.begin || chunk.agreements != act.agreements) continue;
    return chunk.preposition == kNone ? std::string_view() : view.low(chunk.preposition);
  }
  return {};
}

// "and to | the EU", "and, since 2011, of | the euro area": led as the first object is.
bool led_alike(const SentenceView& view, const FoundAct& act, const Chunk& chunk) {
  if (chunk.preposition == kNone || view.low(chunk.preposition) != leads_object(view, act))
    return false;
  std::uint32_t i = chunk.preposition;
  while (i > act.words.end && (view.time_at(i - 1) != nullptr || view.low(i - 1) == "," ||
                               view.is(i - 1, Role::preposition)))
    --i;
  return is_any(view.low(i - 1), {"and", "or"}) || view.low(i) == ",";
}

// "in May | and, in July 2024 in Niamey, | the treaty": the time between "and" and the object.
const Time* time_before(const SentenceView& view, const FoundAct& act, const Chunk& chunk) {
  const Time* time = nullptr;
  std::uint32_t i = chunk.preposition == kNone ? chunk.tokens.begin : chunk.preposition;
  while (i > act.words.end && view.low(i - 1) != "and") {
    if (const Time* here = view.time_at(i - 1)) time = here;
    const bool place = view.reading.token(i - 1).capital;
    const bool small = view.is(i - 1, Role::preposition | Role::determiner | Role::adverb);
    if (time == nullptr && !place && !small && view.low(i - 1) != ",") break;
    --i;
  }
  return view.low(i - 1) == "and" && time != act.time ? time : nullptr;
}

// "has a pact with Oman and | another | with Peru": told without a time too; not "and one with Peru
// was concluded".
bool is_another(const SentenceView& view, const Chunk& chunk) {
  const std::uint32_t end = over_side_and_place(view, chunk.tokens.end);
  const std::uint32_t begin = chunk.tokens.begin;
  if (view.is(begin - 1, Role::similar) && view.low(begin - 2) == "and")
    return true;  // "signed a pact with Oman and similar | pacts | with Chad and Mali"
  if (view.low(end) == "," && view.is(end + 1, Role::relative))
    return false;  // "signed one with Oman and | another | with Peru, which is being negotiated"
  const bool closed = !view.all.contains(end) || view.is_mark(end) || view.is(end, Role::list);
  return closed && chunk.tokens.size() == 1 &&
         is_any(view.low(chunk.tokens.begin), {"another", "one"}) &&
         view.low(chunk.tokens.begin - 1) == "and";
}

// Who did to a further agreement what was told of one: "signed a pact with Oman in May, and | one
// with Peru in June". The sides that only the first one has are no parties to it.
Entities parties_of_next(const SentenceView& view, const FoundAct& act, const Entities& next) {
  Entities parties = act.parties;
  const auto leave_out = [&](const Entities& those) {
    std::erase_if(parties,
                  [&](std::uint32_t one) { return std::ranges::find(those, one) != those.end(); });
  };
  leave_out(act.partners);
  bool behind = false;  // "joined the EEA together with Norway, and | Schengen | in 2001"
  for (const Chunk& chunk : view.chunks) {
    if (chunk.agreements == next && behind) leave_out(act.companions);
    behind = behind || chunk.actors == act.companions;
  }
  const Entities makers = parties;
  for (const std::uint32_t deal : act.agreements) {
    if (!is_body(view, deal)) leave_out(view.reading.entities[deal].members);
  }
  if (parties.empty() && !act.passive)
    parties = makers;  // "Chad and Mali signed a border pact and | one on fish"
  if (act.act->role == ActRole::own || !act.act->sides) return parties;
  for (const std::uint32_t deal : next) {
    if (!is_body(view, deal)) add_new(parties, view.reading.entities[deal].members);
  }
  return parties;
}

}  // namespace

bool is_further_object(const SentenceView& view, const FoundAct& act, const Chunk& chunk) {
  if (chunk.tokens.begin < act.words.end || chunk.agreements.empty() || chunk.possessive)
    return false;
  if (act.agreements.empty() || chunk.agreements == act.agreements) return false;
  if (chunk.preposition != kNone) return led_alike(view, act, chunk);
  if (!chunk.is_actor()) return true;
  const auto body = [&](std::uint32_t entity) { return is_body(view, entity); };
  const bool joins =
      act.act->joins && act.act->stage == Stage::party;  // "the ERM and the euro area"
  return act.act->object == ActObject::any && std::ranges::none_of(act.parties, body) &&
         (joins || std::ranges::all_of(act.agreements, body));
}

// "and | the ERM and | the banking union in 2020": the time behind the last object of a list.
static const Time* time_of_list(const SentenceView& view, const FoundAct& act, const Chunk& first) {
  const Chunk* last = &first;
  for (const Chunk& chunk : view.chunks) {
    const bool next = chunk.tokens.begin > last->tokens.end && time_behind(view, *last) == nullptr;
    if (!next || !is_further_object(view, act, chunk)) continue;
    std::uint32_t end = last->tokens.end;  // "the ERM-2 | mechanism | and"
    if (!view.is(end, Role::list) && !view.is_mark(end)) ++end;
    if (view.joined(end, chunk.tokens.begin)) last = &chunk;
  }
  return time_behind(view, *last);
}

// "treaties with Peru in 2020 and with Chile in 2021": to each deal the time behind its side.
static void part_deals(const SentenceView& view, std::vector<FoundAct>& acts) {
  std::vector<FoundAct> more;
  for (FoundAct& act : acts) {
    if (act.agreements.size() < 2 || act.parties.empty() || act.form == ActForm::noun) continue;
    std::vector<FoundAct> parts;
    for (const std::uint32_t deal : act.agreements) {
      for (const Chunk& side : view.chunks) {
        const Time* time = side.preposition == kNone ? nullptr : time_behind(view, side);
        if (time == nullptr || side.actors != view.reading.entities[deal].members) continue;
        parts.push_back(act);
        parts.back().agreements = {deal};
        if (act.act->sides) parts.back().parties = parties_of_next(view, act, {deal});
        parts.back().time = time;
      }
    }
    if (parts.size() != act.agreements.size()) continue;
    act = parts.front();
    more.insert(more.end(), parts.begin() + 1, parts.end());
  }
  acts.insert(acts.end(), more.begin(), more.end());
}

void add_gapped_objects(const SentenceView& view, std::vector<FoundAct>& acts) {
  std::vector<FoundAct> more;
  for (const FoundAct& act : acts) {
    const bool untold = act.form != ActForm::noun && (act.passive || act.act->role == ActRole::own);
    if (act.parties.empty() && !untold) continue;
    std::uint32_t next = view.all.end;
    for (const FoundAct& other : acts) {
      if (other.begin >= act.words.end) next = std::min(next, other.begin);
    }
    for (const Chunk& chunk : view.chunks) {
      if (chunk.tokens.begin >= next || !is_further_object(view, act, chunk)) continue;
      if (is_of_gapped_pair(view, act, chunk)) continue;
      if (act.form == ActForm::noun && chunk.preposition == kNone) continue;
      const bool clause =  // "left the EU and in May | the pact | was signed": a verb of its own
          chunk.preposition == kNone &&
          (chunk.tokens.end == next || view.is(chunk.tokens.end, Role::be | Role::have));
      if (clause) continue;
      const std::uint32_t link =
          chunk.tokens.begin -
          (view.is(chunk.tokens.begin - 1, Role::determiner | Role::owner) ? 2 : 1);
      const bool along =  // "signed a treaty on the border, and with it | the Lima Declaration"
          view.low(link) == "it" && view.low(link - 1) == "with" &&
          is_any(view.low(link - 2), {"and", ","});
      const bool linked = is_any(view.low(link), {"and", ",", ";"}) || chunk.preposition != kNone;
      const Time* behind = linked && act.time != nullptr ? time_of_list(view, act, chunk) : nullptr;
      const bool own =
          behind != nullptr && behind != act.time && act.time->tokens.end <= chunk.tokens.begin;
      const Time* time = own ? behind : along ? act.time : time_before(view, act, chunk);
      if (time == nullptr && chunk.preposition == kNone && !along && !is_another(view, chunk))
        continue;
      std::vector<Entities> each = {chunk.agreements};
      if (chunk.agreements.size() > 1 && !chunk.is_actor()) {  // a deal with each of several
        each.clear();
        for (const std::uint32_t deal : chunk.agreements) each.push_back({deal});
      }
      for (const Entities& next_one : each) {
        more.push_back(act);
        more.back().agreements = next_one;
        more.back().parties = parties_of_next(view, act, next_one);
        more.back().time = time;
      }
    }
  }
  acts.insert(acts.end(), more.begin(), more.end());
  part_deals(view, acts);
}

}  // namespace concord
