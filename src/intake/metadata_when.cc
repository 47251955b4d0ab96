// When the page was published, and when it was updated: two questions, never one.
//
// Every date that the page states is gathered with what it is called and where it stands: for
// machines (JSON-LD, <meta>, microdata), seen by readers (a line, a <time>, a marked element near
// the headline), in the page's address. Days on which several of these families agree win. What is
// called an update never is the day of publication; a date that readers see without a name is an
// update where it is the day of the update that machines are told of.
//
//   JSON-LD datePublished  2023-11-09T01:49:09Z
//   seen                   November 8, 2023 at 5:49 p.m.     -> 2023-11-08T17:49:09-08:00
//
// The same moment: the page's own clock names the day, and the two clocks tell its zone.
#include <algorithm>
#include <cstdlib>

#include "intake/metadata_clock.h"
#include "intake/metadata_view.h"
#include "text/fold.h"

namespace concord {
namespace {

constexpr std::size_t kStatementsMax = 300;
constexpr int kHeadLinesBefore = 8;
constexpr int kHeadLinesAfter = 14;
constexpr int kWebYear = 1990;  // before there were pages
constexpr std::string_view kAfterFetch = "after the page was fetched";
constexpr int kBelieved = 40;
constexpr int kImageWeight = 20;
constexpr int kScriptWeight = 35;

enum class Called : std::uint8_t { nothing, published, updated };
enum class Family : std::uint8_t { machine, seen, address };

struct Statement {
  PageDate date;
  Called called = Called::nothing;
  Family family = Family::machine;
  MetadataFrom from = MetadataFrom::meta;
  std::string where;
  int weight = 0;
  std::string refused;    // why it cannot be
  bool away = false;      // far from the headline, or within the article's words
  bool comment = false;   // in a comment
  bool sentence = false;  // among other words
};

std::string printed(std::string_view runs) {
  std::string line(runs.substr(0, 120));
  std::ranges::replace(line, kRunEnd, ' ');
  return one_line(line);
}

// What the words before a date call it: the longest known phrase that ends there, a weekday or the
// like between. "last updated on wednesday," is `updated`.
Called called_by(std::string_view before, const WebWords& words) {
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
      if (known->second.updated) return Called::updated;
      if (known->second.published) return Called::published;
    }
  }
  return Called::nothing;
}

// What the words right after a date call it: "am 3. Juli um 9 Uhr veröffentlicht".
Called called_after(std::string_view after, const WebWords& words) {
  std::size_t at = 0;
  for (int most = 4; most > 0; --most) {
    const std::size_t begin = after.find_first_not_of(" :,|-()[]/.\x1f", at);
    if (begin == std::string_view::npos) break;
    at = std::min(after.find_first_of(" :,|()[]/.\x1f", begin), after.size());
    const auto known = words.words.find(after.substr(begin, at - begin));
    if (known == words.words.end()) continue;
    if (known->second.published) return Called::published;
    if (known->second.updated) return Called::updated;
  }
  return Called::nothing;
}

class DateDecision {
 public:
  DateDecision(const MetadataView& view, Metadata& out)
      : view_(view), out_(out), manner_(view.manner()), body_(first_paragraph()) {}

  void decide() {
    read_linked_articles();
    read_stated();
    read_times();
    read_marked();
    read_lines();
    read_scripts();
    read_address();
    read_image_address();
    settle_order();
    heed_month_of_address();
    refuse_impossible();
    believe_the_only(Called::published);
    believe_the_only(Called::updated);
    believe_what_is_shown();
    choose_updated();
    choose_published();
    report();
  }

 private:
  void add(const PageDate& date, Called called, Family family, MetadataFrom from, std::string where,
           int weight) {
    if (found_.size() >= kStatementsMax) return;
    found_.push_back({date, called, family, from, std::move(where), weight, {}});
  }

  void add_machine(std::string_view value, Called called, MetadataFrom from, std::string where,
                   int weight) {
    if (value.empty()) return;
    if (const auto date = read_machine_date(value, manner_)) {
      add(*date, called, Family::machine, from, std::move(where), weight);
    }
  }

