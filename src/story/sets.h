// Numbers that belong together: sets of them that grow by being joined.
#pragma once

#include <cstdint>
#include <numeric>
#include <vector>

namespace concord {

class Sets {
 public:
  explicit Sets(std::size_t numbers) : parent_(numbers) {
    std::iota(parent_.begin(), parent_.end(), 0u);
  }
  // The least number of a number's set.
  std::uint32_t of(std::uint32_t number) {
    while (parent_[number] != number) number = parent_[number] = parent_[parent_[number]];
    return number;
  }
  void join(std::uint32_t a, std::uint32_t b) {
    a = of(a);
    b = of(b);
    parent_[a < b ? b : a] = a < b ? a : b;
  }

 private:
  std::vector<std::uint32_t> parent_;
};

}  // namespace concord
