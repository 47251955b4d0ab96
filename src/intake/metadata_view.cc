#include "intake/metadata_view.h"

#include <algorithm>

#include "intake/metadata_clock.h"
#include "text/fold.h"

namespace concord {
namespace {

// "https://www.quay.example/a/b?c" into "quay.example" and "/a/b?c".
void cut_address(std::string_view address, std::string& host, std::string& path) {
  const std::size_t scheme = address.find("://");
  if (scheme != std::string_view::npos) address.remove_prefix(scheme + 3);
  const std::size_t slash = std::min(address.find_first_of("/?#"), address.size());
  std::string_view authority = address.substr(0, slash);
  authority.remove_prefix(std::min(authority.find('@') + 1, authority.size()));
  host = lower(authority.substr(0, authority.find(':')));
  if (host.starts_with("www.")) host.erase(0, 4);
  path = address.substr(slash);
}

}  // namespace

std::string path_of(std::string_view address) {
  std::string host;
  std::string path;
  cut_address(address, host, path);
  return path;
}

std::string shown_text(std::string_view value) {
  constexpr std::size_t kShownBytesMax = 4000;
  value = start_of(value, kShownBytesMax);
  if (value.find_first_of("&<") != std::string_view::npos) {
    if (const auto page = parse_html(value)) return one_line(page->text(0));
  }
  return one_line(value);
}

std::string text_key(std::string_view text) { return folded_name(text); }

std::string_view reason_of(PageMark place) {
  switch (place) {
    case PageMark::comment:
      return "in a comment";
    case PageMark::related:
      return "of another article, linked here";
    default:
      return "in a menu, a footer or a dialogue";
  }
}

MetadataFrom from_of(const StatedFact& fact) {
  if (fact.microdata) return MetadataFrom::microdata;
  const std::string_view name = fact.name;
  if (name.starts_with("og:") || name.starts_with("article:")) return MetadataFrom::open_graph;
  if (name.starts_with("dc.") || name.starts_with("dcterms.")) return MetadataFrom::dublin_core;
  return MetadataFrom::meta;
}

MetadataView::MetadataView(const Document& parsed, const PageHints& known, const Lexicon& lexicon)
    : page(parsed),
      hints(known),
      words(lexicon.web),
      names(lexicon.speech.names),
      facts(gather_facts(parsed, lexicon.web)) {
  cut_address(hints.address, host, path);
  for (const NodeId script : facts.linked_data) {
    read_linked_data(page.raw_text(script), words, linked);
  }
  main = linked.articles.size();
  set_headline(kNoNode);
}

void MetadataView::set_headline(NodeId heading) {
  headline = heading;
  kept_.clear();
  for (const PageRegion& region : facts.regions) {
    const bool holds_headline = region.begin <= heading && heading < region.end;
    const bool known = !kept_.empty() && region.begin < kept_.back().end;
    if (!holds_headline && !known && !holds_article(region)) kept_.push_back(region);
  }
  NodeId start = heading;
  if (start == kNoNode && !facts.paragraphs.empty()) start = facts.paragraphs.front();
  start_line_ = start == kNoNode ? 0 : line_of(start);
}

// <div class="layout-right-sidebar">: most of the page's paragraphs are within.
bool MetadataView::holds_article(const PageRegion& region) const {
  if (region.part == PageMark::comment) return false;
  const auto& all = facts.paragraphs;
  const auto within =
      std::ranges::lower_bound(all, region.end) - std::ranges::lower_bound(all, region.begin);
  return within >= 3 && static_cast<std::size_t>(within) * 3 > all.size() * 2;
}

const PageRegion* MetadataView::region_of(NodeId node) const {
  const auto after = std::ranges::upper_bound(kept_, node, {}, &PageRegion::begin);
  if (after == kept_.begin()) return nullptr;
  return node < (after - 1)->end ? &*(after - 1) : nullptr;
}

PageMark MetadataView::place_of(NodeId node) const {
  const PageRegion* region = region_of(node);
  return region == nullptr ? PageMark::none : region->part;
}

int MetadataView::lines_of_place(NodeId node) const {
  const PageRegion* region = region_of(node);
  if (region == nullptr) return 0;
  return static_cast<int>(line_of(region->end) - line_of(region->begin));
}

std::size_t MetadataView::line_of(NodeId node) const {
  const auto line = std::ranges::upper_bound(facts.lines, node, {}, &TextLine::end);
  return static_cast<std::size_t>(line - facts.lines.begin());
}

int MetadataView::lines_from_headline(NodeId node) const {
  return static_cast<int>(line_of(node)) - static_cast<int>(start_line_);
}

bool MetadataView::is_site_name(std::string_view key) const {
  if (key.empty()) return false;
  std::string joined(key);
  std::erase(joined, ' ');
  for (const std::string& site : sites) {
    if (key == site) return true;
    std::string plain = site;
    std::erase(plain, ' ');
    if (joined == plain) return true;
  }
  return false;
}

bool MetadataView::has_given_name(std::string_view key) const {
  const auto spaces = std::ranges::count(key, ' ');
  if (spaces < 1 || spaces > 3) return false;
  const auto known = names.find(key.substr(0, key.find(' ')));
  return known != names.end() && known->second.given;
}

}  // namespace concord
