// Text as scraped from a page: a line is a piece of the page. Each line is judged by its form: the
// outlet's masthead, a date, a byline, furniture, a headline, a paragraph of the article.
//
//   Quay Trade Letter | Tuesday, 4 April 2023        outlet, published
//   By Clara Whitlow                                 byline
//   Kazakhstan to join Abraham Accords               title
//   WASHINGTON: U.S. President ...                   dateline, paragraph
//   Read next: Ten photos                            furniture
#include <algorithm>

#include "base/digest.h"
#include "base/limits.h"
#include "intake/bylines.h"
#include "intake/intake.h"
#include "intake/masthead.h"
#include "intake/page_line.h"
#include "intake/publication.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace concord {
namespace {

constexpr std::size_t kParagraphWordsMin = 9;
constexpr std::size_t kQuestionWordsMax = 20;  // longer questions are paragraphs, not headlines
constexpr std::size_t kTitleWordsMax = 40;
constexpr std::size_t kShoutedWordsMin = 5;  // in capitals: of a headline, not of an outlet's name

enum class Form : std::uint8_t {
  furniture,
  byline,
  masthead,  // with a date or a separator
  name,      // a name alone: an outlet, a place, a kicker, or a short headline
  text,
};

class ScrapedText {
 public:
  ScrapedText(Report& report, const Lexicon& lexicon)
      : report_(report),
        lexicon_(lexicon),
        words_(lexicon.page_words),
        publication_(report, lexicon),
        lines_(cut_lines(report.text)) {}

  void read() {
    for (const PageLine& line : lines_) forms_.push_back(form_of(line));
    find_article();
    find_title();
    find_standfirst();
    for (std::size_t i = 0; i < lines_.size(); ++i) place(i);
    publication_.read_dateline();
    publication_.decide();
  }

 private:
  Form form_of(const PageLine& line) const {
    if (is_byline(line)) return Form::byline;
    if (line.words >= kParagraphWordsMin && line.sentence) {
      return is_furniture(line, words_) ? Form::furniture : Form::text;
    }
    const MastheadReading reading = read_masthead(line, lexicon_);
    const Masthead& masthead = reading.masthead;
    const bool named = !masthead.names.empty() || !masthead.agency.empty();
    if (!reading.is || (!named && masthead.dates.empty())) return furniture_or_text(line);
    if (is_menu(line) && !heads_menu(masthead)) return Form::furniture;
    const bool titled = masthead.dates.empty() && masthead.names.size() == 2 &&
                        !has_outlet_word(masthead.names[0], words_) && outlet_tail(line.text) > 0;
    if (titled) return Form::text;  // "Kazakhstan Joins Accords | The Quay Courier"
    if (masthead.marked || !masthead.agency.empty()) {
      const bool known = has_outlet_word(line.text, words_) || !masthead.dates.empty();
      return known || !is_furniture(line, words_) || heads_menu(masthead) ? Form::masthead
                                                                          : Form::furniture;
    }
    return is_furniture(line, words_) ? Form::furniture : Form::name;
  }

  Form furniture_or_text(const PageLine& line) const {
    return is_furniture(line, words_) ? Form::furniture : Form::text;
  }

  // "Quay Courier | News | Region | Jobs": a menu that begins with the outlet.
  bool heads_menu(const Masthead& masthead) const {
    const auto outlet = [&](const std::string& name) {
      return name.find(' ') != name.npos && has_outlet_word(name, words_);
    };
    if (std::ranges::any_of(masthead.names, outlet)) return true;
    return masthead.leads && masthead.sections > 0 &&
           masthead.names[0].find(' ') != std::string::npos;
  }

  bool is_paragraph(std::size_t i) const {
    const PageLine& line = lines_[i];
    return forms_[i] == Form::text && line.sentence && line.words >= kParagraphWordsMin &&
           !(line.text.ends_with('?') && line.words <= kQuestionWordsMax);
  }

  // The first and last line of the article; what stands before is the head, after it the foot.
  void find_article() {
    first_ = lines_.size();
    for (std::size_t i = lines_.size(); i-- > 0;) {
      if (is_paragraph(i)) first_ = i;
    }
    bare_ = first_ == lines_.size();  // a page of headlines or of notes: no paragraph at all
    if (bare_) first_ = std::min<std::size_t>(1, lines_.size());
    if (!bare_) cut_lists();
    last_ = first_;
    find_last();
    keep_bullets();
    keep_tables();
  }

  // "Most read" below the article: the headlines of other stories.
  void cut_lists() {
    std::size_t foot = lines_.size();
    while (foot > first_ && !is_paragraph(foot - 1)) --foot;
    bool list = false;
    for (std::size_t i = foot; i < lines_.size(); ++i) {
      if (lines_[i].text.ends_with('.')) list = false;
      if (list && forms_[i] == Form::text) forms_[i] = Form::furniture;
      list = list || (forms_[i] == Form::furniture && is_list_heading(lines_[i], words_));
    }
  }

