#include "intake/told_parts.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>

#include "intake/charset.h"
#include "intake/dates.h"
#include "intake/dom.h"
#include "intake/intake.h"
#include "intake/page.h"

namespace concord {
namespace {

std::string escaped(std::string_view words) {
  std::string out;
  for (const char c : words) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '"') {
      out += "&quot;";
    } else {
      out += c;
    }
  }
  return out;
}

// The body as a whole page, so that one reader reads all markup.
std::string page_of(const ToldParts& parts) {
  std::string page = "<!doctype html><html><head><title>" + escaped(parts.title.text) + "</title>";
  if (!parts.title.empty()) {
    page += "<meta property=\"og:title\" content=\"" + escaped(parts.title.text) + "\">";
  }
  page += "</head><body><article>";
  if (!parts.title.empty()) page += "<h1>" + escaped(parts.title.text) + "</h1>";
  if (!parts.standfirst.empty()) page += "<p>" + escaped(parts.standfirst) + "</p>";
  return page + parts.html + "</article></body></html>";
}

void add_block(Report& report, BlockKind kind, std::string_view text) {
  if (text.empty()) return;
  if (!report.text.empty()) report.text += "\n\n";
  const auto begin = static_cast<std::uint32_t>(report.text.size());
  report.text += text;
  report.blocks.push_back({kind, {begin, static_cast<std::uint32_t>(report.text.size())}});
}

bool has_body(const Report& report) {
  return std::ranges::any_of(report.blocks,
                             [](const Block& block) { return block.kind != BlockKind::title; });
}

// Markup too short for a page's reader to tell an article in it: all its words.
Report bare_report(const ToldParts& parts) {
  Report report;
  report.title = parts.title.text;
  add_block(report, BlockKind::title, parts.title.text);
  add_block(report, BlockKind::standfirst, parts.standfirst);
  add_block(report, BlockKind::paragraph, plain_words(parts.html));
  return report;
}

// The text's first line is the title that was told; whatever the reader of scraped text made of it.
void settle_title(Report& report, const std::string& title) {
  const Span line{0, static_cast<std::uint32_t>(title.size())};
  std::erase_if(report.blocks, [&](const Block& block) { return block.span.overlaps(line); });
  std::erase_if(report.furniture, [&](const Span span) { return span.overlaps(line); });
  for (Block& block : report.blocks) {
    if (block.kind == BlockKind::title) block.kind = BlockKind::heading;
  }
  report.blocks.insert(report.blocks.begin(), {BlockKind::title, line});
  report.title = title;
}

Result<Report> report_of_text(const ToldParts& parts, const Lexicon& lexicon) {
  std::string text = parts.title.text;
  for (const std::string* more : {&parts.standfirst, &parts.text}) {
    if (more->empty()) continue;
    const bool repeats = more == &parts.text && text == parts.title.text && !text.empty() &&
                         more->starts_with(text) && more->substr(text.size(), 1) == "\n";
    if (repeats) text.clear();
    if (!text.empty()) text += "\n\n";
    text += *more;
  }
  CONCORD_TRY(auto report, read_text(Input{"", std::move(text)}, lexicon));
  if (!parts.title.empty()) settle_title(report, parts.title.text);
  return report;
}

Result<Report> report_of_html(const ToldParts& parts, const std::string& captured,
                              const Lexicon& lexicon) {
  PageHints hints;
  hints.address = parts.address.text;
  hints.captured = captured.substr(0, 10);
  auto report = read_page(page_of(parts), hints, lexicon);
  // The page's head is page_of()'s.
  if (report)
    std::erase_if(report->provenance, [](const auto& one) { return one.field == "title"; });
  if (report ? has_body(*report) : report.error().code != ErrorCode::invalid_input) return report;
  Report bare = bare_report(parts);
  if (bare.blocks.empty()) return Error{ErrorCode::invalid_input, "no words in it"};
  return bare;
}

// Puts what is told in the place of what was read, and keeps where both came from.
class Teller {
 public:
  explicit Teller(Report& report) : report_(report) {}

