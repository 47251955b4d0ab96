// Words of time: months, weekdays, "yesterday", counts, and verbs that look ahead.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "base/result.h"
#include "lexicon/data.h"

namespace concord {

struct TimeWords {
  using Table = std::map<std::string, int, std::less<>>;
  Table months;    // "nov" 11
  Table weekdays;  // "thursday" 4
  Table days;      // "yesterday" -1
  Table counts;    // "two" 2
  Table ahead;     // "will": what follows lies ahead
  Table vague;     // "soon": no date

  static std::optional<int> look_up(const Table& table, std::string_view word) {
    const auto found = table.find(word);
    return found == table.end() ? std::nullopt : std::optional<int>(found->second);
  }
};

Result<TimeWords> load_time_words(const DataFiles& files);

}  // namespace concord
