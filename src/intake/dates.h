// Dates as pages print them: "November 07, 2025", "7 Nov 2025", "11/6/2025", "2025-11-06",
// "29.06.2012", "24-05-22".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace concord {

struct FoundDate {
  std::string value;    // EDTF day
  std::string swapped;  // the other reading of 11/6/2025: "2025-06-11"; "" where there is one only
  std::size_t begin = 0;  // bytes of the line
  std::size_t end = 0;
};

// Every whole date of a line, in order; of a long line only those of its first 400 bytes. Numbers
// parted by strokes are month/day/year unless the first is past 12; by dots or hyphens day first.
std::vector<FoundDate> find_dates(std::string_view line);

}  // namespace concord
