#include "intake/page.h"

#include <cstdint>
#include <utility>

#include "intake/article.h"
#include "intake/cutter.h"
#include "intake/dom.h"
#include "intake/language.h"
#include "intake/metadata.h"

namespace concord {
namespace {

constexpr std::size_t kDayLength = 10;  // "2025-11-07"

void add_block(Report& report, BlockKind kind, std::string_view text) {
  if (!report.text.empty()) report.text += "\n\n";
  const auto begin = static_cast<std::uint32_t>(report.text.size());
  report.text += text;
  report.blocks.push_back({kind, {begin, static_cast<std::uint32_t>(report.text.size())}});
}

std::vector<Provenance> provenance_of(const Metadata& metadata) {
  std::vector<Provenance> all;
  for (const MetadataCandidate& one : metadata.candidates) {
    all.push_back({std::string(name_of(one.field)), one.value, std::string(name_of(one.from)),
                   one.where, one.weight, one.chosen, one.reason});
  }
  return all;
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
  report.outlet = metadata.outlet;
  report.derived_from = metadata.agency;
  report.address = metadata.address.empty() ? std::string() : clean_address(metadata.address);
  // The record counts days; the moment and its zone stay with the metadata.
  report.published = metadata.published.substr(0, kDayLength);
  report.updated = metadata.updated.substr(0, kDayLength);
  report.provenance = provenance_of(metadata);
  report.notes = page.notes();
  if (!metadata.title.empty()) add_block(report, BlockKind::title, metadata.title);
  for (const ArticleBlock& block : extract_article(page, lexicon)) {
    add_block(report, block.kind, block.text);
  }
  if (report.blocks.empty()) {
    return Error{ErrorCode::invalid_input, "the page holds no words: fetch it again"};
  }
  const std::string language =
      language_of(report.text, page.attribute(page.first(Tag::html), "lang"));
  if (!language.empty()) report.language = language;
  return report;
}

}  // namespace concord
