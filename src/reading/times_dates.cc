// Values of dates that name a day, month, year, decade, century, quarter or feast.
#include <algorithm>
#include <cstdlib>

#include "reading/times_value.h"

namespace concord {
namespace {

// A story goes on from its last date: after June, "in May" is seldom eleven months later, after
// November "in January" is mostly the next. Months back that still stay in the year:
constexpr int kMonthsBackMax = 7;
constexpr int kMonthsAheadMax = 8;
constexpr int kMonthsOverNewYear = 7;  // in news
constexpr int kEraReach = 160;         // years between "490 BC" and a bare "404"
constexpr int kEraYearMax = 5000;

bool put(Time& time, std::string value) {
  time.value = std::move(value);
  return true;
}

// Whether a is later than b as far as both are known.
bool is_after(const PartialDate& a, const PartialDate& b) {
  if (a.year != b.year) return a.year > b.year;
  if (a.month == 0 || b.month == 0 || a.month != b.month) {
    return a.month != 0 && b.month != 0 && a.month > b.month;
  }
  return a.day != 0 && b.day != 0 && a.day > b.day;
}

bool has_word(const TimeSetting& setting, std::initializer_list<std::string_view> words) {
  for (std::uint32_t i = setting.match.tokens.begin; i < setting.match.tokens.end; ++i) {
    if (std::ranges::find(words, setting.low(i)) != words.end()) return true;
  }
  return false;
}
bool is_before_christ(const TimeSetting& setting) {
  return has_word(setting, {"bc", "bce", "b.c.", "b.c.e.", "b.c"});
}

int story_year(const PartialDate& told, const PartialDate& now, const PartialDate& date) {
  int year = told.year;
  if (told.month != 0 && date.month != 0) {
    const int months = date.month - told.month;
    if (months < -kMonthsBackMax) ++year;
    if (months > kMonthsAheadMax) --year;
  }
  if (now.year != 0 && is_after({year, date.month, date.day}, now)) --year;
  return year;
}

bool is_of_last_days(const PartialDate& now, PartialDate date, int days) {
  if (!is_day(now)) return false;
  date.year = now.year - is_after({now.year, date.month, date.day}, now);
  return is_day(date) && day_number(now) - day_number(date) <= days;
}

constexpr int kLastWeeks = 90;  // days
constexpr int kJustBegun = 31;

// News goes on from a month that it told: "signed in November 2018, it took effect in January". A
// bare year, or a month long past, leaves the nearest: "talks began in 2007. In September ...". So
// does a day of the last weeks, where the past was told by months: "begun in May 2022, the talks
// ended on 6 January".
bool goes_on_from(const TimeContext& context, const PartialDate& date) {
  const PartialDate& told = context.told;
  if (date.day != 0 && told.day == 0 && is_of_last_days(context.published, date, kLastWeeks))
    return false;
  if (told.month == 0) return date.day != 0 || context.last_here;
  const int months = date.month - told.month;
  return months >= 0 || months + 12 <= kMonthsOverNewYear;
}

bool short_range(const TimeSetting& setting, Time& time) {  // 2020-21, 2025-11
  const int from = setting.match.value(TimeSlot::year);
  const int two = setting.match.value(TimeSlot::number);
  const bool digits = setting.low(setting.match.tokens.end - 1).size() == 2;
  if (digits && two > from % 100)
    return put(time, edtf({from, 0, 0}, {from - from % 100 + two, 0, 0}));
  return digits && two >= 1 && two <= 12 && put(time, edtf({from, two, 0}));
}

// The end of a range: "28-30 October", "from 30 December to 2 January".
PartialDate last_of(const TimeMatch& match, const PartialDate& first) {
  PartialDate last{0, match.value(TimeSlot::month, 1), match.value(TimeSlot::day, 1)};
  if (last.month == 0) last.month = first.month;
  if (last.day == 0) last.day = match.count(TimeSlot::month) > 1 ? 0 : first.day;
  return last;
}

// "withdrew from it in August 2019; Moscow had suspended it in July": before what was told.
bool tells_earlier(const TimeSetting& setting) {
  constexpr std::uint32_t kReach = 7;
  const std::uint32_t begin = setting.match.tokens.begin;
  for (std::uint32_t i = begin; i > 0 && i + kReach > begin; --i) {
    const std::string_view word = setting.reading.lower(i - 1);
    if (word == "had") return setting.reading.lower(i) != "to";
    if (is_any(word, {",", ";", ".", "and", "but"})) return false;
  }
  return false;
}

// Whether the date that news goes on from stands in this sentence or the one before.
bool told_beside(const TimeSetting& setting) {
  const std::uint32_t told = setting.context.told_time;
  if (told >= setting.reading.times.size()) return false;
  const auto sentence = [&](std::uint32_t i) { return setting.reading.tokens[i].sentence; };
  return sentence(setting.reading.times[told].tokens.begin) + 1 >=
         sentence(setting.match.tokens.begin);
}

std::optional<bool> nearer(const PartialDate& published, const PartialDate& european,
                           const PartialDate& american) {
  constexpr int kNear = 45;
  const int now = day_number(published);
  const int one = std::abs(day_number(european) - now);
  const int other = std::abs(day_number(american) - now);
  if (one > kNear && other > kNear) return std::nullopt;
  return one < other;
}

}  // namespace

int year_near(const TimeSetting& setting, const PartialDate& date, Time& time) {
  const TimeContext& context = setting.context;
  const PartialDate& told = context.told;
  const PartialDate& now = context.published;
  time.from = TimeFrom::text;
  time.anchor = context.told_time;
  const std::uint32_t begin = setting.match.tokens.begin;
  const bool bracket = begin > 0 && setting.reading.lower(begin - 1) == "(";
  if (bracket && context.last_here && context.last.month != 0 && context.last.year > 0) {
    const PartialDate next{context.last.year, date.month,
                           date.day};  // "A (3 May 2024) and B (4 May)"
    time.anchor = context.last_time;
    return next.year + (is_after(context.last, next) ? 1 : 0);
  }
  if ((context.story || context.heads) && told.year != 0) return story_year(told, now, date);
  if (told.year > 0 && told.month != 0 && told_beside(setting) && tells_earlier(setting))
    return told.year - (is_after(PartialDate{told.year, date.month, date.day}, told) ? 1 : 0);
  if (told.year > 0 && !context.ahead && goes_on_from(context, date)) {
    PartialDate next{told.year, date.month, date.day};
    if (is_after(told, next)) ++next.year;
    if (now.year == 0 || !is_after(next, now)) return next.year;
  }
  time.from = TimeFrom::published;
  time.anchor = kNone;
  if (now.year == 0) return 0;
  const PartialDate same{now.year, date.month, date.day};
  // "From 1 January it is a member", printed on the 17th: it has begun, not in a year.
  const bool from = begin > 0 && setting.reading.lower(begin - 1) == "from";
  const bool begun = context.ahead && from && is_of_last_days(now, date, kJustBegun);
  return context.ahead && !begun ? now.year + is_after(now, same) : now.year - is_after(same, now);
}

bool value_date(const TimeSetting& setting, Time& time) {
  const TimeMatch& match = setting.match;
  PartialDate first{match.value(TimeSlot::year), setting.number(TimeSlot::month),
                    match.value(TimeSlot::day)};
  if (first.day == 0) first.day = match.value(TimeSlot::ordinal);
  if (match.count(TimeSlot::number) == 2) {  // 2025-11-06
    first.month = match.value(TimeSlot::number, 0);
    first.day = match.value(TimeSlot::number, 1);
    return is_day(first) && put(time, edtf(first));
  }
  if (match.count(TimeSlot::number) == 1) return short_range(setting, time);
  time.grain = first.day == 0 ? TimeGrain::month : TimeGrain::day;
  PartialDate last = last_of(match, first);
  const bool over_new_year = last.month < first.month;
  const int second_year = match.value(TimeSlot::year, 1);  // "May 1990 to June 1992"
  if (setting.rule.shifted) {
    const PartialDate& from = setting.anchor(time);
    first.year = from.year == 0 ? 0 : from.year + setting.rule.shift;
  } else if (first.year == 0) {
    first.year = year_near(setting, first, time);
  } else if (second_year == 0) {
    first.year -= over_new_year;
  }
  if (first.year == 0) return true;
  last.year = second_year != 0 ? second_year : first.year + over_new_year;
  if ((first.day != 0 && !is_day(first)) || (last.day != 0 && !is_day(last))) return true;
  const bool about = first.day == 0 && setting.context.approximate;
  return put(time, edtf(first, last) + (about ? "~" : ""));
}

// last October, this February, next January; that August, the following January
bool value_month(const TimeSetting& setting, Time& time) {
  const PartialDate& from = setting.anchor(time);
  const int month = setting.number(TimeSlot::month);
  const int shift = setting.rule.shift;
  int year = from.year;
  if (year != 0 && shift != 0) {
    year += shift > 0 ? from.month == 0 || month <= from.month
                      : -(from.month != 0 && month >= from.month);
  }
  time.grain = TimeGrain::month;
  return put(time, edtf({year, month, 0}));
}

bool value_year(const TimeSetting& setting, Time& time) {
  const TimeMatch& match = setting.match;
  const int from = match.value(TimeSlot::year);
  int to = match.value(TimeSlot::year, 1);
  if (match.count(TimeSlot::number) > 0) to = from - from % 100 + match.value(TimeSlot::number);
  const bool about = setting.context.approximate;
  if (to == 0) return put(time, edtf({from, 0, 0}) + (about ? "~" : ""));
  return to > from && put(time, edtf({from, 0, 0}, {to, 0, 0}));
}

bool value_decade(const TimeSetting& setting, Time& time) {
  const TimeMatch& match = setting.match;
  time.grain = TimeGrain::decade;
  if (match.count(TimeSlot::decade) > 0) return put(time, decade_of(match.value(TimeSlot::decade)));
  const int tens = match.value(TimeSlot::tens);
  if (is_before_christ(setting)) return put(time, decade_of(-tens));
  if (tens > 99) return false;
  const int told = setting.context.told.year;
  const int hundreds = told > 0 ? told - told % 100 : 1900;  // "the 60s" of a story of the 1850s
  if (told > 0) time.from = TimeFrom::text;
  return put(time, decade_of(hundreds + tens));
}

bool value_century(const TimeSetting& setting, Time& time) {
  const int nth = setting.match.value(TimeSlot::ordinal) + setting.match.value(TimeSlot::count);
  time.grain = TimeGrain::century;
  return put(time, century_of(is_before_christ(setting) ? -nth : nth));
}

// 490 BC, August 480 BC, AD 79; and bare years in a text that counts before Christ.
bool value_era(const TimeSetting& setting, Time& time) {
  const int year = setting.match.count(TimeSlot::year) > 0 ? setting.match.value(TimeSlot::year)
                                                           : setting.match.value(TimeSlot::number);
  if (year < 1 || year > kEraYearMax) return false;
  const bool before = is_before_christ(setting);
  const int told = setting.context.last.year;
  const bool after = has_word(setting, {"ad", "ce", "a.d.", "c.e."});
  if (!before && !after) {
    const bool near = told < 0 && std::abs(told + year) <= kEraReach;
    if (!near || year <= 31) return false;
    time.from = TimeFrom::text;
  }
  const int until = setting.match.value(TimeSlot::number, 1);
  if (before && until > 0) {  // 499-493 BC
    return until < year && put(time, edtf({-year, 0, 0}, {-until, 0, 0}));
  }
  const PartialDate date{after ? year : -year, setting.match.value(TimeSlot::month), 0};
  time.grain = date.month == 0 ? TimeGrain::year : TimeGrain::month;
  return put(time, edtf(date) + (setting.context.approximate ? "~" : ""));
}

bool value_quarter(const TimeSetting& setting, Time& time) {
  int year = setting.match.value(TimeSlot::year);
  if (year == 0) {
    const PartialDate& from = setting.anchor(time);
    if (from.year != 0) year = from.year + setting.rule.shift;
  }
  time.grain = TimeGrain::quarter;
  if (year == 0) return true;
  return put(time,
             edtf({year, 0, 0}) + "-" + std::to_string(32 + setting.number(TimeSlot::ordinal)));
}

// Christmas 1964, New Year's Day
bool value_feast(const TimeSetting& setting, Time& time) {
  PartialDate day{setting.match.value(TimeSlot::year), setting.rule.shift / 100,
                  setting.rule.shift % 100};
  time.grain = TimeGrain::day;
  if (day.year == 0) day.year = year_near(setting, day, time);
  return put(time, is_day(day) ? edtf(day) : "");
}

bool value_slashed(const TimeSetting& setting, Time& time) {
  const TimeMatch& match = setting.match;
  std::array<int, 3> parts{match.value(TimeSlot::number, 0), match.value(TimeSlot::number, 1),
                           match.value(TimeSlot::year)};
  std::optional<bool> day_first = setting.context.day_first;
  if (match.count(TimeSlot::dotted) > 0) {
    const std::string word(setting.low(match.tokens.begin));
    char* at = nullptr;
    parts[0] = static_cast<int>(std::strtol(word.c_str(), &at, 10));
    parts[1] = *at == '.' ? static_cast<int>(std::strtol(at + 1, &at, 10)) : 0;
    parts[2] = *at == '.' ? static_cast<int>(std::strtol(at + 1, &at, 10)) : 0;
    if (*at != '\0' || parts[2] < 1000) return false;
    day_first = true;
  }
  const PartialDate european{parts[2], parts[1], parts[0]};
  const PartialDate american{parts[2], parts[0], parts[1]};
  if (!is_day(european) && !is_day(american)) return false;
  if (!is_day(american) || parts[0] == parts[1]) day_first = true;
  if (!is_day(european)) day_first = false;
  const PartialDate& now = setting.context.published;
  if (!day_first && is_day(now)) day_first = nearer(now, european, american);
  // 3/4/2021 years later: nothing tells which, so only the year is known.
  return put(time, !day_first ? edtf({parts[2], 0, 0}) : edtf(*day_first ? european : american));
}

std::optional<bool> writes_day_first(const TimeMatch& match) {
  const int first = match.value(TimeSlot::number, 0);
  const int second = match.value(TimeSlot::number, 1);
  if (match.count(TimeSlot::number) < 2 || (first > 12) == (second > 12)) return std::nullopt;
  return first > 12;
}

}  // namespace concord
