// Plain values written to and read from a file's bytes, little-endian, every read within bounds.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace concord {

static_assert(std::endian::native == std::endian::little, "model files are little-endian");

class ByteWriter {
 public:
  template <typename T>
  void value(T value) {
    static_assert(std::is_trivially_copyable_v<T>);
    bytes_.append(reinterpret_cast<const char*>(&value), sizeof(T));
  }
  template <typename T>
  void values(const std::vector<T>& all) {
    bytes_.append(reinterpret_cast<const char*>(all.data()), all.size() * sizeof(T));
  }
  void text(std::string_view text) {
    value(static_cast<std::uint32_t>(text.size()));
    bytes_ += text;
  }
  void align(std::size_t unit) { bytes_.resize((bytes_.size() + unit - 1) / unit * unit, '\0'); }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

// After a read past the end every further read gives nothing and `sound` is false.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

  bool sound() const { return sound_; }
  bool at_end() const { return at_ == bytes_.size(); }

  std::string_view view(std::size_t size) {
    if (!sound_ || size > bytes_.size() - at_) {
      sound_ = false;
      return {};
    }
    at_ += size;
    return bytes_.substr(at_ - size, size);
  }
  template <typename T>
  T value() {
    T value{};
    const std::string_view from = view(sizeof(T));
    if (sound_) std::memcpy(&value, from.data(), sizeof(T));
    return value;
  }
  template <typename T>
  std::vector<T> values(std::size_t count) {
    if (count > bytes_.size() / sizeof(T)) sound_ = false;
    const std::string_view from = view(sound_ ? count * sizeof(T) : 0);
    std::vector<T> all(sound_ ? count : 0);
    if (!all.empty()) std::memcpy(all.data(), from.data(), from.size());
    return all;
  }
  std::string_view text() { return view(value<std::uint32_t>()); }
  void align(std::size_t unit) { view((at_ + unit - 1) / unit * unit - at_); }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
  bool sound_ = true;
};

}  // namespace concord
