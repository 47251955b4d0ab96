// The value of a time expression: what its words say, against the publication date, the text's last
// date and the tense.
#pragma once

#include "reading/times_clock.h"
#include "reading/times_match.h"

namespace concord {

// What stands around an expression.
struct TimeContext {
  Moment published;          // what is known of it; year 0 where nothing is
  Moment last;               // the date that "that year", "two days later" point to
  Moment told;               // a past date with its own year, told just before in this paragraph
  bool last_here = false;    // `last` stands in this sentence
  bool ahead = false;        // the verbs look ahead
  bool approximate = false;  // "around 2024"
  std::string_view cue;      // the word before
  std::optional<bool> day_first;  // how the report writes 13/11/2025, where it has shown it
};

// False where the match turns out to be no time at all ("99/99/2025").
bool value_time(const TimeMatch& match, const TimeRule& rule, const TimeWords& words,
                const Reading& reading, const TimeContext& context, Time& time);

// Whether "13/11/2025" writes the day first; nothing where it could be either.
std::optional<bool> writes_day_first(const TimeMatch& match);

}  // namespace concord
