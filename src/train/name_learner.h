// Learns the model of names from annotated documents.
//
// In:       corpora of documents (bio.h), their syntax by our own parser, phrases. The first
//           corpus is the one whose habits are kept: each feature has a second weight in every
//           other corpus, which takes up what is particular there ("President Clinton" whole in
//           GUM) and is then dropped (Daumé 2007).
// Out:      the parts of a names.model (language/name_model.h).
// How:      the chain's likelihood climbed by AdaGrad, a sentence a step, some features left out
//           by lot each time so that none is relied on alone; then the weights are averaged over
//           the last rounds, small ones dropped, and rounded to 8 bits. One thread, one order: a
//           seed gives one file.
#pragma once

#include <functional>
#include <vector>

#include "language/parser.h"
#include "train/bio.h"

namespace concord {

struct NamePlan {
  std::uint64_t seed = 1;
  std::size_t epochs = 14;
  std::size_t averaged = 6;  // of the last rounds
  float rate = 0.1f;
  float shrink = 1e-4f;        // of squared weights, a step
  float left_out = 0.2f;       // of a word's features
  float small_letters = 0.1f;  // of sentences are read in small letters
  float capitals = 0.03f;      // and in capitals
  int seen_min = 2;            // features seen less often are left out
  float weight_min = 0.05f;    // a feature of smaller weights is dropped
};

using NameProgress = std::function<void(std::size_t epoch)>;

using NamedCorpus = std::vector<NamedDocument>;

NameModelParts learn_names(const std::vector<NamedCorpus>& corpora, const Parser& parser,
                           const PhraseTable& phrases, const NamePlan& plan,
                           const NameProgress& progress);

}  // namespace concord
