// Dates that readers see: in <time>, in elements whose class names them, in lines of text.
#include <algorithm>

#include "intake/metadata_clock.h"
#include "intake/metadata_when_list.h"
#include "text/fold.h"

namespace concord {
namespace {

constexpr int kScriptWeight = 35;
// "Summit set for 15 July 2024": the day that an article is about, not believed alone.
constexpr int kSubjectWeight = 36;
constexpr int kFirstWeight = 76;         // "originally published on": less than "posted on"
constexpr std::size_t kPhraseRest = 60;  // a line with more besides its dates is a sentence
constexpr std::size_t kNoLine = static_cast<std::size_t>(-1);

// Where the moment of "2 hours ago" stands.
constexpr std::string_view kDateAttributes[] = {
    "datetime",      "title",          "content",     "data-datetime", "data-date",
    "data-time",     "data-timestamp", "data-epoch",  "data-utc",      "data-published",
    "data-pub-date", "data-pubdate",   "data-publish"};

// What the words before a date call it: the longest known phrase that ends there, a weekday or the
// like between. "last updated on wednesday," is `updated`.
DateCalled called_by(std::string_view before, const WebWords& words) {
  std::vector<Span> cut;
  for (std::uint32_t at = 0; at < before.size();) {
    const std::size_t begin = before.find_first_not_of(" :,|-()[]/.\x1f", at);
    if (begin == std::string_view::npos) break;
    const std::size_t end = std::min(before.find_first_of(" :,|()[]\x1f", begin), before.size());
    cut.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    at = static_cast<std::uint32_t>(end);
  }
  constexpr std::size_t kBetweenMax = 2;
  for (std::size_t skipped = 0; skipped <= kBetweenMax && skipped < cut.size(); ++skipped) {
    const std::size_t end = cut.size() - skipped;
    for (std::size_t size = std::min(words.phrase_words_max, end); size > 0; --size) {
      const Span span{cut[end - size].begin, cut[end - 1].end};
      const auto known = words.words.find(slice(before, span));
      if (known == words.words.end()) continue;
      if (known->second.first) return DateCalled::first;
      if (known->second.updated) return DateCalled::updated;
      if (known->second.published) return DateCalled::published;
    }
  }
  return DateCalled::nothing;
}

// What the words right after a date call it: "am 3. Juli um 9 Uhr veröffentlicht".
DateCalled called_after(std::string_view after, const WebWords& words) {
  std::size_t at = 0;
  for (int most = 5; most > 0; --most) {
    const std::size_t begin = after.find_first_not_of(" :,|-()[]/.\x1f", at);
    if (begin == std::string_view::npos) break;
    at = std::min(after.find_first_of(" :,|()[]/.\x1f", begin), after.size());
    const auto known = words.words.find(after.substr(begin, at - begin));
    if (known == words.words.end()) continue;
    if (known->second.published) return DateCalled::published;
    if (known->second.updated) return DateCalled::updated;
  }
  return DateCalled::nothing;
}

class SeenDates {
 public:
  SeenDates(const MetadataView& view, DateList& list)
      : view_(view),
        list_(list),
        headline_line_(view.headline == kNoNode ? kNoLine - 1 : view.line_of(view.headline)) {
    for (const std::string_view name : kDateAttributes) {
      if (view.page.uses_attribute(name)) used_attributes_.push_back(name);
    }
  }

  void gather() {
    read_times();
    read_marked();
    read_lines();
    read_openings();
    read_scripts();
  }

 private:
  void read_times() {
    for (const NodeId node : view_.facts.times) {
      if (list_.is_full()) return;
      std::string value(
          view_.page.attribute(node, view_.page[node].tag == Tag::abbr ? "title" : "datetime"));
      const std::string text = date_text(view_, node);
      auto date = value.empty() ? std::nullopt : read_machine_date(value, list_.manner());
      if (!date) date = read_machine_date(text, list_.manner());
      if (!date) continue;
      DateCalled called = part_called(node);
      if (view_.page.has_attribute(node, "pubdate")) called = DateCalled::published;
      if (called == DateCalled::nothing) called = called_on_line(node, text);
      const int weight = called == DateCalled::nothing ? 72 : 82;
      list_.add_placed(*date, called, MetadataFrom::time_element, shown_line(value + " " + text),
                       node, weight);
    }
  }

