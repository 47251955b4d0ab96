// The order of work: the plain line is cut into numbers, words and marks; at each number every form
// of a date is tried; what follows or precedes a date may be its time of day and zone.
#include "intake/metadata_dates.h"

#include <chrono>

#include "intake/metadata_clock.h"
#include "text/fold.h"

namespace concord {
namespace {

namespace ch = std::chrono;

constexpr int kYearMin = 1800;
constexpr int kYearMax = 2100;
constexpr std::size_t kLineBytesMax = 2000;

std::optional<PageDay> valid_day(int year, int month, int day) {
  if (year < kYearMin || year > kYearMax || month < 1 || month > 12 || day < 1) return std::nullopt;
  const ch::year_month_day date{ch::year(year), ch::month(static_cast<unsigned>(month)),
                                ch::day(static_cast<unsigned>(day))};
  if (!date.ok()) return std::nullopt;
  return PageDay{year, month, day};
}

// A day of the Iranian calendar, by the 33-year rule, which holds from 1178 to 1633 (1799-2254).
std::optional<PageDay> solar_day(int year, int month, int day) {
  if (year < 1178 || year > 1633 || month < 1 || month > 12 || day < 1 || day > 31) {
    return std::nullopt;
  }
  const int cycle_year = year - 979;
  std::int64_t days = 365LL * cycle_year + cycle_year / 33 * 8 + (cycle_year % 33 + 3) / 4;
  days += month <= 7 ? 31 * (month - 1) : 30 * (month - 1) + 6;
  days += day - 1;
  constexpr std::int64_t kFirst = -135'061;  // 1600-03-20, the first of Farvardin 979
  return PageDay::of(kFirst + days);
}

// "2563" of the Buddhist era and "1399" of the Iranian one are no years of ours.
int common_year(int year) { return year > 2400 && year < 2700 ? year - 543 : year; }

class Finder {
 public:
  Finder(std::string_view line, const DateManner& manner, bool machine)
      : line_(line), manner_(manner), pieces_(cut_pieces(line)), machine_(machine) {}

  std::vector<PageDate> find() {
    std::vector<PageDate> found;
    for (std::size_t i = 0; i < pieces_.size();) {
      std::size_t next = i;
      if (auto date = date_at(i, next)) {
        finish(*date, i, next);
        found.push_back(*std::move(date));
        floor_ = next;
        i = next;
      } else {
        ++i;
      }
    }
    return found;
  }

 private:
  using Piece = LinePiece;

  const Piece& piece(std::size_t i) const {
    static const Piece none;
    return i < pieces_.size() ? pieces_[i] : none;
  }
  bool number(std::size_t i, int digits_min, int digits_max) const {
    const Piece& one = piece(i);
    return one.kind == Piece::Kind::number && one.digits >= digits_min && one.digits <= digits_max;
  }
  bool mark(std::size_t i, std::string_view marks) const {
    return piece(i).kind == Piece::Kind::mark &&
           marks.find(piece(i).mark) != std::string_view::npos;
  }
  std::string_view word(std::size_t i) const {
    const Piece& one = piece(i);
    return one.kind == Piece::Kind::word ? line_.substr(one.begin, one.end - one.begin)
                                         : std::string_view();
  }
  // No space before the piece.
  bool joined(std::size_t i) const { return i > 0 && piece(i).begin == piece(i - 1).end; }

  std::optional<PageDate> date_at(std::size_t i, std::size_t& next) const {
    const Piece& first = pieces_[i];
    // "v12.4.2019", "1.2.3.2020": a number that letters or marks hold to more numbers.
    if (first.kind == Piece::Kind::mark) return std::nullopt;
    if (first.kind == Piece::Kind::number) {
      if (i > 0 && joined(i) && holds_to_number(i)) {
        return std::nullopt;
      }
      for (const auto form :
           {&Finder::year_first, &Finder::ideographs, &Finder::numeric, &Finder::day_month_year,
            &Finder::year_month_name, &Finder::year_day_month, &Finder::compact}) {
        if (auto date = (this->*form)(i, next)) return date;
      }
      return std::nullopt;
    }
    return month_day_year(i, next);
  }