  void read_linked_articles() {
    for (std::size_t i = 0; i < view_.linked.articles.size(); ++i) {
      const LinkedArticle& one = view_.linked.articles[i];
      const int weight = one.weight * 95 / 100 - (i == view_.main ? 0 : 30);
      const auto said = [&](const std::string& value, Called called, const char* name, int less) {
        add_machine(value, called, MetadataFrom::json_ld, one.type + "." + name, weight - less);
      };
      said(one.published, Called::published, "datePublished", 0);
      said(one.created, Called::published, "dateCreated", 22);
      said(one.modified, Called::updated, "dateModified", 2);
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
      const Called called = says == PageSays::published  ? Called::published
                            : says == PageSays::modified ? Called::updated
                                                         : Called::nothing;
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
    add_machine(value, Called::nothing, from_of(fact), fact.name, 42);
  }

  std::string page_text(NodeId node) const { return view_.page.text(node).substr(0, 200); }

  // A date at a place of the page: refused in comments and teasers, of less weight far from the
  // headline.
  void add_placed(const PageDate& date, Called called, MetadataFrom from, std::string where,
                  NodeId node, int weight, bool sentence = false) {
    const PageMark place = view_.place_of(node);
    const int lines = view_.lines_from_headline(node);
    const bool head = lines >= -kHeadLinesBefore && lines <= kHeadLinesAfter;
    const bool beside = lines >= -3 && lines <= 6;
    Statement one{date, called, Family::seen, from, std::move(where), weight, {}};
    one.away = !head || node > body_;
    one.comment = place == PageMark::comment;
    one.sentence = sentence;
    one.weight -= one.away ? 50 : std::abs(lines) / 3;
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
      Called called = part_called(node);
      if (view_.page.has_attribute(node, "pubdate")) called = Called::published;
      if (called == Called::nothing) called = called_on_line(node, text);
      const int weight = called == Called::nothing ? 72 : 82;
      add_placed(*date, called, MetadataFrom::time_element, printed(value + " " + text), node,
                 weight);
    }
  }

  // What the class of the element calls it.
  Called part_called(NodeId node) const {
    const auto& marked = view_.facts.marked;
    auto mark = std::ranges::lower_bound(marked, node, {}, &MarkedFact::node);
    for (; mark != marked.end() && mark->node == node; ++mark) {
      if (mark->part == PageMark::published) return Called::published;
      if (mark->part == PageMark::updated) return Called::updated;
    }
    return Called::nothing;
  }

  // What the words before the node's text on its line, or the line before, call it.
  Called called_on_line(NodeId node, std::string_view text) const {
    const std::size_t number = view_.line_of(node);
    if (number >= view_.facts.lines.size()) return Called::nothing;
    std::string line(view_.facts.words(view_.facts.lines[number]));
    const std::size_t at = text.empty() ? std::string::npos : line.find(text.substr(0, 6));
    const std::string before =
        plain_line(std::string_view(line).substr(0, at == std::string::npos ? 0 : at));
    const Called called = called_by(before, view_.words);
    if (called != Called::nothing || !before.empty()) return called;
    return called_above(number);
  }

  // "Published" alone on the line before.
  Called called_above(std::size_t number) const {
    if (number == 0) return Called::nothing;
    const std::string_view above = view_.facts.words(view_.facts.lines[number - 1]);
    if (above.size() > 40) return Called::nothing;
    const std::string plain = plain_line(above);
    const std::size_t end = plain.find_last_not_of(" :\x1f");
    const auto known = view_.words.words.find(std::string_view(plain).substr(0, end + 1));
    if (known == view_.words.words.end()) return Called::nothing;
    return known->second.updated     ? Called::updated
           : known->second.published ? Called::published
                                     : Called::nothing;
  }

