#include "lexicon/inflections.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace concord {
namespace {

Inflections loaded() { return *load_inflections(built_in_data()); }

bool has(const std::string& base, const std::string& form, ActForm kind) {
  const auto forms = loaded().of(base);
  return std::ranges::find(forms, std::pair(form, kind)) != forms.end();
}

TEST(Inflections, FollowTheRulesOfSpelling) {
  EXPECT_TRUE(has("ratify", "ratifies", ActForm::present));
  EXPECT_TRUE(has("ratify", "ratified", ActForm::past));
  EXPECT_TRUE(has("accede to", "acceded to", ActForm::past));
  EXPECT_TRUE(has("agree", "agreeing", ActForm::gerund));
  EXPECT_TRUE(has("enter", "entered", ActForm::past));
  EXPECT_TRUE(has("approach", "approaches", ActForm::present));
}

TEST(Inflections, KnowWhatTheRulesMiss) {
  EXPECT_TRUE(has("submit", "submitted", ActForm::past));
  EXPECT_TRUE(has("submit", "submitting", ActForm::gerund));
  EXPECT_TRUE(has("withdraw from", "withdrew from", ActForm::past));
  EXPECT_TRUE(has("withdraw from", "withdrawn from", ActForm::past));
  EXPECT_TRUE(has("go", "goes", ActForm::present));
  EXPECT_TRUE(has("tie", "tying", ActForm::gerund));
}

TEST(Inflections, ATableWithTwoRowsForAVerbIsRefused) {
  const DataFiles files = {{"en/inflections.tsv", "base\tpast\nsay\tsaid\nsay\tsayed\n"}};
  const auto refused = load_inflections(files);
  ASSERT_FALSE(refused.has_value());
  EXPECT_NE(refused.error().message.find("'say'"), std::string::npos);
}

}  // namespace
}  // namespace concord
