#include "reading/times_value.h"

#include <algorithm>
#include <cstdlib>

namespace concord {
namespace {

constexpr int kSeasonMonths = 3;

// Whether a is later than b as far as both are known.
bool is_after(const Moment& a, const Moment& b) {
  if (a.year != b.year) return a.year > b.year;
  if (a.month == 0 || b.month == 0 || a.month != b.month) {
    return a.month != 0 && b.month != 0 && a.month > b.month;
  }
  return a.day != 0 && b.day != 0 && a.day > b.day;
}

class Valuer {
 public:
  Valuer(const TimeMatch& match, const TimeRule& rule, const TimeWords& words,
         const Reading& reading, const TimeContext& context, Time& time)
      : match_(match),
        rule_(rule),
        words_(words),
        reading_(reading),
        context_(context),
        time_(time) {}

  bool run() {
    switch (rule_.op) {
      case TimeOp::date:
        return date();
      case TimeOp::month:
        return put(edtf({month_year(), month_of_span(), 0}));
      case TimeOp::weekday:
        return weekday();
      case TimeOp::days:
        return put(edtf(plus_days(context_.published, rule_.shift)));
      case TimeOp::unit:
        return unit();
      case TimeOp::counted:
        return counted();
      case TimeOp::year:
        return year();
      case TimeOp::decade:
        return put(edtf({match_.value(TimeSlot::decade), 0, 0}).substr(0, 3) + "X");
      case TimeOp::century:
        return put(edtf({match_.value(TimeSlot::ordinal) * 100 - 100, 0, 0}).substr(0, 2) + "XX");
      case TimeOp::quarter:
        return quarter();
      case TimeOp::season:
        return season();
      case TimeOp::ordinal:
        return ordinal();
      case TimeOp::slashed:
        return slashed();
      case TimeOp::duration:
        return duration();
      case TimeOp::vague:
        time_.vague = true;
        return true;
    }
    return false;
  }

 private:
  bool put(std::string value) {
    time_.value = std::move(value);
    return true;
  }
  const Moment& anchor() const {
    return rule_.anchor == TimeAnchor::published ? context_.published : context_.last;
  }
  // A value that a word of the span has in a slot that the pattern names literally ("may", "q1").
  int in_span(TimeSlot slot) const {
    if (match_.count(slot) > 0) return match_.value(slot);
    for (std::uint32_t i = match_.tokens.begin; i < match_.tokens.end; ++i) {
      const TimeWords::Word* word = words_.find(reading_.lower(i));
      if (word == nullptr || (word->slots >> static_cast<unsigned>(slot) & 1) == 0) continue;
      return word->values[static_cast<std::size_t>(slot)];
    }
    return 0;
  }
  int month_of_span() const { return in_span(TimeSlot::month); }

  // The year of a day or month that has none. The tense points from the publication date; a story
  // told in the past goes on from its last date: "In 1994 Austria voted; on 13 November ...".
  int year_near(const Moment& date) const {
    const Moment& told = context_.told;
    const Moment& now = context_.published;
    if (told.year != 0 && !context_.ahead) {
      Moment next{told.year, date.month, date.day};
      if (is_after(told, next)) ++next.year;
      if (now.year == 0 || !is_after(next, now)) return next.year;
    }
    if (now.year == 0) return 0;
    const Moment same{now.year, date.month, date.day};
    if (context_.ahead) return now.year + is_after(now, same);
    return now.year - is_after(same, now);
  }

  bool date() {
    Moment first{match_.value(TimeSlot::year), month_of_span(), match_.value(TimeSlot::day)};
    if (first.day == 0) first.day = match_.value(TimeSlot::ordinal);
    if (match_.count(TimeSlot::number) == 2) {  // 2025-11-06
      first.month = match_.value(TimeSlot::number, 0);
      first.day = match_.value(TimeSlot::number, 1);
      return is_day(first) && put(edtf(first));
    }
    if (match_.count(TimeSlot::number) == 1) return short_range();  // 2020-21, 2025-11
    Moment last{0, match_.value(TimeSlot::month, 1), match_.value(TimeSlot::day, 1)};
    if (last.month == 0) last.month = first.month;
    if (last.day == 0) last.day = match_.count(TimeSlot::month) > 1 ? 0 : first.day;
    const bool over_new_year = last.month < first.month;
    if (rule_.shifted) {
      first.year = anchor().year == 0 ? 0 : anchor().year + rule_.shift;
    } else if (first.year != 0) {
      first.year -= over_new_year;
    } else {
      first.year = year_near(first);
    }
    if (first.year == 0) return true;
    last.year = first.year + over_new_year;
    if ((first.day != 0 && !is_day(first)) || (last.day != 0 && !is_day(last))) return true;
    return put(edtf(first, last) + (first.day == 0 && context_.approximate ? "~" : ""));
  }

  bool short_range() {
    const int from = match_.value(TimeSlot::year);
    const int two = match_.value(TimeSlot::number);
    const bool digits = reading_.lower(match_.tokens.end - 1).size() == 2;
    if (digits && two > from % 100) return put(edtf({from, 0, 0}, {from - from % 100 + two, 0, 0}));
    return digits && two >= 1 && two <= 12 && put(edtf({from, two, 0}));
  }

