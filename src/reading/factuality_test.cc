#include "reading/factuality.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "language/test_model.h"
#include "lexicon/lexicon.h"
#include "text/words.h"

namespace concord {
namespace {

const Lexicon& lexicon() {
  static const Lexicon loaded = *load_lexicon(built_in_data());
  return loaded;
}

// A sentence with its tree, and what the sieve makes of one of its words.
struct Read {
  explicit Read(const std::string& sentence) : text(sentence) {
    for (const Word& word : split_words(text, {0, static_cast<std::uint32_t>(text.size())}))
      forms.push_back(slice(text, word.span));
    tree = lexicon().parser->parse(std::span(&forms, 1)).front();
  }
  FactualityReader reader() const { return {forms, tree, lexicon().veridicality}; }
  std::uint32_t find(std::string_view form) const {
    return static_cast<std::uint32_t>(std::ranges::find(forms, form) - forms.begin());
  }
  std::string text;
  Forms forms;
  Syntax tree;
};

bool passes(const Factuality& factuality, std::string_view row) {
  return std::ranges::any_of(factuality.path, [&](const auto& step) { return step.name == row; });
}

std::string name_in(const Proof& proof) { return proof.row.substr(proof.row.find(' ') + 1); }

const Embedding* embedding_named(const std::string& name) {
  const auto& all = lexicon().veridicality.embeddings;
  const auto found = std::ranges::find(all, name, &Embedding::name);
  return found == all.end() ? nullptr : &*found;
}

// Rows that work by their absence: what they stand by takes no step of their own.
bool works_silently(const std::string& name) { return name == "opening" || name == "only"; }

// Every row of data/en/veridicality.toml bears on the bracketed words of its yes sentences and on
// no word of its no sentences; where its number is clear, the word comes out on that side.
TEST(Veridicality, RowsHoldTheirProofs) {
  ASSERT_GT(lexicon().veridicality.proofs.size(), 80u);
  for (const Proof& proof : lexicon().veridicality.proofs) {
    const Read read(proof.sentence);
    for (std::uint32_t i = 0; i < read.forms.size(); ++i) {
      const Factuality factuality = read.reader().sift(i);
      const bool marked = proof.fires && read.forms[i] == proof.marked;
      if (works_silently(name_in(proof))) continue;
      if (!proof.fires || marked) {
        EXPECT_EQ(passes(factuality, name_in(proof)), marked)
            << proof.row << ": " << proof.sentence;
      }
      const Embedding* row = embedding_named(name_in(proof));
      if (!marked || row == nullptr || std::abs(row->holds) < 1) continue;
      EXPECT_EQ(factuality.value > 0, row->holds > 0) << proof.row << ": " << proof.sentence;
    }
  }
}

TEST(Veridicality, RowsHoldTheirProofsWhereDenied) {
  ASSERT_GT(lexicon().veridicality.denied_proofs.size(), 10u);
  for (const Proof& proof : lexicon().veridicality.denied_proofs) {
    const Read read(proof.sentence);
    const Factuality factuality = read.reader().sift(read.find(proof.marked));
    EXPECT_TRUE(passes(factuality, name_in(proof))) << proof.row << ": " << proof.sentence;
    const Embedding* row = embedding_named(name_in(proof));
    ASSERT_NE(row, nullptr) << proof.row;
    if (std::abs(row->denied) < 1) continue;
    EXPECT_EQ(factuality.value > 0, row->denied > 0) << proof.row << ": " << proof.sentence;
  }
}

// The path of one word, as people read it.
std::string path_of(const std::string& sentence, std::string_view form) {
  const Read read(sentence);
  std::string path;
  for (const FactualityStep& step : read.reader().sift(read.find(form)).path)
    path += (path.empty() ? "" : ", ") + step.name;
  return path;
}

TEST(Factuality, WhatOnlyOpensOrSparesTakesNoStep) {
  EXPECT_EQ(path_of("Kenya not only signed the pact but ratified it.", "signed"), "past");
  EXPECT_EQ(path_of("Kenya succeeded in signing the pact.", "signing"), "past, succeed");
  EXPECT_EQ(path_of("The storm kept the ministers from signing the pact.", "signing"),
            "past, begin_ing, away");
}

TEST(Factuality, ThePathNamesEveryStepFromTheMainClauseDown) {
  EXPECT_EQ(path_of("Kenya signed the pact.", "signed"), "past");
  EXPECT_EQ(path_of("Kenya will not sign the pact.", "sign"), "will, not");
  EXPECT_EQ(path_of("Kenya did not refuse to sign the pact.", "sign"),
            "past emphatic, not, refuse");
  EXPECT_EQ(path_of("Oman said that Kenya had agreed to sign the pact.", "sign"),
            "past, say, past perfect, plan");
}

TEST(Factuality, TheLearnedStepTellsWhatHappenedFromPlans) {
  const auto judged = [](const std::string& sentence, std::string_view form) {
    const Read read(sentence);
    return read.reader().judge(read.find(form), lexicon().factuality);
  };
  EXPECT_GT(judged("Kenya signed the pact on Monday.", "signed"), 1.5f);
  EXPECT_LT(judged("Kenya will sign the pact on Monday.", "sign"), -0.5f);
  EXPECT_LT(judged("Kenya plans to sign the pact on Monday.", "sign"), -0.5f);
  EXPECT_LT(judged("If Kenya signs the pact, Oman will follow.", "follow"), -0.5f);
}

// Property: whatever the tree, every word gets a value in range and the same one twice.
TEST(Factuality, IsTotalOverOddTrees) {
  const Read read("Kenya did not say whether it would refuse to sign or leave, if asked?");
  Dice dice(7);
  for (int round = 0; round < 300; ++round) {
    Syntax tree = read.tree;
    for (std::uint32_t i = 1; i < tree.words.size(); ++i) {
      tree.words[i].head = dice.roll(i);
      tree.words[i].relation = static_cast<Dependency>(dice.roll(55));
    }
    tree.words[0].head = kRoot;
    const FactualityReader reader(read.forms, tree, lexicon().veridicality);
    for (std::uint32_t i = 0; i < tree.words.size(); ++i) {
      const float value = reader.sift(i).value;
      EXPECT_TRUE(value >= -3 && value <= 3);
      EXPECT_EQ(reader.judge(i, lexicon().factuality), reader.judge(i, lexicon().factuality));
    }
  }
}

// A chain of a thousand clauses ends the climb, not the program.
TEST(Factuality, IsBoundedOverDeepTrees) {
  const std::vector<std::string_view> forms(1000, "refused");
  Syntax tree;
  for (std::uint32_t i = 0; i < forms.size(); ++i)
    tree.words.push_back(
        {WordClass::verb, Penn::vb, Dependency::xcomp, i == 0 ? kRoot : i - 1, "refuse"});
  const FactualityReader reader(forms, tree, lexicon().veridicality);
  EXPECT_LE(reader.sift(999).path.size(), 64u);
}

}  // namespace
}  // namespace concord