  // "jing1989", "1.2.3.2020": the number before, or the word, goes on in this one.
  bool holds_to_number(std::size_t i) const {
    const std::string_view before = word(i - 1);
    if (!before.empty()) return before.size() > 1 && before.back() >= 'a' && before.back() <= 'z';
    return number(i - 1, 1, 20) || (mark(i - 1, ".") && i > 1 && number(i - 2, 1, 20));
  }

  static std::optional<PageDate> dated(std::optional<PageDay> day) {
    if (!day) return std::nullopt;
    PageDate date;
    date.day = *day;
    return date;
  }

  // 2020-04-03, 2020/4/3, "2020. 4. 3."
  std::optional<PageDate> year_first(std::size_t i, std::size_t& next) const {
    if (!number(i, 4, 4) || !mark(i + 1, "-/._") || !number(i + 2, 1, 2) || !mark(i + 3, "-/._") ||
        !number(i + 4, 1, 2) || piece(i + 1).mark != piece(i + 3).mark) {
      return std::nullopt;
    }
    const bool spaced = !joined(i + 1) || !joined(i + 2) || !joined(i + 3) || !joined(i + 4);
    if (spaced && piece(i + 1).mark != '.') return std::nullopt;
    next = i + 5;
    const int year = piece(i).value;
    if (auto solar = solar_day(year, piece(i + 2).value, piece(i + 4).value)) return dated(solar);
    return dated(valid_day(common_year(year), piece(i + 2).value, piece(i + 4).value));
  }

  // 2020年07月03日, "2020년 7월 3일"
  std::optional<PageDate> ideographs(std::size_t i, std::size_t& next) const {
    const std::string_view year = word(i + 1);
    const std::string_view month = word(i + 3);
    if (!number(i, 4, 4) || (year != "年" && year != "년") || !number(i + 2, 1, 2) ||
        (month != "月" && month != "월") || !number(i + 4, 1, 2)) {
      return std::nullopt;
    }
    next = word(i + 5).empty() ? i + 5 : i + 6;
    return dated(valid_day(piece(i).value, piece(i + 2).value, piece(i + 4).value));
  }

  // 03/04/2020, 3.4.2020, "12. 01. 2017", 27-06-18
  std::optional<PageDate> numeric(std::size_t i, std::size_t& next) const {
    if (!number(i, 1, 2) || !mark(i + 1, "-/.") || !number(i + 2, 1, 2) || !mark(i + 3, "-/.") ||
        !number(i + 4, 2, 4) || piece(i + 4).digits == 3 ||
        piece(i + 1).mark != piece(i + 3).mark) {
      return std::nullopt;
    }
    const char parted = piece(i + 1).mark;
    const bool tight = joined(i + 1) && joined(i + 2) && joined(i + 3) && joined(i + 4);
    if (!tight && (parted != '.' || piece(i + 4).digits == 2)) return std::nullopt;
    if (mark(i + 5, "-/.") && joined(i + 5) && number(i + 6, 1, 20) && joined(i + 6)) {
      return std::nullopt;  // 1.2.20.4
    }
    // 3.4.20 is a version as often, but where dates are written so: "8.5.12" on a German page.
    const bool short_day = piece(i).digits == 1 || piece(i + 2).digits == 1;
    const bool dotted =
        parted == '.' && !manner_.language.empty() && !manner_.language.starts_with("en");
    if (piece(i + 4).digits == 2 && short_day && !dotted && parted != '/') return std::nullopt;
    next = i + 5;
    const int a = piece(i).value;
    const int b = piece(i + 2).value;
    int year = piece(i + 4).value;
    if (piece(i + 4).digits == 2) year += year < 70 ? 2000 : 1900;
    year = common_year(year);
    const auto day_first = valid_day(year, b, a);
    const auto month_first = valid_day(year, a, b);
    const bool american = parted != '.' && manner_.order == DayOrder::month_first;
    auto date = dated(american && month_first ? month_first : day_first ? day_first : month_first);
    if (date && day_first && month_first && a != b && parted != '.') {
      date->swapped = american ? day_first : month_first;
    }
    return date;
  }

  // Past "st", "º", ".", "de", "of", ",", "'", "-" and the like between the parts of a date.
  std::size_t skip_links(std::size_t i) const {
    for (int most = 4; most > 0; --most) {
      const bool link_word = !word(i).empty() && word(i).size() <= 4 && month(i).month == 0;
      if (!link_word && !mark(i, ".,-/'")) break;
      ++i;
    }
    return i;
  }

