// The list of dates: what a date's place on the page does to its weight.
#include <algorithm>
#include <cstdlib>

#include "intake/metadata_text.h"
#include "intake/metadata_when_list.h"

namespace concord {
namespace {

constexpr std::size_t kStatementsMax = 300;
constexpr int kHeadLinesBefore = 8;
constexpr int kHeadLinesAfter = 14;
constexpr int kBesideLines = 8;
constexpr std::string_view kInQuotation = "in a quotation";
constexpr std::string_view kInCaption = "in a caption";

}  // namespace

DateList::DateList(const MetadataView& view)
    : view_(view), manner_(view.manner()), body_(first_paragraph()) {}

bool DateList::is_full() const { return found_.size() >= kStatementsMax; }

void DateList::add(const PageDate& date, DateCalled called, DateFamily family, MetadataFrom from,
                   std::string where, int weight) {
  if (is_full()) return;
  found_.push_back({date, called, family, from, std::move(where), weight, {}});
}

void DateList::add_machine(std::string_view value, DateCalled called, MetadataFrom from,
                           std::string where, int weight) {
  if (value.empty()) return;
  if (const auto date = read_machine_date(value, manner_)) {
    add(*date, called, DateFamily::machine, from, std::move(where), weight);
  }
}

// The first paragraph after the headline.
NodeId DateList::first_paragraph() const {
  const auto& all = view_.facts.paragraphs;
  const auto first = std::ranges::upper_bound(all, view_.headline);
  return first == all.end() ? static_cast<NodeId>(view_.page.nodes().size()) : *first;
}

void DateList::add_placed(const PageDate& date, DateCalled called, MetadataFrom from,
                          std::string where, NodeId node, int weight, bool sentence) {
  if (is_full()) return;
  const int lines = view_.lines_from_headline(node);
  const bool head = lines >= -kHeadLinesBefore && lines <= kHeadLinesAfter;
  DateStatement one{date, called, DateFamily::seen, from, std::move(where), weight, {}};
  one.away = !head || node > body_;
  one.beside = std::abs(lines) <= kBesideLines && !one.away;
  one.comment = view_.place_of(node) == PageMark::comment;
  if (called == DateCalled::first) {
    one.called = DateCalled::published;
  } else {
    one.weight -= one.away ? 50 : std::abs(lines) / 3;
  }
  one.refused = why_not(node, lines, one.away, one.weight);
  one.sentence = sentence || one.refused == kInQuotation || one.refused == kInCaption;
  found_.push_back(std::move(one));
}

// Why a date there is none of the article's; "" where it may be. Takes from the weight what the
// place takes.
std::string_view DateList::why_not(NodeId node, int lines, bool away, int& weight) const {
  constexpr int kElsewhere = 45;
  const bool beside = lines >= -3 && lines <= 6;
  const PageMark place = view_.place_of(node);
  // What a class calls comments or related is a part of the head where the headline is just above,
  // or just below a line or two: <div class="comments">3 July 2024 | 12 comments</div>.
  const bool head = beside && (lines >= 0 || view_.lines_of_place(node) <= 2);
  const bool own = place == PageMark::related ||
                   (place == PageMark::comment && view_.headline != kNoNode && !away);
  std::string_view reason;
  if (place == PageMark::chrome || (head && own)) {
    weight -= beside ? 8 : 20;
  } else if (place != PageMark::none) {
    reason = reason_of(place);
  } else if (view_.page.above(node, Tag::blockquote) != kNoNode) {
    reason = kInQuotation;
  } else if (view_.page.above(node, Tag::figcaption) != kNoNode) {
    reason = kInCaption;
  }
  if (!reason.empty()) weight -= kElsewhere;
  return reason;
}

DateCalled called_of(PageSays says) {
  return says == PageSays::published  ? DateCalled::published
         : says == PageSays::modified ? DateCalled::updated
                                      : DateCalled::nothing;
}

std::string date_text(const MetadataView& view, NodeId node) {
  if (view.page[node].end - node > kDateNodesMax) return {};
  const std::string text = view.page.text(node);
  return std::string(start_of(text, 200));
}

std::vector<DateStatement> gather_dates(const MetadataView& view) {
  DateList list(view);
  gather_told_dates(view, list);
  gather_seen_dates(view, list);
  gather_address_dates(view, list);
  return list.take();
}

}  // namespace concord
