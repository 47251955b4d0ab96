// What pages say of themselves: pages of our own, one phenomenon each, and what is read from them.
#include "intake/metadata_test.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace concord {
namespace {

std::string authors(const Metadata& metadata) {
  std::string all;
  for (const std::string& one : metadata.authors) all += (all.empty() ? "" : "; ") + one;
  return all;
}

// Why the first candidate of the field with that value was taken or not.
std::string reason(const Metadata& metadata, MetadataField field, const std::string& value) {
  for (const MetadataCandidate& one : metadata.candidates) {
    if (one.field == field && one.value == value) return one.reason;
  }
  return "no such candidate";
}

TEST(MetadataTitle, IsTheHeadlineThatReadersSee) {
  const struct {
    const char* what;
    std::string html;
    const char* title;
  } kCases[] = {
      {"a site's name after it",
       "<title>Grain deal extended | The Quay Courier</title><meta property=og:site_name "
       "content='The "
       "Quay Courier'>",
       "Grain deal extended"},
      {"a site's name before it",
       "<title>Quay Courier: Grain deal extended</title><meta property=og:site_name content='Quay "
       "Courier'>",
       "Grain deal extended"},
      {"a section between, told by the host",
       "<title>Grain deal extended | World | Quaycourier</title>", "Grain deal extended | World"},
      {"letters alone are no evidence", "<title>Grain deal extended - Part 1</title>",
       "Grain deal extended - Part 1"},
      {"the site's name is the h1",
       "<title>Grain deal extended - The Quay Courier</title><meta property=og:site_name "
       "content='The "
       "Quay Courier'><h1>The Quay Courier</h1><h2>Grain deal extended</h2><h2>Most read</h2>",
       "Grain deal extended"},
      {"several h1",
       "<meta property=og:title content='Grain deal extended'><h1>World</h1>"
       "<h1>Grain deal extended</h1><h1>Subscribe now</h1>",
       "Grain deal extended"},
      {"what readers see before what machines are told",
       "<title>Grain deal: what we know</title><h1>Grain deal extended by 60 days</h1>",
       "Grain deal extended by 60 days"},
      {"a heading that holds its date too",
       "<title>Grain deal extended by days</title><h1>Grain deal extended by days<span>Posted on 1 "
       "July "
       "2024</span></h1>",
       "Grain deal extended by days"},
      {"entities escaped twice", "<meta property=og:title content='Tea &amp;amp; tariffs'>",
       "Tea & tariffs"},
      {"a script in a title", "<title><script>alert(1)</script>Grain deal</title>", "Grain deal"},
      {"the title of a picture is none",
       "<title>Grain deal extended</title><svg><title>Close</title></svg>", "Grain deal extended"},
      {"none", "<p>words", ""},
  };
  for (const auto& one : kCases) {
    EXPECT_EQ(read(one.html + kBody).title, one.title) << one.what;
  }
}

TEST(MetadataAuthors, AreTheNamesThatThePageGives) {
  const struct {
    const char* what;
    std::string html;
    const char* authors;
  } kCases[] = {
      {"a person in JSON-LD",
       linked(R"({"@type": "NewsArticle", "author": {"@type": "Person", "name":
       "Ana Ruiz"}})"),
       "Ana Ruiz"},
      {"a list of them",
       linked(R"({"@type": "NewsArticle", "author": [{"name": "Ana Ruiz"}, {"name":
       "Ben Okoro"}]})"),
       "Ana Ruiz; Ben Okoro"},
      {"a reference", linked(R"({"@graph": [{"@type": "Article", "author": {"@id": "#a"}}, {"@type":
       "Person", "@id": "#a", "name": "Ana Ruiz"}]})"),
       "Ana Ruiz"},
      {"broken JSON", linked("{'@type': 'Article', \"author\": {\"name\": \"Ana Ruiz\",},"),
       "Ana Ruiz"},
      {"not a comment's", linked(R"({"@type": "Article", "comment": {"@type": "Comment", "author":
       {"name": "Troll"}}})"),
       ""},
      {"not a reviewed thing's", linked(R"({"@type": "Article", "review": {"author": {"name":
       "Somebody"}}})"),
       ""},
      {"a byline", "<h1>Grain deal</h1><p>By Ana Ruiz and Ben Okoro, Staff Writers</p>",
       "Ana Ruiz; Ben Okoro"},
      {"a byline in pieces",
       "<h1>Grain deal</h1><p>By <a>Ana Ruiz</a><span>Updated 3 July 2024</span></p>", "Ana Ruiz"},
      {"German", "<html lang=de><h1>Getreide</h1><p>Von Jonas Weber | 3. Juli 2024</p>",
       "Jonas Weber"},
      {"French", "<html lang=fr><h1>Céréales</h1><p>Par Léa Martin et Paul Roche</p>",
       "Léa Martin; Paul Roche"},
      {"Russian", "<html lang=ru><h1>Зерно</h1><p>Автор: Анна Белова</p>", "Анна Белова"},
      {"the label alone on its line", "<h1>Grain deal</h1><p>Written by</p><p>Ana Ruiz</p>",
       "Ana Ruiz"},
      {"letters after a name", "<h1>Grain deal</h1><p>By Lena Hoff, MD, PhD</p>",
       "Lena Hoff, MD, PhD"},
      {"a photographer is not the writer", "<h1>Grain deal</h1><p>Photo by Ben Okoro</p>", ""},
      {"an editor is not the writer",
       "<h1>Grain deal</h1><p>Edited by Ben Okoro</p><p>By Ana Ruiz</p>", "Ana Ruiz"},
      {"a date beside", "<h1>Grain deal</h1><p>Posted on July 1, 2024 by Ana Ruiz</p>", "Ana Ruiz"},
      {"a class", "<h1>Grain deal</h1><div class='post-author'>Ana Ruiz</div>", "Ana Ruiz"},
      {"a comment's author",
       "<h1>Grain deal</h1><div class=comments><b class=author>Troll</b></div>", ""},
      {"a card that Twitter shows",
       "<meta name=twitter:label1 content='Written by'><meta "
       "name=twitter:data1 content='Ana Ruiz'>",
       "Ana Ruiz"},
      {"a card of something else",
       "<meta name=twitter:label1 content='Est. reading time'><meta "
       "name=twitter:data1 content='4 minutes'>",
       ""},
      {"an address is no name", "<meta name=author content='desk@quaycourier.example'>", ""},
      {"a page of Facebook is no name",
       "<meta property=article:author content='https://facebook.example/ana'>", ""},
      {"a person before the site",
       "<meta name=author content='Quay Courier'><meta property=og:site_name "
       "content='Quay Courier'><h1>Grain deal</h1><p>By Ana Ruiz</p>",
       "Ana Ruiz"},
      {"a body where nobody else signs", "<meta name=author content='Quay Courier Staff'>",
       "Quay Courier Staff"},
      {"family name first",
       "<meta name=citation_author content='Ruiz, Ana'><meta name=citation_author "
       "content='Okoro, Ben'>",
       "Ana Ruiz; Ben Okoro"},
      {"none", "<h1>Grain deal</h1><p>By the end of the week ships will sail.</p>", ""},
  };
  for (const auto& one : kCases) {
    EXPECT_EQ(authors(read(one.html + kBody)), one.authors) << one.what;
  }
}

