#include "story/origins.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "story/test_accounts.h"

namespace concord {
namespace {

class Origins : public testing::Test {
 protected:
  const Report& account(const std::string& id) const { return test_account(accounts_, id).report; }
  std::string body_of(const std::string& id) const {
    return account(id).text.substr(account(id).title.size() + 1);
  }
  // "id kind source" of each, one a line, in the order given.
  static std::string told(const std::vector<Report>& reports) {
    std::string out;
    const auto origins = find_origins(pointers_to(reports));
    for (std::size_t i = 0; i < reports.size(); ++i) {
      out += reports[i].digest + ": " + origins[i].id + " " +
             std::string(name_of(origins[i].kind)) +
             (origins[i].source.empty() ? "" : " " + origins[i].source) + "\n";
    }
    return out;
  }
  std::vector<TestAccount> accounts_ = test_accounts();
};

TEST_F(Origins, a_copy_a_cut_and_a_copy_of_the_copy_have_one_origin) {
  const std::string body = body_of("rail-1");
  EXPECT_EQ(told({account("rail-1"),
                  test_report("copy", "Northgate Herald", "2024-04-09", "Railway treaty sealed",
                              "By Ana Petrov\n" + body + "\nMore tomorrow."),
                  test_report("cut", "Elmhill Courier", "2024-04-09", "Railway",
                              body.substr(0, body.find("The prime ministers"))),
                  test_report("again", "Quarry Daily", "2024-04-10", "Trains", body)}),
            "rail-1: rail-1 own\n"
            "copy: rail-1 copy rail-1\n"
            "cut: rail-1 excerpt rail-1\n"
            "again: rail-1 copy rail-1\n");
}

TEST_F(Origins, independent_accounts_stay_apart_though_they_quote_the_same) {
  EXPECT_EQ(told({account("ferry-1"), account("ferry-2"), account("ferry-3")}),
            "ferry-1: ferry-1 own\nferry-2: ferry-2 own\nferry-3: ferry-3 own\n");
}

TEST_F(Origins, a_statement_that_both_print_whole_makes_no_copy) {
  const std::string statement =
      "\nThe full text of the joint statement follows:\nThe two sides reaffirm their resolve to "
      "carry out in full what was agreed, and invite all partners to take part in good "
      "faith.\nThey "
      "will meet every six months to take stock, in turn in either capital, and name a secretariat "
      "of six officials who prepare these meetings and keep the minutes of them.\nThey ask the "
      "United Nations to register the agreement and thank all who have worked for it in the past "
      "three years, among them the towns on both shores.";
  EXPECT_EQ(told({test_report("a", "Meridian Post", "2024-05-14", "Deal on ferries",
                              "Norway and Denmark keep their night boats." + statement),
                  test_report("b", "Elmhill Courier", "2024-05-15", "Boats to stay",
                              "Sailors cheered in the port of Frederikshavn today." + statement)}),
            "a: a own\nb: b own\n");
}

TEST_F(Origins, a_digest_goes_to_the_account_that_it_credits) {
  const std::string digest =
      "Oslo and Copenhagen found money for the Frederikshavn boat, 42 million kroner a year.\nJon "
      "Hauge and Pia Lund settled it.\nSource: Fjord Wire";
  EXPECT_EQ(told({account("ferry-1"), account("ferry-2"),
                  test_report("digest", "Morning Digest", "2024-05-15", "Ferries saved", digest)}),
            "ferry-1: ferry-1 own\nferry-2: ferry-2 own\ndigest: ferry-1 digest ferry-1\n");
  // The account itself need not be there: two digests of it still are one source.
  Report one = test_report("one", "", "2024-05-15", "Ferries saved", digest);
  Report two = test_report("two", "", "2024-05-16", "A boat for Jon Hauge and Pia Lund",
                           "The Frederikshavn line gets 42 million kroner.\nSource: Fjord Wire");
  one.derived_from = two.derived_from = "Fjord Wire";
  EXPECT_EQ(told({one, two}), "one: one digest Fjord Wire\ntwo: one digest Fjord Wire\n");
}

TEST_F(Origins, a_long_report_with_an_agencys_paragraphs_is_a_source_of_its_own) {
  const std::string wire = body_of("visa-1"), own = body_of("visa-2") + "\n" + body_of("gas-2");
  EXPECT_EQ(told({account("visa-1"), test_report("long", "Elmhill Courier", "2024-01-16", "Visas",
                                                 own + "\n" + wire.substr(0, wire.size() / 2))}),
            "visa-1: visa-1 own\nlong: long own\n");
}

TEST_F(Origins, a_credit_decides_who_was_first_against_the_order_of_time) {
  // The copy came out with the morning's date, the agency's own page is undated.
  Report wire = account("river-1");
  wire.published.clear();
  const auto lineage = trace_lineage(
      pointers_to({wire, test_report("copy", "Elmhill Courier", "2024-06-03", "Dams",
                                     body_of("river-1") + "\nSource: Meridian News Agency")}));
  ASSERT_EQ(lineage.links.size(), 1u);
  EXPECT_EQ(lineage.links[0].by, FirstBy::credit);
  EXPECT_FALSE(lineage.links[0].earlier_is_source);
  EXPECT_EQ(lineage.origins[1].kind, OriginKind::copy);
  EXPECT_EQ(lineage.origins[1].source, "river-1");
}

TEST_F(Origins, the_order_of_reports_does_not_matter) {
  std::vector<Report> reports;
  for (const TestAccount& one : accounts_) {
    reports.push_back(one.report);
    Report copy = test_report(one.report.digest + "-copy", "Elmhill Courier", one.report.published,
                              one.report.title, body_of(one.report.digest));
    reports.push_back(copy);
  }
  const auto by_digest = [](const std::vector<Report>& all) {
    std::string text = told(all);
    std::set<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = text.find('\n', at);
      lines.insert(text.substr(at, end - at));
      at = end + 1;
    }
    return lines;
  };
  const auto wanted = by_digest(reports);
  std::mt19937 random(3);
  for (int round = 0; round < 5; ++round) {
    std::ranges::shuffle(reports, random);
    EXPECT_EQ(by_digest(reports), wanted);
  }
}

TEST_F(Origins, passages_have_their_place_in_both_texts) {
  const Report& wire = account("gas-1");
  const Report copy = test_report("copy", "Quarry Daily", "2024-03-26", "Gas",
                                  "Our own first line here.\n" + body_of("gas-1"));
  const auto passages = shared_passages(wire, copy, false, built_in_story_words());
  ASSERT_FALSE(passages.empty());
  for (const TextPassage& passage : passages)
    EXPECT_EQ(wire.words(passage.a), copy.words(passage.b));
  EXPECT_TRUE(wire.words(passages.front().a).starts_with("NIAMEY"));
  const auto quoted =
      shared_passages(account("rail-1"), account("rail-3"), true, built_in_story_words());
  EXPECT_TRUE(quoted.empty());  // six words are too few
}

}  // namespace
}  // namespace concord
