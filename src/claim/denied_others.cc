// Parties and agreements that a clause sets apart from those its act is told of.
//
//   All members except [Oman] have signed     A has ratified it, [B] not yet
//   They belong to NATO but not to [the Union]
#include <algorithm>
#include <optional>

#include "claim/arguments.h"

namespace concord {
namespace {

// "A has ratified it, B not yet": no verb at all.
void add_bare_denials(const SentenceView& view, std::vector<FoundAct>& acts) {
  for (const Chunk& chunk : view.chunks) {
    std::uint32_t end = chunk.tokens.end;
    if (!chunk.is_actor() || view.low(end) != "not" || view.low(chunk.tokens.begin - 1) == "but")
      continue;
    end += view.low(end + 1) == "yet" ? 2 : 1;
    if (!is_any(view.low(end), {".", ";"})) continue;
    const FoundAct* before = nullptr;
    for (const FoundAct& act : acts) {
      if (act.words.end <= chunk.tokens.begin && act.effect != Effect::nothing_asserted)
        before = &act;
    }
    if (before == nullptr) continue;
    FoundAct copy = *before;
    copy.words = {chunk.tokens.begin, end};
    copy.begin = copy.words.begin;
    copy.parties = chunk.actors;
    copy.denied = !before->denied;
    copy.time = nullptr;
    acts.push_back(std::move(copy));
  }
}

// "The signatories include A and B, but not C", "is used by A, not by B": denied of those set
// apart.
void add_left_out(const SentenceView& view, std::vector<FoundAct>& acts) {
  std::vector<FoundAct> more;
  for (const FoundAct& act : acts) {
    const bool done = act.effect == Effect::nothing || act.effect == Effect::done;
    if (!done || act.denied || act.agreements.empty() || act.parties.empty()) continue;
    for (const Chunk& chunk : view.chunks) {
      const bool name = chunk.is_actor() && !chunk.anaphor && !chunk.possessive;
      const std::uint32_t by = chunk.preposition != kNone ? chunk.preposition : chunk.tokens.begin;
      if (!name || by < act.words.end + 2 || view.low(by - 1) != "not") continue;
      if (chunk.preposition != kNone && view.low(by) != "by") continue;
      std::uint32_t end = by - 2;
      if (is_any(view.low(end), {"but", "though", "and"})) --end;
      if (view.low(end) == ",") --end;
      const Chunk* list = end >= by - 1 ? nullptr : view.chunk_at(end);
      const bool within = act.words.contains(end);  // "So have A and B, but not C"
      const bool told = list != nullptr && !list->actors.empty() &&
                        std::ranges::find(act.parties, list->actors.back()) != act.parties.end();
      const bool counts = within && act.act->role == ActRole::members;
      if (!counts && (!told || (list->tokens.begin < act.words.end && !within))) continue;
      more.push_back(act);
      more.back().parties = chunk.actors;
      more.back().words = chunk.tokens;
      more.back().denied = true;
      more.back().time = nullptr;
    }
  }
  acts.insert(acts.end(), more.begin(), more.end());
}

// "Twenty states use the euro; those that do not are A and B": denied of those named.
void add_those_not(const SentenceView& view, std::vector<FoundAct>& acts) {
  for (std::uint32_t i = view.all.begin; i + 5 < view.all.end; ++i) {
    const bool those = is_any(view.low(i), {"those", "ones"}) && view.is(i + 1, Role::relative) &&
                       view.is(i + 2, Role::do_ | Role::have) && view.low(i + 3) == "not";
    if (!those) continue;
    std::uint32_t at = i + 4 + (view.low(i + 4) == "yet" ? 1 : 0);
    if (!view.is(at, Role::be | Role::includes)) continue;
    const Chunk* list = actors_after(view, at + 1, 0);
    const FoundAct* before = nullptr;
    for (const FoundAct& act : acts) {
      if (act.words.end <= i && act.effect == Effect::nothing && !act.agreements.empty())
        before = &act;
    }
    if (list == nullptr || before == nullptr) return;
    FoundAct copy = *before;
    copy.words = {i, at + 1};
    copy.begin = i;
    copy.parties = list->actors;
    copy.denied = !before->denied;
    copy.by_crowd = false;
    copy.time = nullptr;
    acts.push_back(std::move(copy));
    return;
  }
}

// "Of the pair | only Kenya | went on to ratify": the others of those spoken of have not.
void add_only_of(const SentenceView& view, std::vector<FoundAct>& acts) {
  std::vector<FoundAct> more;
  for (const FoundAct& act : acts) {
    const bool done = act.effect == Effect::nothing || act.effect == Effect::done;
    if (!done || act.denied || act.parties.empty() || act.agreements.empty()) continue;
    for (const Chunk& group : view.chunks) {
      const std::uint32_t at = group.tokens.end + (view.low(group.tokens.end) == "," ? 1 : 0);
      const bool of = group.anaphor && group.preposition != kNone &&
                      view.low(group.preposition) == "of" && view.low(at) == "only";
      if (!of || group.actors.size() <= act.parties.size() || at + 1 >= act.begin) continue;
      const Chunk* one = view.chunk_at(at + 1);
      if (one == nullptr || one->actors != act.parties) continue;
      FoundAct copy = act;
      copy.parties = group.actors;
      std::erase_if(copy.parties, [&](std::uint32_t party) {
        return std::ranges::find(act.parties, party) != act.parties.end();
      });
      copy.effect = Effect::nothing;
      copy.denied = true;
      copy.time = nullptr;
      more.push_back(std::move(copy));
    }
  }
  acts.insert(acts.end(), more.begin(), more.end());
}

}  // namespace

bool is_exception(const SentenceView& view, std::uint32_t by) {
  const std::string_view before = view.low(by - 1);
  const bool joint = is_any(view.low(by), {"but", "save"});
  for (std::uint32_t i = by; joint && i > view.all.begin; --i) {
    if (is_any(view.low(i - 1), {"all", "every", "each", "everybody", "everyone", "everything"}))
      return true;
    if (view.is_mark(i - 1)) return false;
  }
  return is_any(view.low(by), {"except", "barring", "bar"}) ||
         (is_any(view.low(by), {"for", "from"}) && is_any(before, {"except", "apart", "aside"})) ||
         (view.low(by) == "than" && before == "other") ||  // "no state other than Peru"
         view.is(by - 1, Role::excepts);
}

// "agreed on an exchange but not on | a ceasefire", "signed everything but | the pact"
bool is_left_out(const SentenceView& view, const Chunk& chunk) {
  std::uint32_t begin = chunk.tokens.begin;
  if (chunk.preposition != kNone && is_exception(view, chunk.preposition)) return true;
  while (view.is(begin - 1, Role::determiner)) --begin;
  if (is_exception(view, begin - 1)) return true;
  begin = std::min(begin, chunk.preposition);
  return begin >= view.all.begin + 2 && view.low(begin - 1) == "not" &&
         is_any(view.low(begin - 2), {"but", ",", "and", "though"});
}

// "All G7 countries | but one | have": who of them, is not told.
bool leaves_out_some(const SentenceView& view, const Chunk& group) {
  const std::uint32_t but = group.tokens.end;
  return is_exception(view, but) && view.chunk_at(but + 1) == nullptr && !view.is_mark(but + 2) &&
         (view.is(but + 1, Role::count) || view.low(but + 1) == "one");
}

namespace {

// "No state | except Oman has signed"
bool of_none(const SentenceView& view, std::uint32_t except) {
  for (std::uint32_t i = view.all.begin; i < except; ++i) {
    if (view.is(i, Role::none) || is_any(view.low(i), {"no", "nobody"})) return true;
    if (view.low(i) == "not" && view.low(i + 1) == "one") return true;
  }
  return false;
}

// "The charter, | adopted in 1981, | has been ratified by all but Oman, which | rejoined | in
// 2017": of nobody left out.
bool is_beside(const SentenceView& view, const std::vector<FoundAct>& acts, const FoundAct& act,
               const Chunk& left_out) {
  const std::uint32_t end = left_out.tokens.end;
  if (act.begin > end) return view.low(end) == "," && view.is(end + 1, Role::relative);
  const bool aside = act.begin == act.words.begin && view.low(act.begin - 1) == ",";
  return aside && std::ranges::any_of(acts, [&](const FoundAct& later) {
           return later.begin > act.words.end && later.words.end <= left_out.tokens.begin &&
                  later.begin < later.words.begin && later.form != ActForm::noun;
         });
}

// "All but Oman have signed it, and [Peru] has | ratified | it": of Oman that is not told.
bool has_own_doer(const SentenceView& view, const FoundAct& act, const Chunk& left_out) {
  return std::ranges::any_of(view.chunks, [&](const Chunk& doer) {
    return doer.tokens.begin > left_out.tokens.end && doer.tokens.end <= act.begin &&
           doer.is_actor() && doer.actors == act.parties && doer.preposition == kNone;
  });
}

// "is no party to the pact that all but [Oman] | signed, nor to the charter": another clause's.
bool of_another_clause(const SentenceView& view, const FoundAct& act, const Chunk& except) {
  if (view.low(act.begin) == "nor") return true;
  for (std::uint32_t i = act.words.end; i < except.tokens.begin; ++i) {
    if (view.is(i, Role::relative)) return true;
  }
  return false;
}

// "All but Oman are members: | Peru applied in May": a clause of its own.
bool parted(const SentenceView& view, std::uint32_t from, std::uint32_t to) {
  for (std::uint32_t i = from; i < to; ++i) {
    if (is_any(view.low(i), {":", ";"})) return true;
  }
  return false;
}

// The word before those left out: "all | but | Oman", "all | but | one, Oman", "except".
std::uint32_t setting_apart(const SentenceView& view, const Chunk& chunk) {
  const std::uint32_t before = chunk.tokens.begin - 1;
  const bool counted =
      view.is_mark(before) && (view.is(before - 1, Role::count) || view.low(before - 1) == "one");
  return counted && is_exception(view, before - 2) ? before - 2 : before;
}

// "Oman, Chad and Mali were invited. | All but Oman | are members": the others of those named
// last, where nothing but "all" stands before the exception.
Entities others_of_list(const SentenceView& view, const Discourse& discourse, const Chunk& chunk,
                        std::uint32_t by) {
  if (view.low(by - 1) != "all") return {};
  Entities list;
  for (const Chunk& before : view.chunks) {
    if (before.tokens.end < by && before.actors.size() > 2) list = before.actors;
  }
  if (list.empty() && !discourse.groups.empty()) list = discourse.groups.back();
  const auto holds = [&](std::uint32_t one) { return std::ranges::find(list, one) != list.end(); };
  if (list.size() < 3 || !std::ranges::all_of(chunk.actors, holds)) return {};
  std::erase_if(list, [&](std::uint32_t one) {
    return std::ranges::find(chunk.actors, one) != chunk.actors.end();
  });
  return list;
}

// "the only country | apart from Oman that does not belong to it": Oman does not either.
bool only_besides(const SentenceView& view, std::uint32_t by) {
  constexpr std::uint32_t kReach = 7;
  for (std::uint32_t i = by; i > view.all.begin && by - i < kReach; --i) {
    if (view.is_mark(i - 1) || view.is(i - 1, Role::be)) return false;
    if (view.low(i - 1) == "only") return true;
  }
  return false;
}

// "| All but | Oman have", "| all of them except | Oman": of a group that was named, not "all
// members".
bool is_all_of_them(const SentenceView& view, std::uint32_t except) {
  std::uint32_t i = except;
  while (i > view.all.begin && (view.is(i - 1, Role::count | Role::determiner) ||
                                is_any(view.low(i - 1), {"of", "them", "these", "those"}))) {
    --i;
    if (view.low(i) == "all") return true;
  }
  return false;
}

// "A, B and C signed it, and | all save C | have ratified it": of the later act alone.
bool is_of_next(const SentenceView& view, const std::vector<FoundAct>& acts, std::uint32_t by,
                const Chunk& chunk) {
  const std::uint32_t end = chunk.tokens.end;
  return view.low(by - 1) == "all" && std::ranges::any_of(acts, [&](const FoundAct& act) {
           return act.begin == end && act.form != ActForm::noun;
         });
}

// One whom a clause leaves out of the parties of its act.
struct LeftOut {
  const Chunk* chunk = nullptr;
  std::uint32_t by = kNone;  // "| but | Oman", "| not | Oman"
  bool but_not = false;      // "A and B, | but not C, | have signed"
};

// An actor as one whom the clause of an act leaves out, if it does.
std::optional<LeftOut> read_left_out(const SentenceView& view, const std::vector<FoundAct>& acts,
                                     const FoundAct& act, const Chunk& chunk) {
  if (!chunk.is_actor() || chunk.possessive) return {};
  const std::uint32_t by = setting_apart(view, chunk);
  const bool but_not = view.low(by) == "not" && view.low(by - 1) == "but" &&
                       chunk.tokens.end < act.begin;  // "A and B, but not C, have signed"
  const bool behind = view.is(chunk.tokens.end, Role::excepts) ||  // "Oman | excepted"
                      is_any(view.low(chunk.tokens.end), {"apart", "aside"});
  const bool before = is_exception(view, by) && !act.words.contains(by);
  if (!but_not && !before && (!behind || act.denied)) return {};
  if (before && act.words.end <= by && is_of_next(view, acts, by, chunk)) return {};
  if (is_beside(view, acts, act, chunk) || parted(view, chunk.tokens.end, act.begin)) return {};
  if (has_stop(view, act.words.end, by) && !view.is(by - 1, Role::excepts)) return {};
  if (has_own_doer(view, act, chunk) || of_another_clause(view, act, chunk)) return {};
  return LeftOut{&chunk, by, but_not};
}

// "A, | but not B, | signed": A; or nullptr.
const Chunk* doer_before(const SentenceView& view, const LeftOut& out) {
  if (!out.but_not || out.by <= view.all.begin + 2) return nullptr;
  const Chunk* doer = view.chunk_at(out.by - 3);
  const bool apart = doer != nullptr && doer->is_actor() && view.low(out.by - 2) == ",";
  return apart ? doer : nullptr;
}

// "Oman, Chad and Mali were invited. | All but Oman | are members": the others, where they are
// known.
Entities others_than(const SentenceView& view, const Discourse& discourse, const LeftOut& out) {
  Entities rest = out.but_not ? Entities{} : others_of_list(view, discourse, *out.chunk, out.by);
  if (rest.empty() && is_all_of_them(view, out.by))
    rest = rest_besides(view, discourse, out.chunk->actors);
  return rest;
}

// "| All but Oman | have signed", where Oman was taken for the subject: it has not, the others
// have.
void turn_excepted_subject(const SentenceView& view, const Discourse& discourse, const LeftOut& out,
                           FoundAct& act, std::vector<FoundAct>& more) {
  const Entities rest = others_than(view, discourse, out);
  if (!rest.empty() && !act.denied) {
    more.push_back(act);
    more.back().parties = rest;
  }
  act.denied = !act.denied;
}

// "All members except Oman have signed": the one left out has not.
void except_from(const SentenceView& view, const LeftOut& out, FoundAct& act,
                 std::vector<FoundAct>& more) {
  const Entities& those = out.chunk->actors;
  std::erase_if(act.parties, [&](std::uint32_t party) {
    return std::ranges::find(those, party) != those.end();
  });
  more.push_back(act);
  more.back().parties = those;
  more.back().denied =
      only_besides(view, out.by) ? act.denied : !act.denied && !of_none(view, out.by);
  more.back().time = nullptr;
}

// Reads every exception to the acts of a sentence, and adds what is told of those left out.
void add_excepted(const SentenceView& view, const Discourse& discourse,
                  std::vector<FoundAct>& acts) {
  std::vector<FoundAct> more;
  for (FoundAct& act : acts) {
    const bool roster = act.act->role == ActRole::members && act.form == ActForm::noun;
    if (act.effect != Effect::nothing || act.agreements.empty()) continue;
    for (const Chunk& chunk : view.chunks) {
      const std::optional<LeftOut> out = read_left_out(view, acts, act, chunk);
      if (!out) continue;
      const bool taken = act.parties == chunk.actors;  // for its subject
      if (roster) {  // "every other UN member but Chad": no list of them
        if (taken) act.effect = Effect::nothing_asserted;
        continue;
      }
      const Chunk* doer = doer_before(view, *out);
      if (taken && doer == nullptr) {
        turn_excepted_subject(view, discourse, *out, act, more);
        continue;
      }
      if (taken) {  // "A, | but not B, | signed"
        act.parties = doer->actors;
        act.denied = false;
      }
      except_from(view, *out, act, more);
    }
  }
  acts.insert(acts.end(), more.begin(), more.end());
}

}  // namespace

// "belong to [NATO] but not to [the Union]", "are in [the Union] but outside [NATO]": the same of
// another agreement, denied; "are outside [the Union] and in [NATO]": not denied.
void add_but_not(const SentenceView& view, const Discourse& discourse,
                 std::vector<FoundAct>& acts) {
  std::vector<FoundAct> more;
  for (const FoundAct& act : acts) {
    if (act.parties.empty() || act.effect != Effect::nothing) continue;
    const bool out = act.act->denied && act.act->placed;
    for (std::uint32_t i = act.words.end; i + 2 < view.all.end && view.low(i) != ";"; ++i) {
      const bool nor = view.low(i) == "nor" && view.is(i + 1, Role::preposition);
      const bool links = is_any(view.low(i), {"but", ",", "and"});
      const bool back = out && links && is_any(view.low(i + 1), {"in", "inside", "within"});
      const bool turns = (is_any(view.low(i), {"but", ","}) &&
                          is_any(view.low(i + 1), {"not", "outside", "never"})) ||
                         (view.low(i) == "and" && view.low(i + 1) == "outside") ||
                         (view.low(i) == "rather" && view.low(i + 1) == "than");
      // "is no party to the pact, nor to the protocol"
      if (!back && (act.denied || out ? !nor : !turns)) continue;
      std::uint32_t at = i + (nor ? 1 : 2);
      if (view.is(at, Role::preposition)) ++at;
      const Chunk* chunk = view.chunk_at(at);
      Entities other = find_stood_for(view, discourse, at, act.agreements);  // "not | the latter"
      if (other.empty() && chunk != nullptr) other = chunk->agreements;
      if (other.empty() || other == act.agreements) break;
      FoundAct copy = act;
      copy.words = {i, chunk == nullptr ? at + 1 : chunk->tokens.end};
      copy.begin = i;
      copy.agreements = other;
      copy.denied = !back;
      if (back) copy.act = copy.row = act_implied(view, ImpliedAct::membership, {}, {}).act;
      copy.time = nullptr;
      std::erase_if(copy.parties, [&](std::uint32_t one) {  // "along with Peru, but not of NATO"
        return std::ranges::find(act.companions, one) != act.companions.end();
      });
      more.push_back(std::move(copy));
      break;
    }
  }
  acts.insert(acts.end(), more.begin(), more.end());
}

// "None of the | signatories | has ratified it", "none of the states that | signed |": whoever they
// are, it is what follows that they have not done. Where "none" names nobody: denied_by_none().
static void deny_of_none(const SentenceView& view, std::vector<FoundAct>& acts) {
  constexpr std::uint32_t kWordsMax = 6;
  for (std::size_t n = 0; n + 1 < acts.size(); ++n) {
    FoundAct& who = acts[n];
    FoundAct& act = acts[n + 1];
    const bool tells = who.form == ActForm::noun || view.is(who.begin - 1, Role::relative);
    const bool done = act.effect == Effect::nothing || act.effect == Effect::done;
    if (!tells || !done || act.form == ActForm::noun || act.begin < who.words.end) continue;
    std::uint32_t none = who.begin;
    while (none > view.all.begin && none + kWordsMax > who.begin && !view.is_mark(none) &&
           !view.is(none, Role::none))
      --none;
    if (!view.is(none, Role::none) || view.low(none + 1) != "of") continue;
    bool parted = false;
    for (std::uint32_t i = who.words.end; i < act.begin; ++i) parted = parted || view.is_mark(i);
    if (parted) continue;
    if (act.parties.empty() || act.parties == who.parties) act.denied = true;
    who.effect = Effect::nothing_asserted;
  }
}

void deny_others(const SentenceView& view, const Discourse& discourse,
                 std::vector<FoundAct>& acts) {
  add_bare_denials(view, acts);
  add_excepted(view, discourse, acts);
  add_left_out(view, acts);
  add_those_not(view, acts);
  add_only_of(view, acts);
  deny_of_none(view, acts);
}

}  // namespace concord
