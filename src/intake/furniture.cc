#include "intake/furniture.h"

#include <algorithm>

#include "text/words.h"

namespace concord {
namespace {

constexpr double kRescueShare = 0.5;
constexpr double kAsideLinkShare = 0.4;

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

bool is_furniture(const Document& page, NodeId node, std::uint8_t parts, const RunSums& sums) {
  const Tag tag = page[node].tag;
  if (is_furniture_tag(tag) || has_part(parts, PagePart::hidden)) return true;
  if (page.has_other_attributes(node) &&
      (is_furniture_role(page.attribute(node, "role")) || is_hidden(page, node))) {
    return true;
  }
  // "body-share-wrapper" and "entry-content no-share" may hold the article as well as buttons.
  const bool body = has_part(parts, PagePart::body1) || has_part(parts, PagePart::body2);
  if (has_part(parts, PagePart::furniture) && !body) return true;
  const bool doubtful = has_part(parts, PagePart::aside) || has_part(parts, PagePart::furniture);
  return doubtful && sums.link_share() > kAsideLinkShare && sums.prose == 0;
}

}  // namespace

Furniture find_furniture(const Document& page, const PageParts& names, FurnitureBy by,
                         TextRuns& runs) {
  const auto size = static_cast<NodeId>(page.nodes().size());
  Furniture furniture{std::vector<std::uint8_t>(size, 0), std::vector<std::uint8_t>(size, 0)};
  runs.clear_marks();
  const double prose_of_page = std::max(1u, runs.sums(0).prose);
  for (NodeId at = std::max(page.first(Tag::body), NodeId{1}); at < size; ++at) {
    const Node& node = page[at];
    if (node.tag == Tag::text || node.tag == Tag::body) continue;
    if (is_hidden_tag(node.tag)) {
      at = node.end - 1;
      continue;
    }
    if (runs.first(at) == runs.first(node.end) && is_block(node.tag)) continue;  // no words in it
    if (by == FurnitureBy::names) {
      furniture.parts[at] = names.of(page.classes(at)) | names.of(page.id(at));
    }
    const RunSums sums = runs.sums(at);
    const bool large = sums.prose >= kRescueShare * prose_of_page;
    if (!is_input_tag(node.tag) && (large || !is_furniture(page, at, furniture.parts[at], sums))) {
      continue;
    }
    furniture.cut[at] = 1;
    runs.mark(runs.first(at), runs.first(node.end));
    at = node.end - 1;
  }
  runs.add_up();
  return furniture;
}

}  // namespace concord
