#include "story/shingles.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

namespace concord {
namespace {

using Sample = std::vector<std::uint64_t>;

// What find() tells, by counting.
std::map<std::uint32_t, std::uint32_t> counted(const std::vector<Sample>& all, std::size_t first,
                                               const Sample& sample, std::uint32_t least) {
  std::map<std::uint32_t, std::uint32_t> shared;
  for (std::size_t i = first; i < all.size(); ++i) {
    std::uint32_t count = 0;
    for (const std::uint64_t shingle : all[i])
      count += std::ranges::binary_search(sample, shingle) ? 1 : 0;
    if (count >= least) shared[static_cast<std::uint32_t>(i)] = count;
  }
  return shared;
}

TEST(ShingleIndex, finds_what_is_shared_in_a_moving_window) {
  std::mt19937 random(11);
  ShingleIndex index;
  std::vector<Sample> all;
  std::size_t found_at_all = 0;
  for (std::uint32_t number = 0; number < 4000; ++number) {
    const std::uint32_t first = number > 50 ? number - 50 : 0;
    index.forget_below(first);
    Sample sample;
    for (int i = 0; i < 40; ++i) sample.push_back((random() % 500 + std::uint64_t{1}) << 32);
    std::ranges::sort(sample);
    sample.erase(std::unique(sample.begin(), sample.end()), sample.end());
    std::map<std::uint32_t, std::uint32_t> found;
    for (const auto& sharer : index.find(sample, 4)) found[sharer.number] = sharer.shared;
    ASSERT_EQ(found, counted(all, first, sample, 4)) << number;
    found_at_all += found.size();
    index.add(number, sample);
    all.push_back(std::move(sample));
  }
  EXPECT_GT(found_at_all, 1000u);
}

TEST(ShingleIndex, a_shingle_of_very_many_reports_points_to_the_first_of_the_window) {
  ShingleIndex index;
  const Sample sample = {std::uint64_t{7} << 32};
  for (std::uint32_t number = 0; number < 100; ++number) index.add(number, sample);
  const auto found = index.find(sample, 1);
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found.front().number, 0u);
  EXPECT_LT(found.back().number, 64u);
  index.forget_below(100);
  EXPECT_TRUE(index.find(sample, 1).empty());
}

}  // namespace
}  // namespace concord
