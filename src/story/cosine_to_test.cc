#include "story/cosine_to.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace concord {
namespace {

// Ids from few upper bits, so that many terms fall into one bucket.
Terms random_terms(std::mt19937& random, std::size_t size) {
  Terms terms;
  for (std::size_t i = 0; i < size; ++i) {
    const auto id = static_cast<std::uint32_t>((random() % 64) << 26 | random() % 8);
    terms.push_back({id, static_cast<float>(random() % 1000) / 1000.0f});
  }
  std::ranges::sort(terms, {}, &ProfileTerm::id);
  const auto same = [](const ProfileTerm& a, const ProfileTerm& b) { return a.id == b.id; };
  terms.erase(std::unique(terms.begin(), terms.end(), same), terms.end());
  return terms;
}

TEST(CosineTo, is_the_cosine_to_the_last_bit) {
  std::mt19937 random(5);
  float most = 0;
  for (const std::size_t size : {0, 1, 7, 150, 400}) {
    const Terms own = random_terms(random, size);
    const CosineTo cosine_to(own);
    for (const std::size_t other_size : {0, 3, 90, 300, 2000}) {
      const Terms other = random_terms(random, other_size);
      EXPECT_EQ(cosine_to(other), cosine(own, other));
      most = std::max(most, cosine(own, other));
    }
  }
  EXPECT_GT(most, 1);
}

TEST(Terms, the_heaviest_are_kept_and_of_equal_ones_the_first) {
  Terms terms = {{1, 0.5f}, {2, 2}, {3, 0.5f}, {4, 0}, {5, 0.5f}, {6, 3}};
  keep_heaviest(terms, 4);
  std::vector<std::uint32_t> ids;
  for (const ProfileTerm& term : terms) ids.push_back(term.id);
  EXPECT_EQ(ids, (std::vector<std::uint32_t>{1, 2, 3, 6}));
  keep_heaviest(terms, 9);
  EXPECT_EQ(terms.size(), 4u);
}

}  // namespace
}  // namespace concord