  // last October, this February, next January; that August, the following January
  int month_year() const {
    const Moment from = anchor();
    if (from.year == 0 || rule_.shift == 0) return from.year;
    const int month = month_of_span();
    if (from.month == 0) return from.year + (rule_.shift > 0);
    return rule_.shift > 0 ? from.year + (month <= from.month) : from.year - (month >= from.month);
  }

  bool weekday() {
    const Moment from = anchor();
    if (!is_day(from)) return true;
    int shift = match_.value(TimeSlot::weekday) - weekday_of(from);
    if (rule_.shift > 0) {
      shift += shift <= 0 ? 7 : 0;
    } else if (rule_.shift < 0) {
      shift -= shift >= 0 ? 7 : 0;
    } else if (context_.ahead) {
      shift += shift < 0 ? 7 : 0;
    } else {
      shift -= shift > 0 ? 7 : 0;
    }
    return put(edtf(plus_days(from, shift)));
  }

  TimeUnit unit_of() const {
    const int word = match_.count(TimeSlot::unit) > 0 ? match_.value(TimeSlot::unit)
                                                      : match_.value(TimeSlot::units);
    return static_cast<TimeUnit>(word);
  }

  bool unit() {
    TimeUnit kind = unit_of();
    if (match_.count(TimeSlot::unit) == 0) {
      kind =
          reading_.lower(match_.tokens.end - 1) == "weekend" ? TimeUnit::weekend : TimeUnit::year;
    }
    Moment from = anchor();
    if (rule_.anchor == TimeAnchor::either) {
      const bool told = context_.last_here && !context_.ahead && context_.last.year != 0;
      from = told ? context_.last : context_.published;
    }
    const bool clock = rule_.anchor == TimeAnchor::published;
    if (kind == TimeUnit::day && clock) return false;  // "to this day", "last day"
    if (kind == TimeUnit::weekend && clock) return weekend();
    if (kind == TimeUnit::week || kind == TimeUnit::weekend) {
      const Moment to = plus_days(from, 7 * rule_.shift);
      if (kind == TimeUnit::week && clock && rule_.shift == 0) return this_week();
      return put(to.year == 0 ? "" : span_of(to, kind));
    }
    if (kind == TimeUnit::day) return put(edtf(plus_days(from, rule_.shift)));
    const Moment to = rule_.shift == 0 ? from : shifted(from, kind, rule_.shift);
    return put(span_of(to, kind));
  }

  // What has happened "this week" lies before the report's day, what will happen behind it.
  bool this_week() {
    const Moment now = context_.published;
    if (!is_day(now)) return true;
    const Moment monday = plus_days(now, 1 - weekday_of(now));
    return put(context_.ahead ? edtf(now, plus_days(monday, 6)) : edtf(monday, now));
  }
  bool weekend() {
    const Moment now = context_.published;
    if (!is_day(now)) return true;
    const int today = weekday_of(now);
    int to_saturday = 6 - today;
    if (rule_.shifted && rule_.shift != 0) {
      to_saturday += 7 * (rule_.shift < 0 ? -1 : today >= 6 ? 1 : 0);
    } else if (!context_.ahead && today < 6) {
      to_saturday -= 7;
    }
    const Moment saturday = plus_days(now, to_saturday);
    return put(edtf(saturday, plus_days(saturday, 1)));
  }

  int count() const {
    int n = match_.value(TimeSlot::count);
    const int more = match_.value(TimeSlot::count, 1);
    if (match_.count(TimeSlot::count) > 1) n = more >= 100 ? n * more : n + more;
    return n;
  }

  bool counted() {
    TimeUnit kind = unit_of();
    const Moment from = anchor();
    int n = count() * (rule_.shift < 0 ? -1 : 1);
    bool half = false;
    for (std::uint32_t i = match_.tokens.begin; i < match_.tokens.end; ++i) {
      half = half || reading_.lower(i) == "half";
    }
    if (half && kind == TimeUnit::year) {
      kind = TimeUnit::month;
      n = n * 12 + (n < 0 ? -6 : 6);
    }
    Moment to = shifted(from, kind, n);
    if (half) to.month = 0;
    std::string value = edtf(to);
    const bool rough = context_.approximate || kind == TimeUnit::decade;
    return put(value + (rough && !value.empty() && to.day == 0 ? "~" : ""));
  }

  bool year() {
    const int from = match_.value(TimeSlot::year);
    int to = match_.value(TimeSlot::year, 1);
    if (match_.count(TimeSlot::number) > 0) to = from - from % 100 + match_.value(TimeSlot::number);
    if (to == 0) return put(edtf({from, 0, 0}) + (context_.approximate ? "~" : ""));
    return to > from && put(edtf({from, 0, 0}, {to, 0, 0}));
  }