  // A month's name at i: one word, or two ("كانون الثاني"), or Vietnam's "tháng 4".
  struct Month {
    int month = 0;
    bool solar = false;
    std::size_t next = 0;
  };
  Month month(std::size_t i) const {
    const std::string_view name = word(i);
    if (name.size() < 2) return {};
    if (name == "tháng" && number(i + 1, 1, 2)) return {piece(i + 1).value, false, i + 2};
    if (!word(i + 1).empty()) {
      const auto both = line_.substr(piece(i).begin, piece(i + 1).end - piece(i).begin);
      if (const auto form = manner_.words.month_of(both, manner_.language); form.month != 0) {
        return {form.month, form.solar, i + 2};
      }
    }
    const auto form = manner_.words.month_of(name, manner_.language);
    if (form.month == 0) return month_with_stop(i);
    return {form.month, form.solar, i + 1 + second_name(i + 1, form.month)};
  }

  // Thai short names have a stop within: "มี.ค. 2563".
  Month month_with_stop(std::size_t i) const {
    if (!mark(i + 1, ".") || !joined(i + 1) || word(i + 2).empty() || !joined(i + 2)) return {};
    const auto both = line_.substr(piece(i).begin, piece(i + 2).end - piece(i).begin);
    const auto form = manner_.words.month_of(both, manner_.language);
    return {form.month, form.solar, i + 3};
  }

  // "آذار/مارس": the month's name in the Levant and in the Maghreb. The pieces that the second
  // takes.
  std::size_t second_name(std::size_t i, int first) const {
    if (!mark(i, "/") || word(i + 1).empty()) return 0;
    const auto both = line_.substr(piece(i + 1).begin, piece(i + 2).end - piece(i + 1).begin);
    if (!word(i + 2).empty() && manner_.words.month_of(both, manner_.language).month == first) {
      return 3;
    }
    return manner_.words.month_of(word(i + 1), manner_.language).month == first ? 2 : 0;
  }

  static std::optional<PageDate> named(int year, const Month& month, int day) {
    if (month.solar) return dated(solar_day(year, month.month, day));
    return dated(valid_day(common_year(year), month.month, day));
  }

  // "'25" and 25 after a month are a year of this century.
  bool year_at(std::size_t i, int& year) const {
    if (number(i, 4, 4)) {
      year = piece(i).value;
      return year >= 1000;
    }
    if (!number(i, 2, 2) || !(mark(i - 1, "'-/."))) return false;
    year = 2000 + piece(i).value;
    return year < 2070;
  }

  // "7 Nov 2025", "1º de abril de 2020", "3. Juli 2018", "19-Dec-2025", "12 tháng 4, 2020"
  std::optional<PageDate> day_month_year(std::size_t i, std::size_t& next) const {
    if (!number(i, 1, 2)) return std::nullopt;
    const Month named_month = month(skip_links(i + 1));
    if (named_month.month == 0) return std::nullopt;
    const std::size_t at = skip_links(named_month.next);
    int year = 0;
    if (!year_at(at, year)) return std::nullopt;
    next = at + 1;
    return named(year, named_month, piece(i).value);
  }

  // "November 7th, 2025", "Tue Aug 25 2020", "Aug 25 00:23:33 +0000 2020"
  std::optional<PageDate> month_day_year(std::size_t i, std::size_t& next) const {
    const Month named_month = month(i);
    if (named_month.month == 0) return std::nullopt;
    std::size_t day = named_month.next;
    while (mark(day, ".-/")) ++day;
    if (!number(day, 1, 2)) return std::nullopt;
    std::size_t at = skip_links(day + 1);
    if (is_range_end(i, day, at)) return std::nullopt;
    int year = 0;
    if (!year_at(at, year)) {
      // The clock stands before the year.
      std::size_t past = at;
      if (!clock_at(line_, pieces_, at, manner_.words, past) || !number(past, 4, 4)) {
        return std::nullopt;
      }
      at = past;
      year = piece(at).value;
    }
    next = at + 1;
    return named(year, named_month, piece(day).value);
  }

  // The 24 of "July 15-24, 2024": days that something takes, none of them the page's. In Jul-15-24
  // the same mark stands before the day.
  bool is_range_end(std::size_t name, std::size_t day, std::size_t at) const {
    return at == day + 2 && mark(day + 1, "-") && number(at, 1, 2) &&
           !(day == name + 2 && mark(name + 1, "-"));
  }