  void tell(const ToldParts& parts) {
    value(report_.title, "title", parts.title, parts.title.text);
    value(report_.outlet, "outlet", parts.outlet, plain_words(parts.outlet.text));
    value(report_.dateline, "dateline", parts.dateline, plain_words(parts.dateline.text));
    value(report_.published, "published", parts.published, told_day(parts.published.text));
    value(report_.updated, "updated", parts.updated, told_day(parts.updated.text));
    value(report_.language, "language", parts.language, told_language(parts.language.text));
    value(report_.address, "address", parts.address, parts.address.text);
    if (!parts.byline.empty()) {
      outrank("author");
      report_.byline.clear();
    }
    for (const ToldValue& person : parts.byline) {
      report_.byline.push_back(plain_words(person.text));
      keep("author", report_.byline.back(), person.where);
    }
    std::ranges::stable_sort(report_.provenance, [](const Provenance& a, const Provenance& b) {
      return std::pair(std::string_view(a.field), -a.weight) <
             std::pair(std::string_view(b.field), -b.weight);
    });
  }

 private:
  static constexpr int kToldWeight = 100;

  void value(std::string& value, const char* field, const ToldValue& told, std::string read) {
    if (read.empty()) return;
    outrank(field);
    keep(field, read, told.where);
    value = std::move(read);
  }

  void outrank(std::string_view field) {
    for (Provenance& one : report_.provenance) {
      if (one.field != field || !one.chosen) continue;
      one.chosen = false;
      one.reason = "the item tells it outright";
    }
  }

  void keep(const char* field, const std::string& value, const std::string& where) {
    report_.provenance.push_back(
        {field, value, "item", where, kToldWeight, true, "told outright by the item"});
  }

  Report& report_;
};

}  // namespace

std::string told_day(std::string_view date) {
  std::int64_t number = 0;
  const auto [end, failed] = std::from_chars(date.data(), date.data() + date.size(), number);
  const bool whole = failed == std::errc() && end == date.data() + date.size();
  if (whole && number > 100'000'000) {
    constexpr std::int64_t kSecondsMax =
        100'000'000'000;  // of the year 5138; more are milliseconds
    if (number > kSecondsMax) number /= 1000;
    if (number > kSecondsMax) return {};
    const std::chrono::year_month_day day(
        std::chrono::sys_days(std::chrono::floor<std::chrono::days>(std::chrono::seconds(number))));
    char text[16];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(day.year()),
                  static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
    return text;
  }
  const auto digit = [&](std::size_t i) { return date[i] >= '0' && date[i] <= '9'; };
  // 20230404T100000Z, as agencies write it.
  const bool basic =
      date.size() >= 8 && (date.size() == 8 || date[8] == 'T') &&
      std::ranges::all_of(date.substr(0, 8), [](char c) { return c >= '0' && c <= '9'; });
  if (basic) {
    const std::string day = std::string(date.substr(0, 4)) + "-" + std::string(date.substr(4, 2)) +
                            "-" + std::string(date.substr(6, 2));
    return told_day(day);
  }
  const bool month = date.size() == 7 && date[4] == '-' && digit(0) && digit(5) && digit(6);
  if (month) return std::string(date);
  const auto found = find_dates(date.substr(0, 100));
  return found.empty() ? std::string() : found.front().value;
}

std::string plain_words(std::string_view words) {
  const auto page = parse_html(words);
  std::string plain = page ? page->text(0) : std::string();
  std::erase_if(plain, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
  return plain;
}

std::string told_language(std::string_view tag) {
  std::string known;
  for (const char c : tag) known += c == '_' ? '-' : c;
  const std::size_t end = std::min(known.find('-'), known.size());
  const auto letter = [](char c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; };
  const auto sign = [&](char c) { return letter(c) || c == '-' || (c >= '0' && c <= '9'); };
  const bool sound =
      (end == 2 || end == 3) && known.size() <= 35 &&
      std::all_of(known.begin(), known.begin() + static_cast<std::ptrdiff_t>(end), letter) &&
      std::ranges::all_of(known, sign);
  if (!sound) return {};
  for (std::size_t i = 0; i < end; ++i) known[i] = static_cast<char>(known[i] | 32);
  return known;
}

Result<Report> report_of(const ToldParts& parts, const std::string& captured,
                         const Lexicon& lexicon) {
  if (parts.html.empty() && parts.text.empty() && parts.standfirst.empty()) {
    return Error{ErrorCode::not_found, "no text in it"};
  }
  auto made = parts.html.empty() ? report_of_text(parts, lexicon)
                                 : report_of_html(parts, captured, lexicon);
  if (!made) return made;
  Teller(*made).tell(parts);
  return made;
}

}  // namespace concord
