// The loops that need no special instructions: each kind of processor has them compiled for itself.
#pragma once

#include <cmath>

#include "language/activations.h"
#include "language/kernels.h"

#define CONCORD_INLINE __attribute__((always_inline)) inline

namespace concord {

// Divisions are what steps cost most, so the curves' fractions are put over one denominator each
// for the cell and for what it shows (activations.h has them one by one).
CONCORD_INLINE void step_cells_loop(const float* gates, float* cells, std::uint8_t* hidden,
                                    std::size_t rows, std::size_t width) {
  for (std::size_t row = 0; row < rows; ++row) {
    const float* in = gates + row * 4 * width;
    const float* keep = in + width;
    const float* candidate = keep + width;
    const float* show = candidate + width;
    float* cell = cells + row * width;
    std::uint8_t* out = hidden + row * width;
    for (std::size_t j = 0; j < width; ++j) {
      const Fraction kept = sign_fraction(0.5f * keep[j]);
      const Fraction let_in = sign_fraction(0.5f * in[j]);
      const Fraction added = sign_fraction(candidate[j]);
      const float new_part = (let_in.below + let_in.above) * added.above * kept.below;
      const float old_part = (kept.below + kept.above) * cell[j] * (let_in.below * added.below);
      cell[j] = 0.5f * (old_part + new_part) / (kept.below * (let_in.below * added.below));
      const Fraction let_out = sign_fraction(0.5f * show[j]);
      const Fraction told = sign_fraction(cell[j]);
      const float shown =
          0.5f * (let_out.below + let_out.above) * told.above / (let_out.below * told.below);
      out[j] = static_cast<std::uint8_t>(
          static_cast<int>(shown * kHalfRange + (static_cast<float>(kZeroPoint) + 0.5f)));
    }
  }
}

CONCORD_INLINE void score_heads_loop(const float* asked, const float* heads, std::size_t count,
                                     std::size_t stride, std::size_t size, float* out) {
  for (std::size_t begin = 0; begin < size; begin += 16) {
    float sum[16] = {};
    for (std::size_t k = 0; k < count; ++k) {
      for (std::size_t j = 0; j < 16; ++j) sum[j] += asked[k] * heads[k * stride + begin + j];
    }
    for (std::size_t j = 0; j < 16; ++j) out[begin + j] = sum[j];
  }
}

// The largest size is sought in 16 lanes: the same answer in any order, and fit for any vectors.
CONCORD_INLINE float round_row_loop(const float* values, std::size_t width, int zero, float half,
                                    std::uint8_t* out) {
  float tops[16] = {};
  for (std::size_t begin = 0; begin < width; begin += 16) {
    for (std::size_t j = 0; j < 16; ++j) {
      const float size = std::fabs(values[begin + j]);
      tops[j] = tops[j] < size ? size : tops[j];
    }
  }
  float top = 0;
  for (const float one : tops) top = top < one ? one : top;
  const float factor = top == 0 ? 0 : half / top;
  const float shift = static_cast<float>(zero) + 0.5f;
  for (std::size_t j = 0; j < width; ++j) {
    out[j] = static_cast<std::uint8_t>(static_cast<int>(values[j] * factor + shift));
  }
  return top / half;
}

CONCORD_INLINE void add_row_loop(const std::int8_t* row, std::size_t width, std::int32_t* sum) {
  for (std::size_t j = 0; j < width; ++j) sum[j] += row[j];
}

}  // namespace concord
