#include "train/surface.h"

#include <gtest/gtest.h>

namespace concord {
namespace {

constexpr const char* kTreebank =
    "# newdoc id = a\n# newpar\n# text = Oman didn't (yet).\n"
    "1\tOman\tOman\tPROPN\tNNP\t_\t2\tnsubj\t_\t_\n"
    "2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "2\tdid\tdo\tVERB\tVBD\t_\t0\troot\t_\t_\n"
    "3\tn't\tnot\tPART\tRB\t_\t2\tadvmod\t_\t_\n"
    "4\t(\t(\tPUNCT\t-LRB-\t_\t5\tpunct\t_\tSpaceAfter=No\n"
    "5\tyet\tyet\tADV\tRB\t_\t2\tadvmod\t_\tCheck=1|SpaceAfter=No\n"
    "6\t)\t)\tPUNCT\t-RRB-\t_\t5\tpunct\t_\tSpaceAfter=No\n"
    "7\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n"
    "1\tSo\tso\tADV\tRB\t_\t0\troot\t_\t_\n\n"
    "# newpar id = p\n1\tNew\tnew\tADJ\tJJ\t_\t0\troot\t_\t_\n\n";

TEST(Surface, JoinsFormsBySpaceAfterAndPartsParagraphs) {
  const auto sentences = *read_conllu(kTreebank, "x");
  const RawText raw = raw_text(sentences);
  EXPECT_EQ(raw.text, "Oman didn't (yet). So\n\nNew");
  EXPECT_EQ(raw.sentence_ends, (std::vector<std::uint32_t>{18, 21, 26}));
  EXPECT_EQ(raw.token_ends, (std::vector<std::uint32_t>{4, 11, 13, 16, 17, 18, 21, 26}));
}

TEST(Surface, KeepsTheWordsOfARange) {
  const auto tokens = surface_tokens((*read_conllu(kTreebank, "x"))[0]);
  ASSERT_EQ(tokens.size(), 6u);
  EXPECT_EQ(tokens[1].form, "didn't");
  EXPECT_EQ(tokens[1].words, (std::vector<std::string>{"did", "n't"}));
  EXPECT_FALSE(tokens[2].space_after);
}

}  // namespace
}  // namespace concord
