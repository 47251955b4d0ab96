// What the class and id words of a web page say about its parts: "post-body" holds the article,
// "related-posts" stands around it.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/result.h"
#include "lexicon/data.h"
#include "text/word_map.h"

namespace concord {

// As data/web/page_parts.tsv defines them; bits, since one name can say two things
// ("article-sidebar").
enum class PagePart : std::uint8_t {
  none = 0,
  body1 = 1,
  body2 = 2,
  furniture = 4,
  aside = 8,
  hidden = 16
};

class PageParts {
 public:
  // The parts that a list of names speaks of (a class or id attribute), or'ed.
  std::uint8_t of(std::string_view names) const;

 private:
  friend Result<PageParts> load_page_parts(const DataFiles& files);
  WordMap<std::uint8_t> words_;
};

Result<PageParts> load_page_parts(const DataFiles& files);

}  // namespace concord