  void read_marked() {
    for (const MarkedFact& fact : view_.facts.marked) {
      const bool dated = fact.part == PageMark::date || fact.part == PageMark::published ||
                         fact.part == PageMark::updated;
      if (!dated || found_.size() >= kStatementsMax) continue;
      if (view_.page[fact.node].end - fact.node > 40) continue;  // a block with more than a date
      const std::string text = page_text(fact.node);
      if (text.size() > 120) continue;
      const std::string plain = plain_line(text);
      const auto dates = find_page_dates(plain, manner_);
      if (dates.empty()) continue;
      Called called =
          called_by(std::string_view(plain).substr(0, dates.front().begin), view_.words);
      if (called == Called::nothing) called = part_called(fact.node);
      if (called == Called::nothing) called = called_on_line(fact.node, text);
      const bool sentence = plain.size() - (dates.front().end - dates.front().begin) > 60;
      add_placed(dates.front(), called, MetadataFrom::marked,
                 std::string(fact.word) + ": " + printed(text), fact.node,
                 called == Called::nothing ? (sentence ? 45 : 70) : 80, sentence);
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
      Called called =
          called_by(std::string_view(plain).substr(from, date.begin - from), view_.words);
      if (called == Called::nothing && date.begin < 3) called = called_above(i);
      if (called == Called::nothing && dates.size() == 1) {
        called = called_after(std::string_view(plain).substr(date.end), view_.words);
      }
      int weight = called == Called::nothing ? 66 : 80;
      const bool sentence = rest > 60;
      if (sentence) weight -= called == Called::nothing ? 25 : 5;
      if (rest > 140) weight -= 20;
      add_placed(date, called, MetadataFrom::visible, printed(words), view_.facts.lines[i].begin,
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
      add_placed(dates.front(), Called::nothing, MetadataFrom::visible, printed(text), script,
                 kScriptWeight);
    }
  }

  // /2020/04/25/, 2020-04-25, 20200425, /2020/apr/25/ in the page's address.
  void read_address() {
    auto date = date_of_path(view_.path);
    if (date) {
      date->clock.clear();
      date->zone.clear();
      add(*date, Called::published, Family::address, MetadataFrom::address, view_.path, 66);
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
      add(*date, Called::nothing, Family::address, MetadataFrom::open_graph,
          fact.name + ": " + std::string(fact.value), kImageWeight);
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

  // 03/04/2020 means what another statement of the page says it does.
  void settle_order() {
    for (Statement& one : found_) {
      if (!one.date.swapped) continue;
      const auto same_day = [&](const PageDay& day) {
        return std::ranges::any_of(found_, [&](const Statement& other) {
          return !other.date.swapped && std::llabs(other.date.day.number() - day.number()) <= 1;
        });
      };
      if (!same_day(one.date.day) && same_day(*one.date.swapped)) {
        std::swap(one.date.day, *one.date.swapped);
      }
    }
  }

  void refuse_impossible() {
    const auto captured = read_machine_date(view_.hints.captured, manner_);
    for (Statement& one : found_) {
      if (!one.refused.empty()) continue;
      if (captured && one.date.day.number() > captured->day.number() + 1) {
        one.refused = kAfterFetch;
      } else if (one.date.day.year < kWebYear) {
        one.refused = "before there were pages";
      }
    }
  }

  // "Posted on 13 April" at the article's foot counts where no other line there says it of another
  // day; in a list of articles every one says it.
  void believe_the_only(Called called) {
    constexpr int kFootWeight = 62;
    const auto is = [&](const Statement& one) {
      return one.called == called && one.away && one.refused.empty();
    };
    const auto first = std::ranges::find_if(found_, is);
    const bool only = std::ranges::all_of(
        found_, [&](const Statement& one) { return !is(one) || one.date.day == first->date.day; });
    for (Statement& one : found_) {
      if (only && is(one)) one.weight = std::max(one.weight, kFootWeight);
    }
  }

  // "/2018/08/" in the page's address speaks for the days of that month.
  void heed_month_of_address() {
    const std::string& path = view_.path;
    for (std::size_t at = 0; at + 9 <= path.size(); ++at) {
      const auto digit = [&](std::size_t i) { return path[at + i] >= '0' && path[at + i] <= '9'; };
      if (path[at] != '/' || path[at + 5] != '/' || path[at + 8] != '/') continue;
      if (!(digit(1) && digit(2) && digit(3) && digit(4) && digit(6) && digit(7))) continue;
      const int year = std::stoi(path.substr(at + 1, 4));
      const int month = std::stoi(path.substr(at + 6, 2));
      for (Statement& one : found_) {
        if (one.date.day.year == year && one.date.day.month == month) one.weight += 15;
      }
      return;
    }
  }

  // What readers are shown beside the headline outranks a later day that only machines are told:
  // articles are moved to new systems, which tell the day of the move.
  void believe_what_is_shown() {
    const Statement* machine = nullptr;
    for (const Statement& one : found_) {
      const bool is = one.family == Family::machine && one.called == Called::published;
      if (is && (machine == nullptr || one.weight > machine->weight)) machine = &one;
    }
    if (machine == nullptr) return;
    const std::int64_t told = machine->date.day.number();
    const bool both_shown = std::ranges::any_of(found_, [&](const Statement& one) {
      return one.family == Family::seen && !one.sentence && agree(one.date, machine->date);
    });
    if (both_shown) return;
    for (Statement& one : found_) {
      const bool shown = one.family == Family::seen && one.called != Called::updated && !one.away &&
                         !one.sentence && one.refused.empty();
      if (shown && one.date.day.number() + 1 < told && one.weight >= 55) one.weight += 30;
    }
  }

  const Statement* best(Called called) const {
    const Statement* most = nullptr;
    for (const Statement& one : found_) {
      if (one.called != called || !one.refused.empty() || one.weight < kBelieved) continue;
      if (most == nullptr || one.weight > most->weight) most = &one;
    }
    return most;
  }

  void choose_updated() {
    updated_ = best(Called::updated);
    if (updated_ == nullptr && is_list()) updated_ = latest();
    if (updated_ != nullptr) out_.updated = updated_->date.edtf();
  }

  // A front page or a section's page: "/", "/world/", with no article of its own.
  bool is_list() const {
    const std::string_view path =
        std::string_view(view_.path).substr(0, view_.path.find_first_of("?#"));
    const bool digits = std::ranges::any_of(path, [](char c) { return c >= '0' && c <= '9'; });
    return !digits && std::ranges::count(path, '/') <= 2 && path.size() < 30 &&
           path.ends_with('/') && best(Called::published) == nullptr &&
           best(Called::nothing) == nullptr;
  }

  // A list is as new as the newest of what it lists.
  const Statement* latest() const {
    const Statement* newest = nullptr;
    for (const Statement& one : found_) {
      if (one.family != Family::seen || one.comment || one.sentence) continue;
      if (one.date.day.year < kWebYear || one.refused == kAfterFetch) continue;
      if (newest == nullptr || newest->date.day < one.date.day) newest = &one;
    }
    return newest;
  }

  bool is_published(const Statement& one) const {
    return one.refused.empty() && one.called != Called::updated;
  }

  // A date without a name on the day of the update is the update's, where machines are told of
  // another day.
  void set_updates_apart() {
    const Statement* machine = best(Called::published);
    if (updated_ == nullptr || machine == nullptr) return;
    for (Statement& one : found_) {
      const bool unnamed = one.called == Called::nothing && one.family == Family::seen;
      if (unnamed && one.date.day == updated_->date.day && machine->date.day < one.date.day) {
        one.refused = "the day of the update";
      }
    }
  }

  // What tells machines one moment for both may be the time when the page was made.
  bool is_page_made(const Statement& one) const {
    if (one.family != Family::machine || updated_ == nullptr) return false;
    return updated_->date.day < one.date.day ||
           (one.date.day == updated_->date.day && one.date.clock == updated_->date.clock);
  }

  // The weight of the day with what the families say of it.
  int total(const Statement& one) const {
    bool families[3] = {};
    for (const Statement& other : found_) {
      if (is_published(other) && agree(one.date, other.date) && other.weight >= 20) {
        families[static_cast<int>(other.family)] = true;
      }
    }
    const int agreeing = static_cast<int>(std::ranges::count(families, true));
    return one.weight + 9 * (agreeing - 1) - (is_page_made(one) && agreeing < 2 ? 22 : 0);
  }

  // The same day, or the day beside it where one of the two is told in UTC.
  static bool agree(const PageDate& one, const PageDate& other) {
    if (one.day == other.day) return true;
    const bool utc = (one.is_utc() && !other.is_utc()) || (other.is_utc() && !one.is_utc());
    return utc && std::llabs(one.day.number() - other.day.number()) == 1;
  }

  void choose_published() {
    set_updates_apart();
    const Statement* most = nullptr;
    int weight = kBelieved - 1;
    for (const Statement& one : found_) {
      if (!is_published(one)) continue;
      const int its = total(one);
      if (its <= weight) continue;
      most = &one;
      weight = its;
    }
    if (most == nullptr) most = only_date();
    if (most == nullptr) return;
    published_ = most;
    out_.published = local(*most).edtf();
  }

  // Where nothing is believed: the one day that stands on the page alone, comments apart.
  const Statement* only_date() const {
    const Statement* only = nullptr;
    for (const Statement& one : found_) {
      if (one.family != Family::seen || one.comment || one.sentence ||
          one.called == Called::updated) {
        continue;
      }
      if (only != nullptr && only->date.day != one.date.day) return nullptr;
      if (only == nullptr) only = &one;
    }
    if (only != nullptr || updated_ != nullptr) return updated_ == nullptr ? only : nullptr;
    const auto image = std::ranges::find(found_, kImageWeight, &Statement::weight);
    return image != found_.end() && image->family == Family::address ? &*image : nullptr;
  }

  // The moment on the page's own clock, where the page shows one beside UTC.
  PageDate local(const Statement& chosen) const {
    PageDate date = chosen.date;
    const bool same_day = std::ranges::any_of(found_, [&](const Statement& one) {
      return is_published(one) && one.family != Family::machine && one.weight >= 50 &&
             !one.date.is_utc() && one.date.day == date.day;
    });
    for (const Statement& one : found_) {
      if (!is_published(one) || one.family != Family::seen || one.weight < 50) continue;
      if (date.clock.empty() && !one.date.clock.empty() && one.date.day == date.day)
        return one.date;
      if (!date.is_utc() || one.date.is_utc() || !agree(date, one.date)) continue;
      if (same_day && one.date.day != date.day) continue;
      const auto apart = minutes_between(one.date, date);
      if (one.date.zone.empty() && apart) {
        const int quarter = (*apart >= 0 ? *apart + 2 : *apart - 2) / 15 * 15;
        if (std::abs(*apart - quarter) <= 2 && std::abs(quarter) <= 14 * 60) {
          return moved_to_zone(date, quarter);
        }
      }
      if (one.date.day != date.day) return one.date;
    }
    for (const Statement& one : found_) {
      if (!same_day && one.family == Family::address && date.is_utc() && agree(date, one.date) &&
          one.date.day != date.day && one.weight > kImageWeight) {
        return one.date;
      }
    }
    return date;
  }

  void report() {
    for (const Statement& one : found_) {
      const bool update = one.called == Called::updated;
      const Statement* chosen = update ? updated_ : published_;
      const bool agrees = chosen != nullptr && one.refused.empty() && agree(chosen->date, one.date);
      std::string reason = one.refused;
      if (reason.empty()) {
        reason = &one == chosen ? (update ? "the surest statement of an update"
                                          : "the day that the page's statements agree on best")
                 : agrees       ? "agrees"
                                : "other statements count for more";
      }
      out_.candidates.push_back({update ? MetadataField::updated : MetadataField::published,
                                 one.date.edtf(), one.from, one.where,
                                 std::clamp(one.weight, 0, 100), agrees, std::move(reason)});
    }
  }

  const MetadataView& view_;
  Metadata& out_;
  DateManner manner_;
  NodeId body_;  // where the words of the article begin
  std::vector<Statement> found_;
  const Statement* updated_ = nullptr;
  const Statement* published_ = nullptr;
};

}  // namespace

void decide_dates(const MetadataView& view, Metadata& out) { DateDecision(view, out).decide(); }

}  // namespace concord
