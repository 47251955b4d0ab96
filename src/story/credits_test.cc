#include "story/credits.h"

#include <gtest/gtest.h>

#include "story/test_accounts.h"

namespace concord {
namespace {

// "credit NAME" or "cites NAME" of each, with the words that say so.
std::string told(const std::string& text) {
  const StoryWords& words = built_in_story_words();
  OutletNames outlets(words);
  outlets.add("The Quay Courier");
  outlets.add("Levant Monitor");
  const Report report = test_report("a", "Elmhill Gazette", "", "A title of some words", text);
  std::string out;
  for (const Credit& credit : find_credits(report, story_tokens(report), outlets, words)) {
    if (!out.empty()) out += "; ";
    out += std::string(credit.cites ? "cites " : "credit ") + outlets.name(credit.outlet) + " [" +
           std::string(report.words(credit.span)) + "]";
  }
  return out;
}

TEST(Credits, whose_account_it_is) {
  EXPECT_EQ(told("WASHINGTON (AP) - Two states signed."), "credit Associated Press [AP]");
  EXPECT_EQ(told("They signed.\nReporting by Ana Ruiz in Oslo, Reuters"),
            "credit Reuters [Reporting by Ana Ruiz in Oslo, Reuters]");
  EXPECT_EQ(told("They signed.\nSource: Levant Monitor"),
            "credit Levant Monitor [Source: Levant Monitor]");
  EXPECT_EQ(told("They signed.\nThis article first appeared in The Quay Courier."),
            "credit The Quay Courier [first appeared in The Quay Courier]");
}

TEST(Credits, who_is_cited) {
  EXPECT_EQ(told("The two will sign in May, the Quay Courier reported on Friday."),
            "cites The Quay Courier [Quay Courier reported]");
  EXPECT_EQ(told("The two will sign in May, according to Reuters, which saw a draft."),
            "cites Reuters [according to Reuters]");
}

TEST(Credits, a_picture_and_a_mere_mention_are_neither) {
  EXPECT_EQ(told("The king waves. (Photo: Reuters)"), "");
  EXPECT_EQ(told("The Reuters building in London was sold, as was the Quay Courier of Oslo."), "");
  EXPECT_EQ(told("A source at Reuters in Oslo knew it, and \"the Quay Courier said so\"."), "");
}

TEST(Credits, names_of_an_outlet_are_one) {
  OutletNames outlets(built_in_story_words());
  EXPECT_EQ(outlets.add("AP"), outlets.add("Associated Press"));
  EXPECT_EQ(outlets.add("The Quay Courier"), outlets.add("QUAY COURIER"));
  EXPECT_EQ(outlets.add(""), 0u);
  EXPECT_TRUE(outlets.is_agency(outlets.add("Reuters")));
  EXPECT_FALSE(outlets.is_agency(outlets.add("Quay Courier")));
}

}  // namespace
}  // namespace concord
