#include <gtest/gtest.h>

#include "text/fold.h"
#include "text/utf8.h"
#include "text/words.h"

namespace concord {
namespace {

std::string cut(std::string_view text) {
  std::string out;
  for (const Word& word : split_words(text, {0, static_cast<std::uint32_t>(text.size())})) {
    out += std::string(out.empty() ? "" : "|") + std::string(slice(text, word.span));
  }
  return out;
}

TEST(Words, AreCut) {
  EXPECT_EQ(cut("Trump's US-brokered 3.5% deal (U.S.) didn't"),
            "Trump|'s|US|-|brokered|3.5|%|deal|(|U.S.|)|did|n't");
  EXPECT_EQ(cut("278-151, O’Brien’s"), "278|-|151|,|O’Brien|’s");
  EXPECT_EQ(cut(""), "");
}

TEST(Utf8, RefusesWhatIsNoText) {
  EXPECT_TRUE(trusted_utf8("caf\xC3\xA9").has_value());
  const std::vector<std::string> broken = {std::string("a\0b", 3),
                                           std::string("\xFF\xFE"
                                                       "a"),
                                           std::string("\xC3("), std::string("\xED\xA0\x80")};
  for (const std::string& bad : broken) {
    EXPECT_FALSE(trusted_utf8(bad).has_value());
  }
}

TEST(CodePoints, MapBothWays) {
  const std::string text = "é" + std::string(100, 'x') + "–" + std::string(70, 'y');
  const CodePointMap map(text);
  EXPECT_EQ(map.code_point(2), 1u);
  EXPECT_EQ(map.code_point(static_cast<std::uint32_t>(text.size())), 172u);
  for (const std::uint32_t byte : {0u, 2u, 50u, 102u, 105u, 130u})
    EXPECT_EQ(map.byte(map.code_point(byte)), byte);
}

TEST(Fold, MakesNamesEqual) {
  EXPECT_EQ(folded_name("Élysée, U.S.-led"), "elysee us led");
  EXPECT_EQ(lower("It’s"), "it's");
  EXPECT_EQ(one_line(" a \n\t b "), "a b");
}

}  // namespace
}  // namespace concord
