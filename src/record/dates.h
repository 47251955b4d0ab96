// EDTF dates as ranges of days, so that dates of different fineness can be compared.
//
// Example:  2025-11 -> 2025-11-01 to 2025-11-30    2020/2021 -> 2020-01-01 to 2021-12-31
//           2024~ -> the year 2024 (about)         2025-11-06/.. -> open, taken as its begin
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace concord {

struct Days {
  int first = 0;  // since 1970-01-01
  int last = 0;
  bool operator==(const Days&) const = default;
  bool overlaps(Days other) const { return first <= other.last && other.first <= last; }
};

// None for "" and for what is no date.
std::optional<Days> days_of(std::string_view edtf);

// One says the same as the other, perhaps finer: 2020 and 2020-09-15. An interval is no coarser
// form of a day in it: 2020/2021 and 2020 differ.
bool agree(std::string_view a, std::string_view b);

// Whether a comes before b in a list by date: undated last, then by text.
bool earlier(const std::string& a, const std::string& b);

// A day, month or year: what --as-of and --known-by take.
bool is_day_month_or_year(std::string_view edtf);

}  // namespace concord
