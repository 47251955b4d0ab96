#include "intake/page.h"

#include <cstdint>
#include <utility>

#include "intake/article.h"
#include "intake/dom.h"
#include "intake/metadata.h"

namespace concord {
namespace {

void add_block(Report& report, BlockKind kind, std::string_view text) {
  if (!report.text.empty()) report.text += "\n\n";
  const auto begin = static_cast<std::uint32_t>(report.text.size());
  report.text += text;
  report.blocks.push_back({kind, {begin, static_cast<std::uint32_t>(report.text.size())}});
}

}  // namespace

Result<Report> read_page(std::string_view html_utf8, const PageHints& hints,
                         const Lexicon& lexicon) {
  CONCORD_TRY(const Document page, parse_html(html_utf8));
  const Metadata metadata = read_metadata(page, hints, lexicon);
  Report report;
  report.path = hints.address;
  report.title = metadata.title;
  report.byline = metadata.authors;
  report.published = metadata.published;
  report.updated = metadata.updated;
  if (!metadata.title.empty()) add_block(report, BlockKind::title, metadata.title);
  for (const ArticleBlock& block : extract_article(page, lexicon)) {
    add_block(report, block.kind, block.text);
  }
  if (report.blocks.empty()) {
    return Error{ErrorCode::invalid_input, "the page holds no words: fetch it again"};
  }
  return report;
}

}  // namespace concord
