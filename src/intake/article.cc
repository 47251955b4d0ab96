#include "intake/article.h"

namespace concord {

std::vector<ArticleBlock> extract_article(const Document& page) {
  std::vector<ArticleBlock> blocks;
  for (const NodeId paragraph : page.all(Tag::p)) {
    std::string text = page.text(paragraph);
    if (!text.empty()) blocks.push_back({BlockKind::paragraph, std::move(text)});
  }
  return blocks;
}

}  // namespace concord
