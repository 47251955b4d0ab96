#include "language/conllu.h"

#include <gtest/gtest.h>

namespace concord {
namespace {

constexpr const char* kText =
    "# text = Oman didn't sign.\n"
    "1\tOman\tOman\tPROPN\tNNP\t_\t4\tnsubj\t_\t_\n"
    "2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "2\tdid\tdo\tAUX\tVBD\t_\t4\taux\t_\t_\n"
    "3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_\n"
    "4\tsign\tsign\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No\n"
    "5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n"
    "\n";

TEST(Conllu, ReadsAndPrintsTheSame) {
  const auto sentences = read_conllu(kText, "x");
  ASSERT_TRUE(sentences) << sentences.error().message;
  ASSERT_EQ(sentences->size(), 1u);
  const TreebankSentence& sentence = sentences->front();
  EXPECT_EQ(sentence.forms, (std::vector<std::string>{"Oman", "did", "n't", "sign", "."}));
  EXPECT_EQ(sentence.syntax.words[0].head, 3u);
  EXPECT_EQ(sentence.syntax.words[3].head, kRoot);
  EXPECT_EQ(print_conllu(sentence, sentence.syntax), kText);
}

TEST(Conllu, ALastSentenceNeedsNoEmptyLine) {
  EXPECT_EQ(read_conllu("1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_", "x")->size(), 1u);
}

TEST(Conllu, RefusesWithTheLine) {
  EXPECT_EQ(read_conllu("# a\n1\tYes\n\n", "x").error().message, "x:2: not ten columns");
  EXPECT_EQ(read_conllu("1\tYes\tyes\tWORD\tUH\t_\t0\troot\t_\t_\n", "x").error().message,
            "x:1: unknown UPOS");
  EXPECT_EQ(read_conllu("1\tYes\tyes\tINTJ\tUH\t_\t7\troot\t_\t_\n\n", "x").error().message,
            "x:2: a HEAD is no word of the sentence above");
}

TEST(Labels, NamesGoBothWays) {
  EXPECT_EQ(find_relation("nsubj:pass"), Dependency::nsubj_pass);
  EXPECT_EQ(relation_name(Dependency::case_mark), "case");
  EXPECT_EQ(penn_name(Penn::prp_poss), "PRP$");
  EXPECT_EQ(word_class_name(WordClass::propn), "PROPN");
  EXPECT_FALSE(find_penn("NN$"));
}

}  // namespace
}  // namespace concord
