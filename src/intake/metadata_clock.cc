#include "intake/metadata_clock.h"

namespace concord {
namespace {

using Kind = LinePiece::Kind;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

class Clock {
 public:
  Clock(std::string_view line, const std::vector<LinePiece>& pieces, const WebWords& words)
      : line_(line), pieces_(pieces), words_(words) {}

  std::optional<DayClock> at(std::size_t i, std::size_t& past) const {
    if (!number(i, 1, 2)) return compact(i, past);
    const bool parted = mark(i + 1, ":.") || word(i + 1) == "h";
    DayClock clock;
    int hour = piece(i).value;
    int minute = 0;
    int second = 0;
    std::size_t next = i + 1;
    if (parted && joined(i + 1) && number(i + 2, 2, 2)) {
      minute = piece(i + 2).value;
      next = i + 3;
      if (mark(next, ":.") && joined(next) && number(next + 1, 2, 2) && joined(next + 1)) {
        second = piece(next + 1).value;
        next += 2;
      }
      if (mark(next, ".,") && joined(next) && number(next + 1, 1, 9) && joined(next + 1)) next += 2;
    } else if (half_of_day(i + 1) == 0) {
      return std::nullopt;  // "9" alone is no time; "9 am" is
    }
    if (const std::size_t half = half_of_day(next); half > 0) {
      const bool evening = word(next).front() == 'p' || word(next) == "μμ" || word(next) == "م";
      if (hour > 12) return std::nullopt;
      hour = hour % 12 + (evening ? 12 : 0);
      next += half;
    }
    if (hour > 23 || minute > 59 || second > 60) return std::nullopt;
    clock.clock = printed(hour, minute, second);
    past = next;
    clock.zone = zone(next, past);
    return clock;
  }

  // 212506 right after a "t", as in 20200424T212506Z.
  std::optional<DayClock> compact(std::size_t i, std::size_t& past) const {
    if (!number(i, 6, 6) || i == 0 || word(i - 1) != "t" || !joined(i)) return std::nullopt;
    const int value = piece(i).value;
    if (value / 10000 > 23 || value / 100 % 100 > 59 || value % 100 > 60) return std::nullopt;
    past = i + 1;
    DayClock clock{printed(value / 10000, value / 100 % 100, value % 100), {}};
    clock.zone = zone(past, past);
    return clock;
  }

  bool is_link(std::size_t i) const {
    return (piece(i).kind == Kind::mark &&
            std::string_view(",-|(@/;").find(piece(i).mark) != std::string_view::npos) ||
           (!word(i).empty() && word(i).size() <= 4 &&
            words_.months.find(word(i)) == words_.months.end()) ||
           is_middle_dot(i);
  }

 private:
  const LinePiece& piece(std::size_t i) const {
    static const LinePiece none;
    return i < pieces_.size() ? pieces_[i] : none;
  }
  bool number(std::size_t i, int least, int most) const {
    return piece(i).kind == Kind::number && piece(i).digits >= least && piece(i).digits <= most;
  }
  bool mark(std::size_t i, std::string_view marks) const {
    return piece(i).kind == Kind::mark && marks.find(piece(i).mark) != std::string_view::npos;
  }
  std::string_view word(std::size_t i) const {
    return piece(i).kind == Kind::word ? line_.substr(piece(i).begin, piece(i).end - piece(i).begin)
                                       : std::string_view();
  }
  bool joined(std::size_t i) const { return i > 0 && piece(i).begin == piece(i - 1).end; }
  bool is_middle_dot(std::size_t i) const { return word(i) == "·" || word(i) == "•"; }

  static std::string printed(int hour, int minute, int second) {
    return padded(hour, 2) + ":" + padded(minute, 2) + ":" + padded(second, 2);
  }

  // How many pieces "am", "p.m.", "μμ" take; 0 where there are none.
  std::size_t half_of_day(std::size_t i) const {
    const std::string_view half = word(i);
    if (half == "am" || half == "pm" || half == "πμ" || half == "μμ" || half == "ص" ||
        half == "م") {
      return 1;
    }
    if ((half != "a" && half != "p") || !mark(i + 1, ".") || word(i + 2) != "m") return 0;
    return mark(i + 3, ".") ? 4 : 3;
  }

