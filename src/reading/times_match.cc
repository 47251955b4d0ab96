#include "reading/times_match.h"

#include <algorithm>

#include "reading/times_number.h"

namespace concord {
namespace {

constexpr std::uint32_t kTokensMax = 14;  // of one expression

TimeSlots bit(TimeSlot slot) { return TimeSlots{1} << static_cast<unsigned>(slot); }

bool is_one_of(std::string_view word, const std::vector<std::string>& words) {
  return std::ranges::find(words, word) != words.end();
}
}  // namespace

void TimeMatcher::enter(TokenSpan sentence) {
  sentence_ = sentence;
  kinds_.clear();
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) kinds_.push_back(kind_of(i));
}

const std::vector<TimeMatch>& TimeMatcher::at(std::uint32_t token) {
  found_.clear();
  const Kind& kind = kinds_[token - sentence_.begin];
  if (kind.slots == 0 && kind.literal == 0) return found_;
  current_ = {};
  current_.tokens = {token, token};
  walk(0, token);
  std::erase_if(found_, [&](const TimeMatch& match) { return !allowed(match); });
  std::ranges::stable_sort(
      found_, [](const TimeMatch& a, const TimeMatch& b) { return a.tokens.end > b.tokens.end; });
  return found_;
}

TimeMatcher::Kind TimeMatcher::kind_of(std::uint32_t i) const {
  const Token& token = reading_.tokens[i];
  Kind kind;
  const std::string_view word = reading_.lower(i);
  if (token.kind == WordKind::number) {
    const TimeNumber number = read_time_number(word);
    kind.slots = number.slots;
    kind.number = number.value;
    kind.clock = number.clock;
    return kind;
  }
  const bool mark = token.kind == WordKind::mark;
  const bool dash = mark && is_any(word, {"\xE2\x80\x93", "\xE2\x80\x91"});        // 2020-2021
  const bool apostrophe = mark && is_any(word, {"\xE2\x80\x99", "\xE2\x80\x98"});  // '60s
  if (!dash && !apostrophe && (token.opens & Opens::time) == 0) return kind;
  kind.word = words_.find(dash ? "-" : apostrophe ? "'" : word);
  if (kind.word == nullptr) return kind;
  kind.slots = kind.word->slots;
  kind.literal = kind.word->literal;
  // "FRI Oslo joins", at the head of a line; not "the Sun", "sat down".
  const bool short_day = (kind.slots & bit(TimeSlot::weekday)) != 0 && word.size() == 3;
  const bool heads = i == sentence_.begin && token.all_capitals;
  if (short_day && !heads) return Kind{};
  if (!token.capital) {  // "may", "sun": months and days of the week are names
    kind.slots &= ~(bit(TimeSlot::month) | bit(TimeSlot::weekday));
    if (kind.slots != kind.word->slots) kind.literal = 0;
    if (kind.slots == 0 && kind.literal == 0) kind.word = nullptr;
  }
  return kind;
}

int TimeMatcher::value_of(const Kind& kind, std::size_t slot) const {
  if (kind.word != nullptr) return kind.word->values[slot];
  return slot == static_cast<std::size_t>(TimeSlot::clock) ? kind.clock : kind.number;
}

void TimeMatcher::walk(std::uint32_t node, std::uint32_t at) {
  if (words_.nodes[node].rule != 0xffffffff) {
    current_.rule = words_.nodes[node].rule;
    current_.tokens.end = at;
    found_.push_back(current_);
  }
  if (at >= sentence_.end || at - current_.tokens.begin >= kTokensMax) return;
  const Kind kind = kinds_[at - sentence_.begin];
  if (kind.literal != 0) {
    if (const std::uint32_t to = words_.next(node, kind.literal); to != 0) walk(to, at + 1);
  }
  for (std::size_t slot = 0; kind.slots >> slot != 0; ++slot) {
    if ((kind.slots >> slot & 1) == 0) continue;
    const std::uint32_t to = words_.next(node, static_cast<std::uint16_t>(slot));
    if (to == 0 || current_.counts[slot] == 3) continue;
    current_.slots[slot][current_.counts[slot]++] = value_of(kind, slot);
    walk(to, at + 1);
    --current_.counts[slot];
  }
}

