// What kind of place on a page tells when it was published: pages of our own, one phenomenon each.
#include <gtest/gtest.h>

#include <string>

#include "intake/metadata_test.h"

namespace concord {
namespace {

const std::string kHeadline = "<h1>Grain deal extended by sixty days</h1>";

std::string dates(const std::string& html, const std::string& address = kAddress) {
  const Metadata metadata = read(html, address);
  return metadata.published + ", " + metadata.updated;
}

std::string reason(const Metadata& metadata, const std::string& published) {
  for (const MetadataCandidate& one : metadata.candidates) {
    if (one.field == MetadataField::published && one.value == published) return one.reason;
  }
  return "no such candidate";
}

TEST(MetadataPlaces, OfAnArticlesOwnDate) {
  const struct {
    const char* what;
    std::string html;
    const char* dates;
  } kCases[] = {
      {"the number of comments beside it",
       kHeadline + "<div class=comments><time>3 July 2024</time> | <a>12 comments</a></div>",
       "2024-07-03, "},
      {"a class of teasers above the headline, on one line",
       "<div class=teaser-meta>Ana Ruiz / 3 July 2024</div>" + kHeadline, "2024-07-03, "},
      {"an <aside> that says what it holds",
       kHeadline + kBody + "<aside class=published-on>Published on 3 July 2024</aside>",
       "2024-07-03, "},
      {"the author's class before the date's",
       kHeadline + "<div class=author-card><p class=author-card__published>3 July 2024</p></div>",
       "2024-07-03, "},
      {"a wrapper that is named for its layout",
       kHeadline + "<div class=layout-right-sidebar><p>3 July 2024</p></div>", "2024-07-03, "},
      {"a wrapper of sidebar and article",
       "<h1>Grain deal extended by sixty days</h1><div class=sidebar-page><p>3 July 2024</p>" +
           kBody + kBody + kBody + "</div>",
       "2024-07-03, "},
      {"a low heading in a sidebar, the very words of the title",
       "<title>Port pilots end their strike - Quay</title><div class=sidebar-page><h3>Port pilots "
       "end their strike</h3><p>3 July 2024</p></div><aside><p>1 July 2024</p></aside>",
       "2024-07-03, "},
      {"a moment in an attribute",
       kHeadline + "<span class=date data-timestamp=1719997200>2 hours ago</span>",
       "2024-07-03T09:00:00Z, "},
      {"the page tells its own day in a long paragraph",
       kHeadline + kBody +
           "<p>This entry was posted on 3 July 2024 and is filed under Trade, Ports, Grain. You "
           "can "
           "follow any responses to this entry through the feed. Both comments and pings are "
           "closed, but you can find the earlier reports on the same talks in the archive of the "
           "year, where the first accord and its annexes are kept as well.</p>",
       "2024-07-03, "},
      {"a German one, the word after the day",
       "<html lang=de><h1>Abkommen verlängert</h1>" + kBody +
           "<p>Dieser Beitrag wurde am Mittwoch, 3. Juli 2024 um 9:00 Uhr veröffentlicht und unter "
           "Handel abgelegt.</p>",
       "2024-07-03T09:00:00, "},
  };
  for (const auto& one : kCases) EXPECT_EQ(dates(one.html + kBody), one.dates) << one.what;
}

TEST(MetadataPlaces, OfOtherDates) {
  const struct {
    const char* what;
    std::string html;
    const char* date;
    const char* reason;
  } kCases[] = {
      {"an embedded post",
       "<blockquote><p>Ships sail again.</p>Ben Okoro (@ben) 3 July 2024</blockquote>",
       "2024-07-03", "in a quotation"},
      {"a caption", "<figure><figcaption>The harbour on 3 July 2012</figcaption></figure>",
       "2012-07-03", "in a caption"},
      {"a ticker above the headline",
       "<ul class=ticker><li>3 July 2024</li><li>Port opens</li><li>2 July 2024</li><li>Pilots "
       "strike</li></ul>" +
           kHeadline,
       "2024-07-03", "of another article, linked here"},
  };
  for (const auto& one : kCases) {
    const bool above = one.html.find("<h1>") != std::string::npos;
    const Metadata metadata = read((above ? "" : kHeadline) + one.html + kBody);
    EXPECT_EQ(metadata.published, "") << one.what;
    EXPECT_EQ(reason(metadata, one.date), one.reason) << one.what;
  }
  // A class that speaks of publication names no date in a sentence.
  EXPECT_EQ(read(kHeadline +
                 "<p>3 July 2024</p><div class=publication-theme>The first accord was "
                 "signed in the old customs house on 5 May 2012, when the ports were "
                 "still open.</div>" +
                 kBody)
                .published,
            "2024-07-03");
  // The day that an article is about.
  EXPECT_EQ(read("<h1>Port summit set for 15 July 2024</h1><p>3 July 2024</p>" + kBody).published,
            "2024-07-03");
  EXPECT_EQ(read("<h1>Port fair opens July 15-24, 2024</h1><p>3 July 2024</p>" + kBody).published,
            "2024-07-03");
}

TEST(MetadataPlaces, IssuedAnew) {
  const std::string both =
      R"({"@type": "Article", "datePublished": "2020-01-05", "dateModified": "2024-07-02"})";
  // Only search engines are told of the first day; years later readers are shown another.
  EXPECT_EQ(dates(linked(both) + kHeadline + "<p>2 July 2024</p>" + kBody),
            "2024-07-02, 2024-07-02");
  // It is called an update.
  EXPECT_EQ(dates(linked(both) + kHeadline + "<p>Updated 2 July 2024</p>" + kBody),
            "2020-01-05, 2024-07-02");
  // A share of the page shows the first day, or its address does.
  EXPECT_EQ(dates("<meta property=article:published_time content=2020-01-05>" + linked(both) +
                  kHeadline + "<p>2 July 2024</p>" + kBody),
            "2020-01-05, 2024-07-02");
  EXPECT_EQ(dates(linked(both) + kHeadline + "<p>2 July 2024</p>" + kBody,
                  "https://quay.example/2020/01/05/grain"),
            "2020-01-05, 2024-07-02");
  // News that was updated within days is of its first day.
  EXPECT_EQ(dates(linked(R"({"@type": "Article", "datePublished": "2024-07-01", "dateModified":
                  "2024-07-02"})") +
                  kHeadline + "<p>2 July 2024</p>" + kBody),
            "2024-07-01, 2024-07-02");
}

TEST(MetadataPlaces, QuarrelsOfMachinesAreSettledByWhatIsShown) {
  const std::string machines = "<meta property=article:published_time content=2024-07-01>" +
                               linked(R"({"@type": "Article", "datePublished": "2024-09-20"})");
  EXPECT_EQ(read(machines + kHeadline + kBody + "<p>Published 3 July 2024</p>").published,
            "2024-07-03");
  EXPECT_EQ(read(machines + kHeadline + kBody).published, "2024-07-01");
}

TEST(MetadataPlaces, FirstPrintedElsewhere) {
  const std::string first =
      "<p>First published on 5 May 2024 in the quarterly of the harbour guild of Larchport, and "
      "printed here with its leave</p>";
  EXPECT_EQ(read(kHeadline + "<p>Published on 3 July 2024</p>" + first + kBody).published,
            "2024-07-03");
  EXPECT_EQ(read(kHeadline + first + kBody).published, "2024-05-05");
}

TEST(MetadataPlaces, NamesOfMetaByTheirParts) {
  const auto meta = [](const std::string& name, const std::string& value) {
    return dates("<meta name='" + name + "' content='" + value + "'>" + kHeadline + kBody);
  };
  EXPECT_EQ(meta("quay:article-publish-day", "2024-07-03"), "2024-07-03, ");
  EXPECT_EQ(meta("quay.last_modified_on", "3 July 2024"), ", 2024-07-03");
  EXPECT_EQ(meta("unpublish_date", "2029-07-03"), ", ");
  EXPECT_EQ(meta("quay:publisher", "Founded 3 July 1998"), ", ");
  EXPECT_EQ(dates(kHeadline + "<p itemprop='dateCreated datePublished'>3 July 2024</p>" + kBody),
            "2024-07-03, ");
}

TEST(MetadataPlaces, TheAddressThatThePageNames) {
  const std::string page =
      "<link rel=canonical href='https://quay.example/2024/07/03/grain'>" + kHeadline + kBody;
  EXPECT_EQ(read(page, "").published, "2024-07-03");
  EXPECT_EQ(read(page, "https://quay.example/r/1").published, "2024-07-03");
  EXPECT_EQ(read(page, "https://quay.example/2024/07/02/grain").published, "2024-07-02");
}

TEST(MetadataPlaces, ScriptsWhereNothingElseTells) {
  const auto script = [](const std::string& text) {
    return dates("<script>" + text + "</script>" + kHeadline + kBody);
  };
  EXPECT_EQ(script(R"(dataLayer.push({"type": "article", "publishedAt": "2024-07-03"}))"),
            "2024-07-03, ");
  EXPECT_EQ(script(R"(var page = {publishDate:'2024-07-03T09:00:00Z', author:'Ana'})"),
            "2024-07-03T09:00:00Z, ");
  EXPECT_EQ(script(R"(x("{\"datePublished\":\"2024-07-03\"}"))"), "2024-07-03, ");
  EXPECT_EQ(script(R"({"publish_time":1719997200,"section":2})"), "2024-07-03T09:00:00Z, ");
  // The data of a list of articles.
  EXPECT_EQ(script(R"([{"publishedAt": "2024-07-03"}, {"publishedAt": "2024-07-02"}])"), ", ");
  EXPECT_EQ(script(R"({"lastPublished": "2024-07-03", "publisher": "Quay 2024-07-03"})"), ", ");
  EXPECT_EQ(script(R"({"publishedAt": )"), ", ");
  // Less than what readers see.
  EXPECT_EQ(read(kHeadline + "<p>3 July 2024</p>" + kBody +
                 R"(<script>{"publishedAt": "2024-07-02"}</script>)")
                .published,
            "2024-07-03");
}

TEST(MetadataPlaces, AListIsAsNewAsItsNewest) {
  const std::string entry = "<div id=comments-date><span class=date>";
  EXPECT_EQ(dates("<h2>Ports</h2>" + entry + "3 July 2024</span> / 12</div><h2>Pilots</h2>" +
                      entry + "2 July 2024</span> / 4</div>",
                  "https://quay.example/"),
            ", 2024-07-03");
}

}  // namespace
}  // namespace concord