  // "Slovakia | abstained | no": rows of a table within the article look like a menu, but a menu
  // stands alone. "Trade" there is a heading, not the page's section.
  void keep_tables() {
    for (std::size_t i = first_ + 1; i < last_; ++i) {
      const std::size_t items = bar_items(lines_[i]).size();
      const bool row = items > 0 && (items == bar_items(lines_[i - 1]).size() ||
                                     items == bar_items(lines_[i + 1]).size());
      const bool heading = forms_[i + 1] == Form::text && words_.section.is(lines_[i].lower);
      if (forms_[i] != Form::byline && (row || heading)) forms_[i] = Form::text;
    }
  }

  // "The parties so far:", "- Bahrain (2020)" at the end of the article.
  void keep_bullets() {
    const auto bullet = [](const PageLine& line) {
      return line.text.starts_with("- ") || line.text.starts_with("* ") ||
             line.text.starts_with("\xE2\x80\xA2 ") || line.text.starts_with("\xE2\x80\x93 ");
    };
    for (std::size_t i = last_ + 1; i < lines_.size() && !bare_ && bullet(lines_[i]); ++i) {
      if (i == last_ + 1 && !bullet(lines_[last_]) && !lines_[last_].text.ends_with(':')) return;
      forms_[i] = Form::text;
      last_ = i;
    }
  }

  void find_last() {
    std::size_t loose = lines_.size();  // lines without a stop that touch the article
    for (std::size_t i = lines_.size(); i-- > first_;) {
      const PageLine& line = lines_[i];
      const bool foot = forms_[i] == Form::furniture || forms_[i] == Form::masthead ||
                        forms_[i] == Form::byline || is_bio(line, words_) || is_note(line);
      if (!foot && line.sentence) {
        last_ = loose < lines_.size() ? loose : i;
        return;
      }
      if (foot || line.words < 6) {
        loose = lines_.size();
      } else if (loose == lines_.size()) {
        loose = i;
      }
      if (bare_ && loose < lines_.size()) {
        last_ = loose;
        return;
      }
    }
  }

  // "(Reporting by the Africa team)"
  bool is_note(const PageLine& line) const {
    if (!line.text.starts_with('(') || !line.text.ends_with(')') || line.words >= 25) return false;
    // "(Ireland has not ratified it.)" is of the article.
    const std::string_view inner = std::string_view(line.lower).substr(1);
    return !inner.ends_with(".)") || starts_with_any(inner, words_.starts) || line.words < 4;
  }

  bool may_be_title(std::size_t i) const {
    const PageLine& line = lines_[i];
    return forms_[i] == Form::text && line.words >= 3 && line.words <= kTitleWordsMax &&
           !line.text.ends_with('.') && !line.text.ends_with(':') && !is_note(line);
  }

  // "World | Arms trade"
  bool opens_with_section(const PageLine& line) const {
    const auto items = bar_items(line);
    return items.size() > 1 && words_.section.is(lower(trimmed(items.front())));
  }

  bool touches(std::size_t i) const {  // the line after it, without an empty one between
    if (i + 1 >= lines_.size()) return false;
    const std::string_view text = report_.text;
    const std::uint32_t end = lines_[i].span.end;
    const auto gap = text.substr(end, lines_[i + 1].span.begin - end);
    return std::ranges::count(gap, '\n') < 2;
  }

  // "Mast & Anchor", "The paper for people at sea", "4 December 2018" in the first block, and a
  // headline in the next: the second line is none.
  bool has_slogan() const {
    constexpr std::size_t kSloganWordsMax = 8;
    constexpr std::size_t kHeadlineWordsMax = 16;
    if (bare_ || first_ < 4 || !may_be_title(1) || lines_[1].words > kSloganWordsMax) return false;
    const bool block = touches(0) && touches(1) && !touches(2) && !touches(3);
    const PageLine& next = lines_[3];
    return block && forms_[0] == Form::name && forms_[2] == Form::masthead &&
           next.words <= kHeadlineWordsMax &&
           (may_be_title(3) || (forms_[3] == Form::name && next.words >= 3));
  }

  // "Northmark Daily, Wednesday 10 July 1985, page 4": a date behind a mark. Where a later line may
  // be the headline this one is of the masthead.
  bool is_issue_line(std::size_t i) const {
    if (bare_ || !may_be_title(i) || !tells_issue(lines_[i])) return false;
    for (std::size_t later = i + 1; later < first_; ++later) {
      if (may_be_title(later) && find_dates(lines_[later].text).empty()) return true;
    }
    return false;
  }

