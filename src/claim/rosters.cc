// Rosters: the parties of an agreement told as a list and by no act of theirs.
//
//   The members of [the bloc] are [A, B and C]    its signatories: [A; B; C]
//   [The alliance] comprises [A, B and C]         [the pact]'s six parties - [A, B ...] - meet
#include "claim/arguments.h"

namespace concord {
namespace {

constexpr std::uint32_t kColonReach = 6;  // "the states with land in the far north: A, B"
constexpr std::size_t kWithMin = 3;       // "began with Peru in mind" lists nobody
constexpr std::uint32_t kLinkReach = 9;   // "members of the Council of the Baltic Sea States: A"

bool is_dash(std::string_view word) {
  return is_any(word, {"-", "--", "\xE2\x80\x93", "\xE2\x80\x94"});
}

class RosterReader {
 public:
  explicit RosterReader(const ActPlace& place) : place_(place), view_(place.view) {}

  const Chunk* list_of(const FoundAct& act, const Subject& subject) const {
    const bool told_by_verb = act.act->role == ActRole::members && act.form != ActForm::noun;
    const bool it = low(act.begin - 1) == "it" && !act.agreements.empty();  // "It has 50 members"
    const FoundAct* made =
        subject.same_as;  // "The pact was founded in 1969 and | groups | A and B"
    const bool goes_on = made != nullptr && subject.chunk == nullptr && made->passive &&
                         !act.agreements.empty() && made->agreements == act.agreements;
    if (told_by_verb && !it && !goes_on &&
        (subject.chunk == nullptr || subject.chunk->agreements.empty()))
      return nullptr;
    if (const Chunk* inside = told_by_verb ? list_within(act) : nullptr) return inside;
    const bool bare = view_.chunk_at(act.begin - 1) == nullptr;
    if (bare && is_any(low(act.words.end), {"but", "bar"})) return nullptr;  // "all members but A"
    if (const Chunk* whose = apposed(act)) return whose;
    if (const Chunk* within = including(act)) return within;
    const bool holder = act.form == ActForm::noun && is_any(low(act.words.end - 1), {"for", "to"});
    if (!act.tail.empty()) {  // "membership ... runs from | A to B"
      if (const Chunk* list = listed_from(act.tail.end, true, true)) return list;
    }
    const Chunk* list = listed_from(act.words.end, is_link(act.words.end - 1), !holder);
    const bool with = told_by_verb && low(act.words.end - 1) == "with";
    return list != nullptr && with && list->actors.size() < kWithMin ? nullptr : list;
  }

  // All that a list names: "A with B and C", "from A to B" too.
  Entities members_of(const FoundAct& act, const Chunk& list) const {
    Entities all = whole_list(view_, list);
    const bool range = list.preposition != kNone && low(list.preposition) == "from";
    const std::uint32_t end = list.tokens.end;
    const bool more =
        range ? low(end) == "to" : act.form != ActForm::noun && is_any(low(end), {"with", "plus"});
    const Chunk* rest = more ? actors_after(view_, end + 1, range ? 2 : 0) : nullptr;
    if (rest != nullptr && !rest->possessive) add_new(all, rest->actors);
    if (act.form == ActForm::noun && list.tokens.end < act.begin) add_new(all, alongside(act));
    return all;
  }

 private:
  std::string_view low(std::uint32_t i) const { return view_.low(i); }

  // "Chad, one of the three members of the pact | alongside Mali and Niger"
  Entities alongside(const FoundAct& act) const {
    for (const Chunk& body : view_.chunks) {
      const std::uint32_t at = body.tokens.end;
      const bool held = body.tokens.begin >= act.words.end && body.agreements == act.agreements;
      const bool with = low(at) == "alongside" ||
                        (is_any(low(at), {"along", "together"}) && low(at + 1) == "with");
      if (!held || !with) continue;
      const Chunk* more = actors_after(view_, at + (low(at) == "alongside" ? 1 : 2), 1);
      return more == nullptr || more->possessive ? Entities{} : more->actors;
    }
    return {};
  }

