// Text as scraped from a page: a line is a piece of the page. Each line is judged by its form: the
// outlet's masthead, a date, a byline, furniture, a headline, a paragraph of the article.
//
//   Halyard Trade Brief | Monday, 3 January 1994     outlet, published
//   By Clara Whitlow                                 byline
//   Kazakhstan to join Abraham Accords               title
//   WASHINGTON: U.S. President ...                   dateline, paragraph
//   Read next: Ten photos                            furniture
#include <algorithm>

#include "base/digest.h"
#include "base/limits.h"
#include "intake/dates.h"
#include "intake/intake.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace concord {
namespace {

struct Line {
  Span span;  // without the white space around
  std::string text;
  std::string lower;
  std::size_t words = 0;
  bool sentence = false;  // ends like one
};

bool starts_with_any(std::string_view text, const std::vector<std::string>& words) {
  return std::ranges::any_of(words, [&](const std::string& w) { return text.starts_with(w); });
}
bool has_any(std::string_view text, const std::vector<std::string>& words) {
  return std::ranges::any_of(words,
                             [&](const std::string& w) { return text.find(w) != text.npos; });
}

std::string trimmed(std::string_view text) {
  const std::string_view marks = " \t|\xC2\xB7,;:-()";
  while (!text.empty() && marks.find(text.front()) != marks.npos) text.remove_prefix(1);
  while (!text.empty() && marks.find(text.back()) != marks.npos) text.remove_suffix(1);
  for (const std::string_view dash : {"\xE2\x80\x94", "\xE2\x80\x93"}) {
    if (text.ends_with(dash)) return trimmed(text.substr(0, text.size() - dash.size()));
    if (text.starts_with(dash)) return trimmed(text.substr(dash.size()));
  }
  return std::string(text);
}

// "ALPINE COURIER" as "Alpine Courier"; mixed case stays.
std::string title_case(const std::string& name) {
  if (std::ranges::any_of(name, [](char c) { return c >= 'a' && c <= 'z'; })) return name;
  std::string out = lower(name);
  bool first = true;
  for (char& c : out) {
    if (first && c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
    first = c == ' ' || c == '-';
  }
  return out;
}

bool all_words_capital(std::string_view text) {
  bool start = true;
  int capitals = 0;
  for (const char c : text) {
    if (start && c >= 'a' && c <= 'z') return false;
    capitals += start && c >= 'A' && c <= 'Z';
    start = c == ' ';
  }
  return capitals > 0;
}

class ScrapedText {
 public:
  ScrapedText(Report& report, const PageWords& words) : report_(report), words_(words) {}

  void read() {
    cut_lines();
    find_article();
    for (std::size_t i = 0; i < lines_.size(); ++i) place(i);
    find_dateline();
    if (report_.published.empty()) report_.published = report_.updated;
  }

 private:
  void cut_lines() {
    const std::string& text = report_.text;
    std::size_t at = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    while (at < text.size()) {
      std::size_t end = std::min(text.find('\n', at), text.size());
      std::size_t begin = at;
      at = end + 1;
      while (begin < end && static_cast<unsigned char>(text[begin]) <= ' ') ++begin;
      while (end > begin && static_cast<unsigned char>(text[end - 1]) <= ' ') --end;
      if (begin == end) continue;
      Line line{{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
                text.substr(begin, end - begin),
                "",
                0,
                false};
      line.lower = lower(line.text);
      line.words = 1 + static_cast<std::size_t>(std::ranges::count(line.text, ' '));
      line.sentence = ends_like_sentence(line.text);
      lines_.push_back(std::move(line));
    }
  }

  static bool ends_like_sentence(std::string_view text) {
    for (const std::string_view mark : {"\"", "\xE2\x80\x9D", "'", ")", "\xE2\x80\x99"}) {
      if (text.ends_with(mark)) text.remove_suffix(mark.size());
    }
    return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with(':');
  }

  bool is_paragraph(const Line& line) const {
    return line.sentence && line.words >= 9 && !is_furniture(line);
  }

  bool is_furniture(const Line& line) const {
    if (starts_with_any(line.lower, words_.starts) || has_any(line.lower, words_.has)) return true;
    if (std::ranges::find(words_.is, line.lower) != words_.is.end()) return true;
    const bool bracketed = line.text.ends_with(')') || line.words < 14;
    return bracketed && has_any(line.lower, words_.credit);
  }

  // The first and last paragraph; what stands before is the head, after it the foot.
  void find_article() {
    first_ = lines_.size();
    last_ = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!is_paragraph(lines_[i])) continue;
      if (first_ == lines_.size()) first_ = i;
      last_ = i;
    }
    while (last_ > first_ && has_any(lines_[last_].lower, words_.bio)) --last_;
    while (last_ > first_ && !is_paragraph(lines_[last_])) --last_;
    std::size_t best = first_;
    int best_score = 0;
    for (std::size_t i = 0; i < std::min(first_, lines_.size()); ++i) {
      const int score = headline_score(lines_[i]);
      if (score > best_score) {
        best = i;
        best_score = score;
      }
    }
    title_ = best_score > 0 ? best : lines_.size();
  }

  int headline_score(const Line& line) const {
    if (is_furniture(line) || line.words < 3 || line.words > 40 || is_head_line(line)) return 0;
    if (line.sentence && line.words > 14) return 0;
    return 100 - static_cast<int>(line.text.size() / 8);  // the first good one of the same length
  }

  // A masthead, a date or a byline: it holds a date, or starts with "By".
  bool is_head_line(const Line& line) const {
    if (line.lower.starts_with("by ") || line.lower.starts_with("author:")) return true;
    if (find_date(line.text).has_value() && line.words < 16) return true;
    return line.text.find('|') != std::string::npos ||
           (line.words <= 4 && all_words_capital(line.text) && !line.sentence);
  }

  void place(std::size_t i) {
    const Line& line = lines_[i];
    if (i == title_) {
      report_.title = line.text;
      report_.blocks.push_back({BlockKind::title, line.span});
    } else if (i < first_) {
      head(line, i);
    } else if (i > last_) {
      foot(line);
    } else if (is_furniture(line) ||
               (!report_.title.empty() && line.text.starts_with(report_.title))) {
      furnish(line);
    } else {
      const bool heading = !line.sentence && line.words < 14;
      const bool question = line.text.ends_with('?') && line.words < 14;
      report_.blocks.push_back(
          {heading || question ? BlockKind::heading : BlockKind::paragraph, line.span});
    }
  }

  void furnish(const Line& line) { report_.furniture.push_back(line.span); }

  void head(const Line& line, std::size_t i) {
    const auto date = find_date(line.text);
    if (line.lower.starts_with("by ") || line.lower.starts_with("author:")) {
      byline(line);
      return furnish(line);
    }
    if (date && line.words < 16) {
      take_date(line, *date);
      if (line.lower.find("staff") == line.lower.npos)
        take_outlet(line.text.substr(0, date->begin));
      else
        take_outlet(line.text.substr(0, line.lower.find("staff")));
      return furnish(line);
    }
    if (is_furniture(line)) return furnish(line);
    if (!report_.title.empty() && line.text.starts_with(report_.title)) return furnish(line);
    if (line.text.find('|') != std::string::npos) {
      take_outlet(line.text.substr(0, line.text.find('|')));
      return furnish(line);
    }
    if (line.words <= 5 && all_words_capital(line.text)) {
      take_outlet(line.text);
      return furnish(line);
    }
    if (line.words >= 6) {
      report_.blocks.push_back(
          {i > title_ ? BlockKind::standfirst : BlockKind::heading, line.span});
    } else {
      furnish(line);
    }
  }

  void foot(const Line& line) {
    furnish(line);
    const auto date = find_date(line.text);
    if (has_any(line.lower, words_.bio)) {
      outlet_of_bio(line.text);
      return;
    }
    if (date && line.words < 12) {
      take_date(line, *date);
      std::string name = trimmed(line.text.substr(0, date->begin));
      const std::string half = name.substr(0, name.size() / 2);
      if (name.size() % 2 == 1 &&
          name == half + " " + half) {  // "Outlet Outlet - date": a source line
        report_.outlet = half;
        report_.derived_from = half;
      } else if (!name.empty() && line.lower.find("published") == line.lower.npos) {
        take_outlet(name);
      }
      return;
    }
    for (const std::string_view mark : {"\xC2\xB7", "\xE2\x80\x94", "|"}) {
      if (const auto at = line.text.find(mark); at != std::string::npos && line.words < 10) {
        take_outlet(line.text.substr(0, at));
      }
    }
  }

  void take_date(const Line& line, const FoundDate& date) {
    if (line.lower.find("updated") < date.begin && line.lower.find("updated") != line.lower.npos &&
        line.lower.find("published") == line.lower.npos) {
      if (report_.updated.empty()) report_.updated = date.value;
    } else if (report_.published.empty()) {
      report_.published = date.value;
    }
  }

  void take_outlet(const std::string& raw) {
    std::string name = trimmed(raw);
    if (const auto bar = name.find('|'); bar != std::string::npos)
      name = trimmed(name.substr(0, bar));
    const std::string folded = lower(name);
    if (folded.starts_with("first published") || folded.starts_with("last updated")) return;
    const auto words = std::ranges::count(name, ' ') + 1;
    if (!report_.outlet.empty() || name.empty() || words > 6 || !all_words_capital_or_small(name))
      return;
    static constexpr std::string_view kDays[] = {"monday", "tuesday",  "wednesday", "thursday",
                                                 "friday", "saturday", "sunday",    "published",
                                                 "news",   "opinion",  "analysis"};
    if (std::ranges::find(kDays, folded) != std::end(kDays)) return;
    for (const std::string_view day : kDays) {
      if (name.size() > day.size() && folded.ends_with(" " + std::string(day))) {
        name = trimmed(name.substr(0, name.size() - day.size()));
      }
    }
    report_.outlet = title_case(name);
  }

  static bool all_words_capital_or_small(const std::string& name) {
    return !name.empty() && (name[0] < 'a' || name[0] > 'z');
  }

  void byline(const Line& line) {
    const std::size_t from = line.lower.starts_with("by ") ? 3 : 7;
    std::string names = line.text.substr(from);
    if (const auto cut = names.find_first_of(",|"); cut != std::string::npos) names.resize(cut);
    std::size_t at = 0;
    while (at < names.size()) {
      const std::size_t end = std::min(names.find(" and ", at), names.size());
      if (std::string name = trimmed(names.substr(at, end - at)); !name.empty()) {
        report_.byline.push_back(std::move(name));
      }
      at = end + 5;
    }
  }

  // "... correspondent for The Epoch Times. He ...", "Chief Sub Editor at News18.com, writes ...".
  void outlet_of_bio(const std::string& text) {
    for (const std::string_view cue :
         {"correspondent for ", "reporter for ", "Editor at ", "editor at ", "writer at "}) {
      const auto at = text.find(cue);
      if (at == std::string::npos) continue;
      std::size_t end = at + cue.size();
      while (end < text.size() && text[end] != ',' &&
             !(text[end] == '.' && (end + 1 == text.size() || text[end + 1] == ' ')))
        ++end;
      std::string name = text.substr(at + cue.size(), end - at - cue.size());
      for (const std::string_view host : {".com", ".org", ".net"}) {
        if (name.ends_with(host)) name.resize(name.size() - host.size());
      }
      if (report_.outlet.empty()) report_.outlet = name;
      const auto comma = text.find_first_of(",");
      const auto is = text.find(" is ");
      if (report_.byline.empty() && std::min(comma, is) < 40) {
        report_.byline.push_back(text.substr(0, std::min(comma, is)));
      }
      return;
    }
  }

  // "WASHINGTON: ...", "NAIROBI (NPA) -- ...", "AUCKLAND, Feb 4, 2016 (Meridian Wire) - ...".
  void find_dateline() {
    for (const Block& block : report_.blocks) {
      if (block.kind != BlockKind::paragraph) continue;
      const std::string_view text = report_.words(block.span);
      const std::string_view start = text.substr(0, std::min<std::size_t>(text.size(), 90));
      std::size_t end = start.npos;
      for (const std::string_view mark :
           {": ", " - ", " -- ", " \xE2\x80\x94 ", " \xE2\x80\x93 ", ". "}) {
        end = std::min(end, start.find(mark));
      }
      if (end == start.npos) return;
      const std::string_view line = start.substr(0, end);
      std::size_t city = line.find_first_of(",(");
      const std::string place = trimmed(line.substr(0, city));
      const bool upper = lower(place) != place &&
                         std::ranges::none_of(place, [](char c) { return c >= 'a' && c <= 'z'; });
      const auto date = find_date(line);
      if (!upper && !date) return;
      report_.dateline = title_case(place);
      if (date && report_.published.empty()) report_.published = date->value;
      const auto open = line.find('(');
      const auto close = line.find(')');
      if (report_.outlet.empty() && open != line.npos && close != line.npos && close > open + 4) {
        report_.outlet = std::string(line.substr(open + 1, close - open - 1));
      }
      return;
    }
  }

  Report& report_;
  const PageWords& words_;
  std::vector<Line> lines_;
  std::size_t first_ = 0;  // first paragraph
  std::size_t last_ = 0;   // last paragraph of the article
  std::size_t title_ = 0;
};

Result<Done> check_lines(const std::string& path, std::string_view text) {
  std::size_t line = 1;
  for (std::size_t at = 0; at < text.size(); ++line) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (end - at > kLineBytesMax) {
      return Error{ErrorCode::limit_exceeded, path + ":" + std::to_string(line) + ": a line of " +
                                                  std::to_string(end - at) + " bytes, more than " +
                                                  std::to_string(kLineBytesMax) +
                                                  ": no article has one"};
    }
    at = end + 1;
  }
  return Done{};
}

}  // namespace

Result<Report> read_text(Input input, const Lexicon& lexicon) {
  Report report;
  report.path = input.path;
  report.digest = sha256(input.bytes);
  auto text = trusted_utf8(std::move(input.bytes));
  if (!text) return Error{text.error().code, report.path + ": " + text.error().message};
  report.text = *std::move(text);
  CONCORD_TRY([[maybe_unused]] auto checked, check_lines(report.path, report.text));
  ScrapedText(report, lexicon.page_words).read();
  return report;
}

}  // namespace concord