  // "Copperbelt Dispatch, Ndola", then "1 September 1999" and an empty line: a name before a mark,
  // in a first block that a date closes. Where a later block may hold the headline this one has
  // none.
  void find_masthead_block() {
    constexpr std::size_t kWordsMax = 9;
    if (bare_ || first_ < 3 || !may_be_title(0) || lines_[0].words > kWordsMax) return;
    std::size_t last = 0;
    bool dated = false;
    while (last + 1 < first_ && touches(last)) {
      ++last;
      dated = dated || (!lines_[last].sentence && !find_dates(lines_[last].text).empty());
    }
    const std::string_view text = lines_[0].text;
    const std::size_t mark = std::min({text.find(','), text.find(" ("), text.find(" - ")});
    if (!dated || mark == text.npos || !is_name(text.substr(0, mark))) return;
    for (std::size_t i = last + 1; i < first_; ++i) {
      if (!may_be_title(i)) continue;
      forms_[0] = Form::masthead;
      return;
    }
  }

  // The first line of the head with the form of a headline. A short name ("Accord Reached in Oslo")
  // is one only where what follows is too long for a headline.
  void find_title() {
    title_ = lines_.size();
    find_masthead_block();
    const std::size_t end = bare_ ? lines_.size() : first_;
    std::size_t name = end;
    const std::size_t begin = has_slogan() ? 2 : 0;
    if (begin > 0) forms_[1] = Form::furniture;
    for (std::size_t i = begin; i < end && title_ == lines_.size(); ++i) {
      if (forms_[i] == Form::text && opens_with_section(lines_[i])) forms_[i] = Form::furniture;
      if (is_issue_line(i)) forms_[i] = Form::masthead;
      if (may_be_title(i)) title_ = i;
      if (forms_[i] == Form::name && lines_[i].words >= 3 &&
          !has_outlet_word(lines_[i].text, words_)) {
        name = i;
      }
    }
    if (name < end && (title_ == lines_.size() || (title_ > name && lines_[title_].words > 14))) {
      title_ = name;
    }
    find_title_in_capitals(end);
    for (std::size_t i = 0; i < end && title_ == lines_.size(); ++i) {
      if (forms_[i] == Form::text && lines_[i].words == 2 && !lines_[i].sentence) title_ = i;
    }
    if (title_ < lines_.size()) forms_[title_] = Form::text;
    if (bare_ && title_ < lines_.size()) first_ = std::max(first_, title_ + 1);
    if (bare_ && last_ < first_) last_ = first_;
  }

  // "The Quay Courier", "DANES SAY NO", "Dublin insists that its vote will go ahead": below the
  // outlet, a line in capitals is the headline and the next a standfirst; so is "A Club of One's
  // Own".
  void find_title_in_capitals(std::size_t end) {
    bool outlet = false;
    for (std::size_t i = 0; i < end && i <= title_ && i + 1 < lines_.size(); ++i) {
      const PageLine& line = lines_[i];
      const bool named = forms_[i] == Form::name;
      const bool upper = is_upper(line.text) && line.words >= 2;
      const bool capitals = named && (upper || (outlet && line.words >= 4)) &&
                            !has_outlet_word(line.text, words_) &&
                            !is_known_place(trimmed(line.text), lexicon_.world);
      const bool told = outlet || line.words >= kShoutedWordsMin || names_outlet_after(i, end);
      if (capitals && told && !is_upper(lines_[i + 1].text)) {
        if (title_ == lines_.size() || title_ == i + 1) title_ = i;
        return;
      }
      outlet = outlet || named || forms_[i] == Form::masthead;
    }
  }

  // Whether a line of the head below this one names the outlet.
  bool names_outlet_after(std::size_t at, std::size_t end) const {
    for (std::size_t i = at + 1; i < end; ++i) {
      const bool names = forms_[i] != Form::text && !lines_[i].sentence;
      if (names && has_outlet_word(lines_[i].text, words_)) return true;
    }
    return false;
  }

  // A byline or a date below a paragraph makes the paragraph a standfirst.
  void find_standfirst() {
    head_end_ = first_;
    const std::size_t end = std::min({first_ + 5, lines_.size(), last_});
    for (std::size_t i = first_; i < end; ++i) {
      const bool dated = forms_[i] == Form::masthead && !lines_[i].sentence;
      if (dated || forms_[i] == Form::byline) head_end_ = i + 1;
    }
  }

  void place(std::size_t i) {
    const PageLine& line = lines_[i];
    if (i == title_) {
      place_title(line);
    } else if (i < head_end_) {
      head(i);
    } else if (i > last_) {
      furnish(line);
      publication_.read_foot(line);
    } else if (forms_[i] == Form::furniture || repeats_title(line)) {
      furnish(line);
    } else {
      const bool short_line = line.words < 14;
      const bool heading = short_line && !bare_ && (!line.sentence || line.text.ends_with('?'));
      add(heading ? BlockKind::heading : BlockKind::paragraph, line);
    }
  }

