#include "language/parser.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
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
    EXPECT_EQ(word.head == kRoot, word.relation == Dependency::root);
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

// The shipped model, on sentences of which each shows a construction that reports live on.
class ShippedModel : public ::testing::Test {
 protected:
  // "nsubj(signed, Oman)" for every word but punctuation, in order.
  static std::string tree(const std::string& sentence) {
    static const std::string bytes = [] {
      std::ifstream in(std::string(CONCORD_SOURCE_DIR "/data/") + kSyntaxModelName,
                       std::ios::binary);
      return std::string(std::istreambuf_iterator<char>(in), {});
    }();
    static const Parser parser = *Parser::load(bytes, kSyntaxModelName);
    Forms forms;
    for (std::size_t at = 0; at < sentence.size();) {
      const std::size_t end = std::min(sentence.find(' ', at), sentence.size());
      forms.push_back(std::string_view(sentence).substr(at, end - at));
      at = end + 1;
    }
    std::string printed;
    const Syntax syntax = parser.parse(std::span(&forms, 1)).front();
    for (std::size_t i = 0; i < forms.size(); ++i) {
      const SyntaxWord& word = syntax.words[i];
      if (word.relation == Dependency::punct) continue;
      const std::string_view head = word.head == kRoot ? "" : forms[word.head];
      printed += (printed.empty() ? "" : " ") + std::string(relation_name(word.relation)) + "(" +
                 std::string(head) + "," + std::string(forms[i]) + ")";
    }
    return printed;
  }
};

TEST_F(ShippedModel, ReadsSubjectsAndObjects) {
  EXPECT_EQ(tree("Oman signed the pact on Friday ."),
            "nsubj(signed,Oman) root(,signed) det(pact,the) obj(signed,pact) case(Friday,on) "
            "obl(signed,Friday)");
}

TEST_F(ShippedModel, ReadsPassives) {
  EXPECT_EQ(tree("The treaty was ratified by Norway ."),
            "det(treaty,The) nsubj:pass(ratified,treaty) aux:pass(ratified,was) root(,ratified) "
            "case(Norway,by) obl:agent(ratified,Norway)");
}

TEST_F(ShippedModel, ReadsRelativeClauses) {
  EXPECT_EQ(tree("Chile , which joined in May , will withdraw ."),
            "nsubj(withdraw,Chile) nsubj(joined,which) acl:relcl(Chile,joined) case(May,in) "
            "obl(joined,May) aux(withdraw,will) root(,withdraw)");
}

TEST_F(ShippedModel, ReadsLists) {
  EXPECT_EQ(tree("Peru and Malta signed the convention and the protocol ."),
            "nsubj(signed,Peru) cc(Malta,and) conj(Peru,Malta) root(,signed) "
            "det(convention,the) obj(signed,convention) cc(protocol,and) det(protocol,the) "
            "conj(convention,protocol)");
}

TEST_F(ShippedModel, ReadsHeadlines) {
  EXPECT_EQ(tree("Norway Joins Climate Treaty After Long Debate"),
            "nsubj(Joins,Norway) root(,Joins) compound(Treaty,Climate) obj(Joins,Treaty) "
            "case(Debate,After) amod(Debate,Long) obl(Joins,Debate)");
}

TEST_F(ShippedModel, ReadsReportedConditions) {
  EXPECT_EQ(tree("The minister said Peru would not ratify the treaty unless Kenya did ."),
            "det(minister,The) nsubj(said,minister) root(,said) nsubj(ratify,Peru) "
            "aux(ratify,would) advmod(ratify,not) ccomp(said,ratify) det(treaty,the) "
            "obj(ratify,treaty) mark(did,unless) nsubj(did,Kenya) advcl(ratify,did)");
}

}  // namespace
}  // namespace concord
