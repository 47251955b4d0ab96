// The few inner loops that the decoder spends its time in, once for each kind of processor.
//
// Products are of whole numbers (activations of 7 bits, weights of 8), so their sums are exact in
// any order; curves are plain float operations in one order. All kinds therefore give the same bits
// (kernels_test.cc holds them to it).
//
// Why 7 bits: the AVX2 instruction adds two products into 16 bits and 2 * 127 * 127 just fits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "language/cache_lines.h"

namespace concord {

inline constexpr std::size_t kBand = 16;  // outputs side by side: a register of AVX-512

// inputs x outputs weights in bands of outputs, in them groups of four inputs:
// [output / 16][input / 4][output % 16][input % 4]. A band is read from front to back, at the pace
// of the memory. Inputs are a multiple of 4, outputs of 16.
struct WholeMatrix {
  std::size_t inputs = 0;
  std::size_t outputs = 0;
  LinedVector<std::int8_t> weights;
  LinedVector<std::int32_t> offset;  // what the activations' zero point adds to each sum
  LinedVector<float> scale;          // of each output
  LinedVector<float> bias;

  std::size_t place(std::size_t input, std::size_t output) const {
    return ((output / kBand * (inputs / 4) + input / 4) * kBand + output % kBand) * 4 + input % 4;
  }
  const std::int8_t* band(std::size_t output) const { return weights.data() + output * inputs; }
};

// Activations in (-1, 1) stand as 1 to 127 around 64.
inline constexpr int kZeroPoint = 64;
inline constexpr float kHalfRange = 63.f;

// Rows of activations; `row_scale` is one factor a row, or null for 1.
struct Activations {
  const std::uint8_t* values;
  std::size_t stride;
  std::size_t rows;
  const float* row_scale;
};

struct Kernels {
  const char* name;
  // out = product + bias, or with `more`: out += product.
  void (*multiply)(const WholeMatrix& matrix, const Activations& in, float* out,
                   std::size_t out_stride, bool more);
  // One step of `rows` rows of cells: gates (rows x 4 hidden) and cells in, cells and hidden out.
  void (*step_cells)(const float* gates, float* cells, std::uint8_t* hidden, std::size_t rows,
                     std::size_t width);
  // out[i] = sum over k of asked[k] * heads[k * stride + i], for i < size (a multiple of 16).
  void (*score_heads)(const float* asked, const float* heads, std::size_t count, std::size_t stride,
                      std::size_t size, float* out);
  // A row of `width` (a multiple of 16) floats as whole numbers around `zero`, `half` steps to each
  // side; returns the step.
  float (*round_row)(const float* values, std::size_t width, int zero, float half,
                     std::uint8_t* out);
  // Adds a row of `width` (a multiple of 16) small numbers.
  void (*add_row)(const std::int8_t* row, std::size_t width, std::int32_t* sum);
};

const Kernels& portable_kernels();
const Kernels& best_kernels();              // of this processor
std::vector<const Kernels*> all_kernels();  // that this processor can run

}  // namespace concord
