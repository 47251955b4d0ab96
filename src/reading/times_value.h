// The value of a time expression: what its words say, against the publication date, the text's last
// date and the tense.
//
// In:       a match with its rule, and what stands around it.
// Out:      the Time's value, sense, grain, clock, length, and where its value comes from.
// Not here: where the words are (times_match.h), what runs along the text (times.cc).
#pragma once

#include "reading/times_clock.h"
#include "reading/times_match.h"

namespace concord {

// What stands around an expression.
struct TimeContext {
  PartialDate published;  // what is known of it; year 0 where nothing is
  PartialDate last;       // the date that "that year", "two days later" point to
  PartialDate last_day;   // the latest of them that names a day
  PartialDate told;       // a past date with its own year, told just before in this paragraph
  std::uint32_t last_time = kNone;  // numbers in Reading::times
  std::uint32_t last_day_time = kNone;
  std::uint32_t told_time = kNone;
  bool story = false;             // the text tells of the past all along
  bool heads = false;             // `told` heads this paragraph: "2020 - Chad quits in November"
  bool last_here = false;         // `last` stands in this sentence
  bool ahead = false;             // the verbs look ahead
  bool approximate = false;       // "around 2024"
  std::string_view cue;           // the word before
  std::optional<bool> day_first;  // how the report writes 13/11/2025, where it has shown it
};

// All that a value is made of.
struct TimeSetting {
  const TimeMatch& match;
  const TimeRule& rule;
  const TimeWords& words;
  const Reading& reading;
  const TimeContext& context;

  std::string_view low(std::uint32_t token) const { return reading.lower(token); }
  // The number of a slot that the pattern may name by a literal ("may", "q1").
  int number(TimeSlot slot) const;
  // "Chile signed it on Monday. Hours later Peru ...": the day told in this sentence or in one of
  // the two before; "" where there is none.
  std::string day_some_hours_off() const;
  std::string day_told_near() const;
  // Where the rule's clock stands; the Time is told.
  const PartialDate& anchor(Time& time) const;
};

// False where the match turns out to be no time at all ("99/99/2025").
bool value_time(const TimeSetting& setting, Time& time);

// The parts of value_time, by kind of operator.
bool value_date(const TimeSetting& setting, Time& time);  // times_dates.cc
bool value_month(const TimeSetting& setting, Time& time);
bool value_year(const TimeSetting& setting, Time& time);
bool value_decade(const TimeSetting& setting, Time& time);
bool value_century(const TimeSetting& setting, Time& time);
bool value_era(const TimeSetting& setting, Time& time);
bool value_quarter(const TimeSetting& setting, Time& time);
bool value_slashed(const TimeSetting& setting, Time& time);
bool value_feast(const TimeSetting& setting, Time& time);
bool value_weekday(const TimeSetting& setting, Time& time);  // times_relative.cc
bool value_days(const TimeSetting& setting, Time& time);
bool value_unit(const TimeSetting& setting, Time& time);
bool value_counted(const TimeSetting& setting, Time& time);
bool value_season(const TimeSetting& setting, Time& time);
bool value_ordinal(const TimeSetting& setting, Time& time);
bool value_length(const TimeSetting& setting, Time& time);  // times_length.cc
bool value_repeated(const TimeSetting& setting, Time& time);
bool value_clock(const TimeSetting& setting, Time& time);  // times_value.cc
bool value_daypart(const TimeSetting& setting, Time& time);

// The year of a day or month that has none: the tense points from the publication date; a story
// goes on from its last date. 0 where nothing tells.
int year_near(const TimeSetting& setting, const PartialDate& date, Time& time);

// "TMO" where the words from `begin` on name a part of the day, else "".
std::string daypart_of(const TimeWords& words, const Reading& reading, TokenSpan tokens);

// Whether "13/11/2025" writes the day first; nothing where it could be either.
std::optional<bool> writes_day_first(const TimeMatch& match);

}  // namespace concord
