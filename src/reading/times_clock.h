// Days, months and years as a text leaves them, and their EDTF form.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lexicon/time_words.h"

namespace concord {

// A year, a month of it, or a day of that; 0 is what is not known. 490 BC is year -490.
struct PartialDate {
  int year = 0;
  int month = 0;
  int day = 0;
};

// The leading date of an EDTF value: of an interval its begin, of a season its year.
PartialDate moment_of(std::string_view edtf);
// The year in which a report appeared; where it has no date, one later than any.
int report_year(std::string_view published);

std::string edtf(const PartialDate& moment);                          // "" without a year
std::string edtf(const PartialDate& first, const PartialDate& last);  // one of them where equal
bool is_day(const PartialDate& moment);                    // all known, and in the calendar
int weekday_of(const PartialDate& day);                    // Monday 1 to Sunday 7
int day_number(const PartialDate& day);                    // days since 1970
PartialDate plus_days(const PartialDate& day, int n);      // PartialDate{} where no day is known
PartialDate plus_months(const PartialDate& month, int n);  // the day is left out
PartialDate shifted(const PartialDate& from, TimeUnit unit, int n);  // as coarse as the unit
std::string decade_of(int year);              // 199X; of the era before Christ an interval
std::string century_of(int nth);              // the 19th: 18XX; the -4th: -03XX
std::string week_of(const PartialDate& day);  // 2025-W45
std::string span_of(const PartialDate& day, TimeUnit unit);  // week, weekend, month ... of a day

}  // namespace concord
