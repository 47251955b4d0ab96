#include "intake/publication.h"

#include "intake/bylines.h"
#include "intake/metadata_text.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "text/fold.h"

namespace concord {
namespace {

using Label = LabelledDate::Label;

std::size_t spaces(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count(text, ' '));
}

// "Levant Monitor Levant Monitor": a source line prints its logo's text and its name.
std::string_view said_twice(std::string_view name) {
  const std::size_t half = name.size() / 2;
  const bool twice = name.size() % 2 == 1 && name.size() > 4 && name[half] == ' ' &&
                     name.substr(0, half) == name.substr(half + 1);
  return twice ? name.substr(0, half) : std::string_view();
}

bool is_title_case(std::string_view name) { return !is_upper(name); }

// "R. T. Hallam": a column's author stands under its title without "By".
bool has_initial(std::string_view name) {
  const std::size_t dot = name.find('.');
  return dot == 1 && name[0] >= 'A' && name[0] <= 'Z' && spaces(name) > 0;
}

// "8 June 2021 - A favourite route ...", "Monday, 10 April 2024. Two thousand ...": the date that
// opens a paragraph.
std::optional<FoundDate> opening_date(std::string_view start) {
  constexpr std::size_t kWeekdayMax = 11;
  const std::vector<FoundDate> dates = find_dates(start);
  if (dates.empty() || dates.front().begin > kWeekdayMax) return std::nullopt;
  const std::string before = lower(trimmed(start.substr(0, dates.front().begin)));
  if (!before.empty() && !before.ends_with("day") && !before.ends_with("day,")) return std::nullopt;
  const std::string_view rest = start.substr(dates.front().end);
  for (const std::string_view mark :
       {". ", ": ", " - ", " -- ", " \xE2\x80\x94 ", " \xE2\x80\x93 "}) {
    if (rest.starts_with(mark)) return dates.front();
  }
  return std::nullopt;
}

// "MEXICO CITY, Oct": the stop that follows is of the month.
bool ends_in_month(std::string_view start, const WebWords& words) {
  const std::string last = lower(start.substr(start.rfind(' ') + 1));
  return words.month_of(last, "en").month != 0;
}

}  // namespace

// What a line says of the report, and that it was believed.
void Publication::keep(const char* field, std::string value, const char* reason) {
  constexpr int kVisibleWeight = 60;
  constexpr std::size_t kWhereBytesMax = 120;
  report_.provenance.push_back({field, std::move(value), "visible",
                                std::string(start_of(line_, kWhereBytesMax)), kVisibleWeight, true,
                                reason});
}

void Publication::read_title(std::string_view line, std::string_view outlet) {
  line_ = line;
  keep("title", report_.title, "the first line of a headline's form");
  if (!outlet.empty()) take_outlet(outlet);
}

void Publication::take_person(std::string name) {
  keep("author", name, "a line of authors");
  report_.byline.push_back(std::move(name));
}

void Publication::read_byline(const PageLine& line) {
  line_ = line.text;
  for (const FoundDate& date : find_dates(line.text)) dates_.push_back({date, Label::none, line_});
  for (std::string& name : names_of_byline(line)) {
    const bool role = lexicon_.page_words.author.stands_in(lower(name));
    if (spaces(name) > 0 && has_outlet_word(name, lexicon_.page_words)) {
      take_outlet(name);  // "By Rosa Quispe, Altiplano Times"
    } else if (!role && is_name(name) && (spaces(name) > 0 || report_.byline.empty())) {
      take_person(title_case(name));
    }
  }
}

void Publication::read_desk(const PageLine& line) {
  const std::size_t of = line.lower.rfind(" of ");
  if (of == line.lower.npos || line.lower.size() != line.text.size()) return;
  std::string_view name = trimmed(line.text.substr(of + 4));
  if (!is_name(name)) name = name.substr(std::min(name.find(' ') + 1, name.size()));
  line_ = line.text;
  if (has_outlet_word(name, lexicon_.page_words)) take_outlet(name);
}

bool Publication::read_label(const PageLine& line) {
  if (!line.text.ends_with(':') || line.words > 4) return false;
  label_ = label_in(line.lower);
  return label_ != Label::none;
}

