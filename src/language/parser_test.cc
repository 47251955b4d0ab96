#include "language/parser.h"

#include <gtest/gtest.h>

#include <thread>

#include "base/limits.h"
#include "language/test_model.h"

namespace concord {
namespace {

SyntaxModel small_model() {
  static const std::string bytes = print_syntax_model(random_model(2));
  return *load_syntax_model(bytes, "small");
}

std::vector<Forms> some_sentences() {
  static const std::vector<std::string_view> words = {"Oman",      "signed", "the", "pact",  ".",
                                                      "Yesterday", "U.S.",   "3.5", "naïve", "\""};
  Dice dice(17);
  std::vector<Forms> sentences;
  for (std::size_t i = 0; i < 120; ++i) {
    Forms forms;
    for (std::size_t size = dice.roll(40); size > 0; --size) {
      forms.push_back(words[dice.roll(static_cast<std::uint32_t>(words.size()))]);
    }
    sentences.push_back(std::move(forms));
  }
  return sentences;
}

void expect_tree(const Syntax& syntax) {
  std::size_t roots = 0;
  for (const SyntaxWord& word : syntax.words) {
    roots += word.head == kRoot;
    EXPECT_EQ(word.head == kRoot, word.relation == Relation::root);
    EXPECT_TRUE(word.head == kRoot || word.head < syntax.words.size());
  }
  EXPECT_EQ(roots, syntax.words.empty() ? 0u : 1u);
}

TEST(Parser, GivesATreeForEverySentence) {
  const Parser parser(small_model());
  for (const Syntax& syntax : parser.parse(some_sentences())) expect_tree(syntax);
}

TEST(Parser, AnswersTheSameInAnyBatch) {
  const Parser parser(small_model());
  const std::vector<Forms> sentences = some_sentences();
  const std::vector<Syntax> together = parser.parse(sentences);
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    EXPECT_EQ(parser.parse(std::span(&sentences[i], 1)).front(), together[i]);
  }
}

TEST(Parser, AnswersTheSameOnAnyProcessor) {
  const std::vector<Forms> sentences = some_sentences();
  const std::vector<Syntax> wanted = Parser(small_model(), portable_kernels()).parse(sentences);
  for (const Kernels* kernels : all_kernels()) {
    EXPECT_EQ(Parser(small_model(), *kernels).parse(sentences), wanted) << kernels->name;
  }
}

TEST(Parser, IsSharedByThreads) {
  const Parser parser(small_model());
  const std::vector<Forms> sentences = some_sentences();
  const std::vector<Syntax> wanted = parser.parse(sentences);
  std::vector<std::vector<Syntax>> got(4);
  std::vector<std::thread> threads;
  for (auto& answer : got) threads.emplace_back([&] { answer = parser.parse(sentences); });
  for (std::thread& thread : threads) thread.join();
  for (const auto& answer : got) EXPECT_EQ(answer, wanted);
}

TEST(Parser, ReadsEndlessSentencesInPieces) {
  const Parser parser(small_model());
  const Forms forms(kSentenceTokensMax * 2 + 3, "pact");
  const auto syntax = parser.parse(std::span(&forms, 1)).front();
  ASSERT_EQ(syntax.words.size(), forms.size());
  expect_tree(syntax);
}

TEST(Parser, TakesNoSentenceAndEmptyOnes) {
  const Parser parser(small_model());
  EXPECT_TRUE(parser.parse({}).empty());
  const std::vector<Forms> empty(2);
  EXPECT_EQ(parser.parse(empty).size(), 2u);
}

TEST(Parser, TakesEmptyForms) {
  const Parser parser(small_model());
  const Forms forms = {"", "Oman", ""};
  expect_tree(parser.parse(std::span(&forms, 1)).front());
}

}  // namespace
}  // namespace concord
