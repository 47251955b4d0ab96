#include "text/phrase_list.h"

#include <gtest/gtest.h>

namespace concord {
namespace {

PhraseList list_of(std::initializer_list<const char*> phrases) {
  PhraseList list;
  for (const char* phrase : phrases) list.add(phrase);
  return list;
}

bool begins(const PhraseList& list, std::string_view text) {
  return list.begins(text, [](const std::string&) { return true; });
}

TEST(PhraseList, TellsWhetherATextIsOne) {
  const PhraseList list = list_of({"share", "read more", "x"});
  EXPECT_TRUE(list.is("share"));
  EXPECT_TRUE(list.is("x"));
  EXPECT_FALSE(list.is("shares"));
  EXPECT_FALSE(list.is("shar"));
  EXPECT_FALSE(list.is(""));
}

TEST(PhraseList, TellsWhetherOneBeginsAText) {
  const PhraseList list = list_of({"read", "read more"});
  EXPECT_TRUE(begins(list, "read more: ten photos"));
  EXPECT_TRUE(begins(list, "read"));
  EXPECT_FALSE(begins(list, "to read"));
  EXPECT_FALSE(begins(list, "rea"));
  const auto two_words = [](const std::string& phrase) { return phrase == "read more"; };
  EXPECT_FALSE(list.begins("read on", two_words));
  EXPECT_TRUE(list.begins("read more", two_words));
}

TEST(PhraseList, FindsOneAnywhere) {
  const PhraseList list = list_of({"min read", "\xC2\xA9", "z"});
  EXPECT_TRUE(list.stands_in("a 3 min read of news"));
  EXPECT_TRUE(list.stands_in("min read"));
  EXPECT_TRUE(list.stands_in("2021 \xC2\xA9"));
  EXPECT_TRUE(list.stands_in("jazz"));
  EXPECT_TRUE(list.stands_in("z\xC3\xA9ro"));
  EXPECT_FALSE(list.stands_in("a min rea"));
  EXPECT_FALSE(list.stands_in(""));
}

TEST(PhraseList, AnEmptyListHoldsNothing) {
  const PhraseList list;
  EXPECT_FALSE(list.is("share"));
  EXPECT_FALSE(begins(list, "share"));
  EXPECT_FALSE(list.stands_in("share"));
}

TEST(PhraseList, KeepsTheOrderOfComing) {
  const PhraseList list = list_of({"b", "a"});
  EXPECT_EQ(*list.begin(), "b");
}

}  // namespace
}  // namespace concord
