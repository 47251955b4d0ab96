// The date of an act told by its distance from another: "left on Friday, a day after Chile joined".
//
// In:       an act in a clause that "after" or "before" opens behind a length of time.
// Out:      the date counted from the one of the main clause, as coarse as the length; "" where the
//           act stands in no such clause, or nothing tells from when to count.
// Not here: "two days later", which is a time of its own (reading/times.cc).
// Example:  "in force since June 2021, a year after Fiji ratified it"   Fiji ratified: 2020
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "claim/clause.h"
#include "reading/times_clock.h"

namespace concord {

// "two years to the day"
struct Distance {
  int count = 0;
  TimeUnit unit = TimeUnit::day;
  bool exact = false;
  std::uint32_t begin = 0;  // token
};

// "ratified it two years after signing it": acts of one sentence, by number, `later` that far
// behind `earlier`; neither has a date there, another sentence may give it to one of them.
struct ActDistance {
  std::size_t earlier = 0;
  std::size_t later = 0;
  Distance distance;
};

// The date that a time tells; "today" in a quotation is the day on which it was said: the last one
// of the week that the report named.
std::string date_told(const Report& report, const Reading& reading, const Time& time);

std::string reckoned_date(const Report& report, const Reading& reading, const FoundAct& act);

std::vector<ActDistance> distances_between(const Report& report, const Reading& reading,
                                           const std::vector<FoundAct>& acts);

// The date that lies as far behind, or before where negative.
std::string date_off(const std::string& date, const Distance& distance, bool behind);

}  // namespace concord
