#include "reading/times_number.h"

namespace concord {
namespace {

constexpr int kYearMin = 1000;
constexpr int kYearMax = 2150;

TimeSlots bit(TimeSlot slot) { return TimeSlots{1} << static_cast<unsigned>(slot); }

struct Digits {
  int value = 0;
  std::size_t count = 0;
};

Digits digits_at(std::string_view text, std::size_t at) {
  Digits digits;
  while (at < text.size() && digits.count < 5 && text[at] >= '0' && text[at] <= '9') {
    digits.value = digits.value * 10 + (text[at++] - '0');
    ++digits.count;
  }
  return digits;
}

// "18:30", "6.30pm", "6pm", "0600"; false where it is no time of day.
bool read_clock(std::string_view text, int& minutes) {
  const Digits hour = digits_at(text, 0);
  std::string_view rest = text.substr(hour.count);
  Digits minute;
  const bool colon = rest.starts_with(':');
  if (colon || rest.starts_with('.')) {
    minute = digits_at(rest, 1);
    if (minute.count != 2) return false;
    rest = rest.substr(3);
    if (colon && rest.starts_with(':')) {  // seconds
      if (digits_at(rest, 1).count != 2) return false;
      rest = rest.substr(3);
    }
  }
  const bool half_day = rest == "am" || rest == "pm" || rest == "a" || rest == "p";
  if (hour.count == 4 && minute.count == 0 && rest.empty()) {  // 0600 hours
    minutes = hour.value / 100 * 60 + hour.value % 100;
    return hour.value % 100 < 60 && hour.value < 2400;
  }
  if (!half_day && (!colon || !rest.empty())) return false;
  if (hour.count > 2 || hour.value > (half_day ? 12 : 23) || minute.value > 59) return false;
  int in_day = hour.value;
  if (half_day) in_day = hour.value % 12 + (rest.front() == 'p' ? 12 : 0);
  minutes = in_day * 60 + minute.value;
  return true;
}

}  // namespace

TimeNumber read_time_number(std::string_view text) {
  TimeNumber number;
  const Digits digits = digits_at(text, 0);
  const std::string_view rest = text.substr(digits.count);
  if (digits.count == 0 || digits.count > 4) return number;
  const int value = digits.value;
  number.value = value;
  if (read_clock(text, number.clock)) number.slots |= bit(TimeSlot::clock);
  const bool ordinal = rest == "st" || rest == "nd" || rest == "rd" || rest == "th";
  const bool day = value >= 1 && value <= 31 && digits.count <= 2;
  if (rest.empty()) {
    number.slots |= bit(TimeSlot::number);
    if (value >= 1 && value < 1000 && text.front() != '0') number.slots |= bit(TimeSlot::count);
    if (digits.count == 4 && value >= kYearMin && value <= kYearMax)
      number.slots |= bit(TimeSlot::year);
  } else if (ordinal) {
    number.slots |= bit(TimeSlot::ordinal);
  } else if (rest == "s" && value % 10 == 0) {
    const bool year = digits.count == 4 && value >= kYearMin && value <= kYearMax;
    if (year) number.slots |= bit(TimeSlot::decade);
    if (digits.count == 2 || digits.count == 3) number.slots |= bit(TimeSlot::tens);
  } else if (rest.front() == '.' && day && rest.size() >= 6) {
    number.slots |= bit(TimeSlot::dotted);
  }
  if (day && (rest.empty() || ordinal)) number.slots |= bit(TimeSlot::day);
  return number;
}

}  // namespace concord
