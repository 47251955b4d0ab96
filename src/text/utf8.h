// Bytes to trusted UTF-8, and code points counted as W3C selectors count them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"

namespace concord {

// The text itself when it is sound UTF-8 (RFC 3629) without NUL bytes; otherwise why not, and at
// which byte. UTF-16 and binary files are told apart in the message.
Result<std::string> trusted_utf8(std::string bytes);

// One code point at `at`; moves `at` past it. The text must be trusted.
char32_t next_code_point(std::string_view text, std::uint32_t& at);

// Maps byte offsets of one text to code point offsets. Built once a report: O(text), look-up O(1)+.
class CodePointMap {
 public:
  explicit CodePointMap(std::string_view text);
  std::uint32_t code_point(
      std::uint32_t byte) const;  // byte on a code point's first byte, or the end
  std::uint32_t byte(std::uint32_t code_point) const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> every_;  // code points before byte 64*i; empty when the text is ASCII
  std::uint32_t count_ = 0;
};

}  // namespace concord
