#include "text/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <cstdint>
#include <cstring>

namespace concord {
namespace {

void append(std::string& out, UChar32 c) {
  if (c < 0x80) {
    out.push_back(static_cast<char>(c));
    return;
  }
  char buffer[4];
  std::int32_t size = 0;
  U8_APPEND_UNSAFE(buffer, size, c);
  out.append(buffer, static_cast<std::size_t>(size));
}

// Calls visit with every code point.
template <typename Visit>
void each_code_point(std::string_view text, Visit visit) {
  for (std::int32_t at = 0, size = static_cast<std::int32_t>(text.size()); at < size;) {
    UChar32 c = 0;
    U8_NEXT(text.data(), at, size, c);
    visit(c < 0 ? UChar32{0xFFFD} : c);
  }
}

// Of characters that are not plain ones already.
UChar32 plain(UChar32 c) {
  if (c == 0x2018 || c == 0x2019 || c == 0x02BC) return '\'';
  if (c >= 0x2010 && c <= 0x2012) return '-';
  return u_tolower(c);
}

// Bytes before the first that is not ASCII.
std::size_t ascii_size(std::string_view text) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080u;
  std::size_t at = 0;
  for (std::uint64_t eight = 0; at + 8 <= text.size(); at += 8) {
    std::memcpy(&eight, text.data() + at, 8);
    if ((eight & kHighBits) != 0) break;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

}  // namespace

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  const std::size_t plain_bytes = ascii_size(text);
  if (plain_bytes == text.size()) return out;
  // Runs of plain characters are taken over whole: most of the text, where a quote is curly.
  std::string whole(out, 0, plain_bytes);
  whole.reserve(text.size());
  for (std::size_t at = plain_bytes; at < text.size();) {
    auto next = static_cast<std::int32_t>(at);
    UChar32 c = 0;
    U8_NEXT(text.data(), next, static_cast<std::int32_t>(text.size()), c);
    append(whole, plain(c < 0 ? UChar32{0xFFFD} : c));
    at = static_cast<std::size_t>(next);
    const std::size_t run = ascii_size(text.substr(at));
    whole.append(out, at, run);
    at += run;
  }
  return whole;
}

std::string folded_name(std::string_view text) {
  std::string decomposed;
  if (ascii_size(text) < text.size()) {
    UErrorCode status = U_ZERO_ERROR;
    static const icu::Normalizer2* const nfkd = icu::Normalizer2::getNFKDInstance(status);
    nfkd->normalize(icu::UnicodeString::fromUTF8(
                        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size()))),
                    status)
        .toUTF8String(decomposed);
    text = decomposed;
  }
  std::string out;
  bool gap = false;
  each_code_point(text, [&](UChar32 c) {
    if (c == '.' || (c >= 0x80 && u_charType(c) == U_NON_SPACING_MARK)) return;
    const bool letter = (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
    if (!letter && (c < 0x80 || !u_isalnum(c))) {
      gap = true;
      return;
    }
    if (gap && !out.empty()) out.push_back(' ');
    gap = false;
    append(out, c < 0x80 ? c | 0x20 : u_tolower(c));
  });
  return out;
}

std::string one_line(std::string_view text) {
  std::string out;
  bool gap = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool no_break_space = text.substr(i, 2) == "\xC2\xA0";
    if (no_break_space || text[i] == ' ' || (text[i] >= '\t' && text[i] <= '\r')) {
      gap = !out.empty();
      i += no_break_space;
      continue;
    }
    if (gap) out.push_back(' ');
    gap = false;
    out.push_back(text[i]);
  }
  return out;
}

}  // namespace concord
