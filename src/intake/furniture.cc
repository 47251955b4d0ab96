#include "intake/furniture.h"

#include <algorithm>

#include "text/words.h"

namespace concord {
namespace {

constexpr double kRescueShare = 0.5;
constexpr double kAsideLinkShare = 0.4;
constexpr std::uint32_t kAsideProseMax = 0;

bool is_furniture_tag(Tag tag) {
  switch (tag) {
    case Tag::aside:
    case Tag::dialog:
    case Tag::footer:
    case Tag::form:
    case Tag::nav:
      return true;
    default:
      return false;
  }
}

// What is typed or picked there is never the article, however much it is: "republish this story"
// lays the whole article into a <textarea>.
bool is_input_tag(Tag tag) {
  switch (tag) {
    case Tag::button:
    case Tag::input:
    case Tag::option:
    case Tag::select:
    case Tag::textarea:
      return true;
    default:
      return false;
  }
}

bool is_furniture_role(std::string_view role) {
  return is_any(role, {"navigation", "complementary", "banner", "contentinfo", "search", "dialog",
                       "alertdialog", "menu", "menubar", "toolbar", "tablist", "alert", "button"});
}

bool is_hidden(const Document& page, NodeId node) {
  if (page.has_attribute(node, "hidden")) return true;
  if (page.attribute(node, "aria-hidden") == "true") return true;
  const std::string_view style = page.attribute(node, "style");
  const std::size_t display = style.find("display");
  return display != std::string_view::npos && style.substr(display, 14).find("none") != style.npos;
}

}  // namespace

Furniture find_furniture(const Document& page, const PageParts& names, TextRuns& runs) {
  const auto size = static_cast<NodeId>(page.nodes().size());
  Furniture furniture{std::vector<std::uint8_t>(size, 0), std::vector<std::uint8_t>(size, 0)};
  const double prose_of_page = std::max(1u, runs.sums(0).prose);
  for (NodeId at = std::max(page.first(Tag::body), NodeId{1}); at < size; ++at) {
    const Node& node = page[at];
    if (node.tag == Tag::text || node.tag == Tag::body) continue;
    if (is_hidden_tag(node.tag)) {
      at = node.end - 1;
      continue;
    }
    if (runs.first(at) == runs.first(node.end) && is_block(node.tag)) continue;  // no words in it
    const std::uint8_t parts = names.of(page.classes(at)) | names.of(page.id(at));
    furniture.parts[at] = parts;
    const RunSums sums = runs.sums(at);
    if (!is_input_tag(node.tag) && sums.prose >= kRescueShare * prose_of_page) continue;
    bool cut = is_input_tag(node.tag) || is_furniture_tag(node.tag) || (parts & 20) != 0 ||
               is_furniture_role(page.attribute(at, "role")) || is_hidden(page, at);
    if (!cut && (parts & 8) != 0) {
      cut = sums.link_share() > kAsideLinkShare && sums.prose <= kAsideProseMax;
    }
    if (!cut) continue;
    furniture.cut[at] = 1;
    runs.mark(runs.first(at), runs.first(node.end));
    at = node.end - 1;
  }
  runs.add_up();
  return furniture;
}

}  // namespace concord
