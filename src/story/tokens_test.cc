#include "story/tokens.h"

#include <gtest/gtest.h>

#include <string>

namespace concord {
namespace {

Report report_of(std::string text) {
  Report report;
  report.text = std::move(text);
  report.blocks = {{BlockKind::paragraph, {0, static_cast<std::uint32_t>(report.text.size())}}};
  return report;
}

// The words with their marks: ^ capital, # number, . opens a sentence, " quoted.
std::string told(const std::string& text) {
  const Report report = report_of(text);
  std::string out;
  for (const StoryToken& token : story_tokens(report)) {
    if (!out.empty()) out += ' ';
    out += std::string(report.words(token.span)) + (token.capital ? "^" : "") +
           (token.number ? "#" : "") + (token.opens ? "." : "") + (token.quoted ? "\"" : "");
  }
  return out;
}

TEST(StoryTokens, words_numbers_and_quotations) {
  EXPECT_EQ(told("Trump's 120,000 \"votes count\", he said. Yes"),
            "Trump^. 120,000# votes\" count\" he said Yes^.");
  EXPECT_EQ(told("\u201cSmall doors\u201d open"), "Small^.\" doors\" open");
  EXPECT_EQ(told("Trump\u2019s word"), "Trump^. word");
}

TEST(StoryTokens, numbers_of_texts_that_are_split_at_every_mark) {
  EXPECT_EQ(story_tokens(report_of("a 6 . 1 quake"))[1].word, words_of("6.1").front());
  EXPECT_EQ(story_tokens(report_of("of 120 , 000 people"))[1].word, words_of("120000").front());
  EXPECT_EQ(told("in 2005 , 12 people"), "in. 2005# 12# people");
}

TEST(StoryTokens, stems_of_one_word_are_one) {
  for (const char* form : {"joined", "joins", "joining"}) EXPECT_EQ(stem_of(form), stem_of("join"));
  EXPECT_EQ(stem_of("parties"), stem_of("party"));
  EXPECT_EQ(stem_of("boxes"), stem_of("box"));
  EXPECT_NE(stem_of("accord"), stem_of("accordion"));
}

TEST(StoryTokens, any_bytes_and_any_length) {
  std::string odd;
  for (int i = 0; i < 3000; ++i) odd += static_cast<char>(i * 37 % 256);
  for (const StoryToken& token : story_tokens(report_of(odd))) {
    ASSERT_LT(token.span.begin, token.span.end);
    ASSERT_LE(token.span.end, odd.size());
  }
  std::string words;
  for (int i = 0; i < 30'000; ++i) words += "word ";
  EXPECT_EQ(story_tokens(report_of(words)).size(), kTokensMax);
  Report wrong = report_of("short");
  wrong.blocks[0].span.end = 900;
  EXPECT_EQ(story_tokens(wrong).size(), 1u);
}

}  // namespace
}  // namespace concord
