#include "text/utf8.h"

#include <unicode/utf8.h>

#include <cstring>

namespace concord {
namespace {

// Whether eight bytes are all ASCII and none of them a NUL.
bool eight_plain(const std::uint8_t* data) {
  constexpr std::uint64_t kOnes = 0x0101010101010101u;
  std::uint64_t eight = 0;
  std::memcpy(&eight, data, sizeof eight);
  return ((eight | (eight - kOnes)) & (kOnes << 7)) == 0;
}

Error refuse(const std::string& what) { return Error{ErrorCode::invalid_input, what}; }

}  // namespace

Result<std::string> trusted_utf8(std::string bytes) {
  const auto starts = [&](std::string_view mark) {
    return std::string_view(bytes).starts_with(mark);
  };
  // Without a mark, UTF-16 of news has a NUL at every other byte.
  const bool zeros = bytes.size() >= 4 && ((bytes[0] == 0 && bytes[2] == 0 && bytes[1] != 0) ||
                                           (bytes[1] == 0 && bytes[3] == 0 && bytes[0] != 0));
  if (starts("\xFF\xFE") || starts("\xFE\xFF") || zeros) {
    return refuse("UTF-16 text: convert it to UTF-8 (iconv -f UTF-16 -t UTF-8)");
  }
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto size = static_cast<std::int32_t>(bytes.size());
  for (std::int32_t at = 0; at < size;) {
    if (at + 8 <= size && eight_plain(data + at)) {
      at += 8;
      continue;
    }
    if (data[at] < 0x80) {
      if (data[at] == 0) {
        return refuse("binary data (a NUL at byte " + std::to_string(at) +
                      "): give the article as UTF-8 text");
      }
      ++at;
      continue;
    }
    const std::int32_t begin = at;
    UChar32 c = 0;
    U8_NEXT(data, at, size, c);
    if (c < 0) {
      return refuse("broken UTF-8 at byte " + std::to_string(begin) +
                    ": convert the file to UTF-8");
    }
  }
  return bytes;
}

char32_t next_code_point(std::string_view text, std::uint32_t& at) {
  UChar32 c = 0;
  U8_NEXT_UNSAFE(text.data(), at, c);
  return static_cast<char32_t>(c);
}

CodePointMap::CodePointMap(std::string_view text) : text_(text) {
  bool ascii = true;
  for (const char c : text) ascii = ascii && static_cast<unsigned char>(c) < 0x80;
  if (ascii) {
    count_ = static_cast<std::uint32_t>(text.size());
    return;
  }
  every_.reserve(text.size() / 64 + 1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i % 64 == 0) every_.push_back(count_);
    count_ += (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80;
  }
}

std::uint32_t CodePointMap::code_point(std::uint32_t byte) const {
  if (every_.empty()) return byte;
  if (byte >= text_.size()) return count_;
  std::uint32_t count = every_[byte / 64];
  for (std::uint32_t i = byte / 64 * 64; i < byte; ++i) {
    count += (static_cast<unsigned char>(text_[i]) & 0xC0) != 0x80;
  }
  return count;
}

std::uint32_t CodePointMap::byte(std::uint32_t code_point) const {
  if (every_.empty()) return code_point;
  std::uint32_t chunk = static_cast<std::uint32_t>(
      std::upper_bound(every_.begin(), every_.end(), code_point) - every_.begin() - 1);
  std::uint32_t count = every_[chunk];
  std::uint32_t at = chunk * 64;
  while (at < text_.size()) {
    if ((static_cast<unsigned char>(text_[at]) & 0xC0) != 0x80) {
      if (count == code_point) return at;
      ++count;
    }
    ++at;
  }
  return at;
}

}  // namespace concord