void Publication::take_dates(const Masthead& masthead) {
  for (LabelledDate date : masthead.dates) {
    if (date.label == Label::none) date.label = std::exchange(label_, Label::none);
    date.line = line_;
    dates_.push_back(std::move(date));
  }
}

// A name in capitals alone may have been a kicker: one that outlets are named like takes its place.
void Publication::take_outlet(std::string_view name) {
  const bool better = doubtful_outlet_ && has_outlet_word(name, lexicon_.page_words);
  if ((!report_.outlet.empty() && !better) || !is_name(name)) return;
  if (better)
    std::erase_if(report_.provenance, [](const auto& one) { return one.field == "outlet"; });
  doubtful_outlet_ = false;
  const auto known = lexicon_.web.outlet_names.find(folded_name(name));  // "AFP" is no "Afp"
  const bool spelled = is_upper(name) && known != lexicon_.web.outlet_names.end();
  report_.outlet = spelled ? known->second : title_case(name);
  keep("outlet", report_.outlet, "the first line that names an outlet");
}

bool Publication::take_place(std::string_view name) {
  if (report_.dateline.empty()) {
    report_.dateline = title_case(name);
    keep("dateline", report_.dateline, "the first line that names a place of filing");
  }
  return true;
}

bool Publication::read_head(const PageLine& line, bool after_title) {
  line_ = line.text;
  const MastheadReading reading = read_masthead(line, lexicon_);
  const Masthead& masthead = reading.masthead;
  take_dates(masthead);
  if (!masthead.agency.empty()) {
    if (!masthead.names.empty()) take_place(masthead.names[0]);
    take_outlet(masthead.agency);
    return true;
  }
  const bool dated = !masthead.dates.empty();
  const auto outlet_like = [&](const std::string& name) {
    return has_outlet_word(name, lexicon_.page_words);
  };
  const bool menu = !dated && masthead.sections == 0 && masthead.names.size() > 2 &&
                    std::ranges::none_of(masthead.names, outlet_like);
  if (menu) return true;  // "LIVE SCORES | FIXTURES | TABLES"
  const auto is_other = [&](const std::string& name) {
    return is_title_case(name) && !is_known_place(name, lexicon_.world);
  };
  if (doubtful_outlet_ && dated && std::ranges::any_of(masthead.names, is_other)) {
    report_.outlet.clear();  // "STRAIT TALK" above "Quay Courier, 3 May 2021"
    doubtful_outlet_ = false;
  }
  const bool filed = dated && masthead.names.size() > 1 && is_upper(masthead.names[0]) &&
                     std::ranges::any_of(masthead.names, is_title_case);
  for (const std::string& name : masthead.names) {
    // "OSLO, 3 May 2021 | Quay Courier": the capitals are the place.
    const bool place = is_known_place(name, lexicon_.world) ||
                       (filed && &name == &masthead.names[0] && !outlet_like(name));
    const bool one_word = spaces(name) == 0;
    if (place && (after_title || dated)) {
      take_place(name);
    } else if (outlet_like(name)) {
      take_outlet(name);
    } else if (after_title && has_initial(name)) {
      take_person(name);
    } else if (after_title && one_word && (dated || !dated_after_title_)) {
      take_place(name);
    } else if (after_title && !masthead.marked) {
      if (!spare_outlet_.empty() || !report_.outlet.empty() || !may_be_outlet(name)) return false;
      spare_outlet_ = name;
    } else if (report_.outlet.empty()) {
      take_outlet(name);
      doubtful_outlet_ = !dated && is_upper(name);
    } else if (dated) {
      take_place(name);
    }
  }
  dated_after_title_ = dated_after_title_ || (after_title && dated);
  return true;
}

// "The Cape Intelligencer", alone; not "Ana Ruiz", who wrote it.
bool Publication::may_be_outlet(std::string_view name) const {
  constexpr std::size_t kWordsMax = 4;
  const auto word = lexicon_.speech.names.find(lower(name.substr(0, name.find(' '))));
  const bool person =
      word != lexicon_.speech.names.end() && (word->second.given || word->second.family);
  return is_name(name) && spaces(name) > 0 && spaces(name) < kWordsMax && !person;
}

bool Publication::take_source(std::string_view name) {
  if (name.empty()) return false;
  report_.derived_from = std::string(name);
  keep("agency", report_.derived_from, "the page says whose report it tells");
  if (report_.outlet.empty()) {
    report_.outlet = std::string(name);
    keep("outlet", report_.outlet, "no other outlet is named");
  }
  return true;
}

