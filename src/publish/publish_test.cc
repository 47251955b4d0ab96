#include <gtest/gtest.h>

#include "publish/layout.h"
#include "publish/quotes.h"
#include "publish/tables.h"
#include "publish/words.h"

namespace concord {
namespace {

const Style kNarrow{false, 30};

TEST(Layout, ColumnsThatNoRowFillsAreLeftOutAndLongCellsWrap) {
  EXPECT_EQ(
      table({"Party", "Pending", "Others say"},
            {{"Türkiye", "", "it is in talks on a day to be set"}, {"Peru", "", ""}}, kNarrow),
      "Party    Others say\n"
      "-------  ---------------------\n"
      "Türkiye  it is in talks on a\n"
      "         day to be set\n"
      "Peru\n");
}

TEST(Layout, ColourPaintsTheTextAndNotTheGap) {
  const Style colour{true, 80};
  EXPECT_EQ(colour.bold("x"), "\033[1mx\033[0m");
  EXPECT_EQ(colour.red(""), "");
  const std::string out = table({"A", "B"}, {{"x", "y"}}, colour);
  EXPECT_NE(out.find("\033[1mA  B\033[0m"), std::string::npos);
}

TEST(Layout, WrappedWords) {
  EXPECT_EQ(wrapped("one two  three", 7), (Cells{"one two", "three"}));
  EXPECT_EQ(wrapped("unbreakable", 3), Cells{"unbreakable"});
  EXPECT_EQ(wrapped("", 3), Cells{""});
  EXPECT_EQ(paragraph("a b", 80, "  ", "- "), "- a b\n");
}

TEST(Words, Dates) {
  EXPECT_EQ(date_words("2025-11-06"), "6 Nov 2025");
  EXPECT_EQ(date_words("2025-12"), "Dec 2025");
  EXPECT_EQ(date_words("2020/2021"), "2020 to 2021");
  EXPECT_EQ(date_words("../2020-01-31"), "by 31 Jan 2020");
  EXPECT_EQ(date_words("2025-11-06/.."), "from 6 Nov 2025");
  EXPECT_EQ(date_words("2024~"), "about 2024");
  EXPECT_EQ(date_words("2025-99-99"), "2025-99-99");
  EXPECT_EQ(date_words(""), "");
}

TEST(Words, ListsAndArticles) {
  EXPECT_EQ(listed({"A", "B", "C"}), "A, B and C");
  EXPECT_EQ(counted(1, "report"), "1 report");
  EXPECT_EQ(with_article("United States"), "the United States");
  EXPECT_EQ(with_article("High Seas Treaty"), "the High Seas Treaty");
  EXPECT_EQ(with_article("Treaty of Lisbon"), "the Treaty of Lisbon");
  EXPECT_EQ(with_article("NATO"), "NATO");
  EXPECT_EQ(with_article("Kazakhstan"), "Kazakhstan");
}

TEST(Words, TwoReportsOfOneOutletAreToldApart) {
  Outlets outlets;
  Citation a, b, c;
  a.report = "a.txt", b.report = "b.txt", c.report = "c.txt";
  a.outlet = b.outlet = "Fjord Times";
  c.outlet = "Rhine Observer";
  outlets.add({a, b, c});
  EXPECT_EQ(outlets.name("a.txt"), "Fjord Times (a.txt)");
  EXPECT_EQ(outlets.name("c.txt"), "Rhine Observer");
  EXPECT_EQ(outlets.name("d.txt"), "d.txt");
}

Account spoken(const std::string& name, const std::string& published) {
  Account account;
  account.report.path = "in/" + name;
  account.report.published = published;
  account.report.text = "\"We  will sign,\" the minister said.";
  Quote quote;
  quote.speaker.name = "minister";
  quote.words = {1, 15};
  account.findings.quotes = {quote};
  return account;
}

TEST(Quotes, OneQuotationPrintedTwiceIsOne) {
  const auto quotes =
      quotes_of({spoken("b.txt", "2025-05-02"), spoken("a.txt", "2025-05-01")}, "Minister");
  ASSERT_EQ(quotes.size(), 1u);
  EXPECT_EQ(quotes.front().words, "We will sign,");
  ASSERT_EQ(quotes.front().citations.size(), 2u);
  EXPECT_EQ(quotes.front().citations.front().report, "a.txt");
  EXPECT_TRUE(quotes_of({spoken("b.txt", "")}, "king").empty());
}

TEST(Brief, EverySentenceHasItsNumbers) {
  AgreementStatus status;
  status.agreement = "Pact";
  PartyStatus party;
  party.party = "ISL";
  party.party_name = "Iceland";
  party.stage = Stage::announced;
  party.since = "2025-05-01";
  Citation first, second;
  first.report = "a.txt", first.exact = "Iceland will join.", first.outlet = "Fjord Times";
  second.report = "b.txt", second.exact = "Iceland has joined.";
  party.evidence = {first};
  party.dissent = {{Stage::party, Polarity::affirmed, {"b.txt"}, {}, {second}}};
  status.parties = {party};
  EXPECT_EQ(
      brief_page(status, {"Pact", {}, {}}, {"Pact", {}}),
      "# Pact\n\n"
      "Not dated, from 0 reports by 0 independent sources. The numbers lead to the reports at "
      "the end, with the sentences that carry each cell.\n\n"
      "## In motion\n\n"
      "**Iceland** is announced to be joining, since 1 May 2025 [1]. One report says that it "
      "has joined [2].\n\n"
      "## Sources\n\n"
      "[1] Fjord Times, not dated (a.txt)\n    > Iceland will join.\n\n"
      "[2] Outlet not named, not dated (b.txt)\n    > Iceland has joined.\n\n");
}

}  // namespace
}  // namespace concord
