// What a file is, and where its pieces are.
#include "intake/format.h"

#include <gtest/gtest.h>

#include "base/limits.h"
#include "intake/cut.h"
#include "intake/cutter.h"
#include "intake/told_parts.h"

namespace concord {
namespace {

TEST(Formats, AreToldByHowAFileBegins) {
  const std::vector<std::pair<std::string, Format>> files = {
      {"WARC/1.1\r\nWARC-Type: response", Format::warc},
      {"\r\nWARC/0.18\n", Format::warc},
      {"WARC/one", Format::text},
      {"<!DOCTYPE html><p>", Format::html},
      {"\xEF\xBB\xBF \n<!-- x --><HTML>", Format::html},
      {"<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"x\"><html>", Format::html},
      {"<p>Kenya signed", Format::html},
      {std::string("\xFF\xFE<\0h\0t\0m\0l\0>\0", 14), Format::html},
      {std::string("\xFF\xFEK\0e\0n\0y\0a\0", 12), Format::text},
      {"<3 Kenya", Format::text},
      {"<rss version=\"2.0\">", Format::feed},
      {"<?xml version='1.0'?><!-- a > b --><feed xmlns='x'>", Format::feed},
      {"<rdf:RDF xmlns:rdf='x'>", Format::feed},
      {"<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'b'>]><rss>", Format::feed},
      {"<newsItem xmlns='x'>", Format::newsml},
      {"<?xml version='1.0'?><treaty>", Format::other_xml},
      {"{\"text\": \"a\"}\n{\"text\": \"b\"}\n", Format::jsonl},
      {"{\"text\": \"a\"}", Format::jsonl},
      {"{\n \"text\": \"a\"\n}", Format::json},
      {"[ {\"text\": \"a\"}]", Format::json},
      {"{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[]}\n", Format::json},
      {"[Updated] Kenya signs", Format::text},
      {"{Kenya}", Format::text},
      {"filedesc://x.arc 127.0.0.1", Format::arc},
      {"%PDF-1.7", Format::binary},
      {"", Format::text},
  };
  for (const auto& [start, format] : files) EXPECT_EQ(format_of(start), format) << start;
  EXPECT_EQ(root_element("<?xml version='1.0'?><a:treaty b='c'>"), "treaty");
}

std::string pieces_of(const Cut& cut, std::string_view document) {
  std::string all;
  for (const Piece& piece : cut.pieces) {
    all += std::string(document.substr(piece.begin, piece.end - piece.begin)) +
           (piece.closed ? "|" : "~");
  }
  return all;
}

TEST(Cuts, FindElementsWhateverStandsInThem) {
  const auto cut = [](std::string_view xml) { return pieces_of(cut_elements(xml, {"item"}), xml); };
  EXPECT_EQ(cut("<r><item>a</item> <x:item b='>'/></r>"), "<item>a</item>|<x:item b='>'/>|");
  EXPECT_EQ(cut("<item><!-- </item> --><![CDATA[</item>]]></item>"),
            "<item><!-- </item> --><![CDATA[</item>]]></item>|");
  EXPECT_EQ(cut("<item><item>b</item></item><items>no</items>"), "<item><item>b</item></item>|");
  EXPECT_EQ(cut("<item>a</item><item>b"), "<item>a</item>|<item>b~");
  EXPECT_EQ(cut("<item"), "<item~");
  EXPECT_EQ(cut("</item><item>a</item>"), "<item>a</item>|");
  std::string many;
  for (std::size_t i = 0; i <= kEntriesMax; ++i) many += "<item/>";
  EXPECT_FALSE(cut_elements(many, {"item"}).all);
}

TEST(Cuts, FindObjectsWhateverStandsInThem) {
  const auto cut = [](std::string_view json) { return pieces_of(cut_objects(json), json); };
  EXPECT_EQ(cut("[{\"a\":\"}\"}, {\"b\":[{}]}]"), "{\"a\":\"}\"}|{\"b\":[{}]}|");
  EXPECT_EQ(cut("{\"v\":1,\"items\": [ {\"a\":1}, {} ], \"x\":{}}"), "{\"a\":1}|{}|");
  EXPECT_EQ(cut("{\"items\":[\"a\"],\"b\":{\"items\":[{}]}}"),
            "{\"items\":[\"a\"],\"b\":{\"items\":[{}]}}|");
  EXPECT_EQ(cut("{\"a\":\"\\\"{\"}"), "{\"a\":\"\\\"{\"}|");
  EXPECT_EQ(cut("[{\"a\":1},{\"b\":"), "{\"a\":1}|{\"b\":~");
  EXPECT_EQ(cut("{\"a\":"), "{\"a\":~");
  EXPECT_EQ(cut("[]"), "");
  EXPECT_EQ(cut("\\"), "");
}

TEST(Told, DaysOfEveryForm) {
  const std::vector<std::pair<std::string, std::string>> dates = {
      {"Tue, 04 Apr 2023 10:00:00 GMT", "2023-04-04"},
      {"2023-04-04T23:59:59-11:00", "2023-04-04"},
      {"20230404T100000Z", "2023-04-04"},
      {"1680602400", "2023-04-04"},
      {"1680602400000", "2023-04-04"},
      {"2023-04", "2023-04"},
      {"yesterday", ""},
      {"", ""},
      {"99999999999999999999", ""},
  };
  for (const auto& [written, day] : dates) EXPECT_EQ(told_day(written), day) << written;
}

TEST(Told, AddressesAndMomentsAreClean) {
  EXPECT_EQ(clean_address("<http://quay.example/a b\x1B[0m>"), "http://quay.example/a%20b%1B[0m");
  EXPECT_EQ(clean_address("http://quay.example/caf\xE9"), "http://quay.example/caf%E9");
  EXPECT_EQ(clean_address("http://quay.example/caf\xC3\xA9"), "http://quay.example/caf\xC3\xA9");
  EXPECT_EQ(clean_moment("2023-04-05T06:07:08Z"), "2023-04-05T06:07:08Z");
  EXPECT_EQ(clean_moment("2008-10-294T05:21:46-0700"), "");
  EXPECT_EQ(clean_moment("2023-04-05"), "2023-04-05");
  EXPECT_EQ(clean_moment(""), "");
}

TEST(Told, LanguagesAreTagsOrNothing) {
  EXPECT_EQ(told_language("EN_US"), "en-US");
  EXPECT_EQ(told_language("de"), "de");
  EXPECT_EQ(told_language("English"), "");
  EXPECT_EQ(told_language("x\x1B[31m"), "");
  EXPECT_EQ(plain_words("Kenya \x1B[31m<script>alert(1)</script>signs"), "Kenya [31m signs");
}

TEST(Told, PartsOfObjectsAndEntries) {
  const auto ninjs = parts_of_json(
      R"({"headlines":[{"value":"Kenya signs"}],
          "bodies":[{"contentType":"text/plain","value":"It did."}],
          "authors":[{"name":"By Clara Whitlow"},"A. Writer"],"source":{"name":"Quay Courier"}})");
  ASSERT_TRUE(ninjs.has_value());
  EXPECT_EQ(ninjs->title.text, "Kenya signs");
  EXPECT_EQ(ninjs->text, "It did.");
  EXPECT_EQ(ninjs->outlet.text, "Quay Courier");
  EXPECT_EQ(ninjs->outlet.where, "source");
  ASSERT_EQ(ninjs->byline.size(), 2U);
  EXPECT_EQ(ninjs->byline[0].text, "Clara Whitlow");
  EXPECT_EQ(ninjs->byline[1].text, "A. Writer");
  EXPECT_FALSE(parts_of_json("[1]").has_value());
  const auto entry = parts_of_entry(
      "<entry><title>A &amp;amp; B <![CDATA[<b>sign</b>]]></title><link rel='self' href='no'/>"
      "<link href='https://quay.example/a'/><content type='xhtml'><div><p>It did.</p></div>"
      "</content></entry>");
  ASSERT_TRUE(entry.has_value());
  EXPECT_EQ(entry->title.text, "A & B sign");
  EXPECT_EQ(entry->address.text, "https://quay.example/a");
  EXPECT_EQ(entry->html, "<div><p>It did.</p></div>");
  EXPECT_FALSE(parts_of_entry("<entry><title>").has_value());
}

}  // namespace
}  // namespace concord
