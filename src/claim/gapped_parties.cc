// Further parties of an act told before, whose clauses leave the verb out.
//
//   Rwanda joined in 2007, [South Sudan in 2016]     ratified by India in May and [by China in
//   June]
#include <algorithm>
#include <optional>
#include <set>

#include "claim/arguments.h"

namespace concord {
namespace {

// "Panama, | ever the sceptic, | only in 2013": past what stands between two commas without a verb.
std::uint32_t after_aside(const SentenceView& view, std::uint32_t comma) {
  constexpr std::uint32_t kWordsMax = 5;
  if (view.low(comma) != "," || view.tree.empty()) return comma;
  for (std::uint32_t i = comma + 1; i <= comma + kWordsMax + 1 && view.all.contains(i); ++i) {
    if (view.low(i) == ",") return i + 1;
    const WordClass word = view.tree.word(i).word_class;
    const Time* time = view.time_at(i);  // "India, | after years of hesitation, | in June"
    const bool dated = time != nullptr && !time->duration;
    if (view.chunk_at(i) != nullptr || dated || word == WordClass::verb || word == WordClass::aux ||
        view.is(i, Role::relative | Role::list))
      break;
  }
  return comma;
}

// "was ratified | by India in May and by China in June": a further agent with a time of its own.
bool is_further_agent(const SentenceView& view, const FoundAct& act, const Chunk& chunk) {
  return act.passive && chunk.preposition != kNone && chunk.preposition + 1 == chunk.tokens.begin &&
         view.low(chunk.preposition) == "by" && view.low(chunk.preposition - 1) != "not";
}

// "Angola's signature came in May, and Peru's | on 5 June"
bool dated_behind(const SentenceView& view, const Chunk& chunk) {
  const std::uint32_t i = chunk.tokens.end + 1;
  return view.time_at(i + (view.is(i, Role::preposition) ? 1 : 0)) != nullptr;
}

// "came in in 1973, Greenland | went | in 1985, | Britain in 2020": of another verb.
bool tells_another_deed(const SentenceView& view, const FoundAct& act, std::uint32_t begin) {
  for (std::uint32_t i = act.words.end; i < begin && !view.tree.empty(); ++i) {
    const Chunk* doer = view.chunk_at(i - 1);
    const bool past = view.tree.word(i).tag == Penn::vbd && view.chunk_at(i) == nullptr;
    const bool does = past && doer != nullptr && doer->can_act() && !doer->anaphor &&
                      !view.is(i, Role::have | Role::be | Role::do_);
    const bool says =
        does && std::ranges::any_of(view.reading.attributions,
                                    [&](const Attribution& said) { return said.cue.contains(i); });
    if (does && !says && doer->tokens.begin >= act.words.end) return true;
  }
  return false;
}

// "Chile joined in 2020, two years after it had been | invited, and Peru in 2021": of the first.
bool is_told_aside(const SentenceView& view, const std::vector<FoundAct>& acts, std::size_t n) {
  return n > 0 && stands_aside(view, acts[n]) && acts[n - 1].words.end <= acts[n].begin &&
         acts[n - 1].parties == acts[n].parties;
}

// Where the act after begins, which takes the parties behind it.
std::uint32_t next_act(const SentenceView& view, const std::vector<FoundAct>& acts,
                       const FoundAct& act) {
  std::uint32_t next = view.all.end;
  for (const FoundAct& other : acts) {
    const bool passing = stands_aside(view, other) && other.parties == act.parties;
    if (other.begin >= act.words.end && !passing) next = std::min(next, other.begin);
  }
  return next;
}

// A clause of a party and its time or rank: "South Sudan | in 2016".
struct Gap {
  const Chunk* chunk = nullptr;
  bool agent = false;        // "| by China | in June"
  std::uint32_t at = kNone;  // first token of the time or rank
  const Time* time = nullptr;
};

// "not until | May", "as late as | 2016": past what leads to a time.
std::uint32_t over_time_words(const SentenceView& view, std::uint32_t from) {
  constexpr std::uint32_t kWordsMax = 4;
  std::uint32_t at = from;
  while (at < from + kWordsMax && view.time_at(at) == nullptr &&
         (view.is(at, Role::preposition | Role::adverb) ||
          is_any(view.low(at), {",", "as", "late"}) ||
          (view.low(at) == "not" && view.low(at + 1) == "until")))
    ++at;
  return at;
}

std::optional<Gap> read_gap(const SentenceView& view, const FoundAct& act, const Chunk& chunk) {
  if (is_further_object(view, act, chunk))
    return {};  // "joined the WTO in 1995 | and APEC in 1998"
  Gap gap;
  gap.chunk = &chunk;
  gap.agent = is_further_agent(view, act, chunk);
  if (!chunk.is_actor() || (chunk.preposition != kNone && !gap.agent)) return {};
  const bool owns = chunk.possessive && view.low(chunk.tokens.end) == "'s" &&
                    dated_behind(view, chunk);  // "and Peru's on 5 May"
  if (chunk.possessive && !owns) return {};
  std::uint32_t begin = gap.agent ? chunk.preposition : chunk.tokens.begin;
  const Time* fronted = gap.agent ? view.time_at(begin - 1) : nullptr;  // ", | in June | by Togo"
  if (fronted != nullptr) begin = fronted->tokens.begin;
  if (fronted != nullptr && view.is(begin - 1, Role::preposition)) --begin;
  if (tells_another_deed(view, act, begin)) return {};
  if (!is_any(view.low(begin - 1), {",", "and", ";", "while", "but", "then"})) return {};
  const std::uint32_t behind = owns ? chunk.tokens.end + 1 : after_aside(view, chunk.tokens.end);
  gap.at = over_time_words(view, behind);
  gap.time = fronted != nullptr ? fronted : view.time_at(gap.at);
  return gap;
}

// "and Peru the 164th", "and Peru third"; not "Peru, the third state of the bloc, ..."
bool is_ranked(const SentenceView& view, const Gap& gap) {
  const std::uint32_t rank = gap.at + (view.low(gap.at) == "the" ? 1 : 0);
  return is_rank(view, rank) &&
         (view.is_mark(rank + 1) ||
          (rank > gap.at && (gap.at == gap.chunk->tokens.end || !view.is_content(rank + 1))));
}

// "and Peru | too |", "and Peru | as well |"
bool ends_in_too(const SentenceView& view, const Chunk& chunk) {
  const std::uint32_t behind = chunk.tokens.end + (view.low(chunk.tokens.end) == "as" ? 1 : 0);
  return is_any(view.low(behind), {"too", "well"}) && view.is_mark(behind + 1);
}

// "Togo | in 2011", "Togo | as late as 2011": its time right behind it.
bool is_dated_beside(const SentenceView& view, const Gap& gap) {
  const std::uint32_t end = gap.chunk->tokens.end;
  return gap.time != nullptr && (gap.at <= end + 1 || view.low(end) == "as");
}

// A time that is not only the act's own over again.
bool has_own_time(const SentenceView& view, const FoundAct& act, const Gap& gap) {
  if (gap.time == nullptr || gap.time->duration) return false;
  return gap.time != act.time ||
         (is_dated_beside(view, gap) && gap.chunk->tokens.begin > act.words.end);
}

// "nine states: first Oman, in 2016, then Chad in 2023, | Mali and Peru.": and the rest.
bool is_rest_of_crowd(const SentenceView& view, const FoundAct& act, const Gap& gap,
                      const std::vector<FoundAct>& more) {
  return act.by_crowd && !more.empty() && gap.time == nullptr && gap.chunk->actors.size() > 1 &&
         view.low(gap.chunk->tokens.end) == "." && more.back().words.begin == act.words.begin;
}

// Adds the further parties of an act to `more`, and leaves it those that are its own.
void add_gaps_behind(const SentenceView& view, std::uint32_t next, FoundAct& act,
                     std::vector<FoundAct>& more) {
  std::set<std::uint32_t> later_agents;
  for (const Chunk& chunk : view.chunks) {
    if (chunk.tokens.begin < act.words.end || chunk.tokens.end > next) continue;
    const std::optional<Gap> gap = read_gap(view, act, chunk);
    if (!gap) continue;
    if (!is_ranked(view, *gap) && !ends_in_too(view, chunk) &&
        !is_rest_of_crowd(view, act, *gap, more) && !has_own_time(view, act, *gap))
      continue;
    more.push_back(act);
    more.back().parties = chunk.actors;
    more.back().time = gap->time;
    more.back().first = false;
    if (gap->agent && gap->time != nullptr)
      later_agents.insert(chunk.actors.begin(), chunk.actors.end());
    const bool taken = act.time == gap->time && is_dated_beside(view, *gap) && !gap->agent;
    if (taken) act.time = nullptr;  // "Kenya followed, and Togo | in 2011"
  }
  std::erase_if(act.parties, [&](std::uint32_t party) { return later_agents.contains(party); });
}

}  // namespace

// "..., South Sudan in 2016 and Congo in 2022": further parties of an act, each with its time.
void add_gapped_parties(const SentenceView& view, std::vector<FoundAct>& acts) {
  std::vector<FoundAct> more;
  for (std::size_t n = 0; n < acts.size(); ++n) {
    const bool told = !acts[n].parties.empty() && acts[n].effect != Effect::nothing_asserted;
    if (!told || is_told_aside(view, acts, n)) continue;
    add_gaps_behind(view, next_act(view, acts, acts[n]), acts[n], more);
  }
  acts.insert(acts.end(), more.begin(), more.end());
}

}  // namespace concord
