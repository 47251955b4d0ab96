#include "reading/times_clock.h"

#include <chrono>
#include <cstdio>
#include <limits>

namespace concord {
namespace {

namespace ch = std::chrono;

constexpr int kYearMax = 9999;

ch::year_month_day calendar(const PartialDate& m) {
  return {ch::year(m.year), ch::month(static_cast<unsigned>(m.month)),
          ch::day(static_cast<unsigned>(m.day))};
}

PartialDate moment(ch::sys_days day) {
  const ch::year_month_day date(day);
  return {int(date.year()), static_cast<int>(unsigned(date.month())),
          static_cast<int>(unsigned(date.day()))};
}

}  // namespace

PartialDate moment_of(std::string_view edtf) {
  const auto digits = [&](std::size_t at, std::size_t n) {
    int value = 0;
    if (at + n > edtf.size()) return 0;
    for (const char c : edtf.substr(at, n)) {
      if (c < '0' || c > '9') return 0;
      value = value * 10 + (c - '0');
    }
    return value;
  };
  if (edtf.starts_with('-')) {
    edtf.remove_prefix(1);
    PartialDate m{-digits(0, 4) - 1, 0, 0};
    if (edtf.size() >= 7 && edtf[4] == '-') m.month = digits(5, 2) > 12 ? 0 : digits(5, 2);
    return m;
  }
  PartialDate m{digits(0, 4), 0, 0};
  if (m.year == 0 || edtf.size() < 7 || edtf[4] != '-') return m;
  m.month = digits(5, 2);
  if (m.month > 12) m.month = 0;
  if (m.month == 0 || edtf.size() < 10 || edtf[7] != '-') return m;
  m.day = digits(8, 2);
  if (!is_day(m)) m.day = 0;
  return m;
}

int report_year(std::string_view published) {
  const int year = moment_of(published).year;
  return year == 0 ? std::numeric_limits<int>::max() : year;
}

std::string edtf(const PartialDate& m) {
  if (m.year == 0 || m.year < -kYearMax || m.year > kYearMax) return {};
  char buffer[48];
  if (m.year < 0) {  // EDTF counts a year 0: 490 BC is -0489
    std::snprintf(buffer, sizeof buffer, m.year == -1 ? "%04d" : "-%04d", -m.year - 1);
    if (m.month != 0) std::snprintf(buffer + 5, sizeof buffer - 5, "-%02d", m.month);
  } else if (m.month == 0) {
    std::snprintf(buffer, sizeof buffer, "%04d", m.year);
  } else if (m.day == 0) {
    std::snprintf(buffer, sizeof buffer, "%04d-%02d", m.year, m.month);
  } else {
    std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d", m.year, m.month, m.day);
  }
  return buffer;
}

std::string edtf(const PartialDate& first, const PartialDate& last) {
  const std::string from = edtf(first);
  const std::string to = edtf(last);
  return from.empty() || to.empty() || from == to ? from : from + "/" + to;
}

bool is_day(const PartialDate& m) {
  return m.year >= 1 && m.year <= kYearMax && m.month >= 1 && m.month <= 12 && m.day >= 1 &&
         m.day <= 31 && calendar(m).ok();
}

int weekday_of(const PartialDate& day) {
  return static_cast<int>(ch::weekday(ch::sys_days(calendar(day))).iso_encoding());
}

int day_number(const PartialDate& day) {
  return static_cast<int>(ch::sys_days(calendar(day)).time_since_epoch().count());
}

PartialDate plus_days(const PartialDate& day, int n) {
  return is_day(day) ? moment(ch::sys_days(calendar(day)) + ch::days(n)) : PartialDate{};
}

PartialDate plus_months(const PartialDate& m, int n) {
  if (m.year == 0 || m.month == 0) return {};
  const int months = m.year * 12 + m.month - 1 + n;
  return months < 12 ? PartialDate{} : PartialDate{months / 12, months % 12 + 1, 0};
}

// "two weeks later" is seldom to the day: weeks give a month, months a month, years a year.
PartialDate shifted(const PartialDate& from, TimeUnit unit, int n) {
  const PartialDate none;
  if (from.year == 0) return none;
  switch (unit) {
    case TimeUnit::day:
      return plus_days(from, n);
    case TimeUnit::week:
    case TimeUnit::fortnight: {
      PartialDate to = plus_days(from, (unit == TimeUnit::week ? 7 : 14) * n);
      to.day = 0;
      return to;
    }
    case TimeUnit::month:
      return plus_months(from, n);
    case TimeUnit::year:
      return {from.year + n, 0, 0};
    case TimeUnit::decade:
      return {from.year + 10 * n, 0, 0};
    default:
      return none;
  }
  return none;
}

std::string decade_of(int year) {
  if (year > 0) return edtf({year, 0, 0}).substr(0, 3) + "X";
  const int first = year / 10 * 10;  // the 470s BC are 479 to 470
  return edtf({first - 9, 0, 0}) + "/" + edtf({first == 0 ? -1 : first, 0, 0});
}

std::string century_of(int nth) {
  const int hundreds = (nth < 0 ? -nth : nth) - 1;
  if (nth == 0 || hundreds > 99) return {};
  char buffer[24];
  std::snprintf(buffer, sizeof buffer, nth < 0 ? "-%02dXX" : "%02dXX", hundreds);
  return buffer;
}

std::string week_of(const PartialDate& day) {
  if (!is_day(day)) return {};
  const PartialDate thursday =
      plus_days(day, 4 - weekday_of(day));  // a week is of its Thursday's year
  const int nth = (day_number(thursday) - day_number({thursday.year, 1, 1})) / 7 + 1;
  char buffer[24];
  std::snprintf(buffer, sizeof buffer, "%04d-W%02d", thursday.year, nth);
  return buffer;
}

std::string span_of(const PartialDate& m, TimeUnit unit) {
  if (m.year == 0) return {};
  switch (unit) {
    case TimeUnit::day:
      return m.day != 0 ? edtf(m) : "";
    case TimeUnit::week: {
      if (m.day == 0) return {};
      const PartialDate monday = plus_days(m, 1 - weekday_of(m));
      return edtf(monday, plus_days(monday, 6));
    }
    case TimeUnit::weekend: {
      if (m.day == 0) return {};
      const PartialDate saturday = plus_days(m, 6 - weekday_of(m));
      return edtf(saturday, plus_days(saturday, 1));
    }
    case TimeUnit::month:
      return m.month != 0 ? edtf({m.year, m.month, 0}) : "";
    case TimeUnit::year:
      return edtf({m.year, 0, 0});
    case TimeUnit::decade:
      return decade_of(m.year);
    case TimeUnit::century:
      return century_of(m.year > 0 ? (m.year - 1) / 100 + 1 : (m.year + 1) / 100 - 1);
    default:
      return {};
  }
  return {};
}

}  // namespace concord
