// Days counted, printed and moved between time zones.
#include <chrono>

#include "intake/metadata_clock.h"
#include "intake/metadata_dates.h"

namespace concord {
namespace {

namespace ch = std::chrono;

int minutes_of(std::string_view clock) {
  return ((clock[0] - '0') * 10 + (clock[1] - '0')) * 60 + (clock[3] - '0') * 10 + (clock[4] - '0');
}

int zone_minutes(std::string_view zone) {
  if (zone.size() != 6) return 0;
  const int minutes = minutes_of(zone.substr(1));
  return zone[0] == '-' ? -minutes : minutes;
}

}  // namespace

std::string PageDay::edtf() const {
  return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2);
}

std::int64_t PageDay::number() const {
  return ch::sys_days(ch::year(year) / month / day).time_since_epoch().count();
}

PageDay PageDay::of(std::int64_t number) {
  const ch::year_month_day date{ch::sys_days(ch::days(number))};
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

std::string PageDate::edtf() const {
  return clock.empty() ? day.edtf() : day.edtf() + "T" + clock + zone;
}

PageDate moved_to_zone(const PageDate& date, int minutes) {
  PageDate moved = date;
  const int local = minutes_of(date.clock) - zone_minutes(date.zone) + minutes;
  const int shift = local < 0 ? -1 : local / 1440;
  const int in_day = local - shift * 1440;
  moved.day = PageDay::of(date.day.number() + shift);
  moved.clock = padded(in_day / 60, 2) + ":" + padded(in_day % 60, 2) + date.clock.substr(5);
  const int size = minutes < 0 ? -minutes : minutes;
  moved.zone = (minutes < 0 ? "-" : "+") + padded(size / 60, 2) + ":" + padded(size % 60, 2);
  return moved;
}

std::optional<int> minutes_between(const PageDate& later, const PageDate& earlier) {
  if (later.clock.empty() || earlier.clock.empty()) return std::nullopt;
  const std::int64_t days = later.day.number() - earlier.day.number();
  if (days < -2 || days > 2) return std::nullopt;
  return static_cast<int>(days * 1440) + minutes_of(later.clock) - minutes_of(earlier.clock);
}

}  // namespace concord
