#include "train/name_learner.h"

#include <gtest/gtest.h>

#include "language/test_model.h"
#include "train/bio.h"
#include "train/name_chain.h"

namespace concord {
namespace {

constexpr const char* kBio =
    "# newdoc id = a\nOman\tB-LOC\nmet\tO\nAna\tB-PER\nRuiz\tI-PER\n\n"
    "Ruiz\tB-PER\nleft\tO\nOman\tB-LOC\n\n"
    "# newdoc id = b\nthe\tO\nPact\tB-ORG\nOffice\tI-ORG\nof\tO\nPeru\tB-LOC\n\n"
    "Peru\tB-LOC\nmet\tO\nthe\tO\nPact\tB-ORG\nOffice\tI-ORG\tB-Organisation\n\n";

TEST(Bio, IsReadByDocumentsAndPrintedAgain) {
  const auto documents = *read_bio(kBio, "x");
  ASSERT_EQ(documents.size(), 2u);
  ASSERT_EQ(documents[0].size(), 2u);
  EXPECT_EQ(documents[0][0].names,
            (std::vector<Name>{{{0, 1}, NameType::place}, {{2, 4}, NameType::person}}));
  EXPECT_EQ(print_bio(documents[1][0], documents[1][0].names),
            "# newdoc id = b\nthe\tO\nPact\tB-ORG\nOffice\tI-ORG\nof\tO\nPeru\tB-LOC\n\n");
}

TEST(Bio, KnowsDocumentsByTheirSentenceIds) {
  const auto documents = *read_bio(
      "# sent_id = a-b-1\nx\tO\n\n# sent_id = a-b-2\nx\tO\n\n# sent_id = a-c-1\nx\tO\n", "x");
  ASSERT_EQ(documents.size(), 2u);
  EXPECT_EQ(documents[0].size(), 2u);
}

TEST(Bio, RefusesALineWithoutATag) {
  EXPECT_EQ(read_bio("Oman\tB-LOC\nmet\n", "x").error().message,
            "x:2: no tab between word and tag");
}

TEST(NameChain, SlopesOfAWordSumToNothingAndPointAtTheRightLabel) {
  const std::vector<std::uint8_t> right = {1, 3, 0};  // first and last of a person, none
  const std::vector<float> scores(right.size() * kNameLabels);
  ChainSlopes slopes;
  chain_slopes(scores, Follows{}, right, slopes);
  for (std::size_t word = 0; word < right.size(); ++word) {
    float sum = 0;
    for (std::size_t j = 0; j < kNameLabels; ++j) sum += slopes.labels[word * kNameLabels + j];
    EXPECT_NEAR(sum, 0, 1e-5);
    EXPECT_LT(slopes.labels[word * kNameLabels + right[word]], 0);
  }
  // The first word cannot be the last of a name.
  EXPECT_EQ(slopes.labels[label_of(NameType::place, NamePart::last)], 0);
}

TEST(NameChain, ExponentialIsThatOfMathematics) {
  EXPECT_NEAR(plain_exp(0), 1, 1e-6);
  EXPECT_NEAR(plain_exp(1), 2.7182818f, 1e-5);
  EXPECT_NEAR(plain_exp(-10), 4.539993e-5f, 1e-9);
  EXPECT_GT(plain_exp(1000), 1e30f);
}

std::string train(std::uint64_t seed) {
  static const std::string syntax = print_syntax_model(random_model(3));
  const Parser parser(*load_syntax_model(syntax, "small"));
  NamePlan plan;
  plan.seed = seed;
  plan.epochs = 20;
  const std::vector<NamedCorpus> corpora = {*read_bio(kBio, "x"), *read_bio(kBio, "y")};
  return print_name_model(learn_names(corpora, parser, {}, plan, [](std::size_t) {}));
}

TEST(NameLearner, ASeedGivesOneFile) {
  EXPECT_EQ(train(1), train(1));
  EXPECT_NE(train(1), train(2));
}

TEST(NameLearner, FindsWhatItHasSeen) {
  static const std::string file = train(1);
  static const std::string syntax = print_syntax_model(random_model(3));
  const Parser parser(*load_syntax_model(syntax, "small"));
  const auto finder = NameFinder::load(file, "x");
  ASSERT_TRUE(finder) << finder.error().message;
  const std::vector<Forms> document = {{"Oman", "met", "Ana", "Ruiz"}};
  EXPECT_EQ(finder->find(document, parser.parse(document))[0],
            (std::vector<Name>{{{0, 1}, NameType::place}, {{2, 4}, NameType::person}}));
}

}  // namespace
}  // namespace concord
