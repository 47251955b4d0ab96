#include "train/factuality_command.h"

#include <cstdio>

#include "lexicon/data.h"
#include "train/factuality_trainer.h"
#include "train/files.h"

namespace concord {
namespace {

void tell(const char* what, const FactualityScores& scores) {
  std::fprintf(stderr, "%-24s r %.4f  mae %.4f\n", what, scores.r, scores.mae);
}

}  // namespace

Result<std::string> run_factuality_command(const FactualityCommand& command) {
  DataFolder folder;
  DataFiles files = built_in_data();
  if (!command.data.empty()) {
    CONCORD_TRY(folder, load_data_folder(command.data));
    files = folder.files();
  }
  std::string syntax;
  if (!command.syntax.empty()) {
    CONCORD_TRY(syntax, load_text(command.syntax));
    files[kSyntaxModelName] = syntax;
  }
  CONCORD_TRY(const auto words, load_veridicality(files));
  CONCORD_TRY(const auto parser, Parser::load(files[kSyntaxModelName], kSyntaxModelName));
  CONCORD_TRY(const auto text, load_text(command.gold));
  CONCORD_TRY(const auto gold, read_factuality(text, command.gold));
  const FactualityTraining training = train_factuality(gold, parser, words);
  std::fprintf(stderr, "%s: %zu sentences, %zu predicates\n", command.gold.c_str(), gold.size(),
               training.examples);
  tell("the sieve alone", training.sieve);
  for (const FactualityScores& tried : training.tried)
    tell(("penalty " + std::to_string(static_cast<int>(tried.penalty))).c_str(), tried);
  tell("chosen", training.best);
  return print_weights(training.weights);
}

}  // namespace concord