void Publication::read_spare_date(const PageLine& line) {
  if (spare_date_ || !tells_issue(line)) return;
  spare_date_ = LabelledDate{find_dates(line.text).front(), Label::none, std::string(line.text)};
}

void Publication::read_foot(const PageLine& line) {
  if (read_label(line)) return;
  line_ = line.text;
  for (const std::string& cue : lexicon_.page_words.retells) {
    const std::size_t at = line.lower.find(cue);
    if (at == std::string::npos || line.lower.size() != line.text.size()) continue;
    std::string_view name = trimmed(line.text.substr(at + cue.size()));
    name = trimmed(name.substr(0, name.find_first_of(",.|")));
    if (is_name(name)) take_source(name);
    return;
  }
  if (line.text.find("\xC2\xA9") != line.text.npos || line.lower.starts_with("copyright")) {
    if (copyright_.empty()) copyright_ = std::string(line.text);
    return;
  }
  if (is_bio(line, lexicon_.page_words)) return take_bio(line.text);
  if (line.text.starts_with('(') && line.text.ends_with(')')) {  // "(Harbour News Service)"
    const std::string_view inner = line.text.substr(1, line.text.size() - 2);
    if (is_name(inner) && has_outlet_word(inner, lexicon_.page_words)) return take_outlet(inner);
  }
  if (opens_byline(line) && is_byline(line)) return read_byline(line);
  const MastheadReading reading = read_masthead(line, lexicon_);
  if (!reading.is) return;
  take_dates(reading.masthead);
  for (const std::string& name : reading.masthead.names) {
    if (take_source(said_twice(name))) return;
  }
  if (!reading.masthead.leads) return;
  const std::string& name = reading.masthead.names[0];
  const bool outlet = has_outlet_word(name, lexicon_.page_words);
  if (outlet || (reading.masthead.marked && !is_menu(line))) take_outlet(name);
}

// "... correspondent for The Quay Courier. She ...", "an editor at quaycourier.com, ...".
void Publication::take_bio(std::string_view text) {
  const std::string folded = lower(text);
  std::size_t at = text.npos;
  for (const std::string& role : lexicon_.page_words.author) {
    for (const std::string_view link : {" for ", " at ", " of ", " with "}) {
      const std::size_t found = folded.find(role + std::string(link));
      if (found != text.npos && found < at) at = found + role.size() + link.size();
    }
  }
  if (at >= text.size()) return;
  std::size_t end = at;
  while (end < text.size() && text[end] != ',' && text[end] != ';' &&
         !(text[end] == '.' && (end + 1 == text.size() || text[end + 1] == ' '))) {
    ++end;
  }
  std::string_view name = text.substr(at, end - at);
  for (const std::string_view cut : {" based in ", " covering ", " and ", " who ", " where "}) {
    name = name.substr(0, name.find(cut));
  }
  for (const std::string_view host : {".com", ".org", ".net"}) {
    if (name.ends_with(host)) name.remove_suffix(host.size());
  }
  take_outlet(name);
  const std::string_view writer =
      text.substr(0, std::min({text.find(','), text.find(" is "), text.find(" covers ")}));
  if (report_.byline.empty() && writer.size() < 40 && is_name(writer)) {
    take_person(std::string(writer));
  }
}

// Whether `start`, the words before a mark, are a dateline; takes it where they are.
bool Publication::dateline_of(std::string_view start) {
  const std::string_view place = trimmed(start.substr(0, start.find_first_of(",(")));
  if (place.empty() || !is_name(place) || !find_dates(place).empty()) return false;
  PageLine line;
  line_ = start;
  line.text = start;
  line.lower = lower(start);
  line.words = spaces(start) + 1;
  const MastheadReading reading = read_masthead(line, lexicon_);
  const std::size_t open = start.find('(');
  const bool dated = reading.is && !reading.masthead.dates.empty();
  if (!is_upper(place) && !dated) return false;
  take_dates(reading.masthead);
  const std::size_t close = start.find(')', std::min(open, start.size()));
  if (close != start.npos) take_outlet(start.substr(open + 1, close - open - 1));
  const std::size_t stroke = place.find(" / ");
  return take_place(place.substr(0, stroke));
}

