#include "reading/times_value.h"

#include <algorithm>
#include <cstdio>

namespace concord {
namespace {

void give_hint(TimeHint hint, const TimeSetting& setting, Time& time) {
  switch (hint) {
    case TimeHint::none:
      return;
    case TimeHint::past:
      time.sense = TimeSense::past;
      return;
    case TimeHint::present:
      time.sense = TimeSense::present;
      return;
    case TimeHint::future:
      time.sense = TimeSense::future;
      return;
    case TimeHint::length:
      value_length(setting, time);
      time.duration = false;
  }
}

bool value(const TimeSetting& setting, Time& time) {
  switch (setting.rule.op) {
    case TimeOp::date:
      return value_date(setting, time);
    case TimeOp::month:
      return value_month(setting, time);
    case TimeOp::weekday:
      return value_weekday(setting, time);
    case TimeOp::days:
      return value_days(setting, time);
    case TimeOp::unit:
      return value_unit(setting, time);
    case TimeOp::counted:
      return value_counted(setting, time);
    case TimeOp::year:
      return value_year(setting, time);
    case TimeOp::decade:
      return value_decade(setting, time);
    case TimeOp::century:
      return value_century(setting, time);
    case TimeOp::quarter:
      return value_quarter(setting, time);
    case TimeOp::season:
      return value_season(setting, time);
    case TimeOp::ordinal:
      return value_ordinal(setting, time);
    case TimeOp::slashed:
      return value_slashed(setting, time);
    case TimeOp::duration:
      return value_length(setting, time);
    case TimeOp::vague:
    case TimeOp::reference:
      time.vague = setting.rule.op == TimeOp::vague;
      if (time.vague) time.value = setting.day_some_hours_off();
      give_hint(setting.rule.hint, setting, time);
      return true;
    case TimeOp::era:
      return value_era(setting, time);
    case TimeOp::clock:
      return value_clock(setting, time);
    case TimeOp::daypart:
      return value_daypart(setting, time);
    case TimeOp::feast:
      return value_feast(setting, time);
    case TimeOp::repeated:
      return value_repeated(setting, time);
  }
  return false;
}

// The grain that the value's form shows, where the operator has set none.
TimeGrain grain_of(const std::string& edtf) {
  const std::string one = edtf.substr(edtf.starts_with('-'), edtf.find('/'));
  if (one.ends_with("XX")) return TimeGrain::century;
  if (one.ends_with('X')) return TimeGrain::decade;
  if (one.size() == 10) return TimeGrain::day;
  if (one.size() < 7) return one.empty() ? TimeGrain::none : TimeGrain::year;
  return one[5] >= '3' ? TimeGrain::quarter : one[5] == '2' ? TimeGrain::season : TimeGrain::month;
}

// "28-30 October": the words of the ends.
void split_range(const TimeSetting& setting, Time& time) {
  const TokenSpan all = setting.match.tokens;
  const auto is_end = [&](std::uint32_t i) {
    return setting.reading.tokens[i].kind == WordKind::number ||
           TimeWords::look_up(setting.words.months, setting.low(i)).has_value();
  };
  for (std::uint32_t i = all.begin + 1; i + 1 < all.end; ++i) {
    if (!is_any(setting.low(i),
                {"-", "\xE2\x80\x93", "\xE2\x80\x91", "/", "to", "and", "until", "through", "or"}))
      continue;
    if (!is_end(i - 1) || !is_end(i + 1)) continue;
    time.first = {all.begin, i};
    time.last = {i + 1, all.end};
    return;
  }
}

}  // namespace

int TimeSetting::number(TimeSlot slot) const {
  if (match.count(slot) > 0) return match.value(slot);
  for (std::uint32_t i = match.tokens.begin; i < match.tokens.end; ++i) {
    const TimeWords::Word* word = words.find(reading.lower(i));
    if (word == nullptr || (word->slots >> static_cast<unsigned>(slot) & 1) == 0) continue;
    return word->values[static_cast<std::size_t>(slot)];
  }
  return 0;
}

std::string TimeSetting::day_some_hours_off() const {
  const auto counts_hours = [&](TimeSlot slot) {
    return match.count(slot) > 0 && static_cast<TimeUnit>(match.value(slot)) >= TimeUnit::hour;
  };
  const bool by_clock = counts_hours(TimeSlot::unit) || counts_hours(TimeSlot::units);
  return by_clock && low(match.tokens.end - 1) != "ago" ? day_told_near() : "";
}

std::string TimeSetting::day_told_near() const {
  constexpr std::uint32_t kSentences = 2;
  if (context.last_day_time == kNone) return {};
  const auto sentence_of = [&](std::uint32_t token) { return reading.tokens[token].sentence; };
  const std::uint32_t told = sentence_of(reading.times[context.last_day_time].tokens.begin);
  const bool near = told + kSentences >= sentence_of(match.tokens.begin);
  return near ? edtf(context.last_day) : "";
}

const PartialDate& TimeSetting::anchor(Time& time) const {
  const bool published =
      rule.anchor == TimeAnchor::published ||
      (rule.anchor == TimeAnchor::either &&
       !(context.last.year != 0 && !context.ahead && (context.last_here || context.story)));
  time.from = published ? TimeFrom::published : TimeFrom::text;
  if (!published) time.anchor = context.last_time;
  if (published) return context.published;
  const bool told = context.story && !context.last_here && context.told.year != 0;
  if (told) time.anchor = context.told_time;
  return told ? context.told : context.last;
}

std::string daypart_of(const TimeWords& words, const Reading& reading, TokenSpan tokens) {
  constexpr const char* kParts[] = {"", "TMO", "TAF", "TEV", "TNI", "T12:00", "T24:00", "TDT"};
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    const int part = TimeWords::look_up(words.dayparts, reading.lower(i)).value_or(0);
    if (part > 0 && part < 8) return kParts[part];
  }
  return {};
}

