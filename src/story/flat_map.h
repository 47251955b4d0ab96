// A map from 32-bit hashes to small values, in one piece of memory: what is asked hundreds of times
// a report (how common a word is, which reports hold it).
//
// Keys are hashes already. Nothing is erased; who forgets builds it anew.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace concord {

template <typename Value>
class FlatMap {
 public:
  // The value of a key; a new one is Value{}. It stands until the next new key.
  Value& operator[](std::uint32_t key) {
    if (size_ * 2 >= slots_.size()) grow();
    Slot& slot = slots_[place_of(key)];
    if (!slot.used) {
      slot = {key, true, Value{}};
      ++size_;
    }
    return slot.value;
  }

  const Value* find(std::uint32_t key) const {
    if (slots_.empty()) return nullptr;
    const Slot& slot = slots_[place_of(key)];
    return slot.used ? &slot.value : nullptr;
  }

  void reserve(std::size_t keys) {
    while (slots_.size() < keys * 2) grow();
  }
  std::size_t size() const { return size_; }

 private:
  struct Slot {
    std::uint32_t key = 0;
    bool used = false;
    Value value{};
  };

  // Where the key is, or would be: the next free slot from its own on.
  std::size_t place_of(std::uint32_t key) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t place = (key * std::uint64_t{0x9E3779B97F4A7C15u}) >> 32 & mask;
    while (slots_[place].used && slots_[place].key != key) place = (place + 1) & mask;
    return place;
  }

  void grow() {
    std::vector<Slot> before(slots_.empty() ? 16 : slots_.size() * 2);
    std::swap(before, slots_);
    for (Slot& slot : before) {
      if (slot.used) slots_[place_of(slot.key)] = std::move(slot);
    }
  }

  std::vector<Slot> slots_;  // a power of two, at most half of them used
  std::size_t size_ = 0;
};

}  // namespace concord
