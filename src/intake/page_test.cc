#include "intake/page.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/limits.h"
#include "intake/intake.h"
#include "lexicon/data.h"

namespace concord {
namespace {

const Lexicon& lexicon() {
  static const Lexicon loaded = *load_lexicon(built_in_data());
  return loaded;
}

constexpr const char* kBody =
    "<h1>Grain deal extended</h1><p class=byline>By Ana Ruiz</p>"
    "<p>Norland and Suthia extended the grain deal on Friday, their ministers said.</p>";

Report page(const std::string& html) {
  return *read_page(html, {.address = "https://www.quay.example/a?x=1", .captured = ""}, lexicon());
}

const Provenance* chosen(const Report& report, const std::string& field) {
  const auto found = std::ranges::find_if(
      report.provenance, [&](const Provenance& one) { return one.field == field && one.chosen; });
  return found == report.provenance.end() ? nullptr : &*found;
}

TEST(Page, ItsAddressIsTheCanonicalOneOfItsOwnSite) {
  const auto linked = [](const std::string& address) {
    return page("<link rel=canonical href='" + address + "'>" + kBody);
  };
  EXPECT_EQ(linked("http://quay.example/a").address, "http://quay.example/a");
  EXPECT_EQ(linked("/a").address, "https://www.quay.example/a");
  const Report copy = linked("https://harbour.example/b");
  EXPECT_EQ(copy.address, "");
  const auto other = std::ranges::find(copy.provenance, "address", &Provenance::field);
  ASSERT_NE(other, copy.provenance.end());
  EXPECT_EQ(other->reason, "another site, whose page this one may copy");
}

TEST(Page, SaysWhereItsValuesStand) {
  const Report report = page(kBody);
  ASSERT_NE(chosen(report, "author"), nullptr);
  EXPECT_EQ(chosen(report, "author")->value, "Ana Ruiz");
  EXPECT_EQ(chosen(report, "title")->from, "heading");
}

TEST(Page, SaysWhatALimitKeptOut) {
  EXPECT_TRUE(page(kBody).notes.empty());
  std::string deep;
  for (int i = 0; i < 5'000; ++i) deep += "<div>";
  const Report report = page(kBody + deep);
  ASSERT_EQ(report.notes.size(), 1U);
  EXPECT_NE(report.notes[0].find("deep within each other"), std::string::npos);
}

TEST(ScrapedText, SaysWhichLineTellsAValue) {
  const auto report =
      read_text(Input{"a.txt",
                      "The Quay Courier\n\nGrain deal extended for a year\n\nBy Ana "
                      "Ruiz\n\nLast updated: 8 May 2024\n\nFirst published: 3 May "
                      "2024\n\nPORT ELM - Norland and Suthia extended the grain "
                      "deal on Friday, their ministers said.\n"},
                lexicon());
  ASSERT_TRUE(report.has_value());
  ASSERT_NE(chosen(*report, "published"), nullptr);
  EXPECT_EQ(chosen(*report, "published")->value, "2024-05-03");
  EXPECT_EQ(chosen(*report, "published")->where, "First published: 3 May 2024");
  EXPECT_EQ(chosen(*report, "updated")->value, "2024-05-08");
  EXPECT_EQ(chosen(*report, "outlet")->where, "The Quay Courier");
  EXPECT_EQ(chosen(*report, "dateline")->value, "Port Elm");
}

}  // namespace
}  // namespace concord