// "8:30 a.m.": the day comes from a date beside it (times.cc).
bool value_clock(const TimeSetting& setting, Time& time) {
  const TimeMatch& match = setting.match;
  int minutes = match.count(TimeSlot::clock) > 0 ? match.value(TimeSlot::clock)
                                                 : 60 * match.value(TimeSlot::number);
  const std::uint32_t begin = match.tokens.begin;
  const bool bare = match.tokens.size() == 1;
  const std::string_view first = setting.low(begin);
  const bool marked = first.find(':') != std::string_view::npos ||
                      (first.find_first_not_of("0123456789.") != std::string_view::npos);
  if (bare && !marked) return false;
  if (minutes >= 24 * 60) return false;
  for (std::uint32_t i = begin + 1; i < match.tokens.end; ++i) {
    const std::string_view word = setting.low(i);
    if (!is_any(word, {"a.m.", "p.m.", "am", "pm", "a.m", "p.m"})) continue;
    if (minutes >= 13 * 60 || minutes < 60) return false;
    minutes = minutes % (12 * 60) + (word[0] == 'p' ? 12 * 60 : 0);
  }
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, "T%02d:%02d", minutes / 60, minutes % 60);
  time.clock = buffer;
  time.grain = TimeGrain::day;
  return true;
}

// "that afternoon", "the next morning"; "night" alone is of no known day.
bool value_daypart(const TimeSetting& setting, Time& time) {
  const std::uint32_t begin = setting.match.tokens.begin;
  const Token& first = setting.reading.tokens[begin];
  const bool opens = setting.reading.sentences[first.sentence].tokens.begin == begin;
  if (first.capital && !opens) return false;  // the paper Dawn
  time.grain = TimeGrain::day;
  if (!setting.rule.shifted && !setting.context.last_here) return true;
  const bool own = setting.rule.shifted;
  const PartialDate& from = own ? setting.anchor(time) : setting.context.last;
  if (!own) {
    time.from = TimeFrom::text;
    time.anchor = setting.context.last_time;
  }
  time.value = is_day(from) ? edtf(plus_days(from, setting.rule.shift)) : "";
  return true;
}

bool value_time(const TimeSetting& setting, Time& time) {
  if (!value(setting, time)) return false;
  if (time.sense != TimeSense::point || time.vague) return true;
  if (time.grain == TimeGrain::none) time.grain = grain_of(time.value);
  if (time.value.find('/') != std::string::npos) split_range(setting, time);
  if (time.grain == TimeGrain::day && time.clock.empty()) {
    time.clock = daypart_of(setting.words, setting.reading, setting.match.tokens);
  }
  return true;
}

}  // namespace concord
