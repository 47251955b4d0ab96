// The order of the decisions: each rests on those before it.
#include "intake/metadata.h"

#include <algorithm>
#include <array>

#include "intake/metadata_view.h"

namespace concord {

Metadata read_metadata(const Document& page, const PageHints& hints, const Lexicon& lexicon) {
  Metadata out;
  MetadataView view(page, hints, lexicon);
  decide_outlet(view, out);   // the site's names are known
  decide_title(view, out);    // the headline and the page's own JSON-LD article are known
  decide_address(view, out);  // and the language
  decide_authors(view, out);
  decide_dates(view, out);
  decide_agency(view, out);
  std::ranges::stable_sort(out.candidates, [](const auto& a, const auto& b) {
    if (a.field != b.field) return a.field < b.field;
    if (a.chosen != b.chosen) return a.chosen;
    return a.weight > b.weight;
  });
  return out;
}

std::string_view name_of(MetadataField field) {
  constexpr std::array<std::string_view, 8> kNames = {"title",  "author",  "published", "updated",
                                                      "outlet", "address", "language",  "agency"};
  return kNames[static_cast<std::size_t>(field)];
}

std::string_view name_of(MetadataFrom from) {
  constexpr std::array<std::string_view, 13> kNames = {
      "json_ld", "open_graph",    "dublin_core", "microdata", "meta",    "link", "time_element",
      "heading", "title_element", "marked",      "visible",   "address", "table"};
  return kNames[static_cast<std::size_t>(from)];
}

}  // namespace concord
