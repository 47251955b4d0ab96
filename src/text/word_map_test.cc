#include "text/word_map.h"

#include <gtest/gtest.h>

namespace concord {
namespace {

TEST(WordMap, KeepsWhatWasPutInAsItGrows) {
  WordMap<int> numbers;
  for (int i = 0; i < 1000; ++i) numbers["word" + std::to_string(i)] = i;
  ASSERT_EQ(numbers.size(), 1000u);
  for (int i = 0; i < 1000; ++i) {
    const auto found = numbers.find("word" + std::to_string(i));
    ASSERT_NE(found, numbers.end());
    EXPECT_EQ(found->second, i);
  }
  EXPECT_EQ(numbers.find("word1000"), numbers.end());
  EXPECT_EQ(numbers.begin()->first, "word0");  // in the order of coming
}

TEST(WordMap, TheFirstValueStaysUnlessAssigned) {
  WordMap<int> numbers;
  EXPECT_TRUE(numbers.try_emplace("nov", 11).second);
  EXPECT_FALSE(numbers.try_emplace("nov", 12).second);
  EXPECT_EQ(numbers["nov"], 11);
  numbers["nov"] = 12;
  EXPECT_EQ(numbers.find("nov")->second, 12);
}

// Words of all lengths, those with the same ends among them.
TEST(WordMap, TellsLikeWordsApart) {
  WordSet words;
  EXPECT_FALSE(words.contains(""));
  words.insert("");
  EXPECT_TRUE(words.contains(""));
  std::string word;
  for (int size = 1; size < 40; ++size) {
    word += 'a';
    EXPECT_FALSE(words.contains(word)) << size;
    words.insert(word);
    EXPECT_TRUE(words.contains(word)) << size;
  }
  words.insert("interconfessional-interconfession");
  EXPECT_FALSE(words.contains("interconfessional+interconfession"));
}

}  // namespace
}  // namespace concord
