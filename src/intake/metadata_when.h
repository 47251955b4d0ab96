// Every date that a page states, with what it is called and where it stands; metadata_when.cc
// decides among them. Used only there.
#pragma once

#include <string>
#include <vector>

#include "intake/metadata_view.h"

namespace concord {

// What the page calls a date: by the name of a property, the class of an element, or words beside.
// `first`: "originally published on", before it came to this page or was changed there.
enum class DateCalled : std::uint8_t { nothing, published, updated, first };

// Statements of one family are often copies of each other; of two families they are not.
enum class DateFamily : std::uint8_t { machine, seen, address };

struct DateStatement {
  PageDate date;
  DateCalled called = DateCalled::nothing;
  DateFamily family = DateFamily::machine;
  MetadataFrom from = MetadataFrom::meta;
  std::string where;
  int weight = 0;
  std::string refused;    // why it cannot be
  bool away = false;      // far from the headline, or within the article's words
  bool beside = false;    // within a few lines of the headline
  bool comment = false;   // in a comment
  bool sentence = false;  // among other words, in a quotation or a caption
};

// Day stored in the address of the page's picture: the weight of last resort.
inline constexpr int kImageDateWeight = 20;
inline constexpr int kWebYear = 1990;  // before it there were no pages

// In page order within each kind; at most 300.
std::vector<DateStatement> gather_dates(const MetadataView& view);

}  // namespace concord
