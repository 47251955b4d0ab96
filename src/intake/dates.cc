#include "intake/dates.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <optional>

#include "text/fold.h"

namespace concord {
namespace {

namespace ch = std::chrono;

constexpr std::size_t kLineBytesRead = 400;
constexpr std::array<std::string_view, 12> kMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

// A run of digits, a run of letters, or one mark. Spaces are between the pieces.
struct Piece {
  enum class Kind : std::uint8_t { number, word, mark } kind = Kind::mark;
  std::size_t begin = 0;
  std::size_t end = 0;
  int value = 0;  // of a number; month of a word, 0 for none
  char mark = 0;
  std::size_t size() const { return end - begin; }
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

// "Nov", "Sept" and "November", but not "Mark" nor "Mayor".
int month_of(std::string_view word) {
  if (word.size() < 3 || word.size() > 9) return 0;
  const char first = static_cast<char>(word[0] | 0x20);
  if (std::string_view("jfmasond").find(first) == std::string_view::npos) return 0;
  const std::string low = lower(word);
  for (std::size_t m = 0; m < kMonths.size(); ++m) {
    if (low[0] != kMonths[m][0]) continue;
    if (low == kMonths[m] || low == kMonths[m].substr(0, 3) || (low == "sept" && m == 8)) {
      return static_cast<int>(m) + 1;
    }
  }
  return 0;
}

std::vector<Piece> cut(std::string_view line) {
  std::vector<Piece> pieces;
  for (std::size_t at = 0; at < line.size();) {
    Piece piece;
    piece.begin = at;
    if (is_digit(line[at])) {
      piece.kind = Piece::Kind::number;
      while (at < line.size() && is_digit(line[at])) {
        if (at - piece.begin < 5) piece.value = piece.value * 10 + (line[at] - '0');
        ++at;
      }
    } else if (is_letter(line[at])) {
      piece.kind = Piece::Kind::word;
      while (at < line.size() && is_letter(line[at])) ++at;
      piece.value = month_of(line.substr(piece.begin, at - piece.begin));
    } else {
      piece.mark = line[at++];
      if (piece.mark == ' ' || piece.mark == '\t') continue;
    }
    piece.end = at;
    pieces.push_back(piece);
  }
  return pieces;
}

std::string day_text(int y, int m, int d) {
  if (y >= 0 && y < 70) y += 2000;
  if (y < 1500 || y > 2200 || m < 1 || d < 1) return {};
  const ch::year_month_day day{ch::year(y), ch::month(static_cast<unsigned>(m)),
                               ch::day(static_cast<unsigned>(d))};
  if (!day.ok()) return {};
  char buffer[48];
  std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d", y, m, d);
  return buffer;
}

class DateReader {
 public:
  explicit DateReader(std::string_view line) : line_(line), pieces_(cut(line)) {}

  std::vector<FoundDate> read() {
    std::vector<FoundDate> dates;
    for (at_ = 0; at_ < pieces_.size();) {
      const std::size_t first = at_;
      auto date =
          at(first).value > 0 && is(first, Piece::Kind::word) ? month_first() : number_first();
      if (!date) {
        at_ = first + 1;
        continue;
      }
      date->begin = at(first).begin;
      date->end = pieces_[at_ - 1].end;
      dates.push_back(*std::move(date));
    }
    return dates;
  }

 private:
  const Piece& at(std::size_t i) const {
    static const Piece none;
    return i < pieces_.size() ? pieces_[i] : none;
  }
  bool is(std::size_t i, Piece::Kind kind) const {
    return i < pieces_.size() && pieces_[i].kind == kind;
  }
  bool mark(std::size_t i, char c) const { return is(i, Piece::Kind::mark) && at(i).mark == c; }
  bool year(std::size_t i) const { return is(i, Piece::Kind::number) && at(i).size() == 4; }

  // Past "7" and "7th".
  std::size_t after_day(std::size_t i) const {
    const Piece& next = at(i + 1);
    const bool ordinal =
        is(i + 1, Piece::Kind::word) && next.begin == at(i).end && next.size() == 2;
    return i + 1 + ordinal;
  }

  std::optional<FoundDate> made(std::string value, std::size_t end, std::string swapped = {}) {
    if (value.empty()) return std::nullopt;
    at_ = end;
    return FoundDate{std::move(value), std::move(swapped), 0, 0};
  }

  // November 07, 2025
  std::optional<FoundDate> month_first() {
    std::size_t i = at_ + 1;
    if (mark(i, '.')) ++i;
    if (!is(i, Piece::Kind::number) || at(i).size() > 2) return std::nullopt;
    const int day = at(i).value;
    i = after_day(i);
    if (mark(i, ',')) ++i;
    if (!year(i)) return std::nullopt;
    return made(day_text(at(i).value, at(at_).value, day), i + 1);
  }

  std::optional<FoundDate> number_first() {
    if (!is(at_, Piece::Kind::number)) return std::nullopt;
    std::size_t i = after_day(at_);
    if (mark(i, '-') || mark(i, '/')) ++i;                                     // 12-Nov-2025
    if (at(at_).size() <= 2 && is(i, Piece::Kind::word) && at(i).value > 0) {  // 7 November 2025
      const int month = at(i).value;
      ++i;
      if (mark(i, '.') || mark(i, ',') || mark(i, '-') || mark(i, '/')) ++i;
      if (!year(i)) return std::nullopt;
      return made(day_text(at(i).value, month, at(at_).value), i + 1);
    }
    return numbers_only();
  }

  std::optional<FoundDate> numbers_only() {
    const std::size_t i = at_;
    const char c = at(i + 1).mark;
    if ((c != '-' && c != '/' && c != '.') || !mark(i + 3, c)) return std::nullopt;
    if (!is(i + 2, Piece::Kind::number) || !is(i + 4, Piece::Kind::number)) return std::nullopt;
    for (std::size_t k = i; k < i + 4; ++k) {
      if (at(k).end != at(k + 1).begin) return std::nullopt;
    }
    const int x = at(i).value, y = at(i + 2).value, z = at(i + 4).value;
    if (at(i).size() == 4) return made(day_text(x, y, z), i + 5);  // 2025-11-06
    const bool whole_year = at(i + 4).size() == 4;
    if (!whole_year && (at(i + 4).size() != 2 || c == '.')) return std::nullopt;  // 13.10.25
    if (c != '/' || x > 12) return made(day_text(z, y, x), i + 5);  // 24-05-22, 16/9/2022
    return made(day_text(z, x, y), i + 5, x == y ? std::string() : day_text(z, y, x));
  }

  std::string_view line_;
  std::vector<Piece> pieces_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<FoundDate> find_dates(std::string_view line) {
  return DateReader(line.substr(0, kLineBytesRead)).read();
}

}  // namespace concord
