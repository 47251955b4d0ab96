#include "lexicon/lexicon.h"

#include <gtest/gtest.h>

#include <algorithm>

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
  const auto roles_of = [&](std::string_view word) { return lexicon->acts.roles_of(word); };
  EXPECT_EQ(roles_of("dubbed"), Role::dubs);
  EXPECT_EQ(roles_of("familiar"), Role::trailing);  // the last of the roles
  EXPECT_FALSE(roles_of("dubbed").any(Role::small));
  EXPECT_FALSE(roles_of("dubbed").any(~Role::content));
  EXPECT_TRUE(roles_of("already").any(Role::small));
}

TEST(ClauseWords, OneWordOfAName) {
  const auto lexicon = load_lexicon(built_in_data());
  ASSERT_TRUE(lexicon.has_value()) << lexicon.error().message;
  EXPECT_TRUE(lexicon->acts.any_word("foreign minister", Role::government));
  EXPECT_TRUE(lexicon->acts.any_word("ceasefire-for-hostages deal", Role::fighting));
  EXPECT_FALSE(lexicon->acts.any_word("opposition", Role::fighting));
  EXPECT_FALSE(lexicon->acts.any_word("", Role::small));
}

TEST(World, NounsInTheSingular) {
  const auto lexicon = load_lexicon(built_in_data());
  ASSERT_TRUE(lexicon.has_value()) << lexicon.error().message;
  EXPECT_EQ(lexicon->world.singular("treaties"), "treaty");
  EXPECT_EQ(lexicon->world.singular("memoranda"), "memorandum");
  EXPECT_EQ(lexicon->world.singular("deals"), "deal");
  EXPECT_EQ(lexicon->world.singular("congress"), "congress");
}

// Every role is told of in the head of its file, and some word plays it.
TEST(ClauseWords, EachRoleIsExplainedAndPlayed) {
  const std::string_view file = *file_of(built_in_data(), "en/clause_words.tsv");
  const std::string_view head = file.substr(0, file.find("\nword\t"));
  const auto words = load_clause_words(built_in_data());
  ASSERT_TRUE(words.has_value()) << words.error().message;
  for (const std::string_view name : role_names()) {
    EXPECT_NE(head.find(" " + std::string(name) + " "), head.npos) << name;
    const auto role = role_named(name);
    ASSERT_TRUE(role.has_value()) << name;
    EXPECT_TRUE(std::ranges::any_of(*words, [&](const auto& entry) {
      return entry.second.roles.any(*role);
    })) << name;
  }
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
