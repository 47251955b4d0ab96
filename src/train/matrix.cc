#include "train/matrix.h"

namespace concord {
namespace {

#define CONCORD_INLINE __attribute__((always_inline)) inline

template <int kLanes>
struct Vector {
  typedef float Type __attribute__((vector_size(kLanes * 4), aligned(4), may_alias));
};

// kRows rows of c by kColumns vectors, all of k: the sums stay in registers.
template <int kLanes, int kRows, int kColumns>
CONCORD_INLINE void tile(const Product& p, std::size_t row, std::size_t column) {
  using V = typename Vector<kLanes>::Type;
  V sum[kRows][kColumns];
  for (int r = 0; r < kRows; ++r) {
    for (int c = 0; c < kColumns; ++c) sum[r][c] = V{};
  }
  const float* a = p.a + row * p.a_stride;
  const float* b = p.b + column;
  for (std::size_t k = 0; k < p.k; ++k, b += p.b_stride) {
    for (int r = 0; r < kRows; ++r) {
      const float factor = a[static_cast<std::size_t>(r) * p.a_stride + k];
      for (int c = 0; c < kColumns; ++c) {
        sum[r][c] += factor * *reinterpret_cast<const V*>(b + c * kLanes);
      }
    }
  }
  for (int r = 0; r < kRows; ++r) {
    float* out = p.c + (row + static_cast<std::size_t>(r)) * p.c_stride + column;
    for (int c = 0; c < kColumns; ++c) *reinterpret_cast<V*>(out + c * kLanes) += sum[r][c];
  }
}

template <int kLanes, int kColumns>
CONCORD_INLINE void band(const Product& p, std::size_t column) {
  std::size_t row = 0;
  for (; row + 8 <= p.m; row += 8) tile<kLanes, 8, kColumns>(p, row, column);
  if (row + 4 <= p.m) tile<kLanes, 4, kColumns>(p, row, column), row += 4;
  if (row + 2 <= p.m) tile<kLanes, 2, kColumns>(p, row, column), row += 2;
  if (row < p.m) tile<kLanes, 1, kColumns>(p, row, column);
}

template <int kLanes, int kColumns>
CONCORD_INLINE void whole(const Product& p) {
  constexpr std::size_t kWide = static_cast<std::size_t>(kLanes) * kColumns;
  std::size_t column = 0;
  for (; column + kWide <= p.n; column += kWide) band<kLanes, kColumns>(p, column);
  for (; column < p.n; column += kLanes) band<kLanes, 1>(p, column);
}

__attribute__((target("avx512f"))) void product_avx512(const Product& p) { whole<16, 2>(p); }
__attribute__((target("avx2"))) void product_avx2(const Product& p) { whole<8, 1>(p); }
void product_portable(const Product& p) { whole<4, 1>(p); }

}  // namespace

void add_product(const Product& p) {
  static const auto best = __builtin_cpu_supports("avx512f") ? product_avx512
                           : __builtin_cpu_supports("avx2")  ? product_avx2
                                                             : product_portable;
  best(p);
}

void transpose(const float* in, std::size_t stride, std::size_t rows, std::size_t columns,
               std::vector<float>& out) {
  out.resize(rows * columns);
  for (std::size_t block = 0; block < columns; block += 16) {
    const std::size_t end = block + 16 < columns ? block + 16 : columns;
    for (std::size_t row = 0; row < rows; ++row) {
      for (std::size_t column = block; column < end; ++column) {
        out[column * rows + row] = in[row * stride + column];
      }
    }
  }
}

}  // namespace concord