TEST(MetadataDates, PublishedAndUpdatedAreTwoThings) {
  const struct {
    const char* what;
    std::string html;
    const char* dates;  // published, updated
  } kCases[] = {
      {"both for machines", linked(R"({"@type": "NewsArticle", "datePublished":
       "2024-07-01T09:00:00+02:00", "dateModified": "2024-07-02T10:00:00+02:00"})"),
       "2024-07-01T09:00:00+02:00, 2024-07-02T10:00:00+02:00"},
      {"an update is no publication", "<meta property=article:modified_time content='2024-07-02'>",
       ", 2024-07-02"},
      {"a line says which",
       "<h1>Grain deal</h1><p>Published 1 July 2024</p><p>Last updated on 2 July "
       "2024</p>",
       "2024-07-01, 2024-07-02"},
      {"the line before says which", "<h1>Grain deal</h1><p>Updated:</p><p>2 July 2024</p>",
       ", 2024-07-02"},
      {"the words after say which",
       "<html lang=de><h1>Getreide</h1><p>Am 1. Juli 2024 um 9.00 Uhr "
       "veröffentlicht</p>",
       "2024-07-01T09:00:00, "},
      {"shown without a name, the day of the update",
       linked(
           R"({"@type": "Article", "datePublished": "2024-06-28", "dateModified": "2024-07-02"})") +
           "<h1>Grain deal</h1><p>2 July 2024</p>",
       "2024-06-28, 2024-07-02"},
      {"moved to a new system: readers see the first day",
       linked(
           R"({"@type": "Article", "datePublished": "2024-07-02", "dateModified": "2024-07-02"})") +
           "<h1>Grain deal</h1><p>5 January 2020</p>",
       "2020-01-05, 2024-07-02"},
      {"the page's own clock", linked(R"({"@type": "NewsArticle", "datePublished":
       "2023-11-09T01:49:09Z"})") + "<h1>Grain deal</h1><p>November 8, 2023 at 5:49 p.m.</p>",
       "2023-11-08T17:49:09-08:00, "},
      {"the address", "<h1>Grain deal</h1>", ", "},
      {"in a comment",
       "<h1>Grain deal</h1>" + kBody +
           "<div class=comments><p>3 July 2024</p><p>4 July 2024</p></div>",
       ", "},
      {"of other articles",
       "<h1>Grain deal</h1>" + kBody + "<aside><p>3 July 2024</p><p>4 July 2024</p></aside>", ", "},
      {"in the article's words",
       "<h1>Grain deal</h1>" + kBody +
           "<p>On 3 July 2012 the two coasts had signed their first accord in "
           "the old customs house.</p>",
       ", "},
      {"at the foot", "<h1>Grain deal</h1>" + kBody + "<p>Posted on 3 July 2024</p>",
       "2024-07-03, "},
      {"microdata",
       "<div itemscope><h1 itemprop=headline>Grain deal</h1><time itemprop=datePublished "
       "datetime='2024-07-01T09:00Z'>yesterday</time></div>",
       "2024-07-01T09:00:00Z, "},
      {"Dublin Core", "<meta name=DC.date.issued content=2024-07-01>", "2024-07-01, "},
      {"no date", "<meta name=date content='every Tuesday'>", ", "},
  };
  for (const auto& one : kCases) {
    const Metadata metadata = read(one.html + kBody);
    EXPECT_EQ(metadata.published + ", " + metadata.updated, one.dates) << one.what;
  }
}

