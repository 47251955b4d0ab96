// Phrases of several words that stand for an actor named before.
//
//   [the island nation of 2 million people]    [whose foreign minister]    [both houses of
//   congress] [the former], [the first named]: one of two
#include "claim/chunks.h"

#include <algorithm>

namespace concord {

// "nuclear powers": an adjective or noun that stands for nobody named.
bool SentenceView::is_noun_phrase(std::uint32_t i) const {
  if (tree.empty() || !all.contains(i) || is(i, ~Role::listed) || opens_act(i)) return false;
  const WordClass word = tree.word(i).word_class;
  return word == WordClass::noun || word == WordClass::adj;
}

// "None of the nuclear powers", "none of the states that have the bomb"; not "none of the states
// that signed".
bool SentenceView::is_none_of_others(std::uint32_t none) const {
  const std::uint32_t of = none + 1;
  if (!is(none, Role::none) || low(of) != "of") return false;
  const std::uint32_t noun = of + (is(of + 1, Role::determiner) ? 2 : 1);
  if (is_noun_phrase(noun)) return true;
  const std::uint32_t verb = noun + 2 + (is(noun + 2, Role::have) ? 1 : 0);
  return is(noun, Role::nations) && is(noun + 1, Role::relative) && !opens_act(verb);
}

// "None of the nuclear powers took part, and | none | has signed": of the same.
bool SentenceView::follows_none_of(std::uint32_t none) const {
  for (std::uint32_t i = all.begin; i < none; ++i) {
    if (is_none_of_others(i)) return true;
  }
  return false;
}

// "the island | of some 390,000 people |": the token after them, or `of`.
std::uint32_t SentenceView::over_inhabitants(std::uint32_t of) const {
  constexpr std::uint32_t kWordsMax = 5;
  if (low(of) != "of") return of;
  bool counted = false;
  for (std::uint32_t i = of + 1; i <= of + kWordsMax && all.contains(i); ++i) {
    counted = counted || reading.token(i).kind == WordKind::number;
    if (counted && is(i, Role::inhabitants)) return i + 1;
  }
  return of;
}

// "the Central American republic", "the island nation": the token after it, or i.
std::uint32_t SentenceView::country_of_region(std::uint32_t i) const {
  constexpr std::uint32_t kWordsMax = 3;
  if (low(i) != "the") return i;
  for (std::uint32_t at = i + 1; at <= i + 1 + kWordsMax && all.contains(at); ++at) {
    const bool noun = is(at, Role::country) && !is(at, Role::naming) && !low(at).ends_with("s");
    if (noun && at > i + 1) return is(at + 1, Role::government) || low(at + 1) == "of" ? i : at + 1;
    const bool region = reading.token(at).capital || low(at) == "-" || is(at, Role::terrain);
    if (!region || is_named(at)) return i;
  }
  return i;
}

// "Canada, whose membership ...", "Peru, whose parliament ratified it": adds the owner just named.
std::uint32_t SentenceView::add_whose(std::uint32_t i) {
  merge_lists();
  const std::uint32_t before = low(i - 1) == "," ? i - 1 : i;
  if (i <= all.begin || chunks.empty() || !chunks.back().is_actor() ||
      chunks.back().tokens.end != before)
    return i + 1;
  Chunk chunk;
  chunk.anaphor = true;
  chunk.actors = chunks.back().actors;
  std::uint32_t end = i + 1;
  for (; is(end, Role::government); ++end) {
    chunk.government = true;
    chunk.legislature = chunk.legislature || is(end, Role::legislature);
  }
  chunk.tokens = {i, end};
  chunk.possessive = !chunk.government || low(end) == "'s";
  const bool members =  // "the bloc, whose six members are A and B"
      is(end, Role::nations) || is(end + 1, Role::nations);
  if (members) chunk.agreements = chunks.back().agreements;
  chunks.push_back(std::move(chunk));
  return end;
}

// "the | oil-rich | kingdom", "the two | Himalayan | states": past what describes a noun for a
// state.
std::uint32_t SentenceView::over_description(std::uint32_t from) const {
  constexpr std::uint32_t kDescription = 5;
  for (std::uint32_t i = from; i < from + kDescription && all.contains(i); ++i) {
    if (is(i, Role::country)) return i;
    const bool ordinal = reading.token(i).kind == WordKind::number || is(i, Role::rank);
    if (ordinal && is(i + 1, Role::country)) return from;  // "the | 60th state | to ratify"
    const bool comma = low(i) == "," && i > from && !is_mark(i - 1);  // "the vast, oil-rich nation"
    const bool plain = !is(i, ~Role::listed) && (!is_mark(i) || low(i) == "-" || comma);
    if ((is_named(i) && low(i + 1) != "-") || !plain || acts.phrases.exact(low(i))) break;
  }
  return from;
}

// "both houses [of the Polish parliament]", "the two chambers": of one state, and no two actors.
// Whose, if told, is named behind: the token there; else added, and the token after; i for others.
std::uint32_t SentenceView::chambers_at(std::uint32_t i) {
  const std::uint32_t number = i + (is(i, Role::determiner) ? 1 : 0);
  const std::uint32_t noun = number + 1;
  const bool counted = is(number, Role::dual) || (is(number, Role::count) && number > i);
  if (!counted || !is(noun, Role::chamber)) return i;
  std::uint32_t end = noun + 1;
  if (low(end) == "of") {
    end += is(end + 1, Role::determiner | Role::owner) ? 2 : 1;
    if (!is(end, Role::legislature)) return end;  // "of the | Polish parliament"
    ++end;                                        // "of parliament", "of its congress"
    if (is_any(low(end), {"of", "in"})) return end;
  }
  if (low(end) == "in" && is_named(end + 1)) return end;  // "both houses | in Paris"
  return add_anaphor({i, end}, 1, false);
}

// "the former", "the latter", "the latter two": of those named last; the token after, or i.
std::uint32_t SentenceView::one_of_two_at(std::uint32_t i) {
  const bool named = is_any(low(i + 1), {"first", "last"}) && is(i + 2, Role::mentioned);
  const bool ranked = is_any(low(i + 1), {"first", "last"}) &&
                      is(i + 2, Role::count | Role::dual) &&
                      (is_finite(i + 3) || is(i + 3, Role::have | Role::be | Role::do_) ||
                       low(i + 3).ends_with("ed"));  // "The first two | signed"
  const bool one = ranked || is_any(low(i + 1), {"former", "latter"});
  if (low(i) != "the" || (!one && !named) || tree.empty()) return i;
  const bool some = is(i + 2, Role::count | Role::dual);
  const bool verb = opens_act(i + 2) || is(i + 2, Role::have | Role::be | Role::do_);
  if (tree.word(i + 1).relation == Dependency::amod && !some && !verb && !named)
    return i;  // "the former president"
  merge_lists();
  std::vector<std::vector<std::uint32_t>> groups = discourse_.groups;
  for (const Chunk& chunk : chunks) groups.push_back(chunk.actors);
  const std::uint32_t wanted = some ? words_[i + 2 - all.begin].size : 1;
  const auto several = std::ranges::find_if(groups.rbegin(), groups.rend(), [&](const auto& group) {
    return some || named ? group.size() > wanted : group.size() == 2;
  });
  if (several == groups.rend() || wanted == 0) return i;
  Chunk chunk;
  chunk.tokens = {i, i + (some || named ? 3 : 2)};
  chunk.anaphor = true;
  const bool front = is_any(low(i + 1), {"former", "first"});
  chunk.actors = front ? std::vector(several->begin(), several->begin() + wanted)
                       : std::vector(several->end() - wanted, several->end());
  chunk.possessive = low(chunk.tokens.end) == "'s";
  const std::uint32_t end = chunk.tokens.end;
  add(std::move(chunk));
  return end;
}

// "the government | of President Ruiz": past the person whom it is of; `of` where it is of no such.
std::uint32_t SentenceView::over_officer(std::uint32_t of) const {
  std::uint32_t begin = of + 1;
  while (is(begin, Role::government)) ++begin;
  std::uint32_t end = begin;
  while (all.contains(end) && reading.token(end).capital && !is_mark(end)) ++end;
  const bool person = low(of) == "of" && end > begin && low(end) != "'s" &&
                      officer_named({begin, begin + 1}) != kNone;
  return person ? end : of;
}

}  // namespace concord
