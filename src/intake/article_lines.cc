#include "intake/article_lines.h"

#include <algorithm>
#include <unordered_set>

#include "intake/page_line.h"
#include "text/fold.h"

namespace concord {
namespace {

constexpr std::uint32_t kPhraseWordsMax = 30;  // a longer line is the article's, however it begins
constexpr std::uint32_t kSectionWordsMax = 8;  // of a heading that opens furniture
constexpr double kSectionProseShare = 0.3;     // a section of more is no furniture
constexpr double kLinkedShare = 0.6;           // mostly links
constexpr std::size_t kTwiceBytesMin = 40;     // a shorter line may stand twice: "Yes."
constexpr std::size_t kTailLines = 8;          // among which the author is introduced
constexpr std::uint32_t kCardWordsMax = 45;    // under a linked heading: a teaser

class Lines {
 public:
  Lines(std::vector<ArticleLine> lines, const Lexicon& lexicon)
      : lines_(std::move(lines)), lexicon_(lexicon), cut_(lines_.size(), false) {
    for (const ArticleLine& line : lines_) {
      lower_.push_back(line.words <= kPhraseWordsMax ? lower(line.text) : std::string());
    }
  }

  std::vector<ArticleLine> kept() {
    cut_phrases();
    cut_sections();
    cut_head();
    cut_tail();
    cut_repeated();
    cut_bare_headings();
    std::vector<ArticleLine> kept;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!cut_[i]) kept.push_back(std::move(lines_[i]));
    }
    return kept;
  }

 private:
  std::string_view key(std::size_t i) const { return trimmed(lower_[i]); }

  // "Advertisement", "Read more: ...".
  void cut_phrases() {
    const PagePhrases& phrases = lexicon_.page_phrases;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lower_[i].empty() || lines_[i].kind == BlockKind::heading) continue;
      cut_[i] = phrases.is_furniture(key(i)) || phrases.starts_furniture(lower_[i]);
    }
  }

  bool opens_section(std::size_t i) const {
    return lines_[i].words <= kSectionWordsMax && !lines_[i].prose &&
           lexicon_.page_phrases.opens_furniture(key(i));
  }

  // Past the last line of the section that a heading opens.
  std::size_t section_end(std::size_t heading) const {
    std::size_t end = heading + 1;
    const bool real = lines_[heading].kind == BlockKind::heading;
    for (; end < lines_.size(); ++end) {
      const ArticleLine& line = lines_[end];
      if (real && line.kind == BlockKind::heading && line.level <= lines_[heading].level) break;
      if (!real && line.link_share < kLinkedShare) break;
    }
    return end;
  }

  std::uint32_t prose_words(std::size_t begin, std::size_t end) const {
    std::uint32_t words = 0;
    for (std::size_t i = begin; i < end; ++i) words += lines_[i].prose ? lines_[i].words : 0;
    return words;
  }

  void cut_sections() {
    const std::uint32_t all = prose_words(0, lines_.size());
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!opens_section(i)) continue;
      const std::size_t end = section_end(i);
      if (prose_words(i, end) > kSectionProseShare * all) continue;
      std::fill(cut_.begin() + static_cast<std::ptrdiff_t>(i),
                cut_.begin() + static_cast<std::ptrdiff_t>(end), true);
      i = end - 1;
    }
  }

  // What stands before the first sentence: byline, dates, share buttons; and the headline.
  void cut_head() {
    std::size_t first = 0;
    while (first < lines_.size() && (cut_[first] || !lines_[first].prose)) ++first;
    if (first == lines_.size()) return;
    for (std::size_t i = 0; i < first; ++i) cut_[i] = true;
    // A heading right above the first sentence is the article's, unless it is the headline.
    if (first > 0 && lines_[first - 1].kind == BlockKind::heading && lines_[first - 1].level > 1) {
      cut_[first - 1] = opens_section(first - 1);
    }
  }

  bool is_author_note(std::size_t i) const {
    PageLine line;
    line.text = lines_[i].text;
    line.lower = lower(lines_[i].text);
    line.words = lines_[i].words;
    line.sentence = true;
    return is_bio(line, lexicon_.page_words);
  }

  void cut_tail() {
    std::size_t end = lines_.size();
    for (std::size_t seen = 0; end > 0 && seen < kTailLines; ++seen) {
      while (end > 0 && cut_[end - 1]) --end;
      if (end == 0) return;
      const ArticleLine& last = lines_[end - 1];
      if (is_author_note(end - 1) || last.link_share > kLinkedShare) {
        cut_[--end] = true;
      } else if (end > 1 && lines_[end - 2].kind == BlockKind::heading &&
                 lines_[end - 2].link_share > 0.9 && last.words <= kCardWordsMax) {
        cut_[end - 1] = cut_[end - 2] = true;
        end -= 2;
      } else {
        return;
      }
    }
  }

  void cut_repeated() {
    std::unordered_set<std::string_view> seen;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (cut_[i] || lines_[i].text.size() < kTwiceBytesMin) continue;
      cut_[i] = !seen.insert(lines_[i].text).second;
    }
  }

  // A heading whose section was cut, or at the end.
  void cut_bare_headings() {
    std::size_t next = lines_.size();  // the kept line after
    for (std::size_t i = lines_.size(); i-- > 0;) {
      if (cut_[i]) continue;
      const bool heading = lines_[i].kind == BlockKind::heading;
      const bool above_nothing = next == lines_.size();
      const bool was_cut = next > i + 1 && next < lines_.size() &&
                           lines_[next].kind == BlockKind::heading &&
                           lines_[next].level <= lines_[i].level;
      cut_[i] = heading && (above_nothing || was_cut);
      if (!cut_[i]) next = i;
    }
  }

  std::vector<ArticleLine> lines_;
  const Lexicon& lexicon_;
  std::vector<bool> cut_;
  std::vector<std::string> lower_;  // of short lines
};

}  // namespace

std::vector<ArticleLine> without_furniture(std::vector<ArticleLine> lines, const Lexicon& lexicon) {
  return Lines(std::move(lines), lexicon).kept();
}

}  // namespace concord