  // What the class of the element calls it.
  DateCalled part_called(NodeId node) const {
    const auto& marked = view_.facts.marked;
    auto mark = std::ranges::lower_bound(marked, node, {}, &MarkedFact::node);
    for (; mark != marked.end() && mark->node == node; ++mark) {
      if (mark->part == PageMark::published) return DateCalled::published;
      if (mark->part == PageMark::updated) return DateCalled::updated;
    }
    return DateCalled::nothing;
  }

  // What the words before the node's text on its line, or the line before, call it.
  DateCalled called_on_line(NodeId node, std::string_view text) const {
    const std::size_t number = view_.line_of(node);
    if (number >= view_.facts.lines.size()) return DateCalled::nothing;
    std::string line(view_.facts.words(view_.facts.lines[number]));
    const std::size_t at = text.empty() ? std::string::npos : line.find(start_of(text, 6));
    const std::string before =
        plain_line(std::string_view(line).substr(0, at == std::string::npos ? 0 : at));
    const DateCalled called = called_by(before, view_.words);
    if (called != DateCalled::nothing || !before.empty()) return called;
    return called_above(number);
  }

  // "Published" alone on the line before.
  DateCalled called_above(std::size_t number) const {
    if (number == 0 || number == kNoLine) return DateCalled::nothing;
    const std::string_view above = view_.facts.words(view_.facts.lines[number - 1]);
    if (above.size() > 40) return DateCalled::nothing;
    const std::string plain = plain_line(above);
    const std::size_t end = plain.find_last_not_of(" :\x1f");
    const auto known = view_.words.words.find(std::string_view(plain).substr(0, end + 1));
    if (known == view_.words.words.end()) return DateCalled::nothing;
    return known->second.updated     ? DateCalled::updated
           : known->second.published ? DateCalled::published
                                     : DateCalled::nothing;
  }

  void read_marked() {
    for (const MarkedFact& fact : view_.facts.marked) {
      const bool dated = fact.part == PageMark::date || fact.part == PageMark::published ||
                         fact.part == PageMark::updated;
      if (!dated || list_.is_full()) continue;
      if (view_.page[fact.node].end - fact.node > kDateNodesMax) continue;
      const std::string text = date_text(view_, fact.node);
      if (text.size() > 120) continue;
      const std::string plain = plain_line(text);
      const auto dates = find_page_dates(plain, list_.manner());
      if (dates.empty()) {
        read_attributes(fact, text);
        continue;
      }
      const bool sentence = plain.size() - (dates.front().end - dates.front().begin) > 60;
      DateCalled called =
          called_by(std::string_view(plain).substr(0, dates.front().begin), view_.words);
      // A class names a date, not every date in a sentence below it.
      if (called == DateCalled::nothing && !sentence) called = part_called(fact.node);
      if (called == DateCalled::nothing) called = called_on_line(fact.node, text);
      list_.add_placed(dates.front(), called, MetadataFrom::marked,
                       std::string(fact.word) + ": " + shown_line(text), fact.node,
                       called == DateCalled::nothing ? (sentence ? 45 : 70) : 80, sentence);
    }
  }

  // <span class="date" data-time="1719824400">2 hours ago</span>
  void read_attributes(const MarkedFact& fact, const std::string& text) {
    constexpr std::size_t kAgoBytesMax = 40;
    if (text.size() > kAgoBytesMax || !view_.page.has_other_attributes(fact.node)) return;
    for (const std::string_view name : used_attributes_) {
      const std::string_view value = view_.page.attribute(fact.node, name);
      if (value.size() < 8 || value.size() > 60) continue;
      const auto date = read_machine_date(value, list_.manner());
      if (!date) continue;
      DateCalled called = called_by(plain_line(text), view_.words);
      if (called == DateCalled::nothing) called = part_called(fact.node);
      if (called == DateCalled::nothing) called = called_on_line(fact.node, text);
      list_.add_placed(*date, called, MetadataFrom::marked,
                       std::string(fact.word) + ": " + std::string(name) + " " + shown_line(value),
                       fact.node, called == DateCalled::nothing ? 70 : 80);
      return;
    }
  }

