#include "intake/article.h"

#include <algorithm>

#include "intake/article_lines.h"
#include "intake/container.h"
#include "intake/furniture.h"
#include "intake/text_runs.h"

namespace concord {
namespace {

constexpr double kLinkListShare = 0.5;
constexpr std::size_t kShortBytes = 600;  // of prose: shorter than most reports
constexpr std::size_t kFewBytes = 150;    // a sentence
constexpr double kShortShare = 0.5;       // of the page's prose
constexpr double kRecallGain = 1.5;
constexpr std::uint32_t kCaptionWordsMax = 60;
constexpr std::uint32_t kHeadingCharsMax = 160;

class Article {
 public:
  Article(const Document& page, const Lexicon& lexicon)
      : page_(page), lexicon_(lexicon), runs_(page) {}

  std::vector<ArticleLine> read(FurnitureBy by) {
    furniture_ = find_furniture(page_, lexicon_.page_parts, by, runs_);
    container_ = choose_container(page_, runs_, furniture_);
    clean(container_.node);
    return without_furniture(lines_of(container_.node), lexicon_);
  }

  // Whether so much prose found is little enough to doubt the names that cut the rest.
  bool is_short(std::size_t found) {
    if (found >= (container_.named ? kFewBytes : kShortBytes)) return false;
    return found < kShortShare * prose_of_page();
  }

 private:
  // Letters of prose on the whole page, furniture or not.
  std::uint32_t prose_of_page() {
    runs_.clear_marks();
    return runs_.sums(0).prose;
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
          // Some pages set their paragraphs as headings, for the looks.
          if (run.chars > kHeadingCharsMax) return;
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
  Container container_;
};

std::size_t letters(const std::vector<ArticleLine>& lines) {
  std::size_t letters = 0;
  for (const ArticleLine& line : lines) letters += line.prose ? line.text.size() : 0;
  return letters;
}

}  // namespace

std::vector<ArticleBlock> extract_article(const Document& page, const Lexicon& lexicon) {
  Article article(page, lexicon);
  std::vector<ArticleLine> lines = article.read(FurnitureBy::names);
  // Little of much: names may have misled ("sr-body-share"), so they are not listened to.
  const std::size_t found = letters(lines);
  if (article.is_short(found)) {
    std::vector<ArticleLine> more = article.read(FurnitureBy::tags);
    if (letters(more) > kRecallGain * found) lines = std::move(more);
  }
  std::vector<ArticleBlock> blocks;
  for (ArticleLine& line : lines) blocks.push_back({line.kind, std::move(line.text)});
  return blocks;
}

}  // namespace concord
