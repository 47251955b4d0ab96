// Lines made plain for the look for dates, and the cheap look before it.
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <array>
#include <cstdint>

#include "intake/metadata_dates.h"
#include "intake/metadata_text.h"
#include "text/fold.h"

namespace concord {
namespace {

constexpr std::size_t kLineBytesMax = 2000;

// One form for letters that Unicode knows two of: pages write "ফেব্রুয়ারি" in either.
std::string composed(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status) || nfc->isNormalizedUTF8(text, status)) return text;
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  nfc->normalizeUTF8(0, text, sink, nullptr, status);
  return U_FAILURE(status) ? text : out;
}

// What a byte is to the cheap look. A line of news has few digits: its letters are passed at once.
enum class LookKind : std::uint8_t { other, digit, mark, sign };

constexpr std::array<LookKind, 256> look_kinds() {
  std::array<LookKind, 256> kinds{};
  for (int c = '0'; c <= '9'; ++c) kinds[static_cast<std::size_t>(c)] = LookKind::digit;
  for (const char c : {'.', '/', '-'}) kinds[static_cast<std::size_t>(c)] = LookKind::mark;
  // "'20", and the lead bytes of the digits of Arabic, Persian, Indian and full-width scripts.
  for (const int c : {0x27, 0xd9, 0xdb, 0xe0, 0xef}) {
    kinds[static_cast<std::size_t>(c)] = LookKind::sign;
  }
  return kinds;
}
constexpr std::array<LookKind, 256> kLookKinds = look_kinds();

}  // namespace

std::string plain_line(std::string_view line) {
  line = start_of(line, kLineBytesMax);
  bool ascii = true;
  for (const char c : line) ascii &= static_cast<unsigned char>(c) < 0x80;
  if (ascii) return lower(line);
  std::string out;
  out.reserve(line.size());
  for (std::uint32_t at = 0; at < line.size();) {
    const std::uint32_t begin = at;
    const char32_t c = safe_code_point(line, at);
    const auto code = static_cast<UChar32>(c);
    if (c < 0x80) {
      out.push_back(static_cast<char>(c));
    } else if (const int digit = u_charDigitValue(code); digit >= 0) {
      out.push_back(static_cast<char>('0' + digit));
    } else if (c >= 0xff01 && c <= 0xff5e) {
      out.push_back(static_cast<char>(c - 0xfee0));  // full-width forms
    } else if (u_isUWhiteSpace(code)) {
      out.push_back(' ');
    } else if (c == 0x200e || c == 0x200f || c == 0x202a || c == 0x202b || c == 0x202c) {
      // Direction marks stand between the parts of dates on pages that run right to left.
    } else if (c == 0x060c || c == 0x3001) {
      out.push_back(',');
    } else if (c == 0x2013 || c == 0x2014 || c == 0x2011 || c == 0x2010) {
      out.push_back('-');
    } else if (c == 0x2019 || c == 0x2018) {
      out.push_back('\'');
    } else {
      out.append(line.substr(begin, at - begin));
    }
  }
  return lower(composed(out));
}

bool may_hold_date(std::string_view line) {
  int digits = 0;  // in a row
  int marks = 0;   // right after a digit
  for (const char c : line) {
    switch (kLookKinds[static_cast<unsigned char>(c)]) {
      case LookKind::other:
        digits = 0;
        break;
      case LookKind::digit:
        if (++digits == 4) return true;
        break;
      case LookKind::mark:
        if (digits > 0 && ++marks == 2) return true;
        digits = 0;
        break;
      case LookKind::sign:
        return true;
    }
  }
  return false;
}

}  // namespace concord