bool TimeMatcher::allowed(const TimeMatch& match) const {
  const TimeRule& rule = words_.rules[match.rule];
  const std::uint32_t begin = match.tokens.begin;
  const std::uint32_t end = match.tokens.end;
  if (!rule.not_first.empty() && is_one_of(low(begin), rule.not_first)) return false;
  if (!rule.not_after.empty() && is_one_of(before(begin), rule.not_after)) return false;
  if (!rule.not_before.empty() && sentence_.contains(end)) {
    const bool any_word =
        rule.not_before.front() == "*" && reading_.tokens[end].kind != WordKind::mark;
    if (any_word && low(end) != "and" && low(end) != "but") return false;
    if (is_one_of(low(end), rule.not_before)) return false;
  }
  // "of 2000 troops", "in November 20 countries": a number of things ends no date.
  if (reading_.tokens[end - 1].kind == WordKind::number && is(words_.things, low(end)))
    return false;
  return rule.cue.empty() || has_cue(rule, begin);
}

bool TimeMatcher::has_cue(const TimeRule& rule, std::uint32_t begin) const {
  const std::uint32_t from = extent_from(begin, rule.op);
  if (rule.cue.front() == "^head") return from < begin;
  return is_one_of(before(begin), rule.cue) || is_one_of(before(from), rule.cue);
}

std::uint32_t TimeMatcher::extent_from(std::uint32_t token, TimeOp op) const {
  if (op == TimeOp::duration || op == TimeOp::counted) return premod_from(token);
  if (op == TimeOp::vague || op == TimeOp::reference || op == TimeOp::repeated) return token;
  std::uint32_t at = token;
  while (at > sentence_.begin) {
    const std::string_view word = before(at);
    if (word == "-" && is(words_.parts, before(at, 2))) {  // mid-1990
      at -= 2;
    } else if (is(words_.parts, word) || is(words_.about, word)) {
      at -= 1;
    } else if (word == "." && is_any(before(at, 2), {"c", "ca"})) {
      at -= 2;
    } else if (word == "of" && head_from(at - 1) < at - 1) {
      at = head_from(at - 1);
    } else if (word == "in" && is_any(before(at, 2), {"early", "late", "later", "earlier"})) {
      at -= 2;
    } else {
      break;
    }
  }
  const bool with_the = op == TimeOp::season || op == TimeOp::daypart || op == TimeOp::clock;
  if (with_the && at < token && before(at) == "the") --at;
  return at;
}

int TimeMatcher::season_at(std::uint32_t token) const {
  constexpr auto kSlot = static_cast<std::size_t>(TimeSlot::season);
  const TimeWords::Word* word = words_.find(low(token));
  return word != nullptr && (word->slots >> kSlot & 1) != 0 ? word->values[kSlot] : 0;
}

// "the end of", "the second half of", "the early morning hours of", "the last days of".
std::uint32_t TimeMatcher::head_from(std::uint32_t of) const {
  std::uint32_t at = of - (of > sentence_.begin);
  const auto plural = TimeWords::look_up(words_.heads, low(at));
  if (at == of || (!plural && !is(words_.dayparts, low(at)) && season_at(at) == 0)) return of;
  const std::uint32_t head = at;
  while (at > sentence_.begin) {
    const std::string_view word = before(at);
    if (!is(words_.orders, word) && !is(words_.parts, word) && !is(words_.dayparts, word)) break;
    --at;
  }
  if (plural.value_or(0) == 2 && at == head) return of;
  return before(at) == "the" ? at - 1 : at;
}

// "nearly three years", "more than a month", "at least ten days"
std::uint32_t TimeMatcher::premod_from(std::uint32_t token) const {
  std::uint32_t at = token;
  while (at > sentence_.begin &&
         low(token) != "the") {  // "over the past year" is not "over a year"
    const std::string_view word = before(at);
    const std::string_view second = before(at, 2);
    if (is(words_.premods, word)) {
      at -= 1;
    } else if ((word == "than" && is_any(second, {"more", "less", "fewer", "longer"})) ||
               (word == "least" && second == "at") || (word == "to" && second == "up")) {
      at -= 2;
    } else {
      break;
    }
  }
  return at;
}

}  // namespace concord
