// Time expressions, valued against the publication date. Tense decides where words alone do not:
// "met on Friday" lies before, "will meet on Friday" after.
#include <charconv>
#include <chrono>
#include <cstdio>

#include "reading/passes.h"

namespace concord {
namespace {

namespace ch = std::chrono;

std::string edtf(int year) {
  char buffer[48];
  std::snprintf(buffer, sizeof buffer, "%04d", year);
  return buffer;
}
std::string edtf(int year, unsigned month) {
  char buffer[48];
  std::snprintf(buffer, sizeof buffer, "%04d-%02u", year, month);
  return buffer;
}
std::string edtf(ch::year_month_day day) {
  char buffer[48];
  std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", int(day.year()), unsigned(day.month()),
                unsigned(day.day()));
  return buffer;
}

std::optional<ch::sys_days> day_of(const std::string& text) {
  int y = 0;
  unsigned m = 0;
  unsigned d = 0;
  if (text.size() != 10 || std::sscanf(text.c_str(), "%d-%u-%u", &y, &m, &d) != 3)
    return std::nullopt;
  const ch::year_month_day day{ch::year(y), ch::month(m), ch::day(d)};
  return day.ok() ? std::optional<ch::sys_days>(day) : std::nullopt;
}

class TimeFinder {
 public:
  TimeFinder(const Report& report, const Lexicon& lexicon, Reading& reading)
      : words_(lexicon.time_words),
        speech_(lexicon.speech),
        reading_(reading),
        published_(day_of(report.published)) {}

  void run() {
    for (const Sentence& sentence : reading_.sentences) {
      sentence_ = sentence.tokens;
      for (std::uint32_t i = sentence_.begin; i < sentence_.end;) {
        Time time;
        const std::uint32_t end = read(i, time);
        if (end <= i) {
          ++i;
          continue;
        }
        time.tokens = {i, end};
        const std::string_view before = i > sentence_.begin ? low(i - 1) : "";
        time.since = before == "since" || before == "from";
        time.until = before == "until" || before == "by" || before == "till";
        if (!time.value.empty()) last_ = time.value;
        reading_.times.push_back(std::move(time));
        i = end;
      }
    }
  }

