#include "intake/container.h"

namespace concord {
namespace {

constexpr double kDescendShare = 0.8;
constexpr double kNamedShareMin = 0.5;
constexpr int kSureRankMax = 2;
constexpr int kUnnamed = 9;

// 1 is the surest name.
int rank_of(const Document& page, NodeId node, std::uint8_t parts) {
  if (has_part(parts, PagePart::body1)) return 1;
  const Tag tag = page[node].tag;
  const bool other = page.has_other_attributes(node);
  if (other && page.attribute(node, "itemprop") == "articleBody") return 1;
  if (tag == Tag::article) return 2;
  if (has_part(parts, PagePart::body2)) return 3;
  return tag == Tag::main || (other && page.attribute(node, "role") == "main") ? 4 : kUnnamed;
}

// The deepest element below that holds most of the prose; a paragraph is no container.
NodeId descend(const Document& page, const TextRuns& runs, NodeId from) {
  for (NodeId at = from;;) {
    const double enough = kDescendShare * runs.sums(at).prose;
    NodeId next = kNoNode;
    for (NodeId child = page.child(at); child != kNoNode && enough > 0;
         child = page.sibling(child)) {
      if (is_block(page[child].tag) && runs.sums(child).prose >= enough) next = child;
    }
    if (next == kNoNode || page[next].tag == Tag::p) return at;
    at = next;
  }
}

}  // namespace

Container choose_container(const Document& page, const TextRuns& runs, const Furniture& furniture) {
  const NodeId body = page.first(Tag::body);
  const double enough = kNamedShareMin * runs.sums(body).prose;
  NodeId best = kNoNode;
  int best_rank = kUnnamed;
  std::uint32_t best_prose = 0;
  for (NodeId at = body; at < page[body].end; ++at) {
    if (page[at].tag == Tag::text) continue;
    if (furniture.cut[at] != 0) {
      at = page[at].end - 1;
      continue;
    }
    const std::uint32_t prose = runs.sums(at).prose;
    if (prose == 0 || prose < enough) continue;
    const int rank = rank_of(page, at, furniture.parts[at]);
    if (rank < best_rank || (rank == best_rank && prose > best_prose)) {
      best = at;
      best_rank = rank;
      best_prose = prose;
    }
  }
  if (best_rank == kUnnamed) return {descend(page, runs, body), false};
  return {best, best_rank <= kSureRankMax};
}

}  // namespace concord
