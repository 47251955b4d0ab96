#include "claim/frames.h"

#include <algorithm>
#include <vector>

namespace concord {
namespace {

constexpr std::uint32_t kTailReach = 16;  // "talks on a trade deal between the two ... continue"

// Whether a frame's words stand at token i: their end, or 0.
std::uint32_t words_at(const SentenceView& view, std::uint32_t i, const ActFrame& frame) {
  for (std::size_t at = 0; at < frame.noun.size(); ++i) {
    const std::size_t space = frame.noun.find(' ', at);
    const bool between =
        at > 0 && view.is(i, Role::adverb) && !is_any(view.low(i), {"not", "n't", "never"});
    if (between && view.low(i) != std::string_view(frame.noun).substr(at, space - at))
      ++i;  // "is | still | missing"
    if (view.low(i) != std::string_view(frame.noun).substr(at, space - at)) return 0;
    at = space + 1;
  }
  return i;
}

// 'put | the treaty | "in abeyance"': whether a text stands before a token.
bool text_before(const SentenceView& view, std::uint32_t i) {
  const Chunk* text = view.chunk_at(i - 1);
  return text != nullptr && !text->agreements.empty();
}

// "talks on joining the union | , which opened in 2005, | have stalled": the closing comma of what
// is told of a noun in between; else token `i`.
std::uint32_t past_relative(const SentenceView& view, std::uint32_t i, const Frames& tails) {
  constexpr std::uint32_t kWordsMax = 12;
  const bool participle =
      !view.tree.empty() && view.all.contains(i + 1) &&
      view.tree.word(i + 1).tag == Penn::vbn;  // ", opened in 2005, have stalled"
  const bool relative = view.is(i + 1, Role::relative) && view.low(i + 1) != "that";
  if (view.low(i) != "," || (!relative && !participle)) return i;
  for (std::uint32_t end = i + 2; end < i + kWordsMax && view.all.contains(end); ++end) {
    if (view.low(end) != ",") continue;
    const bool verb = view.is(end + 1, Role::have | Role::be) ||
                      std::ranges::distance(tails.opened_by(view.low(end + 1))) > 0;
    return verb ? end : i;
  }
  return i;
}

}  // namespace

std::pair<const ActFrame*, TokenSpan> last_tail(const SentenceView& view, std::uint32_t from,
                                                const Frames& tails) {
  std::pair<const ActFrame*, TokenSpan> best;
  std::uint32_t reach = from + kTailReach;
  for (std::uint32_t i = from; i < reach && view.all.contains(i); ++i) {
    if (const std::uint32_t end = past_relative(view, i, tails); end != i) {
      reach += end - i;
      i = end;
      continue;
    }
    for (const std::uint32_t number : tails.opened_by(view.low(i))) {
      const ActFrame* tail = &tails.all[number];
      const std::uint32_t end = words_at(view, i, *tail);
      const bool beside = best.first != nullptr && best.second.begin == i;
      const bool longer = beside && end > best.second.end;  // "have been on | ice"
      const bool later = best.first == nullptr || tail > best.first;
      if (end > 0 && (longer || (later && !(beside && end < best.second.end))))
        best = {tail, {i, end}};
    }
    const bool infinitive = view.low(i - 1) == "to";  // "invitations | to become members | went to"
    if (view.is(i, Role::relative | Role::have | Role::be | Role::do_) && !infinitive) break;
    const Chunk* next = view.low(i) == "," ? view.chunk_at(i + 1) : nullptr;
    if (next != nullptr && !next->agreements.empty() && !next->is_actor())
      break;  // "The terms of entry being met, | the pact | takes effect"
    if (is_any(view.low(i), {";", "when"})) break;  // "talks ... since May, when a truce | lapsed"
  }
  return best;
}

std::pair<const ActFrame*, TokenSpan> aside_tail(const SentenceView& view, std::uint32_t from,
                                                 const Frames& tails) {
  std::pair<const ActFrame*, TokenSpan> best;
  std::uint32_t i = from;
  while (view.all.contains(i) && i < from + kTailReach && view.low(i) != "," &&
         !view.is(i, Role::relative)) {
    if (view.is(i, Role::have | Role::be | Role::do_) || view.low(i) == ";") return best;
    ++i;
  }
  if (view.low(i) == ",") ++i;
  if (view.is(i, Role::relative)) ++i;
  for (const std::uint32_t number : tails.opened_by(view.low(i))) {
    const ActFrame* tail = &tails.all[number];
    const bool opens = view.acts.acts[tail->phrase.act].stage == Stage::negotiating;
    const std::uint32_t end = opens ? words_at(view, i, *tail) : 0;
    if (end > best.second.end) best = {tail, {i, end}};
  }
  return best;
}

std::optional<std::pair<const ActFrame*, std::uint32_t>> longest_frame(const SentenceView& view,
                                                                       std::uint32_t from,
                                                                       const Frames& frames) {
  std::optional<std::pair<const ActFrame*, std::uint32_t>> best;
  std::vector<std::uint32_t> seen;
  bool taken = false;  // over a list of actors: only what takes them along
  bool bid = false;    // "ended its | bid | for NATO membership": who is no member leaves nothing
  for (std::uint32_t i = from; i < from + kFrameReach && view.all.contains(i); ++i) {
    for (const std::uint32_t number : frames.opened_by(view.low(i))) {
      const ActFrame& frame = frames.all[number];
      const std::uint32_t end = words_at(view, i, frame);
      if (end == 0 || std::ranges::find(seen, number) != seen.end()) continue;
      const Act& row = view.acts.acts[frame.phrase.act];
      if (taken && !row.taken && !(row.together && frame.noun == "into ")) continue;
      if (bid && view.acts.acts[frame.phrase.act].leaving) continue;
      const bool dates = (best && frame.noun == "in ") || frame.noun == "back in " ||
                         frame.noun == "on " || frame.noun.ends_with(" on ") ||
                         (frame.noun.ends_with(" in ") && view.is(end - 2, Role::effect));
      if (dates && view.time_at(end) != nullptr)
        continue;  // "voted it down | in 2020", "took place | in May"
      seen.push_back(number);
      const bool longer = !best || end > best->second ||
                          (end == best->second && std::pair(frame.noun.size(), best->first) >
                                                      std::pair(best->first->noun.size(), &frame));
      if (longer) best = {&frame, end};
    }
    bid = bid || view.is(i, Role::candidacy);
    if (view.low(i) == "," && view.low(i + 2) == "," && view.is(i + 1, Role::adverb)) {
      i += 2;  // "are, however, not members"
      continue;
    }
    const bool small = view.is(i, Role::preposition);
    if (small && view.time_at(i + 1) != nullptr) {  // "have been bargaining | since 2017 | over"
      i = view.time_at(i + 1)->tokens.end - 1;
      continue;
    }
    if (is_any(view.low(i), {"in", "at"}) && view.reading.token(i + 1).capital &&
        view.all.contains(i + 1)) {  // "met | in Port Louis | for talks"
      while (view.all.contains(i + 1) && view.reading.token(i + 1).capital && !view.is_mark(i + 1))
        ++i;
      continue;
    }
    const Chunk* inner = small ? view.chunk_at(i + 1) : nullptr;
    if (inner != nullptr && !inner->agreements.empty() && inner->preposition == i) {
      i = inner->tokens.end - 1;  // "put its part | in the treaty | on hold"
      continue;
    }
    if (inner != nullptr && inner->is_actor() && inner->preposition == i && view.low(i) == "with") {
      i = inner->tokens.end - 1;  // "is bargaining | with Oman | over"
      continue;
    }
    const Chunk* object = view.chunk_at(i);
    if (object != nullptr && object->actors.size() > 1 && object->preposition == kNone) {
      i = object->tokens.end - 1;  // "left | Oman, Chad and Mali | outside"
      taken = true;
      continue;
    }
    const bool text = object != nullptr && !object->agreements.empty();
    const std::uint32_t behind = text ? object->tokens.end : i + 1;
    const bool ends = (text || view.is(i, Role::process)) && i + 1 == behind;
    if (ends && is_any(view.low(behind), {"with", "between"}) &&
        view.chunk_at(behind + 1) != nullptr) {
      i = view.chunk_at(behind + 1)->tokens.end - 1;  // "gave | the deal with Oman | its blessing"
      continue;
    }
    const bool verb = !view.tree.empty() && view.low(i - 1) == "and" &&
                      view.tree.word(i).tag == Penn::vbd;  // "was admitted and | became a member"
    const bool owns =                                      // "six months' notice"
        is_any(view.low(i), {"'", "\xE2\x80\x99"}) && view.time_at(i - 1) != nullptr;
    const bool quoted = is_any(view.low(i), {"\"", "\xE2\x80\x9C"}) && text_before(view, i);
    if (quoted) continue;  // 'put the treaty | "in abeyance"'
    if (verb || (view.is_mark(i) && view.low(i) != "-" && !owns)) return best;
    const auto number = [&](std::uint32_t t) {
      return view.all.contains(t) && view.reading.token(t).kind == WordKind::number;
    };
    const bool score = (view.low(i) == "by" && number(i + 1) && view.low(i + 2) == "to") ||
                       (view.low(i) == "to" && number(i - 1) && number(i + 1));
    if (score) continue;  // "voted | by 60 to 20 | for"
    if (view.is(i,
                Role::preposition | Role::relative | Role::be | Role::have | Role::subordinate) &&
        view.low(i) != "of") {
      return best;
    }
  }
  return best;
}

}  // namespace concord
