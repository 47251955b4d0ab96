#include "language/features.h"

#include <gtest/gtest.h>

namespace concord {
namespace {

std::string fold(std::string_view form) {
  std::string folded;
  fold_form(form, folded);
  return folded;
}

SentenceCase case_of(std::initializer_list<std::string_view> forms) {
  return sentence_case(std::vector<std::string_view>(forms));
}

TEST(Features, FoldsCaseQuotesAndDashes) {
  EXPECT_EQ(fold("Oman"), "oman");
  EXPECT_EQ(fold("ÖSTERREICH"), "österreich");
  EXPECT_EQ(fold("“"), "\"");
  EXPECT_EQ(fold("—"), "-");
  EXPECT_EQ(fold("n’t"), "n't");
}

TEST(Features, SeesHeadlines) {
  EXPECT_EQ(case_of({"Oman", "signed", "the", "pact"}), SentenceCase::plain);
  EXPECT_EQ(case_of({"Oman", "Signs", "Pact", "With", "Norway"}), SentenceCase::titled);
  EXPECT_EQ(case_of({"OMAN", "SIGNS", "PACT"}), SentenceCase::capitals);
  EXPECT_EQ(case_of({"oman", "signs", "pact"}), SentenceCase::small);
  EXPECT_EQ(case_of({"Oman", "!"}), SentenceCase::plain);
}

TEST(Features, AffixesOfLikeWordsShareRows) {
  const auto a = word_features("signing", "signing", false, SentenceCase::plain);
  const auto b = word_features("Signing", "signing", false, SentenceCase::plain);
  EXPECT_EQ(a.word, b.word);
  ASSERT_EQ(a.count, b.count);
  std::size_t same = 0;
  for (std::size_t i = 0; i < a.count; ++i) same += a.rows[i] == b.rows[i];
  EXPECT_EQ(same, a.count - 1);  // all but the shape
  EXPECT_LE(a.count, kFeaturesMax);
}

TEST(Features, AnEmptyFormHasRowsToo) {
  EXPECT_EQ(word_features("", "", true, SentenceCase::plain).count, 2u);
}

}  // namespace
}  // namespace concord
