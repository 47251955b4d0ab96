// Lists: chunks joined by commas and "and", and the words that stand for those they name.
//
//   Japan (signed in May), Peru and, since last week, Togo     one chunk
//   None of [the emitters] - [A, B and C] - has ratified       denied of each
#include "claim/chunks.h"

#include <algorithm>

namespace concord {

// "Indonesia, Congo (the big one) and China": from a bracket that names nobody to its end, else i.
std::uint32_t SentenceView::bracket_end(std::uint32_t i, std::uint32_t to) const {
  constexpr std::uint32_t kWordsMax = 5;
  if (low(i) != "(") return i;
  for (std::uint32_t at = i + 1; at < to && at <= i + 1 + kWordsMax; ++at) {
    if (low(at) == ")") return at;
    if (acts.phrases.exact(low(at))) return i;  // "Bolivia (signed in 2018)"
  }
  return i;
}

// "Oman (signed, not ratified)": what is told of it is told of no other.
bool SentenceView::told_in_bracket(const Chunk& chunk) const {
  if (low(chunk.tokens.end) != "(") return false;
  for (std::uint32_t i = chunk.tokens.end; i < all.end && low(i) != ")"; ++i) {
    if (acts.phrases.exact(low(i))) return true;
  }
  return false;
}

// "Niger and, since last week, Togo": from a comma over a time to the closing comma, else i.
std::uint32_t SentenceView::timed_aside(std::uint32_t i, std::uint32_t to) const {
  if (is_any(low(i), {"since", "from", "("}) && is(i - 1, Role::list)) {  // "and since 2010 Togo"
    const Time* since = time_at(i + 1);
    return since != nullptr && since->tokens.end == to ? to - 1 : i;
  }
  if (low(i) != "," || !is(i - 1, Role::list)) return i;
  const std::uint32_t at = i + 1 + (is(i + 1, Role::preposition | Role::adverb) ? 1 : 0);
  const Time* time = time_at(at);
  return time != nullptr && time->tokens.end < to && low(time->tokens.end) == "," ? time->tokens.end
                                                                                  : i;
}

// "A as well as B", "A, then B", "not only A but also B".
bool SentenceView::adds_one(std::uint32_t i) const {
  if (low(i) == "as") return low(i + 1) == "well" || low(i - 1) == "well";
  if (low(i) == "but") return low(i + 1) == "also";
  return is(i, Role::successive) || (low(i) == "also" && low(i - 1) == "but");
}

// "Congo, | its allies | Angola and Namibia, and | the rebels' backers | Rwanda and Uganda": who
// the next of a list are, in small letters.
bool SentenceView::tells_kin(std::uint32_t i, std::uint32_t to) const {
  constexpr std::uint32_t kWordsMax = 4;
  if (i + 1 >= to || to - i > kWordsMax || !is(i, Role::owner | Role::determiner)) return false;
  for (std::uint32_t at = i + 1; at < to; ++at) {
    if (at + 1 == to && at > i + 1 && low(at) == ",") --to;  // "the EU and | its members |, Peru"
    if (at == to) break;
    const bool owns = is_any(low(at), {"'s", "'", "\xE2\x80\x99"});
    if (!owns && (is_mark(at) || reading.token(at).capital || !is_content(at))) return false;
  }
  return low(to - 1).ends_with('s') && !is_finite(to - 1);
}

// "Chile and | tiny | Tuvalu", "and | apartheid | South Africa": the word before a name that it
// describes.
bool SentenceView::describes_name(std::uint32_t i, std::uint32_t to) const {
  if (tree.empty() || i + 1 != to || is_mark(i) || reading.token(i).capital) return false;
  if (!is_content(i) || !(is(i - 1, Role::list) || low(i - 1) == ",")) return false;
  const Penn tag = tree.word(i).tag;  // trees differ over such words
  const bool describes = tag == Penn::jj || tag == Penn::nn || tag == Penn::vbg;
  return describes && reading.token(to).capital;
}

// "Switzerland and, | from beyond the Atlantic, | Colombia": from a comma over where the next of a
// list is to the closing comma, else i.
std::uint32_t SentenceView::placed_aside(std::uint32_t i, std::uint32_t to) const {
  constexpr std::uint32_t kWordsMax = 5;
  if (low(i) != "," || !is(i - 1, Role::list) || !is(i + 1, Role::preposition)) return i;
  for (std::uint32_t at = i + 2; at < to && at <= i + 1 + kWordsMax; ++at) {
    if (low(at) == ",") return at + 1 == to || low(at + 1) == "the" ? at : i;
    if (is_mark(at) || acts.phrases.exact(low(at))) return i;
  }
  return i;
}

bool SentenceView::joined(std::uint32_t from, std::uint32_t to) const {
  for (std::uint32_t i = from; i < to; ++i) {
    if (i > from && (tells_kin(i, to) || describes_name(i, to))) return true;
    if (low(i) == "(" && time_at(i + 1) != nullptr) {  // "Mexico (1994), Chile (2010)"
      i = time_at(i + 1)->tokens.end;
      continue;
    }
    if (i > from && is(i, Role::country) && low(i).ends_with("s") && low(i + 1) == "of") {
      ++i;  // "Afghanistan and the | republics of | Azerbaijan and Uzbekistan"
      continue;
    }
    std::uint32_t close = low(i) == "(" ? bracket_end(i, to) : timed_aside(i, to);
    if (close == i) close = placed_aside(i, to);
    if (close != i) {
      i = close;
      continue;
    }
    const bool marks = is_any(low(i), {",", ";", "&", "the"}) || adds_one(i);
    if (!marks && !(is(i, Role::list) && low(i) != "but")) return false;
  }
  return to > from;
}

// "the members of the bloc, A, B and C": the bloc is none of its members.
bool SentenceView::heads_list(const Chunk& chunk, std::size_t length) const {
  return length > 2 && !chunk.agreements.empty() && chunk.preposition != kNone &&
         is_any(low(chunk.preposition), {"of", "outside", "in", "from", "within"}) &&
         low(chunk.tokens.end) == ",";
}

// "not | one", "not a single | one" of them.
bool SentenceView::not_one(std::uint32_t one) const {
  return low(one) == "one" && is_any(low(one - 1), {"not", "single"});
}

// "None of the big emitters - A, B and C - has ratified": told of each of them.
bool SentenceView::denied_crowd_before(std::uint32_t i) const {
  constexpr std::uint32_t kCrowdReach = 8;
  if (low(i - 1) == "of" && (not_one(i - 2) || is(i - 2, Role::none))) return true;
  if (i <= all.begin || !is_mark(i - 1)) return false;
  std::uint32_t end = i - 1;  // "None of the three, | that is, | Peru ...", ", namely Peru"
  if (low(end) == "," && low(end - 1) == "is" && low(end - 2) == "that") end -= 3;
  for (i = end; i > all.begin && end - i < kCrowdReach; --i) {
    const bool none = is(i - 1, Role::none) || not_one(i - 1);
    if (none && low(i) == "of") return true;
    if (is_mark(i - 1) || is(i - 1, Role::be | Role::have | Role::do_)) return false;
  }
  return false;
}

// "Peru's and [Chad's foreign ministers]"
bool SentenceView::owns(const Chunk& chunk) const {
  for (std::uint32_t i = chunk.tokens.begin; chunk.government && i < chunk.tokens.end; ++i) {
    if (low(i) == "'s") return true;
  }
  return false;
}

// "the delegates of Chad and | of Mali": where a chunk begins with an "of" that a list repeats.
std::uint32_t SentenceView::over_of(const Chunk& chunk) const {
  const std::uint32_t of = chunk.preposition;
  return of != kNone && low(of) == "of" && low(of - 1) == "and" ? of : chunk.tokens.begin;
}

// "Norway met | Chad", "spoke with | Chad": behind a verb or its preposition.
bool SentenceView::is_governed(const Chunk& chunk) const {
  if (chunk.preposition != kNone) return chunk.preposition > all.begin;
  const std::uint32_t at = chunk.tokens.begin;
  return !tree.empty() && at > all.begin && tree.word(at - 1).word_class == WordClass::verb;
}

// Whether a chunk may be one of the list that `first` opens: "it and Peru", "neither it nor Peru".
bool SentenceView::is_listable(const Chunk& chunk, const Chunk& first) const {
  const std::uint32_t after = chunk.tokens.end;
  const std::uint32_t link = after + (low(after) == "," && chunk.actors.size() > 1 ? 1 : 0);
  const bool pronoun = (chunk.tokens.size() == 1 || chunk.actors.size() > 1) && !chunk.possessive &&
                       !chunk.denied && &chunk == &first &&
                       (chunk.preposition == kNone || is(chunk.preposition, Role::subordinate)) &&
                       is(chunk.tokens.begin, Role::singular | Role::plural | Role::dual) &&
                       is_any(low(link), {"and", "nor"}) && chunk_at(link + 1) != nullptr;
  return chunk.is_actor() && (!chunk.anaphor || pronoun);
}

bool SentenceView::goes_on(const Chunk& last, const Chunk& next, const Chunk& first) const {
  const std::uint32_t owner = low(last.tokens.end) == "'s" ? 1 : 0;
  return is_listable(last, first) && is_listable(next, first) && !told_in_bracket(next) &&
         (!last.possessive || next.possessive || owns(next)) &&
         joined(last.tokens.end + owner, over_of(next));
}

// Whether the chunk `next` opens a clause of its own behind the list from `first` on.
bool SentenceView::opens_own_clause(std::size_t first, std::size_t next, bool closed) const {
  const Chunk& before = chunks[next - 1];
  const Chunk& chunk = chunks[next];
  const bool two = next == first + 1;
  // "among them Ukraine; | Russia, China and India have not": another clause.
  const bool parts = low(chunk.tokens.begin - 1) == ";" ||
                     (low(chunk.tokens.begin - 1) == "the" && low(chunk.tokens.begin - 2) == ";");
  if (parts && chunk.agreements.empty() && low(chunk.tokens.end) != ";" &&
      (two || low(before.tokens.begin - 1) != ";"))
    return true;
  // "is back in the union, and Switzerland | has been readmitted": a clause of its own.
  const std::uint32_t joint = before.tokens.end;
  const bool verb = is_any(low(chunk.tokens.end), {"has", "is", "was", "does"});
  // So in "has pacts with Chile and Oman, and Ecuador | has one".
  // So in "pacts with Oman, and Chile and Ecuador | said".
  const bool pair = next + 1 < chunks.size() && low(chunk.tokens.end) == "and" &&
                    chunks[next + 1].tokens.begin <= chunk.tokens.end + 2;
  const std::uint32_t told = pair ? chunks[next + 1].tokens.end : chunk.tokens.end;
  const bool clause = (two || closed) && low(joint) == "," && low(joint + 1) == "and" &&
                      (verb || (is_governed(chunks[first]) && is_finite(told)));
  const bool object = before.anaphor && before.preposition != kNone && verb;
  // "joined the EEA in 1994, together with Norway, and | Schengen in 2001": a further object.
  const bool timed = time_at(chunk.tokens.end + 1) != nullptr && low(joint) == ",";
  const bool further = timed && !chunk.agreements.empty() && before.agreements.empty() &&
                       low(joint + 1) == "and" && is_governed(chunks[first]);
  if (further) return true;
  return clause || object;  // "voted on it, and Norway | is no member"
}

// "Unlike Oman, which belongs to | NATO, | Sweden and Finland stayed out": whether a relative
// clause ends with the chunk that would open a list.
bool SentenceView::closes_relative(const Chunk& opener, const Chunk& last) const {
  constexpr std::uint32_t kWordsMax = 8;
  const bool object = !opener.agreements.empty() && is_governed(opener) &&
                      low(opener.tokens.end) == "," && is_finite(last.tokens.end);
  if (!object) return false;
  for (std::uint32_t i = opener.tokens.begin; i > all.begin && opener.tokens.begin - i < kWordsMax;
       --i) {
    if (is_mark(i - 1)) return is(i, Role::relative) && low(i - 1) == ",";
  }
  return false;
}

// "in | Norway", "having consulted | Norway"
bool SentenceView::is_governed_here(const Chunk& chunk) const {
  if (chunk.preposition != kNone) return true;
  const std::uint32_t at = chunk.tokens.begin;
  return at > all.begin && !tree.empty() && tree.word(at - 1).word_class == WordClass::verb &&
         !is_finite(at - 1);
}

// "After", "Having", "Encouraged", "Instead", "A year"; not "Parliaments in", "The exit of".
bool SentenceView::opens_setting() const {
  if (is(all.begin, Role::subordinate | Role::preposition) || time_at(all.begin) != nullptr)
    return true;
  if (tree.empty()) return false;
  const Penn tag = tree.word(all.begin).tag;
  const bool adverb = tag == Penn::rb && low(all.begin) != "not";
  return tag == Penn::in || adverb || tag == Penn::vbg || tag == Penn::vbn;
}

// "After a summit in | Oslo, | Peru and Chile | signed": whether what says where, when or how ends
// with the chunk that would open a list; not "After | Norway, Peru and Chile | signed, Mali left".
bool SentenceView::closes_setting(const Chunk& opener, const Chunk& last) const {
  const std::uint32_t of = opener.preposition;
  if (!is_governed_here(opener) || low(opener.tokens.end) != "," || !is_finite(last.tokens.end))
    return false;
  if ((of != kNone && low(of) == "besides") || !opens_setting()) return false;
  const bool clause = is(all.begin, Role::subordinate | Role::preposition);
  for (std::uint32_t i = all.begin; i < opener.tokens.begin; ++i) {
    if (is_mark(i) || (is_finite(i) && !clause)) return false;
  }
  if (of != all.begin || !is(of, Role::subordinate)) return true;
  for (std::uint32_t i = last.tokens.end + 1; i < all.end; ++i) {
    if (low(i) == ",") return false;
  }
  return true;
}

// Where the list that a chunk opens ends; `linked`: whether "and" or the like joins its last two.
std::size_t SentenceView::list_end(std::size_t first, bool& linked) const {
  std::size_t end = first + 1;
  bool closed = false;
  while (end < chunks.size() && goes_on(chunks[end - 1], chunks[end], chunks[first])) {
    bool last = false;  // "neither A nor B, C or D" goes on
    for (std::uint32_t t = chunks[end - 1].tokens.end; t < chunks[end].tokens.begin; ++t) {
      last = last || is_any(low(t), {"and", "or", "nor", "&"}) || adds_one(t);
      if (low(t) == ";" && !chunks[end - 1].agreements.empty()) linked = closed = true;
    }
    if (linked && closed && !last) break;  // "Unlike A and B, | C has"
    if (opens_own_clause(first, end, closed)) break;
    linked = linked || last;
    closed =
        low(chunks[end].tokens.begin - 1) == "and" || low(chunks[end].tokens.begin - 2) == "and";
    ++end;
  }
  const Chunk& opener = chunks[first];
  const std::uint32_t of = opener.preposition;  // "Of the five members, Oman and Peru ..."
  const bool whole = of != kNone && low(of) == "of" && (of == all.begin || is_mark(of - 1)) &&
                     (opener.anaphor || opener.possessive || opener.actors.size() > 1 ||
                      !opener.agreements.empty());
  const bool likened = of != kNone && is_any(low(of), {"unlike", "like"}) && end - first > 2 &&
                       (of == all.begin || is_mark(of - 1)) && low(opener.tokens.end) == "," &&
                       is_finite(chunks[end - 1].tokens.end);
  const bool clause = end - first > 1 && closes_relative(opener, chunks[end - 1]);
  const bool fronted = end - first > 2 && closes_setting(opener, chunks[end - 1]);
  if (heads_list(opener, end - first) || whole || likened || clause || fronted)
    end = first + 1;  // "Unlike Oman, | Chad and Mali are"
  linked = linked || (end - first == 2 && low(chunks[end - 1].tokens.end) == "and");
  return end;
}

// The chunks from `first` up to `end` as one.
Chunk SentenceView::list_of(std::size_t first, std::size_t end) const {
  Chunk list = chunks[first];
  list.anaphor = false;
  for (std::size_t j = first + 1; j < end; ++j) {
    list.tokens.end = chunks[j].tokens.end;
    list.possessive = chunks[j].possessive;
    list.government = list.government || chunks[j].government;
    list.legislature = list.legislature || chunks[j].legislature;
    list.agreements.insert(list.agreements.end(), chunks[j].agreements.begin(),
                           chunks[j].agreements.end());
    for (const std::uint32_t actor : chunks[j].actors) {
      if (std::ranges::find(list.actors, actor) == list.actors.end()) list.actors.push_back(actor);
    }
  }
  const std::uint32_t noun = list.tokens.end + 1;  // "Peru's and Chile's | congresses"
  if (list.possessive && low(noun - 1) == "'s" && is(noun, Role::government) &&
      low(noun).ends_with('s')) {
    list.tokens.end = noun + 1;
    list.possessive = false;
    list.government = true;
    list.legislature = is(noun, Role::legislature);
  }
  if (list.agreements.size() < list.actors.size()) list.agreements.clear();
  list.denied = low(list.tokens.begin - 1) == "neither" || denied_crowd_before(list.tokens.begin);
  if (list.denied && list.preposition != kNone && low(list.preposition) == "of")
    list.preposition = kNone;  // "None of Oman, Chad and Mali has signed"
  if (list.denied && low(list.tokens.begin - 1) == "of") list.preposition = kNone;
  const bool besides = list.preposition != kNone && low(list.preposition) == "besides";
  if (besides && is_finite(list.tokens.end)) list.preposition = kNone;  // "Besides A, B and C have"
  return list;
}

// "Canada, [Denmark for Greenland], Norway": in a list, one for whom another takes part.
void SentenceView::merge_behalf() {
  for (std::size_t i = 1; i + 1 < chunks.size(); ++i) {
    const Chunk& other = chunks[i + 1];
    const std::uint32_t end = chunks[i].tokens.end;
    const bool beside = low(end) == "for" && other.tokens.begin <= end + 2;
    const bool plain = chunks[i].is_actor() && other.is_actor() && !chunks[i].anaphor &&
                       !other.anaphor && !other.possessive;
    const bool listed = joined(chunks[i - 1].tokens.end, chunks[i].tokens.begin);
    if (!beside || !plain || !listed) continue;
    const bool two = i + 3 < chunks.size() && low(other.tokens.end) == "and" &&
                     chunks[i + 2].tokens.begin <= other.tokens.end + 2 &&
                     low(chunks[i + 2].tokens.end) == ",";  // "for Tokelau and Niue, ..."
    const std::size_t last = i + (two ? 3 : 2);
    chunks[i] = list_of(i, last);
    chunks.erase(chunks.begin() + static_cast<long>(i) + 1,
                 chunks.begin() + static_cast<long>(last));
  }
}

// "A, B and C" becomes one chunk. Two names with a mere comma between them are a list only in
// headlines ("Japan, Peru sign").
void SentenceView::merge_lists() {
  merge_behalf();
  std::vector<Chunk> merged;
  for (std::size_t i = 0; i < chunks.size();) {
    bool linked = false;
    const std::size_t end = list_end(i, linked);
    const bool alone = end - i == 1 || (!linked && end - i == 2 && !title);
    merged.push_back(alone ? std::move(chunks[i]) : list_of(i, end));
    i = alone ? i + 1 : end;
  }
  chunks = std::move(merged);
  name_anaphors();
}

// "signed by the present members: A and B": the list that follows says who they are.
void SentenceView::name_anaphors() {
  for (std::size_t i = 0; i + 1 < chunks.size(); ++i) {
    const Chunk& list = chunks[i + 1];
    const bool named =
        chunks[i].anaphor && chunks[i].tokens.end + 1 == list.tokens.begin &&
        is_any(low(chunks[i].tokens.end), {":", "(", "\xE2\x80\x93", "\xE2\x80\x94"}) &&
        list.actors.size() > 1 && !list.anaphor && !list.possessive &&
        !is(chunks[i].tokens.begin, Role::singular);  // "have ratified it: A and B"
    if (named) chunks[i].actors = list.actors;
    if (says_who(chunks[i], list)) {
      chunks[i].actors = list.actors;
      chunks[i].tokens.end = list.tokens.end + (low(list.tokens.end) == "," ? 1 : 0);
      chunks.erase(chunks.begin() + static_cast<long>(i) + 1);
      continue;
    }
    name_group(chunks[i], chunks[i + 1]);
  }
}

// "None of the three neighbours, | that is, | A, B and C, has signed", "the five, | namely | A
// ...".
bool SentenceView::says_who(const Chunk& group, const Chunk& list) const {
  std::uint32_t i = group.tokens.end;
  if (!group.anaphor || list.anaphor || list.actors.size() < 2 || low(i) != ",") return false;
  i += low(i + 1) == "that" && low(i + 2) == "is" ? 3 : low(i + 1) == "namely" ? 2 : 0;
  if (i == group.tokens.end) return false;
  if (low(i) == ",") ++i;
  return i == list.tokens.begin || (low(i) == "the" && i + 1 == list.tokens.begin);
}

// "Chad and Mali, the Sahel states that signed": those of a group that were named before it.
void SentenceView::name_group(const Chunk& list, Chunk& group) const {
  const bool apposed = list.is_actor() && !list.anaphor && !list.possessive &&
                       low(list.tokens.end) == "," && low(list.tokens.end + 1) == "the" &&
                       group.tokens.begin <= list.tokens.end + 2;
  const bool holds = std::ranges::all_of(list.actors, [&](std::uint32_t one) {
    return std::ranges::find(group.actors, one) != group.actors.end();
  });
  if (apposed && holds && group.actors.size() > list.actors.size()) group.actors = list.actors;
}

}  // namespace concord
