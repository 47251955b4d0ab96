#include "intake/dates.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <vector>

#include "text/fold.h"
#include "text/words.h"

namespace concord {
namespace {

namespace ch = std::chrono;

constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};

int month_of(std::string_view word) {
  const std::string low = lower(word);
  for (std::size_t m = 0; m < kMonths.size(); ++m) {
    if (low.size() >= 3 && low.size() <= 9 && low.starts_with(kMonths[m]))
      return static_cast<int>(m) + 1;
  }
  return 0;
}

// The number, its ordinal ending dropped; -1 for what is none.
int number_of(std::string_view word) {
  int value = 0;
  std::size_t i = 0;
  while (i < word.size() && word[i] >= '0' && word[i] <= '9' && i < 5)
    value = value * 10 + (word[i++] - '0');
  const std::string_view rest = word.substr(i);
  const bool ordinal = rest == "st" || rest == "nd" || rest == "rd" || rest == "th";
  return i > 0 && (rest.empty() || ordinal) ? value : -1;
}

std::optional<std::string> day_text(int y, int m, int d) {
  if (y >= 0 && y < 70) y += 2000;
  if (y < 1500 || y > 2200 || m < 1 || d < 1) return std::nullopt;
  const ch::year_month_day day{ch::year(y), ch::month(static_cast<unsigned>(m)),
                               ch::day(static_cast<unsigned>(d))};
  if (!day.ok()) return std::nullopt;
  char buffer[48];
  std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d", y, m, d);
  return buffer;
}

}  // namespace

std::optional<FoundDate> find_date(std::string_view line) {
  const auto words =
      split_words(line.substr(0, 400),
                  {0, static_cast<std::uint32_t>(std::min<std::size_t>(line.size(), 400))});
  const auto text = [&](std::size_t i) {
    return i < words.size() ? slice(line, words[i].span) : std::string_view();
  };
  const auto found = [&](std::size_t first, std::size_t last, int y, int m,
                         int d) -> std::optional<FoundDate> {
    auto value = day_text(y, m, d);
    if (!value) return std::nullopt;
    return FoundDate{*std::move(value), words[first].span.begin, words[last].span.end};
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::size_t at = i;
    if (const int m = month_of(text(i)); m > 0) {  // November 07, 2025
      ++at;
      if (text(at) == ".") ++at;
      const int d = number_of(text(at));
      std::size_t y = at + 1;
      if (text(y) == ",") ++y;
      if (auto date = found(i, std::min(y, words.size() - 1), number_of(text(y)), m, d);
          date && text(y).size() == 4)
        return date;
    }
    const int a = number_of(text(i));
    if (a < 0) continue;
    if (const int m = month_of(text(i + 1)); m > 0) {  // 7 November 2025
      std::size_t y = i + 2;
      if (text(y) == "." || text(y) == ",") ++y;
      if (text(y).size() == 4) {
        if (auto date = found(i, y, number_of(text(y)), m, a)) return date;
      }
    }
    const std::string_view mark = text(i + 1);
    if ((mark == "-" || mark == "/" || mark == ".") && text(i + 3) == mark) {
      const int b = number_of(text(i + 2));
      const std::string_view last = text(i + 4);
      const int c = number_of(last.substr(0, last.find_first_not_of("0123456789")));
      const std::size_t end = i + 4;
      if (b < 0 || c < 0) continue;
      if (text(i).size() == 4) {  // 2025-11-06
        if (auto date = found(i, end, a, b, c)) return date;
      } else if (mark == "-") {  // 24-05-22
        if (auto date = found(i, end, c, b, a)) return date;
      } else if (a > 12) {  // 16/9/2022
        if (auto date = found(i, end, c, b, a)) return date;
      } else if (auto date = found(i, end, c, a, b)) {  // 11/6/2025
        return date;
      }
    }
  }
  return std::nullopt;
}

}  // namespace concord
