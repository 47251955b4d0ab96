// Pages written for these tests; what is measured on real pages is in docs/quality.md.
#include "intake/article.h"

#include <gtest/gtest.h>

#include "lexicon/data.h"

namespace concord {
namespace {

const Lexicon& lexicon() {
  static const Lexicon loaded = *load_lexicon(built_in_data());
  return loaded;
}

std::string read(std::string_view html) {
  const auto page = parse_html(html);
  std::string text;
  for (const ArticleBlock& block : extract_article(*page, lexicon())) {
    if (!text.empty()) text += '\n';
    text += std::string(name_of(block.kind)) + ": " + block.text;
  }
  return text;
}

constexpr std::string_view kFirst =
    "Norland and Suthia signed the Tarn Valley Accord in Port Elm on Friday, their governments "
    "said.";
constexpr std::string_view kSecond =
    "The accord opens the border at three places, and both parliaments must still ratify it.";

std::string paragraphs() {
  return "<p>" + std::string(kFirst) + "</p><p>" + std::string(kSecond) + "</p>";
}
std::string both() {
  return "paragraph: " + std::string(kFirst) + "\nparagraph: " + std::string(kSecond);
}

TEST(Article, MenusSharesCommentsAndTeasersStandAroundIt) {
  EXPECT_EQ(
      read(
          "<header><nav><a href=/>Home</a> <a href=/w>World</a></nav></header>"
          "<div class=page><h1>Accord signed</h1><div class=byline>By Ana Ruiz</div>"
          "<div class='post-body'>" +
          paragraphs() +
          "<div class=share-buttons>Share on Twitter and on other pages that you know well</div>"
          "</div></div>"
          "<section id=comments><p>I do not believe a word of this, and neither should you, dear "
          "reader of the comments.</p></section>"
          "<aside><p>Another story altogether, which is long enough to look like prose.</p></aside>"
          "<footer>Copyright The Courier, all rights reserved, in every country there is</footer>"),
      both());
}

TEST(Article, AContainerIsFoundWithoutAnyName) {
  EXPECT_EQ(read("<div><div><a href=/a>One</a><a href=/b>Two</a></div><div><div>" + paragraphs() +
                 "</div></div></div>"),
            both());
}

TEST(Article, ParagraphsPartedByLineBreaksAlone) {
  EXPECT_EQ(read("<div>" + std::string(kFirst) + "<br><br>" + std::string(kSecond) + "</div>"),
            both());
}

TEST(Article, InlineTagsNeitherGlueNorSplitWords) {
  EXPECT_EQ(
      read("<article><p>The <b>T</b>arn Valley <a href=/x>Accord</a>, signed<br>on Friday, is "
           "<span>dis</span>puted<span> by</span> two members of the council.</p></article>"),
      "paragraph: The Tarn Valley Accord, signed on Friday, is disputed by two members of the "
      "council.");
}

TEST(Article, BlocksKeepTheirKinds) {
  EXPECT_EQ(read("<article>" + paragraphs() +
                 "<h2>What it says</h2><ul><li>Three crossings open in the spring of next year</li>"
                 "<li>Customs are shared</li></ul><blockquote><p>We have waited for this day for "
                 "thirty years, and here it is.</p></blockquote>"
                 "<figure><img src=x><figcaption>Ministers in Port Elm</figcaption></figure><p>" +
                 std::string(kFirst.substr(0, 60)) + "</p></article>"),
            both() +
                "\nheading: What it says"
                "\nlist_item: Three crossings open in the spring of next year"
                "\nlist_item: Customs are shared"
                "\nquote: We have waited for this day for thirty years, and here it is."
                "\ncaption: Ministers in Port Elm\nparagraph: " +
                std::string(kFirst.substr(0, 60)));
}

TEST(Article, EqualParagraphsComeOnce) {
  EXPECT_EQ(read("<article><div class=mobile>" + paragraphs() + "</div><div class=desktop>" +
                 paragraphs() + "</div></article>"),
            both());
}

TEST(Article, LinesOfFurnitureWithinIt) {
  EXPECT_EQ(read("<article><p>" + std::string(kFirst) +
                 "</p><p>Advertisement</p><p><strong>Read more:</strong> <a href=/x>Ten photos of "
                 "the ceremony</a></p><p>" +
                 std::string(kSecond) +
                 "</p><p>Lesen Sie auch: <a href=/y>Was im Abkommen steht</a></p></article>"),
            both());
}

TEST(Article, ASectionOfRelatedStoriesEndsWithItsHeading) {
  EXPECT_EQ(read("<article>" + paragraphs() +
                 "<h2>Related articles</h2><h3><a href=/1>Ferry runs again</a></h3><p>The ferry "
                 "between the two ports runs again after a year of repairs.</p></article>"),
            both());
}

TEST(Article, ALineAboutTheAuthorAtTheEndIsNone) {
  EXPECT_EQ(read("<article>" + paragraphs() +
                 "<p>Ana Ruiz is a correspondent for the Courier based in Port Elm.</p></article>"),
            both());
}

TEST(Article, NamesOfStateSayNothing) {
  EXPECT_EQ(read("<body class='has-sidebar comments-open'><div class='no-share with-ads'>" +
                 paragraphs() + "</div></body>"),
            both());
}

// A page whose every paragraph stands in something named like a share button.
TEST(Article, MisleadingNamesAreGivenUpWhereNothingElseIsLeft) {
  const std::string third = "No date was named for the votes, which the opposition wants to delay.";
  std::string html;
  for (const std::string& text : {std::string(kFirst), std::string(kSecond), third}) {
    html += "<div class=share><p>" + text + "</p></div>";
  }
  EXPECT_EQ(read("<div>" + html + "</div>"), both() + "\nparagraph: " + third);
}

TEST(Article, WhatIsStatedForMachinesStandsInForWhatIsNotShown) {
  const std::string json = R"(<script type="application/ld+json">{"@type": "NewsArticle",
      "articleBody": ")" + std::string(kFirst) +
                           R"(\n\n<p>)" + std::string(kSecond) + R"(</p>"}</script>)";
  EXPECT_EQ(read(json + "<article><p>Norland and Suthia signed ...</p></article>"), both());
  EXPECT_EQ(read(json + "<article>" + paragraphs() + "</article>"), both());
}

TEST(Article, WhatIsTypedIntoIsNeverTheArticle) {
  EXPECT_EQ(read("<article>" + paragraphs() + "</article><textarea>" + std::string(kFirst) +
                 std::string(kFirst) + std::string(kFirst) + "</textarea>"),
            both());
}

TEST(Article, RightToLeftTextIsIntact) {
  const std::string text =
      "وقع الوزيران الاتفاقية في العاصمة يوم الجمعة بعد محادثات طويلة استمرت أسبوعا.";
  EXPECT_EQ(read("<html dir=rtl><article><p>" + text + "</p></article>"), "paragraph: " + text);
}

TEST(Article, APageWithoutAnArticleHasNone) {
  EXPECT_EQ(read(""), "");
  EXPECT_EQ(read("<ul><li><a href=/a>One</a><li><a href=/b>Two</a></ul>"), "");
  EXPECT_EQ(
      read("<script>var a = 'A sentence that no reader will ever see on this page.'</script>"), "");
}

}  // namespace
}  // namespace concord
