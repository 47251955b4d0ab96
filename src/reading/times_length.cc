// Lengths of time and what comes again: "for three years", "several weeks"; "every Monday",
// "annual".
#include <algorithm>
#include <cstdio>

#include "reading/times_value.h"

namespace concord {
namespace {

// What stands for the number of units: "3", "1.5", "X" where none is told.
std::string amount_of(const TimeSetting& setting) {
  const TimeMatch& match = setting.match;
  bool half = false;
  bool and_half = false;
  bool either = false;  // "two or three weeks"
  for (std::uint32_t i = match.tokens.begin; i < match.tokens.end; ++i) {
    const std::string_view word = setting.low(i);
    half = half || word == "half";
    and_half = and_half || word == "and";
    either = either || word == "or" || word == "to";
  }
  const std::string_view first = setting.low(match.tokens.begin);
  const bool article = first == "a" && match.count(TimeSlot::count) > 1;  // "a sixty-day period"
  const int n = match.value(TimeSlot::count, article && !half ? 1 : 0);
  const int more = match.value(TimeSlot::count, 1);
  if (article && !half) return std::to_string(n);  // "a hundred years"
  if (half) return and_half ? std::to_string(n) + ".5" : "0.5";
  if (either || match.count(TimeSlot::few) > 0) return "X";
  if (match.count(TimeSlot::count) == 0) return match.count(TimeSlot::units) > 0 ? "X" : "1";
  if (match.count(TimeSlot::count) == 1) return std::to_string(n);
  return std::to_string(more >= 100 ? n * more : n + more);
}

std::string iso_length(TimeUnit unit, const std::string& amount) {
  switch (unit) {
    case TimeUnit::day:
      return "P" + amount + "D";
    case TimeUnit::week:
      return "P" + amount + "W";
    case TimeUnit::fortnight:
      return amount == "1" ? "P2W" : "PXW";
    case TimeUnit::month:
      return "P" + amount + "M";
    case TimeUnit::year:
      return amount == "0.5" ? "P6M" : "P" + amount + "Y";
    case TimeUnit::decade:
      return "P" + amount + "DE";
    case TimeUnit::century:
      return "P" + amount + "CE";
    case TimeUnit::weekend:
      return "P" + amount + "WE";
    case TimeUnit::hour:
      return amount == "0.5" ? "PT30M" : "PT" + amount + "H";
    case TimeUnit::minute:
      return "PT" + amount + "M";
    case TimeUnit::second:
      return "PT" + amount + "S";
  }
  return {};
}

TimeUnit unit_of(const TimeMatch& match) {
  if (match.count(TimeSlot::unit) > 0) return static_cast<TimeUnit>(match.value(TimeSlot::unit));
  if (match.count(TimeSlot::each) > 0) return static_cast<TimeUnit>(match.value(TimeSlot::each));
  return static_cast<TimeUnit>(match.value(TimeSlot::units));
}

// "a ten-day truce" is not eleven days and "30 a day" not 31: such words are more than a length.
bool is_one_length(const TimeSetting& setting) {
  const TokenSpan tokens = setting.match.tokens;
  const auto is_article = [&](std::uint32_t i) {
    return setting.low(i) == "a" || setting.low(i) == "an";
  };
  const bool two = setting.match.count(TimeSlot::count) > 1;
  for (std::uint32_t i = tokens.begin + 1; i < tokens.end; ++i) {
    if (two && is_article(i) && setting.low(i - 1) != "half") return false;
    if (setting.low(i) == "-" && is_article(tokens.begin) &&
        setting.low(tokens.end - 1) != "period")
      return false;
  }
  return !two || !is_article(tokens.begin) || setting.match.value(TimeSlot::count, 1) >= 100 ||
         setting.low(tokens.end - 1) == "period";
}

// "joins for the first time | in ten years |", "the third club | in two years |": looks back.
bool counts_back(const TimeSetting& setting) {
  constexpr std::uint32_t kWordsMax = 4;
  const std::uint32_t in = setting.match.tokens.begin - 1;
  for (std::uint32_t i = in; i > 0 && i + kWordsMax > in; --i) {
    if (setting.reading.tokens[i - 1].kind == WordKind::mark) return false;
    if (setting.reading.is(i - 1, Role::rank) || is_any(setting.low(i - 1), {"first", "only"}))
      return true;
  }
  return false;
}

}  // namespace

// "will end in three days" is a date; "within three days", "ended after three days" are none.
bool value_length(const TimeSetting& setting, Time& time) {
  const TimeMatch& match = setting.match;
  const TimeUnit unit = unit_of(match);
  const bool plain = match.count(TimeSlot::count) > 0 && match.tokens.size() == 2;
  if (plain && setting.context.cue == "in" && setting.context.ahead && !counts_back(setting)) {
    const PartialDate to = shifted(setting.context.published, unit, match.value(TimeSlot::count));
    if (to.year != 0) {
      time.from = TimeFrom::published;
      time.value = edtf(to);
      return true;
    }
  }
  if (!is_one_length(setting)) return false;
  time.sense = TimeSense::length;
  time.duration = true;
  time.length = iso_length(unit, amount_of(setting));
  return true;
}

bool value_repeated(const TimeSetting& setting, Time& time) {
  const TimeMatch& match = setting.match;
  time.sense = TimeSense::repeated;
  time.duration = true;
  char buffer[24];
  if (match.count(TimeSlot::weekday) > 0) {
    std::snprintf(buffer, sizeof buffer, "XXXX-WXX-%d", match.value(TimeSlot::weekday));
    time.length = buffer;
  } else if (match.count(TimeSlot::month) > 0) {
    std::snprintf(buffer, sizeof buffer, "XXXX-%02d", match.value(TimeSlot::month));
    time.length = buffer;
  } else {
    time.length = iso_length(unit_of(match), amount_of(setting));
  }
  return true;
}

}  // namespace concord