  // "has | A, B and C | as parties", "counts | A and B | among its members"
  const Chunk* list_within(const FoundAct& act) const {
    for (const Chunk& chunk : view_.chunks) {
      const bool within = chunk.tokens.begin > act.words.begin && chunk.tokens.end < act.words.end;
      if (within && is_list(chunk)) return &chunk;
    }
    return nullptr;
  }

  // "unites several states, including A and B"
  const Chunk* including(const FoundAct& act) const {
    if (act.act->role != ActRole::members) return nullptr;
    for (const Chunk& member : view_.chunks) {
      if (member.tokens.begin < act.words.end || !member.is_actor()) continue;
      bool owned = false;  // "counts many states among its critics, including | A"
      for (std::uint32_t i = act.words.end; i < member.tokens.begin; ++i)
        owned = owned || view_.is(i, Role::owner);
      if (owned || has_stop(view_, act.words.end, member.tokens.begin)) break;
      const std::uint32_t by = member.preposition;
      if (by != kNone && low(by) == "including") return &member;
      const std::uint32_t at =
          member.tokens.begin - (low(member.tokens.begin - 1) == "the" ? 2 : 1);
      const bool range = by != kNone && low(by) == "from" && low(by - 1) == "," &&
                         low(member.tokens.end) == "to" && view_.is(by - 2, Role::country);
      if (range || (act.form != ActForm::noun && names_some(view_, at) && is_list(member)))
        return &member;  // "covers ten states, from A to B", "counts ten, among them A"
    }
    return nullptr;
  }

  // "[A, B and C], all former members of the bloc, ...", "..., none of them members of it".
  const Chunk* apposed(const FoundAct& act) const {
    if (act.form != ActForm::noun || act.act->denied) return nullptr;
    const Chunk* around = view_.chunk_at(act.words.begin);  // "A and B are | both members | of it"
    if (around != nullptr && around->anaphor && low(around->tokens.begin) == "both") return around;
    std::uint32_t i = act.begin;
    const Chunk* before = view_.chunk_at(i - 1);
    if (before != nullptr && before->anaphor && before->denied) return before;  // "none of them"
    if (before != nullptr && is_list(*before) && view_.is(before->tokens.begin - 1, Role::be) &&
        is_any(low(before->tokens.begin - 2), {"nor", "neither"}))
      return before;  // "Nor are A and B members of it"
    const std::uint32_t among = i - (view_.is(i - 1, Role::owner) ? 2 : 1);
    const Chunk* counted = low(among) == "among" ? view_.chunk_at(among - 1) : nullptr;
    if (counted != nullptr && is_list(*counted)) return counted;  // "has A and B among its members"
    const bool made =
        before != nullptr && is_list(*before) && view_.is(before->tokens.begin - 1, Role::makes);
    if (made) return before;  // "makes A and B members of it"
    if (const Chunk* with = counted_as(i)) return with;
    i = over_count(i);
    if (i <= view_.all.begin + 1 || low(i - 1) != ",") return nullptr;
    const Chunk* chunk = view_.chunk_at(i - 2);
    const bool one = low(i) == "one" && low(i + 1) == "of";  // "Chad, one of its six members"
    const bool group = chunk != nullptr && chunk->anaphor && !chunk->possessive &&
                       chunk->preposition == kNone;  // "The two, members since 2007, ..."
    const bool fits =
        chunk != nullptr && (is_list(*chunk) || group) && (one || chunk->actors.size() > 1);
    const bool holder = is_any(low(act.words.end - 1), {"of", "to"}) ||
                        is_any(low(act.words.end), {"of", "to", "in", ",", "."}) ||
                        view_.is_mark(act.words.end);
    return fits && holder ? chunk : nullptr;
  }

  // "A, B and C, | the eight members of it", "..., three of the bloc's four founders": where the
  // words before the noun begin.
  std::uint32_t over_count(std::uint32_t i) const {
    constexpr std::uint32_t kWordsMax = 8;
    std::uint32_t at = i;
    while (at > view_.all.begin && at + kWordsMax > i) {
      const Chunk* owner = view_.chunk_at(at - 1);
      const bool whose = owner != nullptr && !owner->agreements.empty() &&
                         (owner->possessive || owner->tokens.end == i);
      const bool small = view_.is(at - 1, Role::determiner | Role::count | Role::founding) ||
                         view_.is(at - 1, Role::dual | Role::rank | Role::narrows) ||
                         is_any(low(at - 1), {"of", "'s", "one"});
      if (!whose && !small) break;
      at = whose ? owner->tokens.begin : at - 1;
    }
    return low(at - 1) == "," ? at : i;
  }

