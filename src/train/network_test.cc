#include "train/network.h"

#include <gtest/gtest.h>

#include <cmath>

namespace concord {
namespace {

// Two sentences of three and two words with made-up features.
std::vector<Example> examples() {
  std::vector<Example> all(2);
  for (std::size_t s = 0; s < 2; ++s) {
    for (std::uint32_t i = 0; i < 3 - s; ++i) {
      ExampleWord word;
      word.word_row = i + 1;
      word.features.rows = {i * 7 + 1, i * 5 + 2, 40};
      word.features.count = 3;
      word.tag = i % 3;
      word.relation = (i + 1) % 4;
      word.head = i == 1 ? kRoot : 1;
      all[s].push_back(word);
    }
  }
  return all;
}

Network small_network() {
  Random random(6);
  NetworkSizes sizes{16, 16, 16, 16, 3, 4};
  Network network(sizes, 4, random);
  for (float& weight : network.dense) weight += random.symmetric(0.2f);
  for (std::size_t i = 0; i < 16 * 100; ++i) network.rows[i] = random.symmetric(0.5f);
  return network;
}

constexpr Dropout kNone = {0, 0, 0, 0, 0, 0};

double loss_of(const Network& network, const std::vector<Example>& all) {
  Gradients unused;
  const std::vector<const Example*> views = {&all[0], &all[1]};
  return lose(network, views, kNone, 1.f, Random(1), unused).sum();
}

// The slope at `weight` by moving it a little both ways. A step may carry some other value over the
// kink at zero, so a smaller one is tried too.
void expect_slope(double slope, Network& network, float& weight, const std::string& what) {
  const std::vector<Example> all = examples();
  double nearest = 1e9;
  for (const float step : {4e-3f, 1e-3f}) {
    const float before = weight;
    weight = before + step;
    const double up = loss_of(network, all);
    weight = before - step;
    const double down = loss_of(network, all);
    weight = before;
    const double measured = (up - down) / (2 * static_cast<double>(step));
    if (std::fabs(measured - slope) < std::fabs(nearest - slope)) nearest = measured;
  }
  EXPECT_NEAR(slope, nearest, 4e-3 + 0.03 * std::fabs(nearest)) << what;
}

// Every kind of weight: the slope worked out against the slope measured.
TEST(Network, SlopesAreThoseMeasured) {
  Network network = small_network();
  const std::vector<Example> all = examples();
  const std::vector<const Example*> views = {&all[0], &all[1]};
  Gradients gradients;
  lose(network, views, kNone, 1.f, Random(1), gradients);
  const std::size_t stride = network.dense.size() / 400;
  for (std::size_t i = 0; i < network.dense.size(); i += stride) {
    expect_slope(static_cast<double>(gradients.dense[i]), network, network.dense[i],
                 "weight " + std::to_string(i));
  }
}

TEST(Network, SlopesOfInputRowsAreThoseMeasured) {
  Network network = small_network();
  const std::vector<Example> all = examples();
  const std::vector<const Example*> views = {&all[0], &all[1]};
  Gradients gradients;
  lose(network, views, kNone, 1.f, Random(1), gradients);
  const std::size_t width = network.sizes.embedding;
  std::vector<double> slopes(network.rows.size(), 0);
  for (std::size_t word = 0; word < gradients.used_end.size(); ++word) {
    const std::uint32_t begin = word == 0 ? 0 : gradients.used_end[word - 1];
    for (std::uint32_t at = begin; at < gradients.used_end[word]; ++at) {
      for (std::size_t j = 0; j < width; ++j) {
        slopes[gradients.used_rows[at] * width + j] +=
            static_cast<double>(gradients.inputs[word * width + j]);
      }
    }
  }
  for (std::size_t i = 0; i < 12 * width; i += 5) {
    expect_slope(slopes[i], network, network.rows[i], "row value " + std::to_string(i));
  }
}

TEST(Network, NoSentencesNoLoss) {
  const Network network = small_network();
  Gradients gradients;
  EXPECT_EQ(lose(network, {}, kNone, 1.f, Random(1), gradients).sum(), 0);
  EXPECT_EQ(gradients.dense.size(), network.dense.size());
}

}  // namespace
}  // namespace concord
