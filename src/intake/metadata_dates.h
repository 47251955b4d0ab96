// Dates and times of day as pages state them, in the languages of the web, time zones kept.
//
//   2025-10-08T21:33:14.140Z            2025-10-08T21:33:14Z
//   Fri, 01 May 2020 23:00:00 -0400     2020-05-01T23:00:00-04:00
//   7 Nov 2025, 5:49 p.m. EST           2025-11-07T17:49:00-05:00
//   Mittwoch, 3. Juli 2018 | 9.05 Uhr   2018-07-03T09:05:00
//   2020年07月03日                       2020-07-03
//   ۱۲ تیر ۱۳۹۹                          2020-07-02         the Iranian calendar
//   03/04/2020                          2020-03-04, or 2020-04-03 where the day comes first
//
// Only whole dates are read: "May 2020" is none. What does not say a zone has none.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/web_words.h"

namespace concord {

struct PageDay {
  int year = 0;
  int month = 0;
  int day = 0;
  auto operator<=>(const PageDay&) const = default;

  std::string edtf() const;     // "2020-04-03"
  std::int64_t number() const;  // days since 1970-01-01
  static PageDay of(std::int64_t number);
};

struct PageDate {
  PageDay day;
  std::optional<PageDay> swapped;  // the other reading of 03/04/2020
  std::string clock;               // "17:49:00", or ""
  std::string zone;                // "Z", "-05:00", or ""
  std::uint32_t begin = 0;         // bytes of the plain line
  std::uint32_t end = 0;           // after the time of day, where one follows

  // "2020-04-03T17:49:00-05:00", as much of it as is known.
  std::string edtf() const;
  bool is_utc() const { return zone == "Z" || zone == "+00:00"; }
};

// How the page writes its dates.
struct DateManner {
  const WebWords& words;
  std::string_view language;  // of the page, or ""
  DayOrder order = DayOrder::day_first;
};

// The line as dates are looked for in it: lower case, digits of every script as ASCII, no-break and
// wide spaces as spaces, full-width marks as ASCII.
std::string plain_line(std::string_view line);

// A cheap look: four digits in a row, two marks between digits (27-06-18), or digits of another
// script. False: the line holds no date.
bool may_hold_date(std::string_view line);

// Every whole date of a plain line, in order. Linear in the line.
std::vector<PageDate> find_page_dates(std::string_view plain, const DateManner& manner);

// A value written for machines (an attribute, JSON): as above, and seconds or milliseconds since
// 1970, and 20200403 alone. nullopt where it holds no date; the first where it holds several.
std::optional<PageDate> read_machine_date(std::string_view value, const DateManner& manner);

// The same moment's day on a clock that is `minutes` ahead of UTC; needs a clock and a zone.
PageDate moved_to_zone(const PageDate& date, int minutes);

// Minutes between the two clock readings where both hold a time of day, zones left aside:
// 01:49 on the 9th after 17:49 on the 8th is 480.
std::optional<int> minutes_between(const PageDate& later, const PageDate& earlier);

}  // namespace concord
