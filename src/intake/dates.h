// Dates as pages print them: "November 07, 2025", "7 Nov 2025", "11/6/2025", "2025-11-06",
// "24-05-22".
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace concord {

struct FoundDate {
  std::string value;      // EDTF day
  std::size_t begin = 0;  // bytes of the line
  std::size_t end = 0;
};

// The first whole date of a line. Numbers alone are month/day/year unless the first is past 12.
std::optional<FoundDate> find_date(std::string_view line);

}  // namespace concord
