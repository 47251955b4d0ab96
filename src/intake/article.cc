#include "intake/article.h"

#include <algorithm>
#include <unordered_set>

#include "intake/furniture.h"
#include "intake/text_runs.h"

namespace concord {
namespace {

constexpr double kDescendShare = 0.8;
constexpr double kBodyShareMin = 0.5;
constexpr double kLinkListShare = 0.5;

class Article {
 public:
  Article(const Document& page, const Lexicon& lexicon)
      : page_(page), runs_(page), furniture_(find_furniture(page, lexicon.page_parts, runs_)) {}

  std::vector<ArticleBlock> extract() {
    const NodeId container = choose_container();
    clean(container);
    return blocks_of(container);
  }

 private:
  NodeId body() const {
    const NodeId body = page_.first(Tag::body);
    return body == kNoNode ? 0 : body;
  }

  // The deepest element that holds most of the prose around it.
  NodeId descend(NodeId from) const {
    for (NodeId at = from;;) {
      const double here = runs_.sums(at).prose;
      NodeId next = kNoNode;
      for (NodeId child = page_.child(at); child != kNoNode; child = page_.sibling(child)) {
        if (is_block(page_[child].tag) && runs_.sums(child).prose >= kDescendShare * here &&
            here > 0)
          next = child;
      }
      // A paragraph is no container.
      if (next == kNoNode || page_[next].tag == Tag::p) return at;
      at = next;
    }
  }

  NodeId choose_container() const {
    const NodeId top = body();
    const std::uint32_t prose = runs_.sums(top).prose;
    NodeId best = kNoNode;
    int best_rank = 9;
    std::uint32_t best_prose = 0;
    for (NodeId at = top; at < page_[top].end; ++at) {
      if (page_[at].tag == Tag::text) continue;
      if (furniture_.cut[at] != 0) {
        at = page_[at].end - 1;
        continue;
      }
      const int rank = rank_of(at);
      if (rank == 9) continue;
      const std::uint32_t here = runs_.sums(at).prose;
      if (here < kBodyShareMin * prose || here == 0) continue;
      if (rank < best_rank || (rank == best_rank && here > best_prose)) {
        best = at;
        best_rank = rank;
        best_prose = here;
      }
    }
    return best != kNoNode ? best : descend(top);
  }

  int rank_of(NodeId at) const {
    if (page_.attribute(at, "itemprop") == "articleBody") return 1;
    if ((furniture_.parts[at] & 1) != 0) return 1;
    if (page_[at].tag == Tag::article) return 2;
    if ((furniture_.parts[at] & 2) != 0) return 3;
    if (page_[at].tag == Tag::main || page_.attribute(at, "role") == "main") return 4;
    return 9;
  }

  void clean(NodeId container) {
    const RunSums whole = runs_.sums(container);
    for (NodeId at = container + 1; at < page_[container].end; ++at) {
      const Node& node = page_[at];
      if (node.tag == Tag::text) continue;
      if (furniture_.cut[at] != 0) {
        at = node.end - 1;
        continue;
      }
      if (!is_block(node.tag) || is_heading(node.tag)) continue;
      const RunSums sums = runs_.sums(at);
      if (sums.chars == 0 || sums.chars * 3 > whole.chars) continue;
      if (sums.link_share() > kLinkListShare && node.tag != Tag::p && node.tag != Tag::li) {
        cut(at);
        at = node.end - 1;
      }
    }
    runs_.add_up();
  }

  void cut(NodeId node) {
    furniture_.cut[node] = 1;
    runs_.mark(runs_.first(node), runs_.first(page_[node].end));
  }

  BlockKind kind_of(const TextRun& run, NodeId container) const {
    for (NodeId at = run.block; at != kNoNode && at != container; at = page_[at].parent) {
      const Tag tag = page_[at].tag;
      if (is_heading(tag)) return BlockKind::heading;
    }
    return BlockKind::paragraph;
  }

  std::vector<ArticleBlock> blocks_of(NodeId container) const {
    std::vector<ArticleBlock> blocks;
    bool started = false;
    std::unordered_set<std::string> seen;
    for (std::uint32_t i = runs_.first(container); i < runs_.first(page_[container].end); ++i) {
      if (runs_.is_marked(i)) continue;
      const TextRun& run = runs_[i];
      if (!started && !is_prose(run)) continue;
      const BlockKind kind = kind_of(run, container);
      if (!started && kind == BlockKind::heading) continue;
      started = true;
      std::string text = words_of(page_, run.begin, run.end, furniture_.cut);
      if (text.empty() || (text.size() >= 40 && !seen.insert(text).second)) continue;
      blocks.push_back({kind, std::move(text)});
    }
    return blocks;
  }

  const Document& page_;
  TextRuns runs_;
  Furniture furniture_;
};

}  // namespace

std::vector<ArticleBlock> extract_article(const Document& page, const Lexicon& lexicon) {
  return Article(page, lexicon).extract();
}

}  // namespace concord
