// Predictions of "did it happen?" for gold predicates, from our own parse of the gold tokens.
#include <nlohmann/json.hpp>

#include "eval/gold_files.h"
#include "eval/kinds.h"
#include "lexicon/lexicon.h"
#include "reading/factuality.h"
#include "train/factuality_gold.h"

namespace concord {
namespace {

using Json = nlohmann::ordered_json;

struct Judge {
  const Lexicon& lexicon;
  const Parser& parser;
  bool by_sieve = false;  // alone
};

// With the steps that led there, by name.
Json sifted(const FactualityReader& reader, std::uint32_t index) {
  const Factuality factuality = reader.sift(index);
  Json path = Json::array();
  for (const FactualityStep& step : factuality.path) path.push_back(step.name);
  return {{"index", index}, {"score", factuality.value}, {"path", path}};
}

std::string lines_of(const std::vector<FactualityGold>& gold, const Judge& judge) {
  std::vector<Forms> sentences;
  for (const FactualityGold& one : gold)
    sentences.emplace_back(one.tokens.begin(), one.tokens.end());
  const std::vector<Syntax> trees = judge.parser.parse(sentences);
  std::string out;
  for (std::size_t n = 0; n < gold.size(); ++n) {
    Json predicates = Json::array();
    const FactualityReader reader(sentences[n], trees[n], judge.lexicon.veridicality);
    for (const auto& [index, score] : gold[n].predicates) {
      if (judge.by_sieve) {
        predicates.push_back(sifted(reader, index));
      } else {
        const float value = reader.judge(index, judge.lexicon.factuality);
        predicates.push_back({{"index", index}, {"score", value}});
      }
    }
    out += Json{{"id", gold[n].id}, {"predicates", predicates}}.dump() + "\n";
  }
  return out;
}

Result<std::string> predict_factuality(const EvalOptions& options, bool by_sieve) {
  CONCORD_TRY(const auto lexicon, load_lexicon(built_in_data()));
  std::string model;
  std::shared_ptr<const Parser> parser = lexicon.parser;
  if (!options.model.empty()) {
    CONCORD_TRY(model, read_gold(options.model));
    CONCORD_TRY(auto own, Parser::load(model, options.model));
    parser = std::make_shared<const Parser>(std::move(own));
  }
  CONCORD_TRY(const auto files, gold_files(options.gold, {".jsonl", ".jsonl.gz"}));
  std::string out;
  for (const std::string& file : files) {
    CONCORD_TRY(const auto text, read_gold(file));
    CONCORD_TRY(const auto gold, read_factuality(text, file));
    out += lines_of(gold, {lexicon, *parser, by_sieve});
  }
  return out;
}

}  // namespace

Result<std::string> eval_factuality(const EvalOptions& options) {
  return predict_factuality(options, false);
}

Result<std::string> eval_sieve(const EvalOptions& options) {
  return predict_factuality(options, true);
}

}  // namespace concord