  // "Z", "EST", "+05:30", "-0400", "GMT+2", "(EDT)" at i; moves past.
  std::string zone(std::size_t i, std::size_t& past) const {
    const bool open = mark(i, "(");
    const std::size_t at = open ? i + 1 : i;
    const std::string_view name = word(at);
    if (!name.empty() && name.size() <= 4) {
      std::string upper(name);
      for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
      const auto known = words_.zones.find(upper);
      if (known == words_.zones.end()) return {};
      past = at + 1;
      if (known->second != "Z") return known->second;
      const std::string offset = joined(at + 1) ? offset_at(at + 1, past) : "";
      return offset.empty() ? "Z" : offset;
    }
    return offset_at(i, past);
  }

  std::string offset_at(std::size_t i, std::size_t& past) const {
    if (!mark(i, "+-") || !joined(i + 1)) return {};
    int hours = 0;
    int minutes = 0;
    std::size_t next = i + 2;
    if (number(i + 1, 4, 4)) {
      hours = piece(i + 1).value / 100;
      minutes = piece(i + 1).value % 100;
    } else if (number(i + 1, 1, 2)) {
      hours = piece(i + 1).value;
      if (mark(i + 2, ":") && joined(i + 2) && number(i + 3, 2, 2) && joined(i + 3)) {
        minutes = piece(i + 3).value;
        next = i + 4;
      }
    } else {
      return {};
    }
    if (hours > 14 || minutes > 59) return {};
    past = next;
    return piece(i).mark + padded(hours, 2) + ":" + padded(minutes, 2);
  }

  std::string_view line_;
  const std::vector<LinePiece>& pieces_;
  const WebWords& words_;
};

}  // namespace

std::string padded(int value, std::size_t width) {
  std::string digits = std::to_string(value);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

std::vector<LinePiece> cut_pieces(std::string_view plain) {
  std::vector<LinePiece> pieces;
  for (std::uint32_t at = 0; at < plain.size();) {
    LinePiece piece;
    piece.begin = at;
    if (is_digit(plain[at])) {
      piece.kind = Kind::number;
      for (; at < plain.size() && is_digit(plain[at]); ++at, ++piece.digits) {
        if (piece.digits < 9) piece.value = piece.value * 10 + (plain[at] - '0');
      }
    } else if (is_letter(plain[at])) {
      piece.kind = Kind::word;
      while (at < plain.size() && is_letter(plain[at])) ++at;
    } else if (plain[at] == ' ' || plain[at] == kRunEnd || plain[at] == '\t' || plain[at] == '\n') {
      ++at;
      continue;
    } else {
      piece.kind = Kind::mark;
      piece.mark = plain[at++];
    }
    piece.end = at;
    pieces.push_back(piece);
  }
  return pieces;
}

std::optional<DayClock> clock_at(std::string_view line, const std::vector<LinePiece>& pieces,
                                 std::size_t at, const WebWords& words, std::size_t& past) {
  return Clock(line, pieces, words).at(at, past);
}

std::optional<DayClock> clock_after(std::string_view line, const std::vector<LinePiece>& pieces,
                                    std::size_t at, const WebWords& words, std::size_t& past) {
  const Clock clock(line, pieces, words);
  for (int most = 4; most > 0; --most, ++at) {
    if (auto found = clock.at(at, past)) return found;
    if (!clock.is_link(at)) break;
  }
  return std::nullopt;
}

std::optional<DayClock> clock_before(std::string_view line, const std::vector<LinePiece>& pieces,
                                     std::size_t floor, std::size_t date, const WebWords& words) {
  const Clock clock(line, pieces, words);
  // The longest clock with a zone and a comma after it takes ten pieces.
  const std::size_t first = date > floor + 10 ? date - 10 : floor;
  for (std::size_t at = first; at < date; ++at) {
    std::size_t past = at;
    auto found = clock.at(at, past);
    if (!found) continue;
    while (past < date && clock.is_link(past)) ++past;
    if (past == date) return found;
  }
  return std::nullopt;
}

std::optional<DayClock> clock_inside(std::string_view line, const std::vector<LinePiece>& pieces,
                                     std::size_t begin, std::size_t end, const WebWords& words) {
  const Clock clock(line, pieces, words);
  for (std::size_t at = begin + 2; at < end; ++at) {
    std::size_t past = at;
    if (auto found = clock.at(at, past); found && past < end) return found;
  }
  return std::nullopt;
}

}  // namespace concord
