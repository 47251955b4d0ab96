// Bytes that wait to be read: a window that is filled at its end and consumed at its start. Bytes
// move only when the room at the end runs out, and then at most as many as were consumed since the
// last move, so that each byte moves about once.
#pragma once

#include <cstring>
#include <memory>
#include <string_view>

#include "base/result.h"

namespace concord {

class ByteWindow {
 public:
  std::string_view view() const { return {bytes_.get() + begin_, end_ - begin_}; }
  std::size_t size() const { return end_ - begin_; }

  // Room for `wanted` bytes at the end; the view may have moved.
  char* room(std::size_t wanted) {
    if (capacity_ - end_ < wanted) make_room(wanted);
    return bytes_.get() + end_;
  }
  void added(std::size_t count) {
    CONCORD_CHECK(count <= capacity_ - end_);
    end_ += count;
  }
  void consume(std::size_t count) {
    CONCORD_CHECK(count <= size());
    begin_ += count;
    if (begin_ == end_) begin_ = end_ = 0;
  }

 private:
  void make_room(std::size_t wanted) {
    const std::size_t live = size();
    if (begin_ < live || capacity_ < live + wanted) {
      const std::size_t capacity = 2 * (live + wanted);
      if (capacity > capacity_) {
        auto larger = std::make_unique_for_overwrite<char[]>(capacity);
        if (live > 0) std::memcpy(larger.get(), bytes_.get() + begin_, live);
        bytes_ = std::move(larger);
        capacity_ = capacity;
        begin_ = 0;
        end_ = live;
        return;
      }
    }
    if (live > 0) std::memmove(bytes_.get(), bytes_.get() + begin_, live);
    begin_ = 0;
    end_ = live;
  }

  std::unique_ptr<char[]> bytes_;
  std::size_t capacity_ = 0;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

}  // namespace concord
