// What a number may be in a time: a day, a year, a decade, a time of day.
//
// Example:  19th -> day 19, ordinal    1990s -> decade    6pm -> clock 18:00    1990 -> year,
// number
#pragma once

#include <string_view>

#include "lexicon/time_words.h"

namespace concord {

struct TimeNumber {
  TimeSlots slots = 0;
  int value = 0;
  int clock = 0;  // minutes after midnight
};

TimeNumber read_time_number(std::string_view lower);

}  // namespace concord
