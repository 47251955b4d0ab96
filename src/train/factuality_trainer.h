// Learns the weights of reading/factuality.h from gold sentences: ridge regression over features,
// its penalty chosen by cross-validation.
//
// In:       gold sentences; their trees are our own parser's.
// Out:      the weights, and how well weights learned on four fifths foretell the other fifth.
#pragma once

#include <vector>

#include "base/result.h"
#include "language/parser.h"
#include "language/weights.h"
#include "lexicon/veridicality.h"
#include "train/factuality_gold.h"
#include "train/ridge.h"

namespace concord {

inline constexpr std::size_t kFolds = 5;

struct FactualityScores {
  double penalty = 0;
  double r = 0;    // Pearson
  double mae = 0;  // mean absolute error
};

struct FactualityTraining {
  Weights weights;
  FactualityScores sieve;               // the sieve alone
  std::vector<FactualityScores> tried;  // one a penalty, by cross-validation
  FactualityScores best;
  std::size_t examples = 0;
};

FactualityTraining train_factuality(const std::vector<FactualityGold>& gold, const Parser& parser,
                                    const Veridicality& words);

}  // namespace concord
