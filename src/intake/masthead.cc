#include "intake/masthead.h"

#include <algorithm>
#include <utility>

#include "text/fold.h"

namespace concord {
namespace {

constexpr std::size_t kMastheadWordsMax = 18;
constexpr std::ptrdiff_t kKickerWordsMax = 4;

// The pieces of a line between marks that no name holds. A comma parts too where `commas`.
std::vector<std::string_view> parts_of(std::string_view text, bool commas) {
  static constexpr std::string_view kMarks[] = {
      "|",    "\xC2\xB7", "\xE2\x80\xA2", "\xE2\x80\x94",   " / ", " - ",
      " -- ", "  ",       "\t",           " \xE2\x80\x93 ", " > ", "\x01"};
  const auto may_open_mark = [](char c) {
    return c == '|' || c == ' ' || c == '\t' || c == '\x01' || c == '\xC2' || c == '\xE2';
  };
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t size = commas && text[at] == ',' ? 1 : 0;
    if (may_open_mark(text[at])) {
      for (const std::string_view mark : kMarks) {
        if (size == 0 && text.substr(at).starts_with(mark)) size = mark.size();
      }
    }
    if (size == 0) {
      ++at;
      continue;
    }
    parts.push_back(text.substr(begin, at - begin));
    at += size;
    begin = at;
  }
  parts.push_back(text.substr(begin));
  return parts;
}

bool is_time_word(std::string_view word) {
  static constexpr std::string_view kWords[] = {
      "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon",  "tue",
      "tues",   "wed",     "thu",       "thur",     "thurs",  "fri",      "sat",    "sun",  "ist",
      "gmt",    "est",     "edt",       "et",       "bst",    "cet",      "cest",   "utc",  "pkt",
      "sgt",    "hkt",     "pst",       "pdt",      "pt",     "am",       "pm",     "a.m.", "p.m.",
      "at",     "on",      "t",         "z",        "hrs"};
  const std::string_view bare = trimmed(word);
  if (bare.empty() || std::ranges::find(kWords, bare) != std::end(kWords)) return true;
  return std::ranges::all_of(bare,
                             [](char c) {
                               return (c >= '0' && c <= '9') || c == ':' || c == '.' || c == '+' ||
                                      c == 'z' || c == 't' || c == 'p' || c == 'a' || c == 'm';
                             }) &&
         bare.find_first_of("0123456789") != bare.npos;
}

// Without the weekdays, clock times and labels at its ends.
std::string_view without_times(std::string_view part, const PageWords& words) {
  part = trimmed(part);
  for (bool cut = true; cut && !part.empty();) {
    cut = false;
    const std::string low = lower(part);
    if (low.size() != part.size()) break;
    if (words.label.is(low)) return {};
    const std::size_t first = std::min(part.find(' '), part.size());
    const std::size_t last = part.rfind(' ') == part.npos ? 0 : part.rfind(' ') + 1;
    if (is_time_word(std::string_view(low).substr(0, first))) {
      part.remove_prefix(first);
      cut = true;
    } else if (is_time_word(std::string_view(low).substr(last))) {
      part = part.substr(0, last);
      cut = true;
    }
    part = trimmed(part);
  }
  return part;
}

bool names_desk(std::string_view low) {
  if (low.size() >= 40) return false;
  return std::ranges::any_of(
      std::initializer_list<std::string_view>{" desk", " service", " edition", " section", " team"},
      [&](std::string_view end) { return low.ends_with(end); });
}

// What stands beside an outlet's name and is none: "Europe", "World desk", "no. 41", "2 min read".
bool is_section(std::string_view part, bool first, const PageWords& words) {
  const std::string low = lower(part);
  if (words.section.is(low) || words.is.is(low)) return true;
  if (starts_with_any(low, words.starts) || words.has.stands_in(low)) return true;
  // "World desk", but an outlet may be called "Elmhill City Desk".
  if (!first || std::ranges::count(low, ' ') < 2) {
    if (names_desk(low)) return true;
  }
  for (const std::string_view start :
       {"no. ", "vol. ", "issue ", "page ", "p. ", "live: ", "reporting by "}) {
    if (low.starts_with(start)) return true;
  }
  const bool one = low.find(' ') == low.npos;
  return one && (words.outlet.is(low) || (low[0] >= '0' && low[0] <= '9'));
}

// Takes "LIVE" off the end of a name.
std::string_view bare_name(std::string_view part) {
  if (part.ends_with(" LIVE")) part.remove_suffix(5);
  return trimmed(part);
}

// "Elmhill Hoy (English edition)" without its bracket.
std::string_view without_bracket(std::string_view part) {
  const std::size_t open = part.rfind(" (");  // its end may have been trimmed
  return open != part.npos ? trimmed(part.substr(0, open)) : part;
}

// "Baltic Courier live team": without the small words behind the name.
std::string_view without_desk(std::string_view part, bool dated) {
  if (is_name(part) || (!dated && !names_desk(lower(part)))) return part;
  std::string_view name = part;
  for (std::size_t space = name.rfind(' '); space != name.npos; space = name.rfind(' ')) {
    if (name[space + 1] < 'a' || name[space + 1] > 'z') break;
    name = trimmed(name.substr(0, space));
  }
  return name.find(' ') != name.npos && is_name(name) ? name : part;
}

bool has_letters_or_digits(std::string_view part) {
  return std::ranges::any_of(part, [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
  });
}

// "Question of the day — 11 July 2025": the date stands apart from the words before it.
bool is_apart(std::string_view text, const std::vector<FoundDate>& dates) {
  const std::string_view before = text.substr(0, dates.empty() ? 0 : dates.front().begin);
  const std::string_view start = trimmed(before);
  return !start.empty() && start.data() + start.size() + 1 < before.data() + before.size();
}

// "Friday 25 October 2002 -- by e-mail, free of charge": only a weekday stands before the date.
bool date_leads(std::string_view text, const std::vector<FoundDate>& dates,
                const PageWords& words) {
  return !dates.empty() && without_times(text.substr(0, dates.front().begin), words).empty();
}

// "Plainview staff"
std::string_view staffed(std::string_view part) {
  for (const std::string_view end : {" staff", " Staff", " Staff Writer", " staff writer"}) {
    if (part.ends_with(end)) return part.substr(0, part.size() - end.size());
  }
  return {};
}

// "OSLO, 3 May 2021 (Birch News Agency)": takes the brackets out, and "(all times Oslo)" as well;
// "Chile (February 2024)" has no agency, nor has "The Lofa Sentinel (Monrovia)".
std::string take_agency(std::string& text, const World& world) {
  const std::size_t open = text.rfind('(');
  const std::size_t close = text.rfind(')');
  if (open == text.npos || close == text.npos || close < open + 3) return {};
  std::string agency = text.substr(open + 1, close - open - 1);
  text.replace(open, close - open + 1, "\x01");
  const bool dated = agency.find_first_of("0123456789") != agency.npos;
  const bool named = is_name(agency) && !dated && !agency.ends_with(" edition");
  return named && !is_known_place(agency, world) ? agency : std::string();
}

}  // namespace

