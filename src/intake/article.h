// The article's own words of a page, told from its furniture.
//
// A cascade: furniture is cut by name and look (furniture.h), the article's container chosen among
// those that its names and its prose speak for, the container cleaned of what is mostly links,
// then its runs become blocks.
#pragma once

#include <string>
#include <vector>

#include "intake/dom.h"
#include "lexicon/lexicon.h"
#include "report/report.h"

namespace concord {

// A piece of the article: white space runs are one space, and it is never empty.
struct ArticleBlock {
  BlockKind kind = BlockKind::paragraph;
  std::string text;
  bool operator==(const ArticleBlock&) const = default;
};

// In page order; empty where the page shows no article.
std::vector<ArticleBlock> extract_article(const Document& page, const Lexicon& lexicon);

}  // namespace concord
