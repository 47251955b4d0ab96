// Values of times that point: "on Friday", "last month", "two years later", "that autumn".
#include "reading/times_value.h"

namespace concord {
namespace {

constexpr int kSeasonMonths = 3;

bool put(Time& time, std::string value) {
  time.value = std::move(value);
  return true;
}

TimeGrain grain_of(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::day:
      return TimeGrain::day;
    case TimeUnit::week:
    case TimeUnit::fortnight:
      return TimeGrain::week;
    case TimeUnit::weekend:
      return TimeGrain::weekend;
    case TimeUnit::month:
      return TimeGrain::month;
    case TimeUnit::year:
      return TimeGrain::year;
    case TimeUnit::decade:
      return TimeGrain::decade;
    case TimeUnit::century:
      return TimeGrain::century;
    default:
      return TimeGrain::none;
  }
}

// The unit of the words; "year - end", "the weekend" name theirs by a literal.
TimeUnit unit_of(const TimeSetting& setting) {
  const TimeMatch& match = setting.match;
  if (match.count(TimeSlot::unit) > 0) return static_cast<TimeUnit>(match.value(TimeSlot::unit));
  if (match.count(TimeSlot::units) > 0) return static_cast<TimeUnit>(match.value(TimeSlot::units));
  return setting.low(match.tokens.end - 1) == "weekend" ? TimeUnit::weekend : TimeUnit::year;
}

int count_of(const TimeMatch& match) {
  const int n = match.value(TimeSlot::count);
  const int more = match.value(TimeSlot::count, 1);
  if (match.count(TimeSlot::count) < 2) return n;
  return more >= 100 ? n * more : n + more;
}

// What has happened "this week" lies before the report's day, what will happen behind it.
bool this_week(const TimeSetting& setting, Time& time) {
  const PartialDate& now = setting.context.published;
  if (!is_day(now)) return true;
  const PartialDate monday = plus_days(now, 1 - weekday_of(now));
  time.week = week_of(now);
  return put(time, setting.context.ahead ? edtf(now, plus_days(monday, 6)) : edtf(monday, now));
}

bool weekend(const TimeSetting& setting, Time& time) {
  const PartialDate& now = setting.context.published;
  if (!is_day(now)) return true;
  const int today = weekday_of(now);
  const int shift = setting.rule.shift;
  int to_saturday = 6 - today;
  if (setting.rule.shifted && shift != 0) {
    to_saturday += 7 * (shift < 0 ? -1 : today >= 6 ? 1 : 0);
  } else if (!setting.context.ahead && today < 6) {
    to_saturday -= 7;
  }
  const PartialDate saturday = plus_days(now, to_saturday);
  time.week = week_of(saturday) + "-WE";
  return put(time, edtf(saturday, plus_days(saturday, 1)));
}

bool week_like(const TimeSetting& setting, TimeUnit kind, const PartialDate& from, Time& time) {
  const PartialDate to = plus_days(from, 7 * setting.rule.shift);
  time.week = week_of(to);
  if (kind == TimeUnit::weekend && !time.week.empty()) time.week += "-WE";
  return put(time, to.year == 0 ? "" : span_of(to, kind));
}

// The year in which the season meant begins; `start` is its first month.
int season_year(const TimeSetting& setting, int start, Time& time) {
  const TimeRule& rule = setting.rule;
  if (!rule.shifted && setting.context.story && setting.context.told.year != 0) {
    return year_near(setting, {0, start, 0}, time);
  }
  const PartialDate& now = setting.anchor(time);
  if (now.year == 0) return 0;
  if (rule.anchor == TimeAnchor::text) {
    const bool next = rule.shift > 0 && (now.month == 0 || start <= now.month);
    const bool before = rule.shift < 0 && (now.month == 0 || start + kSeasonMonths > now.month);
    return now.year + (next ? 1 : 0) - (before ? 1 : 0);
  }
  if (now.month == 0) return now.year + rule.shift;
  const bool over = start + kSeasonMonths <= now.month;
  const bool winter_goes_on = start == 12 && now.month < kSeasonMonths;
  if (rule.shift > 0) return now.year + (start <= now.month);
  if (rule.shift < 0) return now.year - !over - winter_goes_on;
  if (rule.shifted) return now.year - winter_goes_on;
  if (setting.context.ahead) return now.year + over - winter_goes_on;
  return now.year - (start > now.month);
}

// "four years ago tomorrow"
bool to_the_day(TimeUnit kind, int n, const PartialDate& from, Time& time) {
  if (!is_day(from)) return true;
  time.grain = TimeGrain::day;
  PartialDate to = kind == TimeUnit::year    ? PartialDate{from.year + n, from.month, from.day}
                   : kind == TimeUnit::month ? plus_months(from, n)
                   : kind == TimeUnit::week  ? plus_days(from, 7 * n)
                                             : PartialDate{};
  if (kind == TimeUnit::month) to.day = from.day;
  return put(time, is_day(to) ? edtf(to) : "");
}

}  // namespace

