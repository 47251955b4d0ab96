// The words of a page as runs: what stands between two block borders, as a reader sees lines.
//
//   <div>One <b>bold</b> word<p>Two</p>three<br><br>four</div>   ->  One bold word | Two | three |
//   four
//
// In:       a Document. Out: runs in page order, each within one block element, and sums over them
//           for every subtree in constant time. Scripts, styles and their like are in no run.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "intake/dom.h"

namespace concord {

struct TextRun {
  NodeId begin = kNoNode;        // its first text node
  NodeId end = kNoNode;          // past its last
  NodeId block = kNoNode;        // the block element it stands in
  std::uint32_t chars = 0;       // letters: code points, white space apart; of East Asia two
  std::uint32_t link_chars = 0;  // of them within <a href>
  std::uint32_t words = 0;

  // The share of its letters that are links, 0 to 1.
  double link_share() const { return chars == 0 ? 0.0 : double(link_chars) / chars; }
};

// What a range of runs holds together.
struct RunSums {
  std::uint32_t chars = 0;
  std::uint32_t link_chars = 0;
  std::uint32_t prose = 0;  // letters of runs that read as prose (is_prose)

  double link_share() const { return chars == 0 ? 0.0 : double(link_chars) / chars; }
};

// Long enough for a sentence and mostly no link.
bool is_prose(const TextRun& run);

class TextRuns {
 public:
  explicit TextRuns(const Document& page);

  std::span<const TextRun> all() const { return runs_; }
  std::size_t size() const { return runs_.size(); }
  const TextRun& operator[](std::size_t run) const { return runs_[run]; }

  // The numbers of the runs that begin below the node: [first(node), first(page[node].end)).
  std::uint32_t first(NodeId node) const { return first_[node]; }
  RunSums sums(NodeId node) const;

  // Runs marked as furniture count in no sum until the marks are cleared.
  void mark(std::uint32_t begin, std::uint32_t end);
  bool is_marked(std::size_t run) const { return marked_[run] != 0; }
  void clear_marks();
  // After marks have changed.
  void add_up();

 private:
  const Document& page_;
  std::vector<TextRun> runs_;
  std::vector<std::uint32_t> first_;  // of each node, and of the place past the last
  std::vector<std::uint8_t> marked_;
  std::vector<RunSums> before_;  // of all runs before each
};

// The words of some nodes: white space runs are one space; what `skip` names is left out.
std::string words_of(const Document& page, NodeId begin, NodeId end,
                     std::span<const std::uint8_t> skip);

}  // namespace concord
