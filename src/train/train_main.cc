// concord-train syntax|words|names|factuality|claims DATA... --out FILE: annotated sentences in,
// one model file out.
#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <fstream>

#include "train/checkpoint.h"
#include "train/claims_command.h"
#include "train/export.h"
#include "train/factuality_command.h"
#include "train/files.h"
#include "train/lemma_learner.h"
#include "train/name_learner.h"
#include "train/phrase_tables.h"
#include "train/segment_learner.h"
#include "train/trainer.h"

namespace concord {
namespace {

struct Options {
  std::vector<std::string> data;
  std::string out;
  std::string save;
  std::string load;
  TrainingPlan plan;
  std::string tables = "data";
  std::string syntax = "data/models/en/syntax.model";
  NamePlan names;
  FactualityCommand factuality;
  ClaimsCommand claims;
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

Result<std::vector<TreebankSentence>> load_treebanks(const std::vector<std::string>& paths) {
  std::vector<TreebankSentence> sentences;
  for (const std::string& path : paths) {
    CONCORD_TRY(auto more, load_treebank(path));
    std::fprintf(stderr, "%s: %zu sentences\n", path.c_str(), more.size());
    for (TreebankSentence& sentence : more) sentences.push_back(std::move(sentence));
  }
  return sentences;
}

Result<Done> train_syntax(Options& options) {
  const std::uint32_t hidden = options.plan.sizes.hidden;
  if (hidden == 0 || hidden % 16 != 0) {
    return Error{ErrorCode::invalid_input, "--hidden must be a multiple of 16"};
  }
  CONCORD_TRY(const auto sentences, load_treebanks(options.data));
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

Result<Done> train_words(Options& options) {
  CONCORD_TRY(const auto sentences, load_treebanks(options.data));
  return write_file(options.out, print_words_model(learn_words(sentences)));
}

Result<Done> train_names(Options& options) {
  std::vector<NamedCorpus> corpora;
  for (const std::string& path : options.data) {
    CONCORD_TRY(corpora.emplace_back(), load_bio(path));
    std::fprintf(stderr, "%s: %zu documents\n", path.c_str(), corpora.back().size());
  }
  CONCORD_TRY(const auto phrases, load_phrases(options.tables));
  CONCORD_TRY(const auto bytes, load_text(options.syntax));
  CONCORD_TRY(const auto parser, Parser::load(bytes, options.syntax));
  const auto progress = [&](std::size_t epoch) {
    std::fprintf(stderr, "epoch %2zu of %zu\n", epoch, options.names.epochs);
  };
  const NameModelParts parts = learn_names(corpora, parser, phrases, options.names, progress);
  std::fprintf(stderr, "%zu features, %zu phrases\n", parts.keys.size(), parts.phrases.size());
  return write_file(options.out, print_name_model(parts));
}

CLI::App* add_kind(CLI::App& app, const char* kind, const char* what, Options& options) {
  CLI::App* one = app.add_subcommand(kind, what);
  one->add_option("data", options.data, "Files or folders of them, .gz too")->required();
  one->add_option("--out", options.out, "The model file to write")->required();
  return one;
}

void add_plan(CLI::App* syntax, Options& options) {
  TrainingPlan& plan = options.plan;
  syntax->add_option("--seed", plan.seed, "Same seed, same file")->capture_default_str();
  syntax->add_option("--epochs", plan.epochs, "Rounds over the treebanks")->capture_default_str();
  syntax->add_option("--batch", plan.batch_words, "Words a step")->capture_default_str();
  syntax->add_option("--rate", plan.rate, "Size of the steps")->capture_default_str();
  syntax->add_option("--hidden", plan.sizes.hidden, "Cells a direction")->capture_default_str();
  syntax->add_option("--save-weights", options.save, "Keep the weights before rounding here");
  syntax->add_option("--load-weights", options.load, "Take them from here instead of training");
}

void add_name_plan(CLI::App* names, Options& options) {
  NamePlan& plan = options.names;
  names->add_option("--tables", options.tables, "The folder data/")->capture_default_str();
  names->add_option("--syntax", options.syntax, "The model that tags")->capture_default_str();
  names->add_option("--seed", plan.seed, "Same seed, same file")->capture_default_str();
  names->add_option("--epochs", plan.epochs, "Rounds over the documents")->capture_default_str();
  names->add_option("--rate", plan.rate, "Size of the steps")->capture_default_str();
  names->add_option("--shrink", plan.shrink, "How fast weights fade")->capture_default_str();
  names->add_option("--left-out", plan.left_out, "Share of features")->capture_default_str();
  names->add_option("--small", plan.small_letters, "Share in small letters")->capture_default_str();
  names->add_option("--capitals", plan.capitals, "Share in capitals")->capture_default_str();
  names->add_option("--seen", plan.seen_min, "Least count of features")->capture_default_str();
  names->add_option("--least", plan.weight_min, "Least weight kept")->capture_default_str();
}

Result<Done> train_factuality(Options& options) {
  options.factuality.out = options.out;
  CONCORD_TRY(const auto model, run_factuality_command(options.factuality));
  return write_file(options.out, model);
}

Result<Done> train_claims(Options& options) {
  CONCORD_TRY(const auto model, run_claims_command(options.claims));
  return write_file(options.out, model);
}

}  // namespace
}  // namespace concord

int main(int argc, char** argv) {
  using namespace concord;
  CLI::App app("Trains the models of data/models/en");
  app.require_subcommand(1);
  Options options;
  Result<Done> (*train)(Options&) = nullptr;
  CLI::App* syntax =
      add_kind(app, "syntax", "Tags, lemmas and trees, from CoNLL-U treebanks", options);
  add_plan(syntax, options);
  syntax->callback([&] { train = train_syntax; });
  add_kind(app, "words", "Where words and sentences end, from CoNLL-U treebanks", options)
      ->callback([&] { train = train_words; });
  CLI::App* names = add_kind(app, "names", "Names, from BIO files", options);
  add_name_plan(names, options);
  names->callback([&] { train = train_names; });
  CLI::App* factuality = app.add_subcommand("factuality", "What happened, from gold JSON lines");
  factuality->add_option("gold", options.factuality.gold, "Tokens and predicates, .gz too")
      ->required();
  factuality->add_option("--out", options.out, "The model file to write")->required();
  factuality->add_option("--data", options.factuality.data, "A data folder, not the one built in");
  factuality->add_option("--syntax", options.factuality.syntax, "A syntax model of one's own");
  factuality->callback([&] { train = train_factuality; });
  CLI::App* claims = app.add_subcommand("claims", "What is likely told, from judged candidates");
  claims->add_option("gold", options.claims.gold, "Candidates as JSON lines, .gz too")->required();
  claims->add_option("--out", options.out, "The model file to write")->required();
  claims->callback([&] { train = train_claims; });
  CLI11_PARSE(app, argc, argv);
  const auto done = train(options);
  if (!done) complain(done.error());
  return done ? 0 : 1;
}