TEST(MetadataDates, TheAddressSpeaksToo) {
  const std::string page = "<h1>Grain deal</h1>" + kBody;
  EXPECT_EQ(read(page, "https://quay.example/2024/07/01/grain").published, "2024-07-01");
  EXPECT_EQ(read(page, "https://quay.example/grain-20240701.html").published, "2024-07-01");
  EXPECT_EQ(read(page, "https://quay.example/a/20249901/x").published, "");
  // 3/4 is the day on which the address agrees, whatever the language's custom.
  const std::string slashed = "<html lang=en-US><h1>Grain deal</h1><p>03/04/2024</p>" + kBody;
  EXPECT_EQ(read(slashed, "https://quay.example/2024/04/03/grain").published, "2024-04-03");
  EXPECT_EQ(read(slashed, "https://quay.example/grain").published, "2024-03-04");
}

TEST(MetadataDates, NothingIsLaterThanTheCapture) {
  const std::string page = "<h1>Grain deal</h1><p>1 July 2099</p>" + kBody;
  const Metadata metadata = read(page, kAddress, "2024-07-03");
  EXPECT_EQ(metadata.published, "");
  EXPECT_EQ(reason(metadata, MetadataField::published, "2099-07-01"), "after the page was fetched");
}

TEST(MetadataOutlet, ByTheTableThenByThePage) {
  EXPECT_EQ(
      read("<meta property=og:site_name content='BBC'>", "https://www.bbc.co.uk/news/1").outlet,
      "BBC News");
  EXPECT_EQ(read("<meta property=og:site_name content='The Quay Courier'>").outlet,
            "The Quay Courier");
  EXPECT_EQ(
      read(linked(R"({"@type": "NewsArticle", "publisher": {"name": "The Quay Courier"}})")).outlet,
      "The Quay Courier");
  EXPECT_EQ(read("<meta property=og:site_name content='https://quay.example'>").outlet, "");
  EXPECT_EQ(read("<meta property=og:site_name content='null'>").outlet, "");
  EXPECT_EQ(read(kBody).outlet, "");
}