  // "2020. április 3.", "2020 m. balandžio 3 d.", 2020-Apr-03
  std::optional<PageDate> year_month_name(std::size_t i, std::size_t& next) const {
    if (!number(i, 4, 4)) return std::nullopt;
    const Month named_month = month(skip_links(i + 1));
    if (named_month.month == 0) return std::nullopt;
    std::size_t at = named_month.next;
    while (mark(at, ".-/")) ++at;
    if (!number(at, 1, 2)) return std::nullopt;
    if (mark(at + 1, ":") || number(at + 1, 4, 4)) return std::nullopt;
    next = at + 1;
    return named(piece(i).value, named_month, piece(at).value);
  }

  // "2020. gada 3. aprīlis", "2020 жылғы 3 сәуір": the language's "of the year" parts year and day.
  std::optional<PageDate> year_day_month(std::size_t i, std::size_t& next) const {
    if (!number(i, 4, 4)) return std::nullopt;
    const std::size_t link = mark(i + 1, ".") ? i + 2 : i + 1;
    const auto known = manner_.words.words.find(word(link));
    if (known == manner_.words.words.end() || !known->second.year) return std::nullopt;
    if (!number(link + 1, 1, 2)) return std::nullopt;
    const Month named_month = month(mark(link + 2, ".") ? link + 3 : link + 2);
    if (named_month.month == 0) return std::nullopt;
    next = named_month.next;
    return named(piece(i).value, named_month, piece(link + 1).value);
  }

  // 20200403, 20200403T212506Z: only where a machine wrote it.
  std::optional<PageDate> compact(std::size_t i, std::size_t& next) const {
    if (!machine_ || (!number(i, 8, 8) && !number(i, 14, 14) && !number(i, 12, 12))) {
      return std::nullopt;
    }
    const std::string_view digits = line_.substr(piece(i).begin, 8);
    const int value = std::stoi(std::string(digits));
    next = i + 1;
    return dated(valid_day(value / 10000, value / 100 % 100, value % 100));
  }

  // The words of the date and its time of day.
  void finish(PageDate& date, std::size_t first, std::size_t& next) const {
    date.begin = piece(first).begin;
    std::size_t past = next;
    if (auto clock = clock_after(line_, pieces_, next, manner_.words, past)) {
      next = past;
      date.clock = std::move(clock->clock);
      date.zone = std::move(clock->zone);
    } else if (auto before = clock_before(line_, pieces_, floor_, first, manner_.words)) {
      date.clock = std::move(before->clock);
      date.zone = std::move(before->zone);
    } else if (auto inside = clock_inside(line_, pieces_, first, next, manner_.words)) {
      date.clock = std::move(inside->clock);
      date.zone = std::move(inside->zone);
    }
    date.end = next > 0 ? piece(next - 1).end : date.begin;
  }

  std::string_view line_;
  const DateManner& manner_;
  std::vector<Piece> pieces_;
  bool machine_;
  std::size_t floor_ = 0;  // the piece after the last date: no clock before it is ours
};

// Seconds since 1970, or milliseconds: as long a number as the years 1990 to 2100 need.
std::optional<PageDate> since_1970(std::string_view value) {
  if (value.size() != 10 && value.size() != 13) return std::nullopt;
  std::int64_t seconds = 0;
  for (const char c : value.substr(0, 10)) {
    if (c < '0' || c > '9') return std::nullopt;
    seconds = seconds * 10 + (c - '0');
  }
  if (seconds < 631'152'000) return std::nullopt;
  PageDate date;
  date.day = PageDay::of(seconds / 86'400);
  const int left = static_cast<int>(seconds % 86'400);
  date.clock =
      padded(left / 3600, 2) + ":" + padded(left / 60 % 60, 2) + ":" + padded(left % 60, 2);
  date.zone = "Z";
  return date;
}

}  // namespace

std::vector<PageDate> find_page_dates(std::string_view plain, const DateManner& manner) {
  return Finder(plain, manner, false).find();
}

std::optional<PageDate> read_machine_date(std::string_view value, const DateManner& manner) {
  const std::string plain = plain_line(one_line(start_of(value, kLineBytesMax)));
  if (auto date = since_1970(plain)) return date;
  auto found = Finder(plain, manner, true).find();
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

}  // namespace concord
