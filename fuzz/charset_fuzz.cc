// Property: any bytes under any label become sound UTF-8 under a name of the standard, and bytes
// that are sound UTF-8 with letters beyond ASCII come back unchanged unless a mark, UTF-16 or
// ISO-2022-JP says otherwise.
#include <cstdint>
#include <string>

#include "base/result.h"
#include "intake/charset.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string all(reinterpret_cast<const char*>(data), size);
  const std::size_t cut = std::min(all.find('\n'), all.size());
  const std::string label = all.substr(0, cut);
  const std::string bytes = cut == all.size() ? all : all.substr(cut + 1);
  const concord::DecodedText decoded = concord::decode_page(bytes, label);
  CONCORD_CHECK(concord::is_utf8(decoded.utf8));
  CONCORD_CHECK(concord::charset_of_label(decoded.charset) == decoded.charset);
  if (decoded.charset == "utf-8" && concord::is_utf8(bytes)) {
    const std::size_t mark = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    CONCORD_CHECK(decoded.utf8 == bytes.substr(mark));
  }
  return 0;
}
