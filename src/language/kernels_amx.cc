#include "language/kernels_amx.h"

#include <cpuid.h>
#include <immintrin.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <numeric>

#include "language/kernel_loops.h"

#define CONCORD_AMX __attribute__((target("amx-tile,amx-int8,avx512f,avx512bw,avx512vl,avx512dq")))

namespace concord {
namespace {

constexpr std::size_t kTileRows = 16;
constexpr std::size_t kTileDepth = 64;  // inputs
constexpr long kSumStride = kBand * sizeof(std::int32_t);

// Tiles 0 to 3 are sums (two blocks of rows by two bands), 4 and 5 activations, 6 and 7 weights.
struct alignas(64) TileShapes {
  std::uint8_t palette = 1;
  std::uint8_t start_row = 0;
  std::uint8_t nothing[14] = {};
  std::uint16_t row_bytes[16] = {};
  std::uint8_t rows[16] = {};
};

CONCORD_AMX void shape_tiles(std::size_t upper, std::size_t lower, std::size_t depth) {
  TileShapes shapes;
  const std::size_t rows[] = {upper, upper, lower, lower, upper, lower, depth / 4, depth / 4};
  for (int tile = 0; tile < 8; ++tile) {
    const bool activations = tile == 4 || tile == 5;
    shapes.row_bytes[tile] = static_cast<std::uint16_t>(activations ? depth : kSumStride);
    shapes.rows[tile] = static_cast<std::uint8_t>(std::max<std::size_t>(rows[tile], 1));
  }
  // The intrinsic says that it reads eight bytes; the whole must be in memory.
  asm volatile("" ::"m"(shapes) : "memory");
  _tile_loadconfig(&shapes);
}

// The sums of a tile, with their zero point, scale and bias.
CONCORD_AMX CONCORD_INLINE void finish(const WholeMatrix& m, const Activations& in,
                                       const std::int32_t* sums, std::size_t row, std::size_t rows,
                                       std::size_t column, float* out, std::size_t out_stride,
                                       bool more) {
  for (std::size_t r = 0; r < rows; ++r, sums += kBand) {
    const float factor = in.row_scale ? in.row_scale[row + r] : 1.f;
    float* to = out + (row + r) * out_stride + column;
    const float* base = more ? to : &m.bias[column];
    for (std::size_t j = 0; j < kBand; ++j) {
      to[j] = base[j] +
              static_cast<float>(sums[j] - m.offset[column + j]) * (m.scale[column + j] * factor);
    }
  }
}

// Up to 32 rows by one or two bands.
template <bool kLower, bool kTwoBands>
CONCORD_AMX void block(const WholeMatrix& m, const Activations& in, std::size_t row,
                       std::size_t rows, std::size_t column, std::size_t depth, float* out,
                       std::size_t out_stride, bool more) {
  const auto stride = static_cast<long>(in.stride);
  const std::uint8_t* a = in.values + row * in.stride;
  const std::uint8_t* lower = a + kTileRows * in.stride;
  const std::int8_t* w = m.band(column);
  _tile_zero(0);
  _tile_zero(1);
  _tile_zero(2);
  _tile_zero(3);
  for (std::size_t k = 0; k < m.inputs; k += depth) {
    _tile_loadd(4, a + k, stride);
    _tile_loadd(6, w + k * kBand, kSumStride);
    _tile_dpbusd(0, 4, 6);
    if constexpr (kTwoBands) {
      _tile_loadd(7, w + (m.inputs + k) * kBand, kSumStride);
      _tile_dpbusd(1, 4, 7);
    }
    if constexpr (kLower) {
      _tile_loadd(5, lower + k, stride);
      _tile_dpbusd(2, 5, 6);
      if constexpr (kTwoBands) _tile_dpbusd(3, 5, 7);
    }
  }
  alignas(64) std::int32_t sums[4][kTileRows * kBand];
  _tile_stored(0, sums[0], kSumStride);
  if constexpr (kTwoBands) _tile_stored(1, sums[1], kSumStride);
  if constexpr (kLower) _tile_stored(2, sums[2], kSumStride);
  if constexpr (kLower && kTwoBands) _tile_stored(3, sums[3], kSumStride);
  const std::size_t upper = std::min(rows, kTileRows);
  for (std::size_t band = 0; band < (kTwoBands ? 2 : 1); ++band) {
    const std::size_t at = column + band * kBand;
    finish(m, in, sums[band], row, upper, at, out, out_stride, more);
    if constexpr (kLower) {
      finish(m, in, sums[2 + band], row + upper, rows - upper, at, out, out_stride, more);
    }
  }
}

template <bool kLower>
CONCORD_AMX void rows_amx(const WholeMatrix& m, const Activations& in, std::size_t begin,
                          std::size_t end, float* out, std::size_t out_stride, bool more) {
  const std::size_t depth = std::gcd(m.inputs, kTileDepth);
  const std::size_t rows = std::min(end - begin, 2 * kTileRows);
  const std::size_t upper = std::min(rows, kTileRows);
  shape_tiles(upper, rows - upper, depth);
  std::size_t column = 0;
  for (; column + 2 * kBand <= m.outputs; column += 2 * kBand) {
    for (std::size_t row = begin; row < end; row += rows) {
      block<kLower, true>(m, in, row, rows, column, depth, out, out_stride, more);
    }
  }
  for (std::size_t row = begin; column < m.outputs && row < end; row += rows) {
    block<kLower, false>(m, in, row, rows, column, depth, out, out_stride, more);
  }
}

CONCORD_AMX void multiply_amx(const WholeMatrix& m, const Activations& in, float* out,
                              std::size_t out_stride, bool more) {
  const std::size_t whole = in.rows / (2 * kTileRows) * (2 * kTileRows);
  if (whole > 0) rows_amx<true>(m, in, 0, whole, out, out_stride, more);
  if (in.rows - whole > kTileRows) {
    rows_amx<true>(m, in, whole, in.rows, out, out_stride, more);
  } else if (in.rows > whole) {
    rows_amx<false>(m, in, whole, in.rows, out, out_stride, more);
  }
  _tile_release();
}

bool processor_has_tiles() {
  unsigned a = 0, b = 0, c = 0, d = 0;
  constexpr unsigned kTile = 1u << 24;
  constexpr unsigned kInt8 = 1u << 25;
  return __get_cpuid_count(7, 0, &a, &b, &c, &d) != 0 && (d & kTile) != 0 && (d & kInt8) != 0;
}

// Linux keeps room for tiles only of a program that asks for it.
bool system_grants_tiles() {
  constexpr long kAskPermission = 0x1023;
  constexpr long kTileData = 18;
  return syscall(SYS_arch_prctl, kAskPermission, kTileData) == 0;
}

}  // namespace

const Kernels* amx_kernels(const Kernels& rest) {
  static const bool able = processor_has_tiles() && system_grants_tiles();
  static const Kernels kernels = {"amx-int8",       multiply_amx,   rest.step_cells,
                                  rest.score_heads, rest.round_row, rest.add_row};
  return able ? &kernels : nullptr;
}

}  // namespace concord
