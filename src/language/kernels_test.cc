#include "language/kernels.h"

#include <gtest/gtest.h>

#include "language/test_model.h"

namespace concord {
namespace {

// Every kind of processor must give the bits of the portable one.
class EveryKind : public ::testing::TestWithParam<const Kernels*> {};

TEST_P(EveryKind, MultipliesToTheSameBits) {
  Dice dice(7);
  for (const std::size_t outputs : {16u, 48u, 64u, 112u}) {
    for (const std::size_t rows : {1u, 2u, 3u, 5u, 6u, 13u, 16u, 17u, 37u, 71u}) {
      const std::size_t inputs = 36;
      WholeMatrix matrix{inputs, outputs, {}, {}, {}, {}};
      for (std::size_t i = 0; i < inputs * outputs; ++i) matrix.weights.push_back(dice.weight());
      for (std::size_t i = 0; i < outputs; ++i) {
        matrix.offset.push_back(static_cast<std::int32_t>(dice.roll(1000)));
        matrix.scale.push_back(dice.factor());
        matrix.bias.push_back(dice.factor());
      }
      std::vector<std::uint8_t> values(rows * inputs);
      for (auto& value : values) value = static_cast<std::uint8_t>(dice.roll(128));
      std::vector<float> scales(rows);
      for (float& scale : scales) scale = dice.factor();
      const Activations in{values.data(), inputs, rows, scales.data()};
      std::vector<float> wanted(rows * outputs);
      std::vector<float> got(rows * outputs);
      for (const bool more : {false, true}) {
        portable_kernels().multiply(matrix, in, wanted.data(), outputs, more);
        GetParam()->multiply(matrix, in, got.data(), outputs, more);
        EXPECT_EQ(got, wanted) << outputs << " outputs, " << rows << " rows";
      }
    }
  }
}

// The largest values there can be: two products in 16 bits must not overflow.
TEST_P(EveryKind, HoldsTheLargestSums) {
  WholeMatrix matrix{256,
                     16,
                     LinedVector<std::int8_t>(256 * 16, 127),
                     LinedVector<std::int32_t>(16, 0),
                     LinedVector<float>(16, 1.f),
                     LinedVector<float>(16, 0.f)};
  const std::vector<std::uint8_t> values(256, 127);
  std::vector<float> got(16);
  GetParam()->multiply(matrix, {values.data(), 256, 1, nullptr}, got.data(), 16, false);
  for (const float sum : got) EXPECT_EQ(sum, 256.f * 127 * 127);
}

TEST_P(EveryKind, StepsCellsToTheSameBits) {
  Dice dice(11);
  const std::size_t rows = 3;
  const std::size_t width = 48;
  std::vector<float> gates(rows * 4 * width);
  for (float& gate : gates) gate = 6 * dice.factor();
  std::vector<float> cells(rows * width);
  for (float& cell : cells) cell = 2 * dice.factor();
  std::vector<float> other_cells = cells;
  std::vector<std::uint8_t> wanted(rows * width);
  std::vector<std::uint8_t> got(rows * width);
  portable_kernels().step_cells(gates.data(), cells.data(), wanted.data(), rows, width);
  GetParam()->step_cells(gates.data(), other_cells.data(), got.data(), rows, width);
  EXPECT_EQ(other_cells, cells);
  EXPECT_EQ(got, wanted);
  for (const std::uint8_t value : got) EXPECT_TRUE(1 <= value && value <= 127);
}

TEST_P(EveryKind, ScoresHeadsToTheSameBits) {
  Dice dice(13);
  const std::size_t count = 40;
  const std::size_t size = 48;
  std::vector<float> asked(count);
  for (float& value : asked) value = dice.factor();
  std::vector<float> heads(count * size);
  for (float& value : heads) value = dice.factor();
  std::vector<float> wanted(size);
  std::vector<float> got(size);
  portable_kernels().score_heads(asked.data(), heads.data(), count, size, size, wanted.data());
  GetParam()->score_heads(asked.data(), heads.data(), count, size, size, got.data());
  EXPECT_EQ(got, wanted);
}

TEST_P(EveryKind, RoundsRowsToTheSameBits) {
  Dice dice(19);
  std::vector<float> row(48);
  for (float& value : row) value = dice.factor();
  std::vector<std::uint8_t> wanted(row.size());
  std::vector<std::uint8_t> got(row.size());
  const float step =
      portable_kernels().round_row(row.data(), row.size(), kZeroPoint, kHalfRange, wanted.data());
  EXPECT_EQ(GetParam()->round_row(row.data(), row.size(), kZeroPoint, kHalfRange, got.data()),
            step);
  EXPECT_EQ(got, wanted);
  for (std::size_t j = 0; j < row.size(); ++j) {
    EXPECT_NEAR(row[j], step * static_cast<float>(wanted[j] - kZeroPoint), step / 2 + 1e-6f);
  }
  const std::vector<float> nothing(16, 0);
  EXPECT_EQ(GetParam()->round_row(nothing.data(), 16, kZeroPoint, kHalfRange, got.data()), 0);
  EXPECT_EQ(got[5], kZeroPoint);
}

INSTANTIATE_TEST_SUITE_P(Processors, EveryKind, ::testing::ValuesIn(all_kernels()),
                         [](const auto& one) {
                           std::string name = one.param->name;
                           std::erase(name, '-');
                           return name;
                         });

}  // namespace
}  // namespace concord