bool value_weekday(const TimeSetting& setting, Time& time) {
  time.grain = TimeGrain::day;
  const bool told = setting.context.story && !setting.rule.shifted;
  const PartialDate from = told ? setting.context.told : setting.anchor(time);
  if (told) time.from = TimeFrom::text;
  if (!is_day(from)) return true;
  const bool listed = setting.low(setting.match.tokens.begin).size() == 3;  // "FRI Oslo joins"
  const bool ahead = (setting.context.ahead && !listed) || told;
  int shift = setting.match.value(TimeSlot::weekday) - weekday_of(from);
  if (setting.rule.shift < -1) {
    shift -= 7;  // "Tuesday of last week"
  } else if (setting.rule.shift > 0) {
    shift += shift <= 0 ? 7 : 0;
  } else if (setting.rule.shift < 0) {
    shift -= shift >= 0 ? 7 : 0;
  } else if (ahead) {
    shift += shift < 0 ? 7 : 0;
  } else {
    shift -= shift > 0 ? 7 : 0;
  }
  return put(time, edtf(plus_days(from, shift)));
}

// today, yesterday; in a story of the past "today" is the writer's time
bool value_days(const TimeSetting& setting, Time& time) {
  time.from = TimeFrom::published;
  time.grain = TimeGrain::day;
  if (setting.context.story && setting.rule.shift == 0) {
    time.sense = TimeSense::present;
    return true;
  }
  return put(time, edtf(plus_days(setting.context.published, setting.rule.shift)));
}

// Whether what it points to is a week: of which day, nobody knows.
static bool is_week_told(const TimeSetting& setting, const Time& time) {
  return time.anchor < setting.reading.times.size() &&
         setting.reading.times[time.anchor].grain == TimeGrain::week;
}

bool value_unit(const TimeSetting& setting, Time& time) {
  const TimeUnit kind = unit_of(setting);
  const int shift = setting.rule.shift;
  const PartialDate from = setting.anchor(time);
  const bool clock = setting.rule.anchor == TimeAnchor::published;
  time.grain = grain_of(kind);
  if (time.grain == TimeGrain::none) return false;
  if (kind == TimeUnit::day && clock) return false;  // "to this day", "last day"
  if (kind == TimeUnit::weekend && clock) return weekend(setting, time);
  if (kind == TimeUnit::week && clock && shift == 0) return this_week(setting, time);
  if (kind == TimeUnit::week || kind == TimeUnit::weekend)
    return week_like(setting, kind, from, time);
  if (kind == TimeUnit::day && shift == 0) {  // "on the same day": as coarse as what it points to
    const std::string day = is_day(from) ? "" : setting.day_told_near();
    if (!day.empty()) return put(time, day);  // "On 3 May Peru, a member since 2016, ..."
    if (is_week_told(setting, time)) return put(time, "");  // "last week ... on the same day"
    if (!is_day(from)) time.grain = from.month == 0 ? TimeGrain::year : TimeGrain::month;
    return put(time, edtf(from));
  }
  if (kind == TimeUnit::day) return put(time, edtf(plus_days(from, shift)));
  return put(time, span_of(shift == 0 ? from : shifted(from, kind, shift), kind));
}

// "exactly | two years ago", "on this day | two years ago"
static bool to_the_day_told(const TimeSetting& setting) {
  const std::uint32_t begin = setting.match.tokens.begin;
  if (begin < 2) return false;
  const std::string_view before = setting.reading.lower(begin - 1);
  return is_any(before, {"exactly", "precisely"}) ||
         (is_any(before, {"day", "date"}) && setting.reading.lower(begin - 2) == "this");
}

