// The loops that need no special instructions: each kind of processor has them compiled for itself.
#pragma once

#include <bit>

#include "language/activations.h"
#include "language/kernels.h"

#define CONCORD_INLINE __attribute__((always_inline)) inline

namespace concord {

// Divisions are what steps cost most, so the curves' fractions are put over one denominator each
// for the cell and for what it shows (activations.h has them one by one). Cells go 16 at a time
// through arrays that nothing else points to: so much a compiler needs to take them as vectors.
CONCORD_INLINE void step_cells_loop(const float* __restrict gates, float* __restrict cells,
                                    std::uint8_t* __restrict hidden, std::size_t rows,
                                    std::size_t width) {
  for (std::size_t row = 0; row < rows; ++row) {
    const float* in = gates + row * 4 * width;
    const float* keep = in + width;
    const float* candidate = keep + width;
    const float* show = candidate + width;
    for (std::size_t at = 0; at < width; at += 16) {
      float* cell = cells + row * width + at;
      float shown[16];
      for (std::size_t j = 0; j < 16; ++j) {
        const Fraction kept = sign_fraction(0.5f * keep[at + j]);
        const Fraction let_in = sign_fraction(0.5f * in[at + j]);
        const Fraction added = sign_fraction(candidate[at + j]);
        const float new_part = (let_in.below + let_in.above) * added.above * kept.below;
        const float old_part = (kept.below + kept.above) * cell[j] * (let_in.below * added.below);
        cell[j] = 0.5f * (old_part + new_part) / (kept.below * (let_in.below * added.below));
        const Fraction let_out = sign_fraction(0.5f * show[at + j]);
        const Fraction told = sign_fraction(cell[j]);
        shown[j] =
            0.5f * (let_out.below + let_out.above) * told.above / (let_out.below * told.below);
      }
      std::uint8_t* out = hidden + row * width + at;
      for (std::size_t j = 0; j < 16; ++j) {
        out[j] = static_cast<std::uint8_t>(
            static_cast<int>(shown[j] * kHalfRange + (static_cast<float>(kZeroPoint) + 0.5f)));
      }
    }
  }
}

// Each sum waits for the one before, so two registers of heads go side by side.
template <std::size_t kHeads>
CONCORD_INLINE void score_some_heads(const float* asked, const float* heads, std::size_t count,
                                     std::size_t stride, float* out) {
  float sum[kHeads] = {};
  for (std::size_t k = 0; k < count; ++k) {
    for (std::size_t j = 0; j < kHeads; ++j) sum[j] += asked[k] * heads[k * stride + j];
  }
  for (std::size_t j = 0; j < kHeads; ++j) out[j] = sum[j];
}

CONCORD_INLINE void score_heads_loop(const float* asked, const float* heads, std::size_t count,
                                     std::size_t stride, std::size_t size, float* out) {
  std::size_t at = 0;
  for (; at + 32 <= size; at += 32)
    score_some_heads<32>(asked, heads + at, count, stride, out + at);
  if (at < size) score_some_heads<16>(asked, heads + at, count, stride, out + at);
}

// Sizes of floats are in the order of their bits without the sign, and the largest of whole numbers
// may be sought in any order.
CONCORD_INLINE float round_row_loop(const float* __restrict values, std::size_t width, int zero,
                                    float half, std::uint8_t* __restrict out) {
  std::int32_t top_bits = 0;
  for (std::size_t j = 0; j < width; ++j) {
    const std::int32_t bits = std::bit_cast<std::int32_t>(values[j]) & 0x7fffffff;
    top_bits = top_bits < bits ? bits : top_bits;
  }
  const auto top = std::bit_cast<float>(top_bits);
  const float factor = top == 0 ? 0 : half / top;
  const float shift = static_cast<float>(zero) + 0.5f;
  for (std::size_t j = 0; j < width; ++j) {
    out[j] = static_cast<std::uint8_t>(static_cast<int>(values[j] * factor + shift));
  }
  return top / half;
}

CONCORD_INLINE void add_row_loop(const std::int8_t* __restrict row, std::size_t width,
                                 std::int32_t* __restrict sum) {
  for (std::size_t j = 0; j < width; ++j) sum[j] += row[j];
}

}  // namespace concord
