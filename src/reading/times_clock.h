// Days, months and years as a text leaves them, and their EDTF form.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lexicon/time_words.h"

namespace concord {

// A year, a month of it, or a day of that; 0 is what is not known. 490 BC is year -490.
struct Moment {
  int year = 0;
  int month = 0;
  int day = 0;
};

// The leading date of an EDTF value: of an interval its begin, of a season its year.
Moment moment_of(std::string_view edtf);
// The year in which a report appeared; where it has no date, one later than any.
int report_year(std::string_view published);

std::string edtf(const Moment& moment);                     // "" without a year
std::string edtf(const Moment& first, const Moment& last);  // one of them where equal
bool is_day(const Moment& moment);                          // all known, and in the calendar
int weekday_of(const Moment& day);                          // Monday 1 to Sunday 7
int day_number(const Moment& day);                          // days since 1970
Moment plus_days(const Moment& day, int n);                 // Moment{} where no day is known
Moment plus_months(const Moment& month, int n);             // the day is left out
Moment shifted(const Moment& from, TimeUnit unit, int n);   // as coarse as the unit
std::string decade_of(int year);         // 199X; of the era before Christ an interval
std::string century_of(int nth);         // the 19th: 18XX; the -4th: -03XX
std::string week_of(const Moment& day);  // 2025-W45
std::string span_of(const Moment& day, TimeUnit unit);  // week, weekend, month ... of a day

}  // namespace concord
