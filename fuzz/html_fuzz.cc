// Property: any bytes as a page give a tree whose subtrees nest, words that are sound UTF-8 without
// NULs, and a report whose blocks are disjoint, in order and within its text; or a refusal with a
// message.
#include <cstdint>
#include <string>

#include "base/limits.h"
#include "intake/charset.h"
#include "intake/dom.h"
#include "intake/page.h"
#include "lexicon/data.h"

namespace {

void check_tree(std::string_view html) {
  const auto page = concord::parse_html(html);
  CONCORD_CHECK(page && !page->nodes().empty());
  CONCORD_CHECK(page->nodes().size() <= concord::kHtmlNodesMax + 16);
  for (concord::NodeId node = 1; node < page->nodes().size(); ++node) {
    const concord::Node& one = (*page)[node];
    CONCORD_CHECK(one.parent < node && one.end > node && one.end <= (*page)[one.parent].end);
  }
  CONCORD_CHECK(concord::is_utf8(page->text(0)));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const concord::Lexicon lexicon = *concord::load_lexicon(concord::built_in_data());
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  check_tree(bytes);
  const auto report = concord::read_page(concord::decode_page(bytes, "").utf8, {}, lexicon);
  if (!report) {
    CONCORD_CHECK(!report.error().message.empty());
    return 0;
  }
  CONCORD_CHECK(concord::is_utf8(report->text));
  CONCORD_CHECK(report->text.find('\0') == std::string::npos);
  std::uint32_t end = 0;
  for (const concord::Block& block : report->blocks) {
    CONCORD_CHECK(block.span.begin >= end && !block.span.empty());
    end = block.span.end;
    CONCORD_CHECK(end <= report->text.size());
  }
  return 0;
}
