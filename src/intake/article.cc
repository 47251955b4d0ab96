#include "intake/article.h"

#include <algorithm>

#include "intake/article_lines.h"
#include "intake/container.h"
#include "intake/furniture.h"
#include "intake/structured.h"
#include "intake/text_runs.h"

namespace concord {
namespace {

constexpr double kLinkListShare = 0.5;
constexpr std::size_t kShortBytes = 600;  // of prose: shorter than most reports
constexpr std::size_t kFewBytes = 150;    // a sentence
constexpr double kShortShare = 0.5;       // of the page's prose
constexpr double kRecallGain = 1.5;
constexpr std::size_t kStatedGain = 2;  // of what is stated over what is shown
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

  // What the words of an element are, from what they are around it.
  struct Place {
    BlockKind kind = BlockKind::paragraph;
    std::uint8_t level = 0;  // of a heading
  };

  static Place place_in(Tag tag, Place around) {
    if (is_heading(tag)) {
      const int level = static_cast<int>(tag) - static_cast<int>(Tag::h1) + 1;
      return {BlockKind::heading, static_cast<std::uint8_t>(level)};
    }
    switch (tag) {
      case Tag::figcaption:
      case Tag::figure:
        return {BlockKind::caption};
      case Tag::table:
        return {BlockKind::paragraph};
      case Tag::blockquote:
        return {BlockKind::quote};
      case Tag::li:
      case Tag::dd:
      case Tag::dt:
        return around.kind == BlockKind::paragraph ? Place{BlockKind::list_item} : around;
      default:
        return around;
    }
  }

  std::vector<Place> places_in(NodeId container) const {
    std::vector<Place> places(page_[container].end - container);
    for (NodeId at = container + 1; at < page_[container].end; ++at) {
      places[at - container] = place_in(page_[at].tag, places[page_[at].parent - container]);
    }
    return places;
  }

  static void put(const TextRun& run, Place place, ArticleLine& line) {
    // Some pages set their paragraphs as headings, for the looks.
    if (place.kind == BlockKind::heading && run.chars > kHeadingCharsMax) return;
    // A figure may hold a table, a quotation, a whole list.
    if (place.kind == BlockKind::caption && run.words > kCaptionWordsMax) return;
    line.kind = place.kind;
    line.level = place.level;
  }

  std::vector<ArticleLine> lines_of(NodeId container) const {
    std::vector<ArticleLine> lines;
    const std::vector<Place> places = places_in(container);
    for (std::uint32_t i = runs_.first(container); i < runs_.first(page_[container].end); ++i) {
      if (runs_.is_marked(i)) continue;
      const TextRun& run = runs_[i];
      ArticleLine line;
      line.text = words_of(page_, run.begin, run.end, furniture_.cut);
      if (line.text.empty()) continue;
      line.words = run.words;
      line.link_share = run.link_share();
      put(run, places[run.block < container ? 0 : run.block - container], line);
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
  if (const std::size_t shown = letters(lines); shown < kShortBytes) {
    std::size_t size = 0;
    for (std::string& paragraph : stated_article(page)) {
      size += paragraph.size();
      blocks.push_back({BlockKind::paragraph, std::move(paragraph)});
    }
    if (size > kStatedGain * shown) return blocks;
    blocks.clear();
  }
  for (ArticleLine& line : lines) blocks.push_back({line.kind, std::move(line.text)});
  return blocks;
}

}  // namespace concord