  // "with | A, B and C | as its newer members"
  const Chunk* counted_as(std::uint32_t i) const {
    constexpr std::uint32_t kWordsMax = 4;
    for (std::uint32_t at = i; at > view_.all.begin + 1 && at + kWordsMax > i; --at) {
      if (low(at - 1) != "as") {
        if (view_.is_mark(at - 1) || view_.chunk_at(at - 1) != nullptr) return nullptr;
        continue;
      }
      const Chunk* list = view_.chunk_at(at - 2);
      return list != nullptr && is_list(*list) && list->preposition != kNone &&
                     low(list->preposition) == "with"
                 ? list
                 : nullptr;
    }
    return nullptr;
  }

  // What opens a list: "are", "include", ":", "(", a dash, a comma.
  bool is_link(std::uint32_t i) const {
    return view_.is(i, Role::includes) ||
           is_any(low(i), {"are", "were", "including", "be", "namely", ":", "(", ",", "as", "like",
                           "them", "being"}) ||
           is_dash(low(i));
  }

  // `adjacent`: also without a link ("members A and B"; not "candidates for | the presidency").
  const Chunk* listed_from(std::uint32_t from, bool linked, bool adjacent) const {
    std::uint32_t reach = from + kLinkReach;
    for (std::uint32_t i = from; i <= reach + kColonReach && view_.all.contains(i);) {
      const Chunk* chunk = view_.chunk_at(i);
      if (i > reach && chunk != nullptr && low(i - 1) != ":") return nullptr;
      if (low(i) == ";" || (i == from && does_act(i))) return nullptr;
      if (chunk == nullptr) {
        linked = is_link(i) || (linked && opens_list(i));
        ++i;
        continue;
      }
      const bool small =  // not "members | met | Peru", "members | and | Peru"
          !view_.is_mark(from) && !view_.is_content(from) && low(from) != "and";
      const bool beside = chunk->tokens.begin == from || (chunk->tokens.begin == from + 1 && small);
      if ((linked || (adjacent && beside)) && is_list(*chunk))
        return stands_alone(*chunk) ? chunk : nullptr;
      reach += chunk->tokens.size();
      i = chunk->tokens.end;
      linked = false;
    }
    return nullptr;
  }

  // Between a colon and the names: "now the", "the first five of".
  bool opens_list(std::uint32_t i) const {
    return view_.is(i, Role::adverb | Role::determiner | Role::count) ||
           view_.is(i + 1, Role::count) || (low(i) == "of" && view_.is(i - 1, Role::count));
  }

  // "three founders | signed | the treaty": the list is of another act.
  bool does_act(std::uint32_t i) const {
    return std::ranges::any_of(place_.acts, [&](const FoundAct& act) {
      return act.form != ActForm::noun && act.begin == i;
    });
  }

  // "125 members, [A and B] not included", "members; [A and B] are not among them", "members met
  // in May: [A] has yet to sign": another clause.
  bool stands_alone(const Chunk& list) const {
    const std::uint32_t end = list.tokens.end;
    if (view_.is(end, Role::excepts) || is_any(low(end), {"not", "excluded", "aside", "apart"}))
      return false;
    if (low(list.tokens.begin - 1) == ":" && does_act(end)) return false;
    std::uint32_t begin = list.tokens.begin;  // "of the members, | only A and B have"
    while (view_.is(begin - 1, Role::adverb)) --begin;
    const bool apart = is_any(low(begin - 1), {",", ":"});
    return !apart || !(view_.is(end, Role::be | Role::have | Role::do_));
  }