TEST(MetadataAddress, IsTheOneThatThePageNames) {
  EXPECT_EQ(read("<link rel=canonical href='/world/grain'>").address,
            "https://www.quaycourier.example/world/grain");
  EXPECT_EQ(read("<meta property=og:url content='https://m.quaycourier.example/g'>").address,
            "https://m.quaycourier.example/g");
  EXPECT_EQ(read("<meta property=og:url content='https://quay.example/g'>").address, "");
  // A front page is not the address of an article.
  EXPECT_EQ(read("<link rel=canonical href='https://www.quaycourier.example/'>").address, "");
}

TEST(MetadataLanguage, IsTheOneDeclared) {
  EXPECT_EQ(read("<html lang=pt_BR>").language, "pt-BR");
  EXPECT_EQ(read("<meta property=og:locale content=de_DE>").language, "de-DE");
  EXPECT_EQ(read("<html lang='{{ lang }}'>").language, "");
}

TEST(MetadataAgency, IsCreditedInTheByline) {
  EXPECT_EQ(read("<h1>Grain deal</h1><p>By Ana Ruiz, Reuters</p>" + kBody).agency, "Reuters");
  EXPECT_EQ(read("<h1>Grain deal</h1><p>LARCHPORT (AP) - The deal stands.</p>" + kBody).agency,
            "AP");
  EXPECT_EQ(read("<h1>Grain deal</h1><p>By Ana Ruiz</p>" + kBody).agency, "");
  EXPECT_EQ(read("<h1>Grain deal</h1><p>Reuters</p>" + kBody, "https://www.reuters.com/a").agency,
            "");
}

TEST(Metadata, KeepsEveryStatementWithItsReason) {
  const Metadata metadata = read(
      "<title>Grain deal</title><h1>Grain deal extended</h1>"
      "<p>By Ana Ruiz</p><div class=comments><b class=author>Troll</b></div>" +
      kBody);
  EXPECT_EQ(reason(metadata, MetadataField::title, "Grain deal"), "differs from the headline");
  EXPECT_EQ(reason(metadata, MetadataField::author, "Troll"), "in a comment");
  EXPECT_TRUE(std::ranges::is_sorted(metadata.candidates, {}, &MetadataCandidate::field));
}

// Ten thousand dates, authors and headings cost what they weigh, not their square.
TEST(Metadata, IsLinearInHostilePages) {
  std::string page = "<h1>Grain deal</h1>";
  for (int i = 0; i < 20'000; ++i) {
    page +=
        "<div class=author itemprop=author><b itemprop=name>Ana Ruiz</b></div><time>3 July "
        "2024</time>"
        "<h2>More</h2>";
  }
  EXPECT_EQ(read(page).title, "Grain deal");
  const std::string title = "<title>" + std::string(1'000'000, '|') + "</title>";
  EXPECT_LE(read(title).title.size(), 5'000u);
}

// A page cut anywhere, in the middle of a tag or a letter, is read.
TEST(Metadata, ReadsAPageCutAnywhere) {
  const std::string page =
      "<html lang=de><head><title>Getreide – Küste</title>" +
      linked(
          R"({"@type": "NewsArticle", "author": {"name": "Jürgen Groß"},
       "datePublished": "2024-07-01T09:00Z"})") +
      "</head><body class='träger sidebar'><h1>Getreideabkommen verlängert</h1><p class=byline>Von "
      "<b>Jürgen Groß</b>, Köln</p><p>١٢ يوليو ٢٠٢٤ | 3. März 2024 – 9.05 Uhr MEZ</p>" +
      kBody;
  for (std::size_t size = 0; size < page.size(); size += 3) {
    const Metadata metadata = read(page.substr(0, size), "https://quay.example/\xe2\x82/2024/\xff");
    for (const MetadataCandidate& one : metadata.candidates) EXPECT_LE(one.weight, 100);
  }
}

}  // namespace
}  // namespace concord