bool tells_issue(const PageLine& line) {
  constexpr std::size_t kWordsBehindMarkMax = 2;
  if (line.sentence || line.words > kMastheadWordsMax) return false;
  const std::vector<FoundDate> dates = find_dates(line.text);
  if (dates.empty()) return false;
  const std::string_view before = line.text.substr(0, dates.front().begin);
  const std::size_t mark = before.find_last_of(",|*(/");
  const std::size_t dash = std::max(before.rfind(" - ") + 1, before.rfind("\xE2\x80\x94") + 1);
  const auto spaces = std::ranges::count(trimmed(before.substr(std::max(mark + 1, dash))), ' ');
  return static_cast<std::size_t>(spaces) < kWordsBehindMarkMax;
}

LabelledDate::Label label_in(std::string_view low) {
  const auto has = [&](const char* word) { return low.find(word) != low.npos; };
  if (has("first published")) return LabelledDate::Label::first_published;
  if (has("updated") || has("modified") || has("update")) return LabelledDate::Label::updated;
  if (has("published") || has("posted") || has("publication"))
    return LabelledDate::Label::published;
  return LabelledDate::Label::none;
}

bool has_outlet_word(std::string_view name, const PageWords& words) {
  const std::string low = lower(name);
  std::size_t at = 0;
  while (at < low.size()) {
    const std::size_t end = std::min(low.find_first_of(" -", at), low.size());
    if (words.outlet.is(std::string_view(low).substr(at, end - at))) return true;
    at = end + 1;
  }
  return false;
}

