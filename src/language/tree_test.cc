#include "language/tree.h"

#include <gtest/gtest.h>

#include <limits>

#include "language/test_model.h"

namespace concord {
namespace {

// Whether following heads from every word ends at the root, and one word hangs on it.
bool is_tree(const std::vector<std::uint32_t>& heads) {
  std::size_t roots = 0;
  for (std::size_t word = 0; word < heads.size(); ++word) {
    roots += heads[word] == 0;
    std::size_t node = word + 1;
    for (std::size_t steps = 0; node != 0; ++steps) {
      if (steps > heads.size()) return false;
      node = heads[node - 1];
    }
  }
  return roots == 1;
}

double sum_of(const ArcScores& arcs, const std::vector<std::uint32_t>& heads) {
  double sum = 0;
  for (std::size_t word = 0; word < heads.size(); ++word) {
    sum += static_cast<double>(arcs.at(word, heads[word]));
  }
  return sum;
}

// The best sum by trying every choice of heads.
double best_sum(const ArcScores& arcs) {
  double best = -std::numeric_limits<double>::infinity();
  std::vector<std::uint32_t> heads(arcs.words, 0);
  while (true) {
    if (is_tree(heads)) best = std::max(best, sum_of(arcs, heads));
    std::size_t at = 0;
    while (at < heads.size() && ++heads[at] > arcs.words) heads[at++] = 0;
    if (at == heads.size()) return best;
  }
}

TEST(Tree, IsTheBestOfAllTreesWithOneRoot) {
  Dice dice(3);
  for (int round = 0; round < 300; ++round) {
    const std::size_t words = 1 + dice.roll(5);
    std::vector<float> scores(words * (words + 1));
    for (float& score : scores) score = static_cast<float>(dice.roll(100));
    const ArcScores arcs{words, words + 1, scores.data()};
    const auto heads = best_tree(arcs);
    ASSERT_TRUE(is_tree(heads));
    EXPECT_DOUBLE_EQ(sum_of(arcs, heads), best_sum(arcs));
  }
}

TEST(Tree, LongRingsAreBroken) {
  Dice dice(5);
  const std::size_t words = 200;
  std::vector<float> scores(words * (words + 1));
  for (float& score : scores) score = dice.factor();
  for (std::size_t word = 0; word < words; ++word) {
    scores[word * (words + 1) + 1 + (word + 1) % words] = 50;
  }
  EXPECT_TRUE(is_tree(best_tree({words, words + 1, scores.data()})));
}

TEST(Tree, NoWordsNoHeads) { EXPECT_TRUE(best_tree({0, 1, nullptr}).empty()); }

}  // namespace
}  // namespace concord
