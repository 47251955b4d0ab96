// Compressed payloads of HTTP: gzip, deflate (zlib or bare), brotli, zstd; in memory and bounded.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace concord {

enum class Coding : std::uint8_t { identity, gzip, deflate, brotli, zstd, unknown };

// "x-gzip", "br", ...: a Content-Encoding as written.
Coding coding_named(std::string_view name);

struct Decoded {
  enum class State : std::uint8_t {
    whole,
    broken_off,  // sound up to where it stops: `bytes` hold that much
    not_coded,   // no such compression: declared wrongly, or taken away already
    too_large,   // more than the limit
  };
  State state = State::whole;
  std::string bytes;
};
Decoded decode(Coding coding, std::string_view bytes, std::size_t limit);

}  // namespace concord
