// What the tests of metadata share: a page's address and body, and how one is read.
#pragma once

#include <string>

#include "intake/metadata.h"
#include "lexicon/data.h"

namespace concord {

inline const Lexicon& lexicon() {
  static const Lexicon loaded = *load_lexicon(built_in_data());
  return loaded;
}

inline constexpr const char* kAddress = "https://www.quaycourier.example/world/grain-deal";
// A paragraph too long to be a byline: here the words of the article begin.
inline const std::string kBody =
    "<p>The grain deal between the two coasts was extended on Tuesday after a night of talks in "
    "the "
    "harbour of Larchport, and both sides said that ships would sail again within days, once the "
    "inspectors had returned to their posts and the insurers had agreed on the terms that were "
    "left open in the first text of the accord.</p>";

inline Metadata read(const std::string& html, const std::string& address = kAddress,
                     const std::string& captured = "") {
  const auto page = parse_html(html);
  return read_metadata(*page, {.address = address, .captured = captured}, lexicon());
}

inline std::string linked(const std::string& json) {
  return "<script type='application/ld+json'>" + json + "</script>";
}

}  // namespace concord
