#include "intake/structured.h"

#include "intake/metadata_json.h"
#include "intake/text_runs.h"

namespace concord {
namespace {

// The longest articleBody of a block; a page of several stories states each.
std::string body_in(std::string_view json) {
  const LooseJson read = LooseJson::read(json);
  std::string longest;
  for (std::uint32_t node = 0; node < read.nodes().size(); ++node) {
    const LooseJson::Node& one = read.nodes()[node];
    if (one.key != "articleBody" || one.kind != LooseJson::Kind::string) continue;
    if (one.raw.size() > longest.size()) longest = read.text(node);
  }
  return longest;
}

// Line breaks part paragraphs; in what is HTML, blocks do too.
std::vector<std::string> paragraphs_of(const std::string& body) {
  std::string html;
  for (const char c : body) html += c == '\n' ? std::string("<p>") : std::string(1, c);
  std::vector<std::string> paragraphs;
  const auto page = parse_html(html);
  if (!page) return paragraphs;
  const TextRuns runs(*page);
  for (const TextRun& run : runs.all()) {
    if (std::string words = words_of(*page, run.begin, run.end, {}); !words.empty()) {
      paragraphs.push_back(std::move(words));
    }
  }
  return paragraphs;
}

}  // namespace

std::vector<std::string> stated_article(const Document& page) {
  std::string longest;
  for (const NodeId script : page.all(Tag::script)) {
    if (page.attribute(script, "type") != "application/ld+json") continue;
    const std::string json = page.raw_text(script);
    if (json.find("articleBody") == std::string::npos) continue;
    if (std::string body = body_in(json); body.size() > longest.size()) longest = std::move(body);
  }
  return longest.empty() ? std::vector<std::string>() : paragraphs_of(longest);
}

}  // namespace concord
