// The training itself: batches, two shards of each side by side, steps of falling size.
//
// In:       annotated sentences, a plan. Out: a trained network.
// Everything that is random comes from the plan's seed and every sum has one order, so the same
// plan gives the same bits, also when only one core is free.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "language/conllu.h"
#include "train/examples.h"
#include "train/network.h"

namespace concord {

struct TrainingPlan {
  std::uint64_t seed = 1;
  std::size_t epochs = 15;
  std::size_t batch_words = 300;
  float rate = 0.003f;
  std::size_t warm_up = 300;  // batches until the full step
  float spoilt = 0.09f;       // share of sentences set in capitals, titles or small letters
  float lost_stops = 0.05f;
  float lost_in_headlines = 0.7f;  // of those in capitals and titles
  Dropout dropout;
  NetworkSizes sizes;
};

// Called after each epoch with the losses a word.
using Progress = std::function<void(std::size_t epoch, const Loss& loss)>;

Network train_network(const std::vector<TreebankSentence>& sentences, const Inventory& inventory,
                      const TrainingPlan& plan, const Progress& progress);

}  // namespace concord