  bool quarter() {
    int in = match_.value(TimeSlot::year);
    if (in == 0 && context_.published.year != 0) in = context_.published.year + rule_.shift;
    if (in == 0) return true;
    return put(edtf({in, 0, 0}) + "-" + std::to_string(32 + in_span(TimeSlot::ordinal)));
  }

  bool season() {
    const int code = match_.value(TimeSlot::season);
    const int in = match_.count(TimeSlot::year) > 0 ? match_.value(TimeSlot::year)
                                                    : season_year(kSeasonMonths * (code - 20));
    return put(in <= 0 ? "" : edtf({in, 0, 0}) + "-" + std::to_string(code));
  }
  // The year in which the season meant begins; `start` is its first month.
  int season_year(int start) const {
    const Moment now = anchor();
    if (now.year == 0) return 0;
    if (rule_.anchor == TimeAnchor::text) {
      return now.year + (rule_.shift > 0 && now.month != 0 && start <= now.month) +
             (rule_.shift > 0 && now.month == 0);
    }
    if (now.month == 0) return now.year + rule_.shift;
    const bool over = start + kSeasonMonths <= now.month;
    const bool winter_goes_on = start == 12 && now.month < kSeasonMonths;
    if (rule_.shift > 0) return now.year + (start <= now.month);
    if (rule_.shift < 0) return now.year - !over - winter_goes_on;
    if (rule_.shifted) return now.year - winter_goes_on;
    if (context_.ahead) return now.year + over - winter_goes_on;
    return now.year - (start > now.month);
  }

  bool ordinal() {
    const int day = match_.value(TimeSlot::ordinal);
    if (day < 1 || day > 31) return false;
    const Moment now = context_.published;
    Moment date;
    if (rule_.shifted) {
      date = plus_months(anchor(), rule_.shift);
    } else {
      const std::string_view word = reading_.lower(match_.tokens.end - 1);
      if (word[0] < '0' || word[0] > '9') return false;  // "on the first"
      if (context_.last.month != 0) {
        date = {context_.last.year, context_.last.month, 0};
      } else if (now.day != 0) {
        const int over = context_.ahead ? day < now.day : -(day > now.day);
        date = plus_months(now, over);
      }
    }
    date.day = day;
    return put(is_day(date) ? edtf(date) : "");
  }

  bool slashed() {
    std::array<int, 3> parts{match_.value(TimeSlot::number, 0), match_.value(TimeSlot::number, 1),
                             match_.value(TimeSlot::year)};
    std::optional<bool> day_first = context_.day_first;
    if (match_.count(TimeSlot::dotted) > 0) {
      const std::string word(reading_.lower(match_.tokens.begin));
      char* at = nullptr;
      parts[0] = static_cast<int>(std::strtol(word.c_str(), &at, 10));
      parts[1] = *at == '.' ? static_cast<int>(std::strtol(at + 1, &at, 10)) : 0;
      parts[2] = *at == '.' ? static_cast<int>(std::strtol(at + 1, &at, 10)) : 0;
      if (*at != '\0' || parts[2] < 1000) return false;
      day_first = true;
    }
    const Moment european{parts[2], parts[1], parts[0]};
    const Moment american{parts[2], parts[0], parts[1]};
    if (!is_day(european) && !is_day(american)) return false;
    if (!is_day(american) || parts[0] == parts[1]) day_first = true;
    if (!is_day(european)) day_first = false;
    if (!day_first && is_day(context_.published)) day_first = nearer(european, american);
    // 3/4/2021 years later: nothing tells which, so only the year is known.
    return put(!day_first ? edtf({parts[2], 0, 0}) : edtf(*day_first ? european : american));
  }
  std::optional<bool> nearer(const Moment& european, const Moment& american) const {
    constexpr int kNear = 45;
    const int now = day_number(context_.published);
    const int one = std::abs(day_number(european) - now);
    const int other = std::abs(day_number(american) - now);
    if (one > kNear && other > kNear) return std::nullopt;
    return one < other;
  }

  // "will end in three days" is a date; "within three days", "ended after three days" are none.
  bool duration() {
    const bool plain = match_.count(TimeSlot::count) > 0 && match_.tokens.size() == 2;
    if (plain && context_.cue == "in" && context_.ahead) {
      const Moment to = shifted(context_.published, unit_of(), count());
      if (to.year != 0) return put(edtf(to));
    }
    time_.duration = true;
    return true;
  }

  const TimeMatch& match_;
  const TimeRule& rule_;
  const TimeWords& words_;
  const Reading& reading_;
  const TimeContext& context_;
  Time& time_;
};

}  // namespace

bool value_time(const TimeMatch& match, const TimeRule& rule, const TimeWords& words,
                const Reading& reading, const TimeContext& context, Time& time) {
  return Valuer(match, rule, words, reading, context, time).run();
}

std::optional<bool> writes_day_first(const TimeMatch& match) {
  const int first = match.value(TimeSlot::number, 0);
  const int second = match.value(TimeSlot::number, 1);
  if (match.count(TimeSlot::number) < 2 || (first > 12) == (second > 12)) return std::nullopt;
  return first > 12;
}

}  // namespace concord
