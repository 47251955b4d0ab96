// Vectors that begin with a cache line: a row of 64 bytes is then read from one line, not from two.
// A vector made or resized without a value is not cleared: it is about to be written whole.
#pragma once

#include <cstddef>
#include <new>
#include <vector>

namespace concord {

template <typename T>
struct CacheLines {
  using value_type = T;
  static constexpr std::align_val_t kLine{64};

  CacheLines() = default;
  template <typename U>
  CacheLines(const CacheLines<U>&) {}

  T* allocate(std::size_t count) {
    return static_cast<T*>(::operator new(count * sizeof(T), kLine));
  }
  void deallocate(T* values, std::size_t) { ::operator delete(values, kLine); }
  template <typename U>
  void construct(U* place) {
    ::new (place) U;
  }
  template <typename U, typename Value>
  void construct(U* place, const Value& value) {
    ::new (place) U(value);
  }
  bool operator==(const CacheLines&) const = default;
};

template <typename T>
using LinedVector = std::vector<T, CacheLines<T>>;

}  // namespace concord
