// From scores to a tree: every word its best head, as long as that is a tree with one root.
//
// In:       for each word (row) the score of the root (column 0) and of each word (column 1 + i).
// Out:      the head of each word: the tree of the highest sum among those with a single root.
// How:      most sentences need no more than each word's best head. Where that gives two roots or a
//           ring, rings are contracted (Chu and Liu 1965, Edmonds 1967): cubic at worst, which is
//           why the parser cuts sentences at kSentenceTokensMax.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace concord {

struct ArcScores {
  std::size_t words = 0;
  std::size_t stride = 0;
  const float* scores = nullptr;

  float at(std::size_t dependent, std::size_t head) const {
    return scores[dependent * stride + head];
  }
};

// Heads as columns: 0 for the root, else 1 + the head's number. Ties go to the lower column.
std::vector<std::uint32_t> best_tree(const ArcScores& arcs);

}  // namespace concord