  // Parties by name: no body that states join, nor "Oman having left".
  bool is_list(const Chunk& chunk) const {
    const bool them = low(chunk.tokens.begin) == "them" && chunk.actors.size() > 1;
    if (!chunk.is_actor() || (chunk.anaphor && !them) || chunk.possessive) return false;
    const bool described =  // "members bordering | Russia"
        chunk.preposition != kNone && !view_.is(chunk.preposition, Role::preposition);
    if (described || (chunk.preposition != kNone && view_.is(chunk.preposition, Role::aside)))
      return false;  // nor "16 members after | Mexico | left"
    if (is_any(low(chunk.tokens.begin - 1), {"except", "but", "bar", "barring"})) return false;
    const bool holder = chunk.preposition != kNone && !chunk.agreements.empty() &&
                        is_any(low(chunk.preposition), {"of", "to", "in"});
    const bool body =
        chunk.actors.size() == 1 && view_.reading.entities[chunk.actors.front()].acceded;
    const std::uint32_t end = chunk.tokens.end;  // "25 members, Senegal being the latest"
    const bool ranked =
        low(end) == "being" && low(end + 1) == "the" && view_.is(end + 2, Role::rank | Role::late);
    return !holder && !body && (ranked || !is_any(low(end), {"having", "being"}));
  }