bool value_counted(const TimeSetting& setting, Time& time) {
  TimeUnit kind = unit_of(setting);
  PartialDate from = setting.anchor(time);
  const bool by_days = kind == TimeUnit::day || kind == TimeUnit::week;
  // "signed it on Monday, with rules until 2030. Six days earlier ...": not from then.
  const PartialDate& now = setting.context.published;
  const bool ahead =
      now.year != 0 && (from.year > now.year || (from.year == now.year && from.month > now.month));
  if (setting.rule.anchor == TimeAnchor::text && by_days && ahead &&
      is_day(setting.context.last_day) && !setting.context.story) {
    from = setting.context.last_day;
    time.anchor = setting.context.last_day_time;
  }
  const bool back = setting.rule.shift < 0;
  int n = count_of(setting.match) * (back ? -1 : 1);
  bool half = false;
  for (std::uint32_t i = setting.match.tokens.begin; i < setting.match.tokens.end; ++i) {
    half = half || setting.low(i) == "half";
  }
  const auto day =
      TimeWords::look_up(setting.words.days, setting.low(setting.match.tokens.end - 1));
  if (day) return to_the_day(kind, n, plus_days(from, *day), time);
  if (back && is_day(from) && to_the_day_told(setting)) return to_the_day(kind, n, from, time);
  const std::uint32_t last = setting.match.tokens.end - 1;
  if (kind == TimeUnit::year && setting.low(last) == "month" && setting.low(last - 1) == "this") {
    time.grain = TimeGrain::month;  // "a year ago this month"
    return put(time, edtf({from.year + n, from.month, 0}));
  }
  time.grain = grain_of(kind);
  if (kind >= TimeUnit::hour) {  // "three hours later": the same day, or nobody knows
    time.sense = back ? TimeSense::past : TimeSense::future;
    time.vague = true;
    return put(time, setting.day_some_hours_off());
  }
  if (half && kind == TimeUnit::year) {
    kind = TimeUnit::month;
    n = n * 12 + (n < 0 ? -6 : 6);
  }
  const bool week = kind == TimeUnit::week && (n == 1 || n == -1) && is_day(from);
  PartialDate to = week ? plus_days(from, 7 * n) : shifted(from, kind, n);  // "a week later"
  if (half) to.month = 0;
  if (time.grain == TimeGrain::week && is_day(from))
    time.week = week_of(plus_days(from, n * (kind == TimeUnit::week ? 7 : 14)));
  if (time.grain == TimeGrain::decade) time.grain = TimeGrain::year;
  std::string value = edtf(to);
  const bool rough = setting.context.approximate || kind == TimeUnit::decade;
  return put(time, value + (rough && !value.empty() && to.day == 0 ? "~" : ""));
}

bool value_season(const TimeSetting& setting, Time& time) {
  const int code = setting.number(TimeSlot::season);
  const int year = setting.match.count(TimeSlot::year) > 0
                       ? setting.match.value(TimeSlot::year)
                       : season_year(setting, kSeasonMonths * (code - 20), time);
  time.grain = TimeGrain::season;
  return put(time, year == 0 ? "" : edtf({year, 0, 0}) + "-" + std::to_string(code));
}

bool value_ordinal(const TimeSetting& setting, Time& time) {
  const int day = setting.match.value(TimeSlot::ordinal);
  if (day < 1 || day > 31) return false;
  const TimeContext& context = setting.context;
  PartialDate date;
  if (setting.rule.shifted) {
    date = plus_months(setting.anchor(time), setting.rule.shift);
  } else {
    const std::string_view word = setting.low(setting.match.tokens.end - 1);
    if (word[0] < '0' || word[0] > '9') return false;  // "on the first"
    const PartialDate& now = context.published;
    time.from = context.last.month != 0 ? TimeFrom::text : TimeFrom::published;
    if (context.last.month != 0) {
      date = {context.last.year, context.last.month, 0};
      time.anchor = context.last_time;
    } else if (now.day != 0) {
      date = plus_months(now, context.ahead ? day < now.day : -(day > now.day));
    }
  }
  date.day = day;
  time.grain = TimeGrain::day;
  return put(time, is_day(date) ? edtf(date) : "");
}

}  // namespace concord
