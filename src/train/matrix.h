// Matrix products for training: row-major floats, summed in one order whatever the machine, so
// that a seed gives the same model everywhere.
#pragma once

#include <cstddef>
#include <vector>

namespace concord {

// c (m x n) += a (m x k) * b (k x n). Strides are the widths of the rows in memory; n is a
// multiple of 16. Each sum runs over k in ascending order, whatever the vector width.
struct Product {
  const float* a;
  std::size_t a_stride;
  const float* b;
  std::size_t b_stride;
  float* c;
  std::size_t c_stride;
  std::size_t m, k, n;
};
void add_product(const Product& product);

// out (columns x rows) = in (rows x columns), transposed.
void transpose(const float* in, std::size_t stride, std::size_t rows, std::size_t columns,
               std::vector<float>& out);

}  // namespace concord