  const ActPlace& place_;
  const SentenceView& view_;
};

bool holds_all(const Entities& all, const Entities& some) {
  return std::ranges::all_of(
      some, [&](std::uint32_t one) { return std::ranges::find(all, one) != all.end(); });
}

}  // namespace

std::uint32_t over_roster(const ActPlace& place, std::uint32_t at) {
  const SentenceView& view = place.view;
  const std::uint32_t end = view.low(at) == "," ? at : at + 1;
  const Chunk* list = end > view.all.begin ? view.chunk_at(end - 1) : nullptr;
  if (view.low(end) != "," || list == nullptr || !list->is_actor()) return at;
  for (std::size_t n = 0; n < place.number; ++n) {
    const FoundAct& act = place.acts[n];
    const bool lists = act.act->role == ActRole::members && act.words.end <= list->tokens.begin &&
                       !act.parties.empty() && holds_all(act.parties, list->actors);
    if (!lists) continue;
    const bool noun = act.form == ActForm::noun;
    const std::uint32_t begin = noun ? act.words.begin : act.begin;
    for (std::uint32_t i = begin; i > view.all.begin && i + 4 > begin; --i) {
      const bool opens = (i == begin && !noun) || view.is(i, Role::relative);
      if (view.low(i - 1) == ",") return opens ? i - 1 : at;
    }
  }
  return at;
}

bool is_within_act(const ActPlace& place, std::uint32_t i) {
  const Chunk* chunk = place.view.chunk_at(i);
  if (chunk == nullptr || chunk->agreements.empty() || chunk->possessive) return false;
  for (std::size_t n = 0; n < place.number; ++n) {
    const FoundAct& act = place.acts[n];
    const bool within = act.words.contains(i) && act.words.begin < chunk->tokens.begin;
    if (within && act.form != ActForm::noun) return chunk->agreements == act.agreements;
  }
  return false;
}

bool describes_members(const SentenceView& view, const Chunk& body) {
  if (body.agreements.empty() || body.possessive) return false;
  const std::uint32_t noun = body.tokens.end;
  const bool each = is_any(view.low(body.tokens.begin - 1), {"every", "each", "no"});
  return (view.is(noun, Role::nations) && view.low(noun).ends_with('s')) ||
         (view.is(noun, Role::country) && each);
}

// "ratified by A and B, | but | C will have none of it"; not "not only A but also B".
static bool turns_away(const SentenceView& view, std::uint32_t from, const Chunk& chunk) {
  for (std::uint32_t i = from; i < chunk.tokens.begin; ++i) {
    if (view.is(i, Role::coordinate) && view.low(i + 1) != "also") return true;
  }
  return false;
}

void add_list_of(const SentenceView& view, const Chunk& first, FoundAct& act) {
  if (view.tree.empty() || act.parties != first.actors || view.told_in_bracket(first)) return;
  const std::uint32_t head = view.tree.head_of(first.tokens);
  const bool after = first.tokens.begin >= act.words.end;
  for (const Chunk& chunk : view.chunks) {
    const bool pronoun = chunk.anaphor && !chunk.government;  // "the government and the rebels"
    if (chunk.preposition != kNone) continue;
    if (!chunk.is_actor() || pronoun || chunk.possessive || &chunk == &first) continue;
    if ((chunk.tokens.end > act.begin) != after) continue;
    if (after && view.low(chunk.tokens.begin - 1) == "but")
      continue;  // "by A - but B has shunned it"
    if (has_stop(view, chunk.tokens.end, first.tokens.begin)) continue;
    if (first.tokens.end < chunk.tokens.begin && turns_away(view, first.tokens.end, chunk))
      continue;
    const std::uint32_t end = chunk.tokens.end;
    const bool opens =  // "signed by Fiji and Samoa; Nauru and Tonga | sponsor mining"
        has_stop(view, first.tokens.end, chunk.tokens.begin) && view.all.contains(end) &&
        !view.is_mark(end) && !view.is(end, Role::list | Role::preposition | Role::relative);
    if (opens) continue;
    if (view.is(chunk.tokens.end, Role::have | Role::be | Role::do_))
      continue;  // "Oman has not signed it, | Chad and Mali | have"
    const std::string path = view.tree.path(head, view.tree.head_of(chunk.tokens), 4, false);
    const bool apposed = view.is(chunk.tokens.begin - 1, Role::country) ||
                         view.is(first.tokens.begin - 1, Role::country);
    if (is_any(path, {"conj", "conj.conj", "^conj", "^conj.conj"}) ||
        (apposed && is_any(path, {"conj.appos", "^appos.^conj", "conj.flat", "^flat.^conj"})))
      add_new(act.parties, chunk.actors);
  }
}

// "A and B | from this region, | C and D from Europe": whether a list goes on behind where its
// first are.
static bool placed_between(const SentenceView& view, std::uint32_t from, std::uint32_t to) {
  constexpr std::uint32_t kWordsMax = 6;
  if (to - from < 2 || to - from > kWordsMax || !view.is(from, Role::preposition)) return false;
  if (is_any(view.low(from), {"of", "to", "by", "with"})) return false;
  for (std::uint32_t i = from; i < to; ++i) {
    const bool mark = view.is_mark(i) && (i + 2 < to || view.low(i) != ",");
    if (mark || view.is_finite(i) || view.chunk_at(i) != nullptr) return false;
  }
  return true;
}

Entities whole_list(const SentenceView& view, const Chunk& first) {
  Entities all = first.actors;
  const Chunk* last = &first;
  for (const Chunk& chunk : view.chunks) {
    if (chunk.tokens.begin < last->tokens.end) continue;
    const std::uint32_t before = chunk.tokens.begin - 1;
    const bool listed = is_any(view.low(before), {",", ";"}) ||
                        (view.low(before) == "and" && view.low(before - 1) == ",");
    const bool along =  // "- A and B - | together with | C"
        view.low(before) == "with" && is_any(view.low(before - 1), {"together", "along"}) &&
        before <= last->tokens.end + 2;
    const std::uint32_t end = last->tokens.end;
    const bool aside = is_any(view.low(end), {",", "("}) &&
                       (view.is(end + 1, Role::relative | Role::none) ||
                        is_any(view.low(end + 1), {"where", "whose"}) || view.low(end) == "(");
    const bool member = chunk.is_actor() && !chunk.anaphor && !chunk.possessive;
    const bool placed = chunk.actors.size() > 1 && placed_between(view, end, before);
    const bool next = placed || view.joined(end, chunk.tokens.begin);
    if (!member || (!along && (!listed || (!aside && !next)))) continue;
    const bool does = view.is(chunk.tokens.end, Role::be | Role::have | Role::do_) ||
                      (view.low(before) == ";" && view.is_finite(chunk.tokens.end));
    if (does) break;
    add_new(all, chunk.actors);
    last = &chunk;
  }
  return all;
}

const Chunk* find_roster(const ActPlace& place, const Subject& subject, const FoundAct& act) {
  return RosterReader(place).list_of(act, subject);
}

Entities roster_members(const ActPlace& place, const FoundAct& act, const Chunk& list) {
  return RosterReader(place).members_of(act, list);
}

}  // namespace concord
