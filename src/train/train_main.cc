// concord-train: treebanks in, the model of tags, lemmas and trees out. concord-train factuality:
// gold sentences in, the weights of the factuality model out.
#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <fstream>

#include "train/checkpoint.h"
#include "train/export.h"
#include "train/factuality_command.h"
#include "train/files.h"
#include "train/lemma_learner.h"
#include "train/trainer.h"

namespace concord {
namespace {

struct Options {
  std::vector<std::string> treebanks;
  std::string out;
  std::string save;
  std::string load;
  TrainingPlan plan;
};

void complain(const Error& error) {
  std::fprintf(stderr, "concord-train: %s\n", error.message.c_str());
}

Result<Done> write_file(const std::string& path, const std::string& bytes) {
  std::ofstream out(path, std::ios::binary);
  if (!(out << bytes) || !out.flush()) {
    return Error{ErrorCode::unavailable, path + ": cannot be written"};
  }
  std::fprintf(stderr, "%s: %zu bytes\n", path.c_str(), bytes.size());
  return Done{};
}

Result<Done> run(Options& options) {
  if (options.treebanks.empty() || options.out.empty()) {
    return Error{ErrorCode::invalid_input, "a treebank and --out are wanted; see --help"};
  }
  const std::uint32_t hidden = options.plan.sizes.hidden;
  if (hidden == 0 || hidden % 16 != 0) {
    return Error{ErrorCode::invalid_input, "--hidden must be a multiple of 16"};
  }
  std::vector<TreebankSentence> sentences;
  for (const std::string& path : options.treebanks) {
    CONCORD_TRY(auto more, load_treebank(path));
    std::fprintf(stderr, "%s: %zu sentences\n", path.c_str(), more.size());
    for (TreebankSentence& sentence : more) sentences.push_back(std::move(sentence));
  }
  const Inventory inventory = take_inventory(sentences);
  TrainingPlan& plan = options.plan;
  plan.sizes.tags = static_cast<std::uint32_t>(inventory.tags.size());
  plan.sizes.relations = static_cast<std::uint32_t>(inventory.relations.size());
  const auto start = std::chrono::steady_clock::now();
  const auto progress = [&](std::size_t epoch, const Loss& loss) {
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
    std::fprintf(stderr, "epoch %2zu of %zu: tag %.4f  head %.4f  relation %.4f  (%.0f s)\n", epoch,
                 plan.epochs, loss.tag, loss.arc, loss.label, spent.count());
  };
  if (!options.load.empty()) plan.epochs = 0;
  Network network = train_network(sentences, inventory, plan, progress);
  if (!options.load.empty()) {
    CONCORD_TRY([[maybe_unused]] const auto loaded, load_checkpoint(options.load, network));
  }
  if (!options.save.empty()) {
    CONCORD_TRY([[maybe_unused]] const auto saved, save_checkpoint(network, options.save));
  }
  const SyntaxModelParts parts = make_model(network, inventory, learn_lemmas(sentences));
  return write_file(options.out, print_syntax_model(parts));
}

Result<Done> run_factuality(const FactualityCommand& command) {
  CONCORD_TRY(const auto model, run_factuality_command(command));
  return write_file(command.out, model);
}

}  // namespace
}  // namespace concord

int main(int argc, char** argv) {
  CLI::App app("Trains the model of tags, lemmas and trees from CoNLL-U treebanks");
  concord::Options options;
  concord::TrainingPlan& plan = options.plan;
  app.add_option("treebank", options.treebanks, "CoNLL-U files or folders of them, .gz too");
  app.add_option("--out", options.out, "The model file to write");
  app.add_option("--seed", plan.seed, "Same seed, same file")->capture_default_str();
  app.add_option("--epochs", plan.epochs, "Rounds over the treebanks")->capture_default_str();
  app.add_option("--batch", plan.batch_words, "Words a step")->capture_default_str();
  app.add_option("--rate", plan.rate, "Size of the steps")->capture_default_str();
  app.add_option("--hidden", plan.sizes.hidden, "Cells a direction")->capture_default_str();
  app.add_option("--save-weights", options.save, "Keep the weights before rounding in this file");
  app.add_option("--load-weights", options.load, "Take them from this file instead of training");
  concord::FactualityCommand factuality;
  CLI::App* sub = app.add_subcommand("factuality", "Trains the factuality model instead");
  sub->add_option("gold", factuality.gold, "JSON lines of tokens and predicates, .gz too")
      ->required();
  sub->add_option("--out", factuality.out, "The model file to write")->required();
  sub->add_option("--data", factuality.data, "A data folder instead of the data built in");
  sub->add_option("--syntax", factuality.syntax, "A syntax model instead of the data's");
  CLI11_PARSE(app, argc, argv);
  const auto done = *sub ? concord::run_factuality(factuality) : concord::run(options);
  if (!done) concord::complain(done.error());
  return done ? 0 : 1;
}
