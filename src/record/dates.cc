#include "record/dates.h"

#include <charconv>
#include <chrono>
#include <tuple>

namespace concord {
namespace {

// "2025", "2025-11" or "2025-11-06" as year, month, day; 0 where coarser.
struct Parts {
  int year = 0, month = 0, day = 0;
};

bool read_number(std::string_view text, int& value) {
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
  return failed == std::errc() && end == text.data() + text.size();
}

std::optional<Parts> parts_of(std::string_view text) {
  while (!text.empty() && (text.back() == '~' || text.back() == '?' || text.back() == '%'))
    text.remove_suffix(1);
  Parts parts;
  const bool shape = text.size() == 4 || (text.size() == 7 && text[4] == '-') ||
                     (text.size() == 10 && text[4] == '-' && text[7] == '-');
  if (!shape || !read_number(text.substr(0, 4), parts.year)) return std::nullopt;
  if (text.size() >= 7 && !read_number(text.substr(5, 2), parts.month)) return std::nullopt;
  if (text.size() == 10 && !read_number(text.substr(8, 2), parts.day)) return std::nullopt;
  const bool in_range = (text.size() < 7 || (parts.month >= 1 && parts.month <= 12)) &&
                        (text.size() < 10 || (parts.day >= 1 && parts.day <= 31));
  return in_range ? std::optional(parts) : std::nullopt;
}

std::optional<Days> simple_days(std::string_view text) {
  using namespace std::chrono;
  const auto parts = parts_of(text);
  if (!parts) return std::nullopt;
  const auto number = [](sys_days day) { return static_cast<int>(day.time_since_epoch().count()); };
  const auto y = year(parts->year);
  const auto first_month = month(static_cast<unsigned>(parts->month == 0 ? 1 : parts->month));
  const auto last_month = month(static_cast<unsigned>(parts->month == 0 ? 12 : parts->month));
  if (parts->day != 0) {
    const int day_number = number(sys_days(y / first_month / 1)) + parts->day - 1;
    return Days{day_number, day_number};
  }
  return Days{number(sys_days(y / first_month / 1)), number(sys_days(y / last_month / last))};
}

}  // namespace

std::optional<Days> days_of(std::string_view edtf) {
  const std::size_t slash = edtf.find('/');
  if (slash == std::string_view::npos) return simple_days(edtf);
  const auto begin = simple_days(edtf.substr(0, slash));
  const auto end = simple_days(edtf.substr(slash + 1));
  if (begin && end) return Days{begin->first, end->last};
  return begin ? begin : end;
}

bool agree(std::string_view a, std::string_view b) {
  const bool one_interval =
      (a.find('/') == std::string_view::npos) != (b.find('/') == std::string_view::npos);
  const auto x = days_of(a), y = days_of(b);
  if (!x || !y || one_interval) return a == b;
  return (x->first <= y->first && y->last <= x->last) ||
         (y->first <= x->first && x->last <= y->last);
}

bool earlier(const std::string& a, const std::string& b) {
  const auto x = days_of(a), y = days_of(b);
  if (x.has_value() != y.has_value()) return x.has_value();
  if (!x) return a < b;
  return std::tuple(x->first, x->last, a) < std::tuple(y->first, y->last, b);
}

bool is_day_month_or_year(std::string_view edtf) {
  return parts_of(edtf).has_value() && edtf.find_first_not_of("0123456789-") == edtf.npos;
}

}  // namespace concord
