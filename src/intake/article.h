// The article's own words of a page, told from its furniture.
#pragma once

#include <string>
#include <vector>

#include "intake/dom.h"
#include "report/report.h"

namespace concord {

// A piece of the article: white space runs are one space, and it is never empty.
struct ArticleBlock {
  BlockKind kind = BlockKind::paragraph;
  std::string text;
  bool operator==(const ArticleBlock&) const = default;
};

// In page order; empty where the page shows no article.
std::vector<ArticleBlock> extract_article(const Document& page);

}  // namespace concord