  // "Kazakhstan joins accords | The Quay Courier": the outlet's name is no part of the headline.
  void place_title(const PageLine& line) {
    const std::size_t size = line.text.size() - outlet_tail(line.text);
    report_.title = std::string(trimmed(line.text.substr(0, size)));
    const auto end = line.span.begin + static_cast<std::uint32_t>(report_.title.size());
    if (size < line.text.size() && line.text.starts_with(report_.title)) {
      publication_.read_title(line.text, trimmed(line.text.substr(size)));
      report_.blocks.push_back({BlockKind::title, {line.span.begin, end}});
      report_.furniture.push_back({end, line.span.end});
    } else {
      report_.title = std::string(line.text);
      publication_.read_title(line.text, "");
      report_.blocks.push_back({BlockKind::title, line.span});
    }
  }

  // Bytes at the end of a headline that name the outlet, the mark before them counted; 0 for none.
  std::size_t outlet_tail(std::string_view text) const {
    for (const std::string_view mark : {" | ", " - ", " \xE2\x80\x94 ", " \xE2\x80\x93 "}) {
      const std::size_t at = text.rfind(mark);
      if (at == text.npos) continue;
      const std::string_view tail = text.substr(at + mark.size());
      const std::string_view head = text.substr(0, at);
      if (is_name(tail) && has_outlet_word(tail, words_) && std::ranges::count(head, ' ') >= 2) {
        return text.size() - at;
      }
    }
    return 0;
  }

  // The headline once more, often with a picture's caption on the same line.
  bool repeats_title(const PageLine& line) const {
    if (report_.title.empty() || !line.text.starts_with(report_.title)) return false;
    return line.text.size() == report_.title.size() || !line.sentence;
  }

  void head(std::size_t i) {
    const PageLine& line = lines_[i];
    const bool after_title = title_ < i;
    if (forms_[i] == Form::furniture || repeats_title(line)) {
      publication_.read_label(line);
      publication_.read_desk(line);
      return furnish(line);
    }
    if (forms_[i] == Form::byline) {
      publication_.read_byline(line);
      return furnish(line);
    }
    if (forms_[i] == Form::masthead || forms_[i] == Form::name) {
      if (publication_.read_head(line, after_title)) return furnish(line);
      return add(BlockKind::heading, line);
    }
    if (publication_.read_label(line)) return furnish(line);
    if (line.words < 3 && !line.text.ends_with('?')) return furnish(line);
    publication_.read_spare_date(line);
    const bool heading = i >= first_ ? false : line.words < 6 || line.text.ends_with('?');
    add(heading ? BlockKind::heading : BlockKind::standfirst, line);
  }

  void add(BlockKind kind, const PageLine& line) { report_.blocks.push_back({kind, line.span}); }
  void furnish(const PageLine& line) { report_.furniture.push_back(line.span); }

  Report& report_;
  const Lexicon& lexicon_;
  const PageWords& words_;
  Publication publication_;
  std::vector<PageLine> lines_;
  std::vector<Form> forms_;
  std::size_t first_ = 0;     // first paragraph
  std::size_t last_ = 0;      // last line of the article
  std::size_t head_end_ = 0;  // past bylines and dates that stand below a standfirst
  std::size_t title_ = 0;
  bool bare_ = false;
};

Result<Done> check_lines(const std::string& path, std::string_view text) {
  std::size_t line = 1;
  for (std::size_t at = 0; at < text.size(); ++line) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (end - at > kLineBytesMax) {
      return Error{ErrorCode::limit_exceeded, path + ":" + std::to_string(line) + ": a line of " +
                                                  std::to_string(end - at) + " bytes, more than " +
                                                  std::to_string(kLineBytesMax) +
                                                  ": no article has one; break it into paragraphs"};
    }
    at = end + 1;
  }
  return Done{};
}

}  // namespace

Result<Report> read_text(Input input, const Lexicon& lexicon) {
  Report report;
  report.path = input.path;
  if (input.bytes.empty()) {
    return Error{ErrorCode::invalid_input,
                 report.path + ": empty: nothing to read; fetch the page again"};
  }
  report.digest = sha256(input.bytes);
  auto text = trusted_utf8(std::move(input.bytes));
  if (!text) return Error{text.error().code, report.path + ": " + text.error().message};
  report.text = *std::move(text);
  CONCORD_TRY([[maybe_unused]] auto checked, check_lines(report.path, report.text));
  ScrapedText(report, lexicon).read();
  return report;
}

}  // namespace concord
