#include "train/trainer.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "language/parser.h"
#include "train/checkpoint.h"
#include "train/export.h"
#include "train/files.h"
#include "train/lemma_learner.h"

namespace concord {
namespace {

TrainingPlan small_plan(const Inventory& inventory) {
  TrainingPlan plan;
  plan.epochs = 3;
  plan.batch_words = 100;
  plan.warm_up = 10;
  plan.sizes = {32,
                32,
                32,
                32,
                static_cast<std::uint32_t>(inventory.tags.size()),
                static_cast<std::uint32_t>(inventory.relations.size())};
  return plan;
}

// The small treebank beside the project, or nothing.
std::vector<TreebankSentence> tiny_treebank() {
  const std::string path = CONCORD_SOURCE_DIR "/../shared/data/treebank/tiny/train.conllu";
  if (!std::filesystem::exists(path)) return {};
  auto sentences = *load_treebank(path);
  sentences.resize(150);
  return sentences;
}

struct Trained {
  std::vector<Loss> losses;
  std::string file;
};

Trained train(const std::vector<TreebankSentence>& sentences, std::uint64_t seed) {
  const Inventory inventory = take_inventory(sentences);
  TrainingPlan plan = small_plan(inventory);
  plan.seed = seed;
  Trained trained;
  const Network network =
      train_network(sentences, inventory, plan,
                    [&](std::size_t, const Loss& loss) { trained.losses.push_back(loss); });
  trained.file = print_syntax_model(make_model(network, inventory, learn_lemmas(sentences)));
  return trained;
}

TEST(Trainer, LossFallsAndASeedGivesOneFile) {
  const auto sentences = tiny_treebank();
  if (sentences.empty()) GTEST_SKIP() << "no treebank beside the project";
  const Trained first = train(sentences, 1);
  ASSERT_EQ(first.losses.size(), 3u);
  EXPECT_LT(first.losses[2].tag, first.losses[0].tag);
  EXPECT_LT(first.losses[2].arc, first.losses[0].arc);
  EXPECT_LT(first.losses[2].label, first.losses[0].label);
  EXPECT_EQ(train(sentences, 1).file, first.file);
  EXPECT_NE(train(sentences, 2).file, first.file);
}

TEST(Trainer, ItsFileIsLoadedAndParses) {
  const auto sentences = tiny_treebank();
  if (sentences.empty()) GTEST_SKIP() << "no treebank beside the project";
  const std::string file = train(sentences, 1).file;
  const auto parser = Parser::load(file, "tiny");
  ASSERT_TRUE(parser) << parser.error().message;
  const Forms forms = {"Oman", "signed", "the", "pact", "."};
  EXPECT_EQ(parser->parse(std::span(&forms, 1)).front().words.size(), forms.size());
}

TEST(Checkpoint, KeepsTheWeightsAndRefusesOtherSizes) {
  Random random(1);
  Network network({16, 16, 16, 16, 3, 4}, 2, random);
  const std::string path = ::testing::TempDir() + "concord-checkpoint";
  ASSERT_TRUE(save_checkpoint(network, path));
  Network other({16, 16, 16, 16, 3, 4}, 2, random);
  EXPECT_NE(other.dense, network.dense);
  ASSERT_TRUE(load_checkpoint(path, other));
  EXPECT_EQ(other.dense, network.dense);
  EXPECT_EQ(other.rows, network.rows);
  Network wider({32, 16, 16, 16, 3, 4}, 2, random);
  EXPECT_FALSE(load_checkpoint(path, wider));
  std::filesystem::remove(path);
}

TEST(LemmaLearner, LearnsSuffixesAndTheirExceptions) {
  TreebankSentence sentence;
  const auto add = [&](const char* form, const char* lemma) {
    sentence.forms.emplace_back(form);
    sentence.syntax.words.push_back({WordClass::verb, Penn::vbd, Dependency::root, kRoot, lemma});
  };
  add("walked", "walk");
  add("talked", "talk");
  add("joined", "join");
  add("went", "go");
  const LemmaTable table = learn_lemmas({sentence});
  const auto lemma = [&](const char* form) {
    return lemma_of(table, form, form, WordClass::verb, Penn::vbd, false);
  };
  EXPECT_EQ(lemma("went"), "go");
  EXPECT_EQ(lemma("signed"), "sign");
}

}  // namespace
}  // namespace concord
