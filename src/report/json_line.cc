#include "report/json_line.h"

namespace concord {
namespace {

// How a character is written after a backslash, or 0 where it stands for itself.
char short_escape(char c) {
  switch (c) {
    case '"':
    case '\\':
      return c;
    case '\b':
      return 'b';
    case '\f':
      return 'f';
    case '\n':
      return 'n';
    case '\r':
      return 'r';
    case '\t':
      return 't';
    default:
      return 0;
  }
}

}  // namespace

// The text is trusted UTF-8 (text/utf8.h), so only marks and control characters need care.
void JsonLine::quote(std::string_view text) {
  static constexpr char kDigits[] = "0123456789abcdef";
  out_ += '"';
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const auto code = static_cast<unsigned char>(c);
    if (code >= 0x20 && c != '"' && c != '\\') continue;
    out_ += text.substr(begin, i - begin);
    begin = i + 1;
    out_ += '\\';
    if (const char letter = short_escape(c)) {
      out_ += letter;
    } else {
      out_ += "u00";
      out_ += kDigits[code >> 4];
      out_ += kDigits[code & 15];
    }
  }
  out_ += text.substr(begin);
  out_ += '"';
}

}  // namespace concord
