#include "language/kernels.h"

#include <cpuid.h>
#include <immintrin.h>

#include <cstring>

#include "language/kernel_loops.h"
#include "language/kernels_amx.h"

namespace concord {
namespace {

// ---- any processor

void multiply_portable(const WholeMatrix& m, const Activations& in, float* out,
                       std::size_t out_stride, bool more) {
  std::vector<std::int32_t> sums(m.outputs);
  for (std::size_t row = 0; row < in.rows; ++row) {
    for (std::size_t j = 0; j < m.outputs; ++j) sums[j] = -m.offset[j];
    const std::int8_t* weights = m.weights.data();
    for (std::size_t band = 0; band < m.outputs; band += kBand) {
      const std::uint8_t* a = in.values + row * in.stride;
      for (std::size_t k = 0; k < m.inputs; k += 4, a += 4) {
        for (std::size_t j = band; j < band + kBand; ++j, weights += 4) {
          sums[j] += a[0] * weights[0] + a[1] * weights[1] + a[2] * weights[2] + a[3] * weights[3];
        }
      }
    }
    float* to = out + row * out_stride;
    const float factor = in.row_scale ? in.row_scale[row] : 1.f;
    for (std::size_t j = 0; j < m.outputs; ++j) {
      to[j] = (more ? to[j] : m.bias[j]) + static_cast<float>(sums[j]) * (m.scale[j] * factor);
    }
  }
}

void step_cells_portable(const float* gates, float* cells, std::uint8_t* hidden, std::size_t rows,
                         std::size_t width) {
  step_cells_loop(gates, cells, hidden, rows, width);
}
void score_heads_portable(const float* asked, const float* heads, std::size_t count,
                          std::size_t stride, std::size_t size, float* out) {
  score_heads_loop(asked, heads, count, stride, size, out);
}
float round_row_portable(const float* values, std::size_t width, int zero, float half,
                         std::uint8_t* out) {
  return round_row_loop(values, width, zero, half, out);
}
void add_row_portable(const std::int8_t* row, std::size_t width, std::int32_t* sum) {
  add_row_loop(row, width, sum);
}

std::int32_t load_four(const std::uint8_t* from) {
  std::int32_t four = 0;
  std::memcpy(&four, from, 4);
  return four;
}

// ---- AVX2: 8 outputs a register, three instructions for 32 products, or one where the processor
// has AVX-VNNI

#define CONCORD_AVX2 __attribute__((target("avx2")))

// Written as it is assembled, so that both kinds share their loops: an intrinsic would ask for
// functions of its own.
template <bool kVnni>
CONCORD_AVX2 CONCORD_INLINE __m256i add_products(__m256i sum, __m256i four, __m256i weights) {
  if constexpr (kVnni) {
    asm("%{vex%} vpdpbusd %2, %1, %0" : "+x"(sum) : "x"(four), "x"(weights));
    return sum;
  } else {
    const __m256i pairs = _mm256_maddubs_epi16(four, weights);
    return _mm256_add_epi32(sum, _mm256_madd_epi16(pairs, _mm256_set1_epi16(1)));
  }
}

template <bool kVnni, int kRows>
CONCORD_AVX2 CONCORD_INLINE void tile_avx2(const WholeMatrix& m, const Activations& in,
                                           std::size_t row, std::size_t column, float* out,
                                           std::size_t out_stride, bool more) {
  constexpr int kColumns = 2;
  __m256i sum[kRows][kColumns];
  for (int c = 0; c < kColumns; ++c) {
    const __m256i offset =
        _mm256_loadu_si256(reinterpret_cast<const __m256i*>(&m.offset[column + 8u * c]));
    for (int r = 0; r < kRows; ++r) sum[r][c] = _mm256_sub_epi32(_mm256_setzero_si256(), offset);
  }
  const std::uint8_t* a = in.values + row * in.stride;
  const std::int8_t* weights = m.band(column);
  for (std::size_t k = 0; k < m.inputs; k += 4, weights += 4 * kBand) {
    __m256i w[kColumns];
    for (int c = 0; c < kColumns; ++c) {
      w[c] = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(weights + 32 * c));
    }
    for (int r = 0; r < kRows; ++r) {
      const __m256i four =
          _mm256_set1_epi32(load_four(a + static_cast<std::size_t>(r) * in.stride + k));
      for (int c = 0; c < kColumns; ++c) sum[r][c] = add_products<kVnni>(sum[r][c], four, w[c]);
    }
  }
  for (int r = 0; r < kRows; ++r) {
    const std::size_t at = row + static_cast<std::size_t>(r);
    const __m256 factor = _mm256_set1_ps(in.row_scale ? in.row_scale[at] : 1.f);
    for (int c = 0; c < kColumns; ++c) {
      float* to = out + at * out_stride + column + 8u * c;
      const __m256 base = _mm256_loadu_ps(more ? to : &m.bias[column + 8u * c]);
      const __m256 scale = _mm256_mul_ps(_mm256_loadu_ps(&m.scale[column + 8u * c]), factor);
      _mm256_storeu_ps(to,
                       _mm256_add_ps(base, _mm256_mul_ps(_mm256_cvtepi32_ps(sum[r][c]), scale)));
    }
  }
}

template <bool kVnni>
CONCORD_AVX2 void multiply_avx2(const WholeMatrix& m, const Activations& in, float* out,
                                std::size_t out_stride, bool more) {
  for (std::size_t column = 0; column < m.outputs; column += kBand) {
    std::size_t row = 0;
    for (; row + 4 <= in.rows; row += 4)
      tile_avx2<kVnni, 4>(m, in, row, column, out, out_stride, more);
    switch (in.rows - row) {
      case 3:
        tile_avx2<kVnni, 3>(m, in, row, column, out, out_stride, more);
        break;
      case 2:
        tile_avx2<kVnni, 2>(m, in, row, column, out, out_stride, more);
        break;
      case 1:
        tile_avx2<kVnni, 1>(m, in, row, column, out, out_stride, more);
        break;
      default:
        break;
    }
  }
}

CONCORD_AVX2 void step_cells_avx2(const float* gates, float* cells, std::uint8_t* hidden,
                                  std::size_t rows, std::size_t width) {
  step_cells_loop(gates, cells, hidden, rows, width);
}
CONCORD_AVX2 void score_heads_avx2(const float* asked, const float* heads, std::size_t count,
                                   std::size_t stride, std::size_t size, float* out) {
  score_heads_loop(asked, heads, count, stride, size, out);
}
CONCORD_AVX2 float round_row_avx2(const float* values, std::size_t width, int zero, float half,
                                  std::uint8_t* out) {
  return round_row_loop(values, width, zero, half, out);
}
CONCORD_AVX2 void add_row_avx2(const std::int8_t* row, std::size_t width, std::int32_t* sum) {
  add_row_loop(row, width, sum);
}

// ---- AVX-512 with VNNI: 16 outputs a register, one instruction for 64 products

#define CONCORD_VNNI __attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,avx512vnni")))

// The unmasked intrinsic makes g++ 12 warn of its own uninitialised value (GCC bug 105593).
CONCORD_VNNI CONCORD_INLINE __m512 to_floats(__m512i whole) {
  return _mm512_maskz_cvtepi32_ps(static_cast<__mmask16>(0xFFFF), whole);
}

template <int kRows, int kColumns>
CONCORD_VNNI CONCORD_INLINE void tile_vnni(const WholeMatrix& m, const Activations& in,
                                           std::size_t row, std::size_t column, float* out,
                                           std::size_t out_stride, bool more) {
  __m512i sum[kRows][kColumns];
  for (int c = 0; c < kColumns; ++c) {
    const __m512i offset = _mm512_loadu_si512(&m.offset[column + 16u * c]);
    for (int r = 0; r < kRows; ++r) sum[r][c] = _mm512_sub_epi32(_mm512_setzero_si512(), offset);
  }
  const std::uint8_t* a = in.values + row * in.stride;
  const std::size_t stride = kBand * m.inputs;  // to the next band
  const std::int8_t* weights = m.band(column);
  for (std::size_t k = 0; k < m.inputs; k += 4, weights += 4 * kBand) {
    __m512i w[kColumns];
    for (int c = 0; c < kColumns; ++c) w[c] = _mm512_loadu_si512(weights + c * stride);
    for (int r = 0; r < kRows; ++r) {
      const __m512i four =
          _mm512_set1_epi32(load_four(a + static_cast<std::size_t>(r) * in.stride + k));
      for (int c = 0; c < kColumns; ++c) sum[r][c] = _mm512_dpbusd_epi32(sum[r][c], four, w[c]);
    }
  }
  for (int r = 0; r < kRows; ++r) {
    const std::size_t at = row + static_cast<std::size_t>(r);
    const __m512 factor = _mm512_set1_ps(in.row_scale ? in.row_scale[at] : 1.f);
    for (int c = 0; c < kColumns; ++c) {
      float* to = out + at * out_stride + column + 16u * c;
      const __m512 base = _mm512_loadu_ps(more ? to : &m.bias[column + 16u * c]);
      const __m512 scale = _mm512_mul_ps(_mm512_loadu_ps(&m.scale[column + 16u * c]), factor);
      _mm512_storeu_ps(to, _mm512_add_ps(base, _mm512_mul_ps(to_floats(sum[r][c]), scale)));
    }
  }
}

// Four rows of four registers are as many sums as g++ 12 keeps in registers: of six rows it put
// some on the stack at every step of the innermost loop.
template <int kColumns>
CONCORD_VNNI CONCORD_INLINE void band_vnni(const WholeMatrix& m, const Activations& in,
                                           std::size_t column, float* out, std::size_t out_stride,
                                           bool more) {
  std::size_t row = 0;
  for (; row + 4 <= in.rows; row += 4)
    tile_vnni<4, kColumns>(m, in, row, column, out, out_stride, more);
  switch (in.rows - row) {
    case 3:
      return tile_vnni<3, kColumns>(m, in, row, column, out, out_stride, more);
    case 2:
      return tile_vnni<2, kColumns>(m, in, row, column, out, out_stride, more);
    case 1:
      return tile_vnni<1, kColumns>(m, in, row, column, out, out_stride, more);
    default:
      return;
  }
}

CONCORD_VNNI void multiply_vnni(const WholeMatrix& m, const Activations& in, float* out,
                                std::size_t out_stride, bool more) {
  std::size_t column = 0;
  for (; column + 64 <= m.outputs; column += 64) band_vnni<4>(m, in, column, out, out_stride, more);
  for (; column < m.outputs; column += 16) band_vnni<1>(m, in, column, out, out_stride, more);
}

CONCORD_VNNI void step_cells_vnni(const float* gates, float* cells, std::uint8_t* hidden,
                                  std::size_t rows, std::size_t width) {
  step_cells_loop(gates, cells, hidden, rows, width);
}
CONCORD_VNNI void score_heads_vnni(const float* asked, const float* heads, std::size_t count,
                                   std::size_t stride, std::size_t size, float* out) {
  score_heads_loop(asked, heads, count, stride, size, out);
}
CONCORD_VNNI float round_row_vnni(const float* values, std::size_t width, int zero, float half,
                                  std::uint8_t* out) {
  return round_row_loop(values, width, zero, half, out);
}
CONCORD_VNNI void add_row_vnni(const std::int8_t* row, std::size_t width, std::int32_t* sum) {
  add_row_loop(row, width, sum);
}

constexpr Kernels kPortable = {"portable",           multiply_portable,  step_cells_portable,
                               score_heads_portable, round_row_portable, add_row_portable};
constexpr Kernels kAvx2 = {"avx2",           multiply_avx2<false>, step_cells_avx2,
                           score_heads_avx2, round_row_avx2,       add_row_avx2};
constexpr Kernels kAvxVnni = {"avx-vnni",       multiply_avx2<true>, step_cells_avx2,
                              score_heads_avx2, round_row_avx2,      add_row_avx2};
constexpr Kernels kVnni = {"avx512-vnni",    multiply_vnni,  step_cells_vnni,
                           score_heads_vnni, round_row_vnni, add_row_vnni};

// Neither compiler has a name for it.
bool processor_has_avx_vnni() {
  unsigned a = 0, b = 0, c = 0, d = 0;
  constexpr unsigned kAvxVnniBit = 1u << 4;
  return __get_cpuid_count(7, 1, &a, &b, &c, &d) != 0 && (a & kAvxVnniBit) != 0;
}

}  // namespace

const Kernels& portable_kernels() { return kPortable; }

std::vector<const Kernels*> all_kernels() {
  std::vector<const Kernels*> all = {&kPortable};
  if (__builtin_cpu_supports("avx2")) {
    all.push_back(&kAvx2);
    if (processor_has_avx_vnni()) all.push_back(&kAvxVnni);
  }
  if (__builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw") &&
      __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq")) {
    all.push_back(&kVnni);
    if (const Kernels* amx = amx_kernels(kVnni)) all.push_back(amx);
  }
  return all;
}

const Kernels& best_kernels() {
  static const Kernels& best = *all_kernels().back();
  return best;
}

}  // namespace concord
