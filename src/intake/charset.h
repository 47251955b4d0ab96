// Bytes to UTF-8 by the WHATWG rules (encoding.spec.whatwg.org), with what decided.
//
//   byte order mark > Content-Type header > <meta> within the first 1024 bytes > the bytes' look
//
// Two departures, since on the web declarations lie: bytes that are sound UTF-8 with letters beyond
// ASCII are UTF-8 whatever a legacy charset's label says ("cafÃ©" is nobody's word), and bytes
// declared as UTF-8 that are mostly not are told by their look.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace concord {

enum class CharsetSource : std::uint8_t { byte_order_mark, header, meta, look };

struct DecodedText {
  std::string utf8;     // sound UTF-8 without a byte order mark; may hold NULs
  std::string charset;  // the WHATWG name: "utf-8", "windows-1252"
  CharsetSource source = CharsetSource::look;
  bool replaced = false;  // some bytes were no characters and became U+FFFD
};

// Total. `header_label` is the charset of the Content-Type header as written, or "".
DecodedText decode_page(std::string bytes, std::string_view header_label);

// The WHATWG name of a label: "latin1" and "ISO-8859-1" are "windows-1252"; "" for no label of it.
std::string charset_of_label(std::string_view label);

// Whether all bytes are UTF-8 (RFC 3629).
bool is_utf8(std::string_view bytes);

}  // namespace concord
