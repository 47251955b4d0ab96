// Trees of small pages, and pages made to exhaust a parser.
#include "intake/dom.h"

#include <gtest/gtest.h>

#include "base/limits.h"
#include "intake/charset.h"

namespace concord {
namespace {

Document parse(std::string_view html) {
  auto page = parse_html(html);
  EXPECT_TRUE(page) << (page ? "" : page.error().message);
  return *std::move(page);
}

std::string repeated(std::string_view what, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += what;
  return all;
}

TEST(Dom, NodesComeInPageOrderAndSubtreesAreRanges) {
  const Document page = parse("<body><ul><li>one<li>two <b>bold</b></ul><p>after");
  const NodeId list = page.first(Tag::ul);
  ASSERT_NE(list, kNoNode);
  const NodeId one = page.child(list);
  const NodeId two = page.sibling(one);
  EXPECT_EQ(page.text(one), "one");
  EXPECT_EQ(page.text(two), "two bold");
  EXPECT_EQ(page.sibling(two), kNoNode);
  EXPECT_EQ(page[list].end, page.first(Tag::p));
  EXPECT_EQ(page.above(page.first(Tag::b), Tag::ul), list);
  EXPECT_EQ(page.above(list, Tag::nav), kNoNode);
  EXPECT_EQ(page.all(Tag::li), (std::vector<NodeId>{one, two}));
  EXPECT_TRUE(page.is_within(two, list));
  EXPECT_FALSE(page.is_within(page.first(Tag::p), list));
}

TEST(Dom, EverySubtreeLiesWithinItsParents) {
  const Document page =
      parse("<title>t</title><table><tr>x<td>y<svg><a>z</a></svg></table><b><p>q");
  for (NodeId node = 1; node < page.nodes().size(); ++node) {
    const Node& parent = page[page[node].parent];
    EXPECT_LT(page[node].parent, node);
    EXPECT_LE(page[node].end, parent.end);
    EXPECT_EQ(page[node].depth, parent.depth + 1);
  }
}

TEST(Dom, AttributesIdsAndClasses) {
  const Document page =
      parse("<div id=a class='post-body  lead' DATA-X=\"1 &amp; 2\" hidden>x</div>");
  const NodeId box = page.first(Tag::div);
  EXPECT_EQ(page.id(box), "a");
  EXPECT_EQ(page.classes(box), "post-body  lead");
  EXPECT_TRUE(page.has_class(box, "lead"));
  EXPECT_FALSE(page.has_class(box, "post"));
  EXPECT_EQ(page.all_of_class("post-body"), std::vector<NodeId>{box});
  EXPECT_EQ(page.attribute(box, "data-x"), "1 & 2");
  EXPECT_TRUE(page.has_attribute(box, "hidden"));
  EXPECT_FALSE(page.has_attribute(box, "lang"));
  EXPECT_EQ(page.attribute(box, "lang"), "");
  EXPECT_EQ(page.name(box), "div");
  EXPECT_EQ(page.name(page.child(box)), "");
  EXPECT_EQ(page.name(page.first(Tag::body)), "body");
}

TEST(Dom, TextGluesNoWordsAndSplitsNone) {
  EXPECT_EQ(parse("<p><b>K</b>azakhstan\n joined<br>the pact<p>and <i>left</i>.").text(0),
            "Kazakhstan joined the pact and left.");
  EXPECT_EQ(parse("<div>one<div>two</div>three</div><td>four").text(0), "one two three four");
  EXPECT_EQ(parse("<p>a&nbsp;b\u00a0 c<script>var x</script><style>p{}</style>").text(0), "a b c");
  EXPECT_EQ(parse("<p>\u0633\u0644\u0627\u0645 \u05e9\u05dc\u05d5\u05dd").text(0),
            "\u0633\u0644\u0627\u0645 \u05e9\u05dc\u05d5\u05dd");
}

TEST(Dom, RawTextIsAScriptsOwn) {
  const Document page = parse("<script type=x>{\"a\": \"<b>\" }\n</script>");
  EXPECT_EQ(page.raw_text(page.first(Tag::script)), "{\"a\": \"<b>\" }\n");
}

TEST(Dom, AnyBytesMakeATree) {
  for (const std::string_view bytes :
       {std::string_view(""), std::string_view("\0\0<p>\0x", 7), std::string_view("\xff\xfe<p"),
        std::string_view("<"), std::string_view("<!--"), std::string_view("&#xD800;&#0;")}) {
    EXPECT_FALSE(parse(bytes).nodes().empty());
    EXPECT_TRUE(is_utf8(parse(bytes).text(0)));
  }
  EXPECT_EQ(parse("<p>z\xe9").text(0), "z\u00e9");
  EXPECT_EQ(parse("<p>a&#xD800;b").text(0), "a\ufffdb");  // a lone surrogate is no character
}

TEST(Dom, TooDeepIsReadAsTextOfTheElementAround) {
  const Document page = parse(repeated("<div>", 100'000) + "deep words");
  EXPECT_EQ(page.text(0), "deep words");
  ASSERT_EQ(page.notes().size(), 1u);
  for (const Node& node : page.nodes()) EXPECT_LE(node.depth, kHtmlDepthMax + 2);
}

TEST(Dom, TooManyNodesAreReadUpToThere) {
  const Document page = parse(repeated("<p>x", kHtmlNodesMax));
  EXPECT_LE(page.nodes().size(), kHtmlNodesMax + 10);
  ASSERT_EQ(page.notes().size(), 1u);
}

TEST(Dom, OpenFormatsDoNotMultiply) {
  std::string html = "<p>";
  for (int i = 0; i < 2000; ++i) html += "<font size=" + std::to_string(i) + ">";
  html += "</p>" + repeated("<p>x</p>", 100'000);
  const Document page = parse(html);
  EXPECT_LE(page.nodes().size(), kHtmlNodesMax);
  EXPECT_EQ(page.notes().size(), 2u);
}

TEST(Dom, ManyDifferentNamesEndTheReading) {
  std::string tags;
  std::string bodies;
  for (int i = 0; i < 200'000; ++i) {
    tags += "<x" + std::to_string(i) + "></x" + std::to_string(i) + ">";
    bodies += "<body a" + std::to_string(i) + ">";
  }
  EXPECT_EQ(parse(tags).notes().size(), 1u);
  EXPECT_EQ(parse(bodies).notes().size(), 1u);
}

// Twice the input is at most some twice the nodes: the work is a walk over them.
TEST(Dom, DoubledInputsMakeDoubledTrees) {
  for (const std::string_view piece :
       {std::string_view("<div>"), std::string_view("<b><p>"), std::string_view("<a><table>"),
        std::string_view("<table><tr>x"), std::string_view("<i><div></b>"),
        std::string_view("<select><option>"), std::string_view("<svg><desc>"),
        std::string_view("x</y>"), std::string_view("<template><li>")}) {
    const std::size_t once = parse(repeated(piece, 2000)).nodes().size();
    const std::size_t twice = parse(repeated(piece, 4000)).nodes().size();
    EXPECT_LE(twice, 2 * once + 10) << piece;
  }
}

TEST(Dom, AttributesAreBoundedInNumberAndLength) {
  std::string html = "<p id=x";
  for (int i = 0; i < 1000; ++i) html += " a" + std::to_string(i);
  const Document many = parse(html + ">words");
  EXPECT_EQ(many.id(many.first(Tag::p)), "x");
  EXPECT_TRUE(many.has_attribute(many.first(Tag::p), "a1"));
  EXPECT_FALSE(many.has_attribute(many.first(Tag::p), "a900"));
  EXPECT_EQ(many.notes().size(), 1u);

  // So many that their names alone end the reading; what stood before is kept.
  std::string endless = "<p>before<p";
  for (int i = 0; i < 300'000; ++i) endless += " a" + std::to_string(i);
  const Document cut = parse(endless + ">words");
  EXPECT_EQ(cut.text(0), "before");
  EXPECT_EQ(cut.notes().size(), 1u);

  const Document large = parse("<p title=\"" + std::string(5u << 20, 'x') + "\">words");
  EXPECT_EQ(large.attribute(large.first(Tag::p), "title"), "");
  EXPECT_EQ(large.text(0), "words");
}

TEST(Dom, ALargerPageIsRefused) {
  const auto page = parse_html(std::string(kReportBytesMax + 1, 'x'));
  ASSERT_FALSE(page);
  EXPECT_EQ(page.error().code, ErrorCode::limit_exceeded);
}

}  // namespace
}  // namespace concord
