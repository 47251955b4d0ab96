// Gathers what metadata_when.h describes. No date is chosen here: each gets the weight that its
// place and its name give it.
#include "intake/metadata_when.h"

#include <algorithm>
#include <cstdlib>

#include "intake/metadata_clock.h"
#include "text/fold.h"

namespace concord {
namespace {

constexpr std::size_t kStatementsMax = 300;
constexpr int kHeadLinesBefore = 8;
constexpr int kHeadLinesAfter = 14;
constexpr int kScriptWeight = 35;
constexpr int kFirstWeight = 84;      // a sentence that says so is no chance
constexpr NodeId kDateNodesMax = 40;  // an element with more below it holds more than a date

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
  for (int most = 4; most > 0; --most) {
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

class DateGatherer {
 public:
  explicit DateGatherer(const MetadataView& view)
      : view_(view), manner_(view.manner()), body_(first_paragraph()) {}

  std::vector<DateStatement> gather() {
    read_linked_articles();
    read_stated();
    read_times();
    read_marked();
    read_lines();
    read_scripts();
    read_address();
    read_image_address();
    return std::move(found_);
  }

 private:
  void add(const PageDate& date, DateCalled called, DateFamily family, MetadataFrom from,
           std::string where, int weight) {
    if (found_.size() >= kStatementsMax) return;
    found_.push_back({date, called, family, from, std::move(where), weight, {}});
  }

  void add_machine(std::string_view value, DateCalled called, MetadataFrom from, std::string where,
                   int weight) {
    if (value.empty()) return;
    if (const auto date = read_machine_date(value, manner_)) {
      add(*date, called, DateFamily::machine, from, std::move(where), weight);
    }
  }

  void read_linked_articles() {
    for (std::size_t i = 0; i < view_.linked.articles.size(); ++i) {
      const LinkedArticle& one = view_.linked.articles[i];
      const int weight = one.weight * 95 / 100 - (i == view_.main ? 0 : 30);
      const auto said = [&](const std::string& value, DateCalled called, const char* name,
                            int less) {
        add_machine(value, called, MetadataFrom::json_ld, one.type + "." + name, weight - less);
      };
      said(one.published, DateCalled::published, "datePublished", 0);
      said(one.created, DateCalled::published, "dateCreated", 22);
      said(one.modified, DateCalled::updated, "dateModified", 2);
    }
  }

  void read_stated() {
    for (const StatedFact& fact : view_.facts.stated) {
      const auto known = view_.words.properties.find(fact.name);
      if (known == view_.words.properties.end()) {
        read_unknown(fact);
        continue;
      }
      const PageSays says = known->second.says;
      if (says != PageSays::published && says != PageSays::modified && says != PageSays::date)
        continue;
      const DateCalled called = says == PageSays::published  ? DateCalled::published
                                : says == PageSays::modified ? DateCalled::updated
                                                             : DateCalled::nothing;
      if (!fact.microdata) {
        add_machine(fact.value, called, from_of(fact), fact.name, known->second.weight);
        continue;
      }
      const std::string value = fact.value.empty() ? page_text(fact.node) : std::string(fact.value);
      const auto date = read_machine_date(value, manner_);
      if (!date) continue;
      add_placed(*date, called, MetadataFrom::microdata, fact.name, fact.node,
                 known->second.weight);
    }
  }

  // A name of the site's own, its value a moment: <meta property="photo:uploaded"
  // content="2013-02-16T04:36:36-05:00">.
  void read_unknown(const StatedFact& fact) {
    const std::string_view value = fact.value;
    if (fact.microdata || value.size() < 19 || value.size() > 35 || !value.starts_with("20") ||
        value[4] != '-' || value[10] != 'T') {
      return;
    }
    add_machine(value, DateCalled::nothing, from_of(fact), fact.name, 42);
  }

  std::string page_text(NodeId node) const {
    if (view_.page[node].end - node > kDateNodesMax) return {};
    const std::string text = view_.page.text(node);
    return std::string(start_of(text, 200));
  }

  // A date at a place of the page: refused in comments and teasers, of less weight far from the
  // headline.
  void add_placed(const PageDate& date, DateCalled called, MetadataFrom from, std::string where,
                  NodeId node, int weight, bool sentence = false) {
    const PageMark place = view_.place_of(node);
    const int lines = view_.lines_from_headline(node);
    const bool head = lines >= -kHeadLinesBefore && lines <= kHeadLinesAfter;
    const bool beside = lines >= -3 && lines <= 6;
    DateStatement one{date, called, DateFamily::seen, from, std::move(where), weight, {}};
    one.away = !head || node > body_;
    one.comment = place == PageMark::comment;
    one.sentence = sentence;
    if (called == DateCalled::first) {
      one.called = DateCalled::published;
    } else {
      one.weight -= one.away ? 50 : std::abs(lines) / 3;
    }
    if (place == PageMark::chrome || (place == PageMark::related && beside)) {
      one.weight -= beside ? 8 : 20;
    } else if (place != PageMark::none) {
      one.weight -= 45;
      one.refused = reason_of(place);
    }
    if (found_.size() < kStatementsMax) found_.push_back(std::move(one));
  }

  // The first paragraph after the headline.
  NodeId first_paragraph() const {
    const auto& all = view_.facts.paragraphs;
    const auto first = std::ranges::upper_bound(all, view_.headline);
    return first == all.end() ? static_cast<NodeId>(view_.page.nodes().size()) : *first;
  }

  void read_times() {
    for (const NodeId node : view_.facts.times) {
      if (found_.size() >= kStatementsMax) return;
      std::string value(
          view_.page.attribute(node, view_.page[node].tag == Tag::time ? "datetime" : "title"));
      const std::string text = page_text(node);
      auto date = value.empty() ? std::nullopt : read_machine_date(value, manner_);
      if (!date) date = read_machine_date(text, manner_);
      if (!date) continue;
      DateCalled called = part_called(node);
      if (view_.page.has_attribute(node, "pubdate")) called = DateCalled::published;
      if (called == DateCalled::nothing) called = called_on_line(node, text);
      const int weight = called == DateCalled::nothing ? 72 : 82;
      add_placed(*date, called, MetadataFrom::time_element, shown_line(value + " " + text), node,
                 weight);
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
    if (number == 0) return DateCalled::nothing;
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
      if (!dated || found_.size() >= kStatementsMax) continue;
      if (view_.page[fact.node].end - fact.node > kDateNodesMax) continue;
      const std::string text = page_text(fact.node);
      if (text.size() > 120) continue;
      const std::string plain = plain_line(text);
      const auto dates = find_page_dates(plain, manner_);
      if (dates.empty()) continue;
      DateCalled called =
          called_by(std::string_view(plain).substr(0, dates.front().begin), view_.words);
      if (called == DateCalled::nothing) called = part_called(fact.node);
      if (called == DateCalled::nothing) called = called_on_line(fact.node, text);
      const bool sentence = plain.size() - (dates.front().end - dates.front().begin) > 60;
      add_placed(dates.front(), called, MetadataFrom::marked,
                 std::string(fact.word) + ": " + shown_line(text), fact.node,
                 called == DateCalled::nothing ? (sentence ? 45 : 70) : 80, sentence);
    }
  }

  void read_lines() {
    for (std::size_t i = 0; i < view_.facts.lines.size(); ++i) {
      if (found_.size() >= kStatementsMax) return;
      const TextLine& line = view_.facts.lines[i];
      const std::string_view words = view_.facts.words(line);
      if (!may_hold_date(words)) continue;
      read_line(i, words);
    }
  }

  void read_line(std::size_t i, std::string_view words) {
    const std::string plain = plain_line(words);
    const auto dates = find_page_dates(plain, manner_);
    std::size_t told = 0;
    for (const PageDate& date : dates) told += date.end - date.begin;
    const std::size_t rest = plain.size() - told;
    std::uint32_t from = 0;
    for (const PageDate& date : dates) {
      DateCalled called =
          called_by(std::string_view(plain).substr(from, date.begin - from), view_.words);
      if (called == DateCalled::nothing && date.begin < 3) called = called_above(i);
      if (called == DateCalled::nothing && dates.size() == 1) {
        called = called_after(std::string_view(plain).substr(date.end), view_.words);
      }
      int weight = called == DateCalled::nothing ? 66 : 80;
      const bool sentence = rest > 60;
      if (sentence) weight -= called == DateCalled::nothing ? 25 : 5;
      if (rest > 140) weight -= 20;
      if (called == DateCalled::first) weight = kFirstWeight;
      add_placed(date, called, MetadataFrom::visible, shown_line(words), view_.facts.lines[i].begin,
                 weight, sentence);
      from = date.end;
    }
  }

  // showDate("2020/04/17 01:43:09"): a page of the kind writes its date by a script at its place.
  void read_scripts() {
    for (const NodeId script : view_.facts.short_scripts) {
      const std::string text = view_.page.raw_text(script);
      const auto dates = find_page_dates(plain_line(text), manner_);
      if (dates.empty()) continue;
      add_placed(dates.front(), DateCalled::nothing, MetadataFrom::visible, shown_line(text),
                 script, kScriptWeight);
    }
  }

  // /2020/04/25/, 2020-04-25, 20200425, /2020/apr/25/ in the page's address.
  void read_address() {
    auto date = date_of_path(view_.path);
    if (date) {
      date->clock.clear();
      date->zone.clear();
      add(*date, DateCalled::published, DateFamily::address, MetadataFrom::address, view_.path, 66);
    }
  }

  std::optional<PageDate> date_of_path(std::string_view address) const {
    std::string path = plain_line(address);
    path.resize(std::min(path.find_first_of("?#"), path.size()));
    for (char& c : path) {
      if (c == '/' || c == '_') c = '-';
    }
    for (const PageDate& one : find_page_dates(path, {view_.words, "en", DayOrder::day_first})) {
      if (one.day.year >= kWebYear && !one.swapped) return one;
    }
    return digits_of(path);
  }

  // The day on which the page's own picture was stored, for a page that says nothing else.
  void read_image_address() {
    for (const StatedFact& fact : view_.facts.stated) {
      if (fact.name != "og:image" && fact.name != "twitter:image") continue;
      const auto date = date_of_path(fact.value);
      if (!date) continue;
      add(*date, DateCalled::nothing, DateFamily::address, MetadataFrom::open_graph,
          fact.name + ": " + std::string(fact.value), kImageDateWeight);
      return;
    }
  }

  // Eight digits in a row that are a day since 1995: 20200425.
  std::optional<PageDate> digits_of(std::string_view path) const {
    for (std::size_t at = 0; at < path.size();) {
      if (path[at] < '0' || path[at] > '9') {
        ++at;
        continue;
      }
      const std::size_t end = std::min(path.find_first_not_of("0123456789", at), path.size());
      if (end - at == 8 || end - at == 12 || end - at == 14) {
        const auto date = read_machine_date(path.substr(at, 8), manner_);
        if (date && date->day.year >= 1995) return date;
      }
      at = end;
    }
    return std::nullopt;
  }

  const MetadataView& view_;
  DateManner manner_;
  NodeId body_;  // where the words of the article begin
  std::vector<DateStatement> found_;
};

}  // namespace

std::vector<DateStatement> gather_dates(const MetadataView& view) {
  return DateGatherer(view).gather();
}

}  // namespace concord