  void read_lines() {
    for (std::size_t i = 0; i < view_.facts.lines.size(); ++i) {
      if (list_.is_full()) return;
      const TextLine& line = view_.facts.lines[i];
      if (may_hold_date(view_.facts.words(line))) read_line(line, i);
    }
  }

  // Of a paragraph only what it says of the page: "This entry was posted on 3 July 2024 and ...".
  void read_openings() {
    for (const TextLine& opening : view_.facts.openings) {
      const std::string_view words = view_.facts.words(opening);
      if (may_hold_date(words) && names_itself(words)) read_line(opening, kNoLine);
    }
  }

  // "This entry", "Dieser Beitrag" at the start of the line, or after "Note:".
  bool names_itself(std::string_view words) const {
    constexpr std::size_t kPhraseBytesMax = 48;
    std::string plain = plain_line(start_of(words, kPhraseBytesMax));
    if (const std::size_t colon = plain.find(':'); colon < kPhraseBytesMax / 2) {
      plain.erase(0, plain.find_first_not_of(" \x1f", colon + 1));
    }
    std::size_t end = plain.find(' ');
    for (int most = 3; most > 0 && end != std::string::npos; --most) {
      const auto known = view_.words.words.find(std::string_view(plain).substr(0, end));
      if (known != view_.words.words.end() && known->second.itself) return true;
      end = plain.find(' ', end + 1);
    }
    return false;
  }

  void read_line(const TextLine& line, std::size_t number) {
    const std::string_view words = view_.facts.words(line);
    const std::string plain = plain_line(words);
    const auto dates = find_page_dates(plain, list_.manner());
    if (dates.empty()) return;
    std::size_t told = 0;
    for (const PageDate& date : dates) told += date.end - date.begin;
    const std::size_t rest = plain.size() - told;
    const bool itself = rest > kPhraseRest && names_itself(words);
    std::uint32_t from = 0;
    for (const PageDate& date : dates) {
      DateCalled called =
          called_by(std::string_view(plain).substr(from, date.begin - from), view_.words);
      if (called == DateCalled::nothing && date.begin < 3) called = called_above(number);
      if (called == DateCalled::nothing && dates.size() == 1) {
        called = called_after(std::string_view(plain).substr(date.end), view_.words);
      }
      const bool named = called != DateCalled::nothing;
      const bool sentence = rest > kPhraseRest && !(itself && named);
      int weight = named ? 80 : 66;
      if (sentence) weight -= named ? 5 : 25;
      if (sentence && rest > 140) weight -= 20;
      if (called == DateCalled::first) weight = kFirstWeight;
      if (!named && number == headline_line_) weight = kSubjectWeight;
      from = date.end;
      if (number == kNoLine && !named) continue;
      list_.add_placed(date, called, MetadataFrom::visible, shown_line(words), line.begin, weight,
                       sentence);
    }
  }

  // showDate("2020/04/17 01:43:09"): a page of the kind writes its date by a script at its place.
  void read_scripts() {
    for (const NodeId script : view_.facts.short_scripts) {
      const std::string text = view_.page.raw_text(script);
      const auto dates = find_page_dates(plain_line(text), list_.manner());
      if (dates.size() != 1) continue;
      list_.add_placed(dates.front(), DateCalled::nothing, MetadataFrom::visible, shown_line(text),
                       script, kScriptWeight);
    }
  }

  const MetadataView& view_;
  DateList& list_;
  std::size_t headline_line_;
  std::vector<std::string_view> used_attributes_;  // of kDateAttributes, by this page
};

}  // namespace

void gather_seen_dates(const MetadataView& view, DateList& list) { SeenDates(view, list).gather(); }

}  // namespace concord