bool is_known_place(std::string_view name, const World& world) {
  if (const std::size_t stroke = name.find('/'); stroke != name.npos) {
    return is_known_place(trimmed(name.substr(0, stroke)), world) ||
           is_known_place(trimmed(name.substr(stroke + 1)), world);
  }
  const std::string low = lower(name);
  const auto known = world.phrases.exact(low);  // "Singapore", a state and its seat
  return world.seats.contains(low) || (known && world.names[*known].kind == NameKind::state &&
                                       world.names[*known].form == NameForm::name);
}

MastheadReading read_masthead(const PageLine& line, const Lexicon& lexicon) {
  const PageWords& words = lexicon.page_words;
  MastheadReading reading;
  if (line.words > kMastheadWordsMax) return reading;
  Masthead& masthead = reading.masthead;
  std::string rest(line.text);
  std::size_t before = 0;
  std::vector<FoundDate> dates = find_dates(line.text);
  for (const FoundDate& date : dates) {
    const std::string label = lower(line.text.substr(before, date.begin - before));
    masthead.dates.push_back({date, label_in(label)});
    before = date.end;
  }
  for (std::size_t i = dates.size(); i-- > 0;) {
    rest.replace(dates[i].begin, dates[i].end - dates[i].begin, "\x01");
  }
  if (!dates.empty() || line.text.ends_with(')'))
    masthead.agency = take_agency(rest, lexicon.world);
  const bool dated = !dates.empty();
  const bool apart = is_apart(line.text, dates) && !line.sentence;
  const bool led = date_leads(line.text, dates, words) && !line.sentence;
  const bool numbered =
      line.lower.find(", no. ") != line.lower.npos || line.lower.find(", vol. ") != line.lower.npos;
  const bool shortly = line.words <= 10 && !line.sentence;
  const auto parts = parts_of(rest, dated || numbered || shortly);
  const bool stroked = line.text.find('|') != line.text.npos ||
                       line.text.find(" / ") != line.text.npos ||
                       line.text.find("\xC2\xB7") != line.text.npos;
  masthead.marked = dated || numbered;
  bool first = true;
  for (const std::string_view raw : parts) {
    const std::string_view part =
        without_desk(without_bracket(bare_name(without_times(raw, words))), dated);
    if (!has_letters_or_digits(part)) continue;
    if (const std::string_view staff = staffed(part); !staff.empty() && is_name(staff)) {
      masthead.agency = std::string(staff);
    } else if (is_section(part, first, words)) {
      ++masthead.sections;
      masthead.marked = masthead.marked || parts.size() > 1;
    } else if (dated && lower(part).starts_with("by ")) {
      ++masthead.sections;  // "Posted on 3 May 2021 by Ada Fenn"
    } else if (is_name(part)) {
      masthead.leads = masthead.leads || first;
      masthead.names.emplace_back(part);
    } else if ((apart || led) && std::ranges::count(part, ' ') < kKickerWordsMax) {
      ++masthead.sections;  // "Question of the day", "free of charge"
    } else if (first && !dated) {
      return reading;  // words of a sentence: a headline, or a paragraph
    } else if (!stroked && !numbered &&
               (dated || masthead.names.empty() || !has_outlet_word(masthead.names[0], words))) {
      return reading;
    } else {
      masthead.marked = true;  // "Elmhill Gazette - notices of the day"
    }
    first = false;
  }
  // Strokes part names in mastheads; a comma does so in headlines as well, and a dash sometimes.
  const bool outlet_leads = masthead.leads && has_outlet_word(masthead.names[0], words);
  const bool dashed = line.text.find("\xE2\x80\x94") != line.text.npos ||
                      line.text.find(" - ") != line.text.npos ||
                      line.text.find(" -- ") != line.text.npos;
  masthead.marked = masthead.marked || stroked || (dashed && outlet_leads);
  reading.is = masthead.marked || !masthead.agency.empty() ||
               (masthead.names.size() == 1 && masthead.names[0].size() + 6 >= line.text.size());
  return reading;
}

}  // namespace concord
