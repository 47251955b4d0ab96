#include "lexicon/lexicon.h"

#include <gtest/gtest.h>

#include "lexicon/rows.h"

namespace concord {
namespace {

TEST(Lexicon, BuiltInDataLoads) {
  const auto lexicon = load_lexicon(built_in_data());
  ASSERT_TRUE(lexicon.has_value()) << lexicon.error().message;
  EXPECT_EQ(lexicon->fingerprint.size(), 64u);
  EXPECT_GT(lexicon->world.states.size(), 190u);
}

TEST(ClauseWords, ListsMakeNoSmallWords) {
  const auto lexicon = load_lexicon(built_in_data());
  ASSERT_TRUE(lexicon.has_value()) << lexicon.error().message;
  const auto roles_of = [&](std::string_view word) {
    const auto found = lexicon->acts.words.find(word);
    return found == lexicon->acts.words.end() ? std::uint64_t{0} : found->second.roles;
  };
  EXPECT_EQ(roles_of("dubbed"), std::uint64_t{ClauseWord::dubs});
  EXPECT_EQ(roles_of("familiar"), std::uint64_t{ClauseWord::trailing});  // the last of the roles
  EXPECT_EQ(roles_of("dubbed") & ClauseWord::small, 0u);
  EXPECT_EQ(roles_of("dubbed") & ~ClauseWord::content, 0u);
  EXPECT_NE(roles_of("already") & ClauseWord::small, 0u);
}

TEST(Rows, SaysFileAndLineOfABadRow) {
  const auto rows = read_tsv("data/x.tsv", "word\trole\nb\tx\na\tx\n", {{"word", "role"}, {}});
  ASSERT_FALSE(rows.has_value());
  EXPECT_NE(rows.error().message.find("data/x.tsv:3"), std::string::npos) << rows.error().message;
}

TEST(Rows, RefusesAnUnknownKey) {
  const auto rows =
      read_toml("data/x.toml", "[[act]]\nname = \"a\"\nodd = 1\n", {{"act", {{"name"}, {}}}});
  ASSERT_FALSE(rows.has_value());
  EXPECT_NE(rows.error().message.find("odd"), std::string::npos);
}

TEST(Phrases, TheLongestWins) {
  Phrases phrases;
  phrases.add("new", 1);
  phrases.add("New Zealand", 2);
  EXPECT_EQ(phrases.exact("new zealand"), 2u);
  EXPECT_EQ(phrases.exact("new"), 1u);
  EXPECT_FALSE(phrases.exact("zealand").has_value());
}

}  // namespace
}  // namespace concord
