// What a page says about itself: what it is called, who printed it, who wrote it and when; and for
// each value every statement that was found, with the reason why it was taken or not.
//
// In:       a parsed page and what is known from outside (where and when it was fetched).
// Out:      the values, and the candidates behind them. "" or an empty list: the page does not say,
//           or what it says is not to be believed; an unknown beats a wrong value.
// Rules:    published, updated and captured are three things; none stands in for another. A time
//           zone is kept as written. No value is taken from comments, teasers or menus.
// Method:   docs/metadata.md. Knowledge of names and words: data/web/.
// Cost:     one walk over the page; what follows looks at the few facts it gathered.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "intake/dom.h"
#include "intake/page.h"
#include "lexicon/lexicon.h"

namespace concord {

enum class MetadataField : std::uint8_t {
  title,
  author,
  published,
  updated,
  outlet,
  address,
  language,
  agency,
};

// Where a page said it.
enum class MetadataFrom : std::uint8_t {
  json_ld,
  open_graph,
  dublin_core,
  microdata,
  meta,          // any other <meta>
  link,          // <link rel=canonical>, <a rel=author>, <html lang>
  time_element,  // <time datetime>
  heading,       // <h1>
  title_element,
  marked,   // an element whose class says what it holds: class="byline"
  visible,  // a line that readers see: "By Ana Ruiz"
  address,  // the page's own address
  table,    // data/web/outlets.tsv
};

// One statement of a page.
struct MetadataCandidate {
  MetadataField field = MetadataField::title;
  std::string value;  // as the report would hold it
  MetadataFrom from = MetadataFrom::meta;
  std::string where;    // "NewsArticle.datePublished", "article:published_time", "By Ana Ruiz"
  int weight = 0;       // how far it is believed, 0 to 100
  bool chosen = false;  // it is the value, or agrees with it
  std::string reason;   // "agrees with the headline", "in a comment", "after the page was fetched"
  bool operator==(const MetadataCandidate&) const = default;
};

struct Metadata {
  std::string title;
  std::vector<std::string> authors;  // people; where no person is named, the body that signs
  std::string published;             // EDTF, with time of day and zone where the page says them
  std::string updated;               // EDTF
  std::string outlet;                // "The Quay Courier"
  std::string address;               // canonical; "" where the page names none that can be it
  std::string language;              // BCP 47, as the page declares it
  std::string agency;                // whose report the page prints: "AP"
  NodeId headline = kNoNode;         // the heading that shows the title, where there is one
  std::vector<MetadataCandidate> candidates;  // by field, best first
};

Metadata read_metadata(const Document& page, const PageHints& hints, const Lexicon& lexicon);

// The printed names: "published", "json_ld".
std::string_view name_of(MetadataField field);
std::string_view name_of(MetadataFrom from);

}  // namespace concord
