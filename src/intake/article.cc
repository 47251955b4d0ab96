#include "intake/article.h"

#include <algorithm>

#include "intake/article_lines.h"
#include "intake/furniture.h"
#include "intake/text_runs.h"

namespace concord {
namespace {

constexpr double kDescendShare = 0.8;
constexpr double kBodyShareMin = 0.5;
constexpr double kLinkListShare = 0.5;
constexpr std::uint32_t kCaptionWordsMax = 60;

class Article {
 public:
  Article(const Document& page, const Lexicon& lexicon)
      : page_(page),
        lexicon_(lexicon),
        runs_(page),
        furniture_(find_furniture(page, lexicon.page_parts, runs_)) {}

  std::vector<ArticleBlock> extract() {
    const NodeId container = choose_container();
    clean(container);
    std::vector<ArticleBlock> blocks;
    for (ArticleLine& line : without_furniture(lines_of(container), lexicon_)) {
      blocks.push_back({line.kind, std::move(line.text)});
    }
    return blocks;
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

  void name_kind(const TextRun& run, NodeId container, ArticleLine& line) const {
    for (NodeId at = run.block; at != kNoNode && at != container; at = page_[at].parent) {
      switch (page_[at].tag) {
        case Tag::h1:
        case Tag::h2:
        case Tag::h3:
        case Tag::h4:
        case Tag::h5:
        case Tag::h6:
          line.kind = BlockKind::heading;
          line.level = static_cast<std::uint8_t>(static_cast<int>(page_[at].tag) -
                                                 static_cast<int>(Tag::h1) + 1);
          return;
        case Tag::figcaption:
          line.kind = BlockKind::caption;
          return;
        case Tag::table:
          return;
        case Tag::figure:
          if (line.words <= kCaptionWordsMax) line.kind = BlockKind::caption;
          return;
        case Tag::blockquote:
          line.kind = BlockKind::quote;
          return;
        case Tag::li:
        case Tag::dd:
        case Tag::dt:
          line.kind = BlockKind::list_item;
          break;
        default:
          break;
      }
    }
  }

  std::vector<ArticleLine> lines_of(NodeId container) const {
    std::vector<ArticleLine> lines;
    for (std::uint32_t i = runs_.first(container); i < runs_.first(page_[container].end); ++i) {
      if (runs_.is_marked(i)) continue;
      const TextRun& run = runs_[i];
      ArticleLine line;
      line.text = words_of(page_, run.begin, run.end, furniture_.cut);
      if (line.text.empty()) continue;
      line.words = run.words;
      line.link_share = run.link_share();
      name_kind(run, container, line);
      line.prose =
          is_prose(run) && line.kind != BlockKind::heading && line.kind != BlockKind::caption;
      lines.push_back(std::move(line));
    }
    return lines;
  }

  const Document& page_;
  const Lexicon& lexicon_;
  TextRuns runs_;
  Furniture furniture_;
};

}  // namespace

std::vector<ArticleBlock> extract_article(const Document& page, const Lexicon& lexicon) {
  return Article(page, lexicon).extract();
}

}  // namespace concord