// Where nothing else dates the report and only its first paragraph opens so: no chronology.
void Publication::read_opening_date() {
  std::optional<FoundDate> found;
  int paragraphs = 0;
  for (const Block& block : report_.blocks) {
    if (block.kind != BlockKind::paragraph) continue;
    const std::string_view start = report_.words(block.span).substr(0, 90);
    const std::optional<FoundDate> date = opening_date(start);
    if (++paragraphs > 1 && date) return;
    if (paragraphs > 1) continue;
    if (!date) return;
    found = date;
    line_ = start.substr(0, date->end);
  }
  if (found && dates_.empty()) dates_.push_back({*found, Label::none, line_});
}

void Publication::read_dateline() {
  for (const Block& block : report_.blocks) {
    if (block.kind != BlockKind::paragraph) continue;
    const std::string_view start = report_.words(block.span).substr(0, 90);
    for (const std::string_view mark : {" - ", " \xE2\x80\x93 ", "--", "\xE2\x80\x94"}) {
      const std::size_t end = start.find(mark);
      if (end != start.npos && dateline_of(start.substr(0, end))) return;
    }
    // "HANOI: ..." and "BUCHAREST. ...", "OSLO, Oct. 24, 2002. ...", but "THE NEWS: ..." is no
    // place.
    for (const std::string_view mark : {": ", ". "}) {
      std::size_t end = start.find(mark);
      while (end != start.npos && mark == ". " && ends_in_month(start.substr(0, end), lexicon_.web))
        end = start.find(mark, end + 1);
      if (end == start.npos) continue;
      const std::string_view place = start.substr(0, std::min(end, start.find(',')));
      const bool known = is_upper(place) && is_known_place(place, lexicon_.world);
      const bool one_word = mark == ": " && spaces(place) == 0 && is_upper(place);
      const bool dated = !find_dates(start.substr(0, end)).empty();
      if ((known || one_word || dated) && dateline_of(start.substr(0, end))) return;
    }
    return;
  }
}

void Publication::decide() {
  read_opening_date();
  if (dates_.empty() && spare_date_) dates_.push_back(*spare_date_);
  const auto first_of = [&](Label label) -> const LabelledDate* {
    const auto found = std::ranges::find(dates_, label, &LabelledDate::label);
    return found == dates_.end() ? nullptr : &*found;
  };
  // 11/6/2025 is the sixth of November, unless another date of the page says the eleventh of June.
  const auto value = [&](const LabelledDate& date) {
    const auto same = [&](const LabelledDate& other) {
      return other.date.swapped.empty() && other.date.value == date.date.swapped;
    };
    return std::ranges::any_of(dates_, same) ? date.date.swapped : date.date.value;
  };
  const auto choose = [&](std::string& place, const char* field, Label label, const char* reason) {
    const LabelledDate* date = first_of(label);
    if (date == nullptr || !place.empty()) return;
    place = value(*date);
    line_ = date->line;
    keep(field, place, reason);
  };
  choose(report_.updated, "updated", Label::updated, "its line says that it is one of updating");
  const char* said = "its line says that it is one of publication";
  choose(report_.published, "published", Label::first_published, said);
  choose(report_.published, "published", Label::published, said);
  choose(report_.published, "published", Label::none, "the first date around the article");
  choose(report_.published, "published", Label::updated, "no other date stands around the article");
  if (report_.outlet.empty() && !copyright_.empty()) {
    std::string_view name = copyright_;
    while (!name.empty() && (name[0] < 'A' || name[0] > 'Z')) name.remove_prefix(1);
    if (name.starts_with("Copyright")) name.remove_prefix(9);
    while (!name.empty() && (name[0] < 'A' || name[0] > 'Z')) name.remove_prefix(1);
    name = name.substr(0, name.find_first_of(".,|"));
    name = trimmed(name.substr(0, name.find(" All ")));
    line_ = copyright_;
    take_outlet(trimmed(name.substr(0, name.find(" all "))));
  }
  if (report_.outlet.empty() && !spare_outlet_.empty()) {
    line_ = spare_outlet_;
    take_outlet(spare_outlet_);
  }
  std::ranges::stable_sort(report_.provenance, {}, &Provenance::field);
}

}  // namespace concord
