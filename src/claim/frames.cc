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

// Goes through the words behind a verb, over what may stand between, for its frames.
class FrameSearch {
 public:
  using Hit = std::pair<const ActFrame*, std::uint32_t>;  // and where its words end

  FrameSearch(const SentenceView& view, const Frames& frames) : view_(view), frames_(frames) {}

  std::optional<Hit> longest_from(std::uint32_t from) {
    for (std::uint32_t i = from; i < from + kFrameReach && view_.all.contains(i);) {
      take_frames_at(i);
      bid_ = bid_ || view_.is(i, Role::candidacy);
      const std::uint32_t behind = past_insertion(i);
      if (behind == 0 && ends_reach(i)) break;
      i = behind > 0 ? behind : i + 1;
    }
    return best_;
  }

 private:
  std::string_view low(std::uint32_t i) const { return view_.low(i); }
  bool is_capital(std::uint32_t i) const {
    return view_.all.contains(i) && view_.reading.token(i).capital;
  }
  bool is_number(std::uint32_t i) const {
    return view_.all.contains(i) && view_.reading.token(i).kind == WordKind::number;
  }

  void take_frames_at(std::uint32_t i) {
    for (const std::uint32_t number : frames_.opened_by(low(i))) {
      const ActFrame& frame = frames_.all[number];
      const std::uint32_t end = words_at(view_, i, frame);
      if (end == 0 || std::ranges::find(seen_, number) != seen_.end()) continue;
      if (!fits(frame, end)) continue;
      seen_.push_back(number);
      if (is_longer(frame, end)) best_ = {&frame, end};
    }
  }

  bool fits(const ActFrame& frame, std::uint32_t end) const {
    const Act& row = view_.acts.acts[frame.phrase.act];
    if (taken_ && !row.taken && !(row.together && frame.noun == "into ")) return false;
    if (bid_ && row.leaving) return false;
    return !opens_date(frame, end);
  }

  // "voted it down | in 2020", "took place | in May"
  bool opens_date(const ActFrame& frame, std::uint32_t end) const {
    const bool dates = (best_ && frame.noun == "in ") || frame.noun == "back in " ||
                       frame.noun == "on " || frame.noun.ends_with(" on ") ||
                       (frame.noun.ends_with(" in ") && view_.is(end - 2, Role::effect));
    return dates && view_.time_at(end) != nullptr;
  }

  // Of those that end together the one of more letters, then the first in the table.
  bool is_longer(const ActFrame& frame, std::uint32_t end) const {
    if (!best_ || end != best_->second) return !best_ || end > best_->second;
    const std::size_t size = best_->first->noun.size();
    return frame.noun.size() != size ? frame.noun.size() > size : &frame < best_->first;
  }

  // The end of what stands at token i between a verb and its noun, or 0.
  std::uint32_t past_insertion(std::uint32_t i) {
    if (low(i) == "," && low(i + 2) == "," && view_.is(i + 1, Role::adverb))
      return i + 3;  // "are, however, not members"
    if (const std::uint32_t end = past_time(i); end > 0) return end;
    if (const std::uint32_t end = past_place(i); end > 0) return end;
    if (const std::uint32_t end = past_phrase(i); end > 0) return end;
    if (const std::uint32_t end = past_actors(i); end > 0) {
      taken_ = true;
      return end;
    }
    return past_partner_of(i);
  }

  // "have been bargaining | since 2017 | over"
  std::uint32_t past_time(std::uint32_t i) const {
    const Time* time = view_.is(i, Role::preposition) ? view_.time_at(i + 1) : nullptr;
    return time != nullptr ? time->tokens.end : 0;
  }

  // "met | in Port Louis | for talks"
  std::uint32_t past_place(std::uint32_t i) const {
    if (!is_any(low(i), {"in", "at"}) || !is_capital(i + 1)) return 0;
    ++i;
    while (is_capital(i) && !view_.is_mark(i)) ++i;
    return i;
  }

  // "put its part | in the treaty | on hold", "is bargaining | with Oman | over"
  std::uint32_t past_phrase(std::uint32_t i) const {
    const Chunk* inner = view_.is(i, Role::preposition) ? view_.chunk_at(i + 1) : nullptr;
    if (inner == nullptr || inner->preposition != i) return 0;
    const bool partner = inner->is_actor() && low(i) == "with";
    return partner || !inner->agreements.empty() ? inner->tokens.end : 0;
  }

  // "left | Oman, Chad and Mali | outside"
  std::uint32_t past_actors(std::uint32_t i) const {
    const Chunk* object = view_.chunk_at(i);
    const bool several =
        object != nullptr && object->actors.size() > 1 && object->preposition == kNone;
    return several ? object->tokens.end : 0;
  }

  // "gave | the deal with Oman | its blessing"
  std::uint32_t past_partner_of(std::uint32_t i) const {
    const Chunk* object = view_.chunk_at(i);
    const bool text = object != nullptr && !object->agreements.empty();
    const bool ends = text ? object->tokens.end == i + 1 : view_.is(i, Role::process);
    if (!ends || !is_any(low(i + 1), {"with", "between"})) return 0;
    const Chunk* partner = view_.chunk_at(i + 2);
    return partner != nullptr ? partner->tokens.end : 0;
  }

  bool ends_reach(std::uint32_t i) const {
    const bool quoted = is_any(low(i), {"\"", "\xE2\x80\x9C"}) && text_before(view_, i);
    if (quoted) return false;  // 'put the treaty | "in abeyance"'
    if (is_next_verb(i) || parts(i)) return true;
    return !is_score(i) && low(i) != "of" &&
           view_.is(i,
                    Role::preposition | Role::relative | Role::be | Role::have | Role::subordinate);
  }

  // "was admitted and | became a member"
  bool is_next_verb(std::uint32_t i) const {
    return !view_.tree.empty() && low(i - 1) == "and" && view_.tree.word(i).tag == Penn::vbd;
  }

  // A mark, but for those within a phrase: "six months' notice".
  bool parts(std::uint32_t i) const {
    const bool owns = is_any(low(i), {"'", "\xE2\x80\x99"}) && view_.time_at(i - 1) != nullptr;
    return view_.is_mark(i) && low(i) != "-" && !owns;
  }

  // "voted | by 60 to 20 | for"
  bool is_score(std::uint32_t i) const {
    return (low(i) == "by" && is_number(i + 1) && low(i + 2) == "to") ||
           (low(i) == "to" && is_number(i - 1) && is_number(i + 1));
  }

  const SentenceView& view_;
  const Frames& frames_;
  std::optional<Hit> best_;
  std::vector<std::uint32_t> seen_;
  bool taken_ = false;  // over a list of actors: only what takes them along
  bool bid_ = false;    // "ended its | bid | for NATO membership": who is no member leaves nothing
};

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
  return FrameSearch(view, frames).longest_from(from);
}

}  // namespace concord
