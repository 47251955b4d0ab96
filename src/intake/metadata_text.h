// Cutting text for metadata, within whole code points.
#pragma once

#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "text/fold.h"

namespace concord {

// Stands between two texts of one line that different elements hold: <b>By</b><i>Ana</i>. For dates
// it is a space.
inline constexpr char kRunEnd = '\x1f';

// At most so many bytes from the start, no code point cut in two.
inline std::string_view start_of(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xc0) == 0x80) --bytes;
  return text.substr(0, bytes);
}

// The code point at `at`, which moves past it; U+FFFD for what is none. Any bytes will do.
inline char32_t safe_code_point(std::string_view text, std::uint32_t& at) {
  const auto size = static_cast<std::uint32_t>(text.size());
  UChar32 c = 0;
  U8_NEXT_OR_FFFD(text.data(), at, size, c);
  return static_cast<char32_t>(c);
}

// A line as a candidate shows it: short, its runs parted by spaces.
inline std::string shown_line(std::string_view runs) {
  constexpr std::size_t kShownBytes = 120;
  std::string line(start_of(runs, kShownBytes));
  std::ranges::replace(line, kRunEnd, ' ');
  return one_line(line);
}

}  // namespace concord
