#include "reading/times_match.h"

#include <algorithm>

namespace concord {
namespace {

constexpr int kYearMin = 1400;
constexpr int kYearMax = 2150;
constexpr std::uint32_t kTokensMax = 14;  // of one expression

std::uint16_t bit(TimeSlot slot) {
  return static_cast<std::uint16_t>(1u << static_cast<unsigned>(slot));
}
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
  if (token.kind == WordKind::number) {
    read_number(reading_.lower(i), kind);
    return kind;
  }
  const std::string_view word = reading_.lower(i);
  const bool dash = word == "\xE2\x80\x93" || word == "\xE2\x80\x91";  // 2020-2021
  kind.word = words_.find(dash ? "-" : word);
  if (kind.word == nullptr) return kind;
  kind.slots = kind.word->slots;
  kind.literal = kind.word->literal;
  if (!token.capital) {  // "may", "sun": months and days of the week are names
    kind.slots &= static_cast<std::uint16_t>(~(bit(TimeSlot::month) | bit(TimeSlot::weekday)));
    if (kind.slots == 0 && kind.literal == 0) kind.word = nullptr;
  }
  return kind;
}

void TimeMatcher::read_number(std::string_view text, Kind& kind) const {
  std::size_t digits = 0;
  int value = 0;
  while (digits < text.size() && digits < 5 && text[digits] >= '0' && text[digits] <= '9') {
    value = value * 10 + (text[digits++] - '0');
  }
  const std::string_view rest = text.substr(digits);
  if (digits == 0 || digits > 4) return;
  kind.number = value;
  const bool ordinal = rest == "st" || rest == "nd" || rest == "rd" || rest == "th";
  const bool day = value >= 1 && value <= 31 && digits <= 2;
  if (rest.empty()) {
    kind.slots = bit(TimeSlot::number);
    if (value >= 1 && value < 1000) kind.slots |= bit(TimeSlot::count);
    if (digits == 4 && value >= kYearMin && value <= kYearMax) kind.slots |= bit(TimeSlot::year);
  } else if (ordinal) {
    kind.slots = bit(TimeSlot::ordinal);
  } else if (rest == "s" && digits == 4 && value % 10 == 0 && value >= kYearMin &&
             value <= kYearMax) {
    kind.slots = bit(TimeSlot::decade);
  } else if (rest.front() == '.' && day && rest.size() >= 6) {
    kind.slots = bit(TimeSlot::dotted);
  }
  if (day && (rest.empty() || ordinal)) kind.slots |= bit(TimeSlot::day);
}

int TimeMatcher::value_of(const Kind& kind, std::size_t slot) const {
  return kind.word != nullptr ? kind.word->values[slot] : kind.number;
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
  for (std::size_t slot = 0; slot < kTimeSlots; ++slot) {
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
  if (reading_.tokens[end - 1].kind == WordKind::number &&
      TimeWords::look_up(words_.things, low(end)))
    return false;
  return rule.cue.empty() || has_cue(rule, begin);
}

bool TimeMatcher::has_cue(const TimeRule& rule, std::uint32_t begin) const {
  return is_one_of(before(begin), rule.cue) || is_one_of(before(narrowed_from(begin)), rule.cue);
}

std::uint32_t TimeMatcher::narrowed_from(std::uint32_t token) const {
  std::uint32_t at = token;
  while (at > sentence_.begin) {
    const std::string_view word = low(at - 1);
    const bool dash = word == "-" && at - 1 > sentence_.begin &&
                      TimeWords::look_up(words_.parts, low(at - 2)).has_value();
    if (!dash && word != "the" && word != "least" && word != "at" &&
        !TimeWords::look_up(words_.parts, word) && !TimeWords::look_up(words_.about, word)) {
      break;
    }
    --at;
  }
  return at;
}

}  // namespace concord
