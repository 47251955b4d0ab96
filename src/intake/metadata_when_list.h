// The list that the dates of a page are gathered in, and what gathers them. Used only by
// metadata_when*.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "intake/metadata_when.h"

namespace concord {

inline constexpr NodeId kDateNodesMax = 40;  // an element with more below it holds more than a date

class DateList {
 public:
  explicit DateList(const MetadataView& view);

  const DateManner& manner() const { return manner_; }
  bool is_full() const;

  void add(const PageDate& date, DateCalled called, DateFamily family, MetadataFrom from,
           std::string where, int weight);
  // A value written for machines; nothing is added where it holds no date.
  void add_machine(std::string_view value, DateCalled called, MetadataFrom from, std::string where,
                   int weight);
  // A date at a place of the page: refused in comments, teasers, quotations and captions, of less
  // weight far from the headline.
  void add_placed(const PageDate& date, DateCalled called, MetadataFrom from, std::string where,
                  NodeId node, int weight, bool sentence = false);

  std::vector<DateStatement> take() { return std::move(found_); }

 private:
  std::string_view why_not(NodeId node, int lines, bool away, int& weight) const;
  NodeId first_paragraph() const;

  const MetadataView& view_;
  DateManner manner_;
  NodeId body_;  // where the words of the article begin
  std::vector<DateStatement> found_;
};

// JSON-LD, <meta>, microdata.
void gather_told_dates(const MetadataView& view, DateList& list);
// <time>, elements marked by their class, lines of text.
void gather_seen_dates(const MetadataView& view, DateList& list);
// The page's address, and that of its picture.
void gather_address_dates(const MetadataView& view, DateList& list);

// The day of publication in the data of the page's scripts, JSON-LD apart.
void gather_script_dates(const MetadataView& view, std::vector<DateStatement>& found);

DateCalled called_of(PageSays says);

// The text of an element that holds little more than a date; "" of a larger one.
std::string date_text(const MetadataView& view, NodeId node);

}  // namespace concord