 private:
  std::string_view low(std::uint32_t i) const {
    return sentence_.contains(i) ? reading_.lower(i) : std::string_view();
  }
  const Token& token(std::uint32_t i) const { return reading_.tokens[i]; }
  std::optional<int> month(std::uint32_t i) const {
    return sentence_.contains(i) && token(i).capital ? TimeWords::look_up(words_.months, low(i))
                                                     : std::nullopt;
  }
  std::optional<int> number(std::uint32_t i) const {
    if (!sentence_.contains(i) || token(i).kind != WordKind::number) return std::nullopt;
    const std::string_view text = low(i);
    int value = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), value);
    const std::string_view rest(end.ptr,
                                static_cast<std::size_t>(text.data() + text.size() - end.ptr));
    if (end.ec != std::errc() ||
        !(rest.empty() || rest == "st" || rest == "nd" || rest == "rd" || rest == "th")) {
      return std::nullopt;
    }
    return value;
  }
  std::optional<int> year(std::uint32_t i) const {
    const auto value = number(i);
    return value && *value >= 1800 && *value <= 2100 && low(i).size() == 4 ? value : std::nullopt;
  }
  std::optional<int> day(std::uint32_t i) const {
    const auto value = number(i);
    return value && *value >= 1 && *value <= 31 && low(i).size() <= 4 ? value : std::nullopt;
  }
  std::optional<int> count(std::uint32_t i) const {
    if (const auto word = TimeWords::look_up(words_.counts, low(i))) return word;
    return number(i);
  }

  // The token after the expression that begins at i, or i.
  std::uint32_t read(std::uint32_t i, Time& time) {
    for (auto reader : {&TimeFinder::with_month, &TimeFinder::iso, &TimeFinder::bare_year,
                        &TimeFinder::weekday, &TimeFinder::relative, &TimeFinder::counted}) {
      if (const std::uint32_t end = (this->*reader)(i, time); end > i) return end;
    }
    return i;
  }

  std::uint32_t with_month(std::uint32_t i, Time& time) {
    std::uint32_t at = i;
    std::optional<int> d = day(at);
    if (d && low(at + 1) == "of") ++at;
    if (d && month(at + 1))
      ++at;
    else
      d.reset();
    if (!d) at = i;
    const auto m = month(at);
    if (!m) return i;
    const bool may = low(at) == "may";
    ++at;
    if (low(at) == "." && number(at + 1)) ++at;
    if (!d && day(at) && !year(at)) d = day(at++);
    std::optional<int> y = year(at)                              ? year(at)
                           : (low(at) == "," || low(at) == "of") ? year(at + 1)
                                                                 : std::nullopt;
    if (y) at += year(at) ? 1 : 2;
    if (may && !d && !y &&
        !(i > sentence_.begin &&
          (low(i - 1) == "in" || low(i - 1) == "last" || low(i - 1) == "since")))
      return i;
    const int in_year = y ? *y : year_near(i, *m, d);
    if (in_year == 0) return i;
    if (!d) {
      time.value = edtf(in_year, static_cast<unsigned>(*m));
      return at;
    }
    const ch::year_month_day full{ch::year(in_year), ch::month(static_cast<unsigned>(*m)),
                                  ch::day(static_cast<unsigned>(*d))};
    if (full.ok()) time.value = edtf(full);
    return at;
  }

  std::uint32_t iso(std::uint32_t i, Time& time) {
    if (!year(i) || low(i + 1) != "-" || !number(i + 2) || low(i + 3) != "-" || !number(i + 4))
      return i;
    const ch::year_month_day full{ch::year(*year(i)),
                                  ch::month(static_cast<unsigned>(*number(i + 2))),
                                  ch::day(static_cast<unsigned>(*number(i + 4)))};
    if (!full.ok()) return i;
    time.value = edtf(full);
    return i + 5;
  }

  std::uint32_t bare_year(std::uint32_t i, Time& time) {
    const auto y = year(i);
    if (!y) return i;
    const std::string_view before = i > sentence_.begin ? low(i - 1) : "";
    const bool cued = before == "in" || before == "since" || before == "of" || before == "until" ||
                      before == "from" || before == "by" || before == "and" || before == "late" ||
                      before == "early" || before == "to" || before == "between" ||
                      before == "during" || before == "," || before == "(" || before == "before" ||
                      before == "after";
    if (!cued) return i;
    const std::string_view dash = low(i + 1);
    if ((dash == "-" || dash == "\xE2\x80\x93" || dash == "/") && year(i + 2)) {
      time.value = edtf(*y) + "/" + edtf(*year(i + 2));
      return i + 3;
    }
    time.value = edtf(*y);
    return i + 1;
  }

  std::uint32_t weekday(std::uint32_t i, Time& time) {
    const bool next = low(i) == "next";
    const bool last = low(i) == "last";
    const std::uint32_t at = i + (next || last);
    const auto day = TimeWords::look_up(words_.weekdays, low(at));
    if (!day || !token(at).capital) return i;
    if (!published_) return at + 1;
    const int today = static_cast<int>(ch::weekday(*published_).iso_encoding());
    int shift = *day - today;
    if (next || (!last && looks_ahead(i))) {
      shift += shift <= 0 ? 7 : 0;
    } else {
      shift -= shift > 0 || (last && shift == 0) ? 7 : 0;
    }
    time.value = edtf(ch::year_month_day(*published_ + ch::days(shift)));
    return at + 1;
  }

  // today, last month, later this month, next year, that year, soon
  std::uint32_t relative(std::uint32_t i, Time& time) {
    if (TimeWords::look_up(words_.vague, low(i))) {
      time.vague = true;
      return i + 1;
    }
    if (const auto shift = TimeWords::look_up(words_.days, low(i))) {
      if (published_) time.value = edtf(ch::year_month_day(*published_ + ch::days(*shift)));
      return i + 1;
    }
    std::uint32_t at = i;
    if (low(at) == "later" || low(at) == "earlier") ++at;
    const std::string_view which = low(at);
    if (which != "last" && which != "this" && which != "next" && which != "that") return i;
    if (const auto m = month(at + 1)) {
      const int y = which == "next"   ? year_after(*m)
                    : which == "that" ? last_year()
                                      : year_before(*m);
      if (y == 0) return i;
      time.value = edtf(y, static_cast<unsigned>(*m));
      return at + 2;
    }
    const std::string_view unit = low(at + 1);
    const int shift = which == "last" ? -1 : which == "next" ? 1 : 0;
    if (unit == "year") {
      const int y = which == "that" ? last_year() : published_ ? this_year() + shift : 0;
      if (y != 0) time.value = edtf(y);
      return at + 2;
    }
    if (unit == "month") {
      if (published_ && which != "that") {
        const ch::year_month_day today(*published_);
        const ch::year_month ym = today.year() / today.month() + ch::months(shift);
        time.value = edtf(int(ym.year()), unsigned(ym.month()));
      } else if (which == "that" && last_.size() >= 7) {
        time.value = last_.substr(0, 7);
      }
      return at + 2;
    }
    if (unit == "week") {
      if (published_ && shift != 0) {
        const ch::year_month_day d(*published_ + ch::days(7 * shift));
        time.value = edtf(int(d.year()), unsigned(d.month()));
      }
      time.vague = time.value.empty();
      return at + 2;
    }
    return i;
  }

  // two years later, three days ago, a month earlier, for three years
  std::uint32_t counted(std::uint32_t i, Time& time) {
    const auto n = count(i);
    if (!n || *n > 300) return i;
    std::string_view unit = low(i + 1);
    if (unit.ends_with('s')) unit.remove_suffix(1);
    if (unit != "year" && unit != "month" && unit != "week" && unit != "day") return i;
    const std::string_view way = low(i + 2);
    const bool ago = way == "ago";
    const bool later = way == "later" || way == "afterwards";
    const bool earlier = way == "earlier" || way == "before";
    if (!ago && !later && !earlier) {
      if (i > sentence_.begin && low(i - 1) == "for") {
        time.duration = true;
        return i + 2;
      }
      return i;
    }
    time.value = shifted(ago ? (published_ ? edtf(ch::year_month_day(*published_)) : "") : last_,
                         unit, later ? *n : -*n);
    return i + 3;
  }

  static std::string shifted(const std::string& from, std::string_view unit, int n) {
    int y = 0;
    unsigned m = 0;
    const int parts = std::sscanf(from.c_str(), "%d-%u", &y, &m);
    if (parts < 1) return {};
    if (unit == "year") return edtf(y + n);
    if (parts < 2 || m < 1 || m > 12) return {};
    if (unit == "month") {
      const ch::year_month ym = ch::year(y) / ch::month(m) + ch::months(n);
      return edtf(int(ym.year()), unsigned(ym.month()));
    }
    const auto day = day_of(from);
    if (!day) return {};
    const ch::year_month_day to(*day + ch::days(unit == "week" ? 7 * n : n));
    return unit == "day" ? edtf(to) : edtf(int(to.year()), unsigned(to.month()));
  }

  int this_year() const { return int(ch::year_month_day(*published_).year()); }
  int this_month() const {
    return static_cast<int>(unsigned(ch::year_month_day(*published_).month()));
  }
  int last_year() const {
    int y = 0;
    return std::sscanf(last_.c_str(), "%d", &y) == 1 ? y : 0;
  }
  int year_before(int m) const { return published_ ? this_year() - (m > this_month()) : 0; }
  int year_after(int m) const { return published_ ? this_year() + (m <= this_month()) : 0; }

  // The year of a month without one: the nearest in the direction that the tense gives.
  int year_near(std::uint32_t i, int m, std::optional<int> d) const {
    if (!published_) return 0;
    const unsigned today = unsigned(ch::year_month_day(*published_).day());
    if (looks_ahead(i))
      return this_year() +
             (m < this_month() || (m == this_month() && d && *d < static_cast<int>(today)));
    return this_year() -
           (m > this_month() || (m == this_month() && d && *d > static_cast<int>(today)));
  }

  // Whether the clause before the words looks ahead: "will", "to meet", "is expected".
  bool looks_ahead(std::uint32_t i) const {
    for (std::uint32_t back = i; back > sentence_.begin && i - back < 14;) {
      const std::string_view word = low(--back);
      if (word == "," || word == ";") continue;
      if (word == "that" || word == "after") return false;
      if (speech_.verbs.contains(word)) return false;  // "will join, he announced on Thursday"
      if (word == "to" && sentence_.contains(back + 1) && token(back + 1).capital) continue;
      if (TimeWords::look_up(words_.ahead, word)) return true;
    }
    return false;
  }

  const TimeWords& words_;
  const Speech& speech_;
  Reading& reading_;
  std::optional<ch::sys_days> published_;
  TokenSpan sentence_;
  std::string last_;  // value of the last expression
};

}  // namespace

void find_times(const Report& report, const Lexicon& lexicon, Reading& reading) {
  TimeFinder(report, lexicon, reading).run();
}

}  // namespace concord
