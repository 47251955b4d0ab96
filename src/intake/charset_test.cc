#include "intake/charset.h"

#include <gtest/gtest.h>

#include <iterator>

namespace concord {
namespace {

constexpr std::string_view kCafe = "Le caf\xe9 d'\xc9vian";
constexpr std::string_view kCafeUtf8 = "Le caf\u00e9 d'\u00c9vian";

TEST(Charset, MarkThenHeaderThenMetaDecides) {
  const auto read = [](std::string bytes, std::string_view header) {
    return decode_page(std::move(bytes), header);
  };
  const std::string meta = "<meta charset=windows-1251>\xcc\xe8\xf0";
  EXPECT_EQ(read(meta, "").charset, "windows-1251");
  EXPECT_EQ(read(meta, "").source, CharsetSource::meta);
  EXPECT_EQ(read(meta, "").utf8.substr(27), "\u041c\u0438\u0440");
  EXPECT_EQ(read(meta, "koi8-r").charset, "koi8-r");
  EXPECT_EQ(read(meta, "koi8-r").source, CharsetSource::header);
  EXPECT_EQ(read(meta, "no such charset").charset, "windows-1251");
  EXPECT_EQ(read("\xEF\xBB\xBFz\u00e9", "koi8-r").utf8, "z\u00e9");
  EXPECT_EQ(read("\xEF\xBB\xBFz\u00e9", "koi8-r").source, CharsetSource::byte_order_mark);
  EXPECT_EQ(read(std::string("\xFF\xFEz\0\xe9\0", 6), "").utf8, "z\u00e9");
  EXPECT_EQ(read(std::string("\xFE\xFF\0z\0\xe9", 6), "utf-8").utf8, "z\u00e9");
}

TEST(Charset, LatinOneIsWindows1252) {
  const DecodedText decoded = decode_page(
      "\x93"
      "caf\xe9\x94 \x80",
      "ISO-8859-1");
  EXPECT_EQ(decoded.utf8, "\u201ccaf\u00e9\u201d \u20ac");
  EXPECT_EQ(decoded.charset, "windows-1252");
}

TEST(Charset, AMetaAfterTheFirst1024BytesIsNotLookedAt) {
  const std::string late = std::string(1100, ' ') + "<meta charset=koi8-r>";
  EXPECT_EQ(decode_page(late, "").charset, "utf-8");
  EXPECT_EQ(
      decode_page("<meta http-equiv=Content-Type content='text/html; charset=koi8-r'>\xf0", "")
          .charset,
      "koi8-r");
  EXPECT_EQ(decode_page("<!-- <meta charset=koi8-r> --><meta charset=big5>", "").charset, "big5");
  EXPECT_EQ(decode_page("<meta charset=utf-16>plain", "").charset, "utf-8");
}

TEST(Charset, SoundUtf8IsUtf8WhateverTheLabelSays) {
  const DecodedText decoded = decode_page(std::string(kCafeUtf8), "iso-8859-1");
  EXPECT_EQ(decoded.utf8, kCafeUtf8);
  EXPECT_EQ(decoded.charset, "utf-8");
  EXPECT_EQ(decoded.source, CharsetSource::look);
  EXPECT_EQ(decode_page("plain", "iso-8859-1").charset, "windows-1252");
}

TEST(Charset, AUtf8LabelOnOtherBytesIsNotBelieved) {
  const std::string bytes = "<p>" + std::string(kCafe) +
                            " \xe0 la mani\xe8re fran\xe7"
                            "aise, d\xe9j\xe0 vu.";
  EXPECT_EQ(decode_page(bytes, "utf-8").charset, "windows-1252");
  EXPECT_FALSE(decode_page(bytes, "utf-8").replaced);
}

TEST(Charset, AFewBrokenBytesAreReplacedOneByOne) {
  std::string bytes;
  for (int i = 0; i < 20; ++i) bytes += kCafeUtf8;
  const DecodedText decoded = decode_page(bytes + "\xff", "utf-8");
  EXPECT_EQ(decoded.utf8, bytes + "\uFFFD");
  EXPECT_TRUE(decoded.replaced);
}

TEST(Charset, UndeclaredBytesAreToldByTheirLook) {
  const std::string russian =
      "<p>\xcc\xe8\xed\xe8\xf1\xf2\xf0 \xe7\xe0\xff\xe2\xe8\xeb, \xf7\xf2\xee "
      "\xe4\xee\xe3\xee\xe2\xee\xf0 \xe1\xf3\xe4\xe5\xf2 \xef\xee\xe4\xef\xe8\xf1\xe0\xed "
      "\xe2 \xef\xff\xf2\xed\xe8\xf6\xf3.";
  EXPECT_EQ(decode_page(russian, "").charset, "windows-1251");
  std::string wide;
  for (const char c : std::string_view("<p>A wire without a mark")) wide += {c, '\0'};
  EXPECT_EQ(decode_page(wide, "").utf8, "<p>A wire without a mark");
}

// Every name of the standard, by one of its other labels, decodes any bytes to sound UTF-8.
TEST(Charset, EveryLabelDecodesAnyBytes) {
  constexpr std::string_view kLabels[][2] = {{"unicode-1-1-utf-8", "utf-8"},
                                             {"866", "ibm866"},
                                             {"latin2", "iso-8859-2"},
                                             {"latin3", "iso-8859-3"},
                                             {"latin4", "iso-8859-4"},
                                             {"cyrillic", "iso-8859-5"},
                                             {"arabic", "iso-8859-6"},
                                             {"greek", "iso-8859-7"},
                                             {"hebrew", "iso-8859-8"},
                                             {"logical", "iso-8859-8-i"},
                                             {"latin6", "iso-8859-10"},
                                             {"iso885913", "iso-8859-13"},
                                             {"iso885914", "iso-8859-14"},
                                             {"l9", "iso-8859-15"},
                                             {"iso-8859-16", "iso-8859-16"},
                                             {"koi", "koi8-r"},
                                             {"koi8-ru", "koi8-u"},
                                             {"mac", "macintosh"},
                                             {"tis-620", "windows-874"},
                                             {"x-cp1250", "windows-1250"},
                                             {"cp1251", "windows-1251"},
                                             {"ascii", "windows-1252"},
                                             {"cp1253", "windows-1253"},
                                             {"latin5", "windows-1254"},
                                             {"cp1255", "windows-1255"},
                                             {"cp1256", "windows-1256"},
                                             {"cp1257", "windows-1257"},
                                             {"cp1258", "windows-1258"},
                                             {"x-mac-ukrainian", "x-mac-cyrillic"},
                                             {"gb2312", "gbk"},
                                             {"gb18030", "gb18030"},
                                             {"big5-hkscs", "big5"},
                                             {"x-euc-jp", "euc-jp"},
                                             {"csiso2022jp", "iso-2022-jp"},
                                             {"sjis", "shift_jis"},
                                             {"ks_c_5601-1987", "euc-kr"},
                                             {"iso-2022-kr", "replacement"},
                                             {"unicodefffe", "utf-16be"},
                                             {"utf-16", "utf-16le"},
                                             {"x-user-defined", "x-user-defined"}};
  std::string bytes;
  for (int i = 0; i < 256; ++i) bytes += {static_cast<char>(i), static_cast<char>(255 - i), 'a'};
  for (const auto& [label, name] : kLabels) {
    EXPECT_EQ(charset_of_label(label), name);
    const DecodedText decoded = decode_page(bytes, label);
    EXPECT_TRUE(is_utf8(decoded.utf8)) << label;
    EXPECT_FALSE(decoded.utf8.empty()) << label;
  }
  EXPECT_EQ(charset_of_label(" Shift_JIS\n"), "shift_jis");
  EXPECT_EQ(charset_of_label("utf-7"), "");
  EXPECT_EQ(charset_of_label(""), "");
}

TEST(Charset, Utf8IsCheckedInEveryPlaceOfABlock) {
  for (std::size_t at = 0; at < 200; ++at) {
    std::string bytes(200, 'x');
    EXPECT_TRUE(is_utf8(bytes));
    bytes[at] = '\xe9';
    EXPECT_FALSE(is_utf8(bytes)) << at;
  }
  EXPECT_FALSE(is_utf8("\xed\xa0\x80"));  // a surrogate
  EXPECT_TRUE(is_utf8(std::string(63, 'x') + "\u0633" + std::string(63, 'x')));
}

}  // namespace
}  // namespace concord
