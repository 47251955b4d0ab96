#include "train/trainer.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <thread>

#include "train/adam.h"

namespace concord {
namespace {

constexpr std::size_t kShards = 2;
constexpr std::size_t kPoolBatches = 40;  // sentences of like length are sought among so many

using Batch = std::vector<std::size_t>;  // sentence numbers, longest first

std::vector<Batch> draw_batches(const std::vector<TreebankSentence>& sentences,
                                std::size_t batch_words, Random& random) {
  const auto words = [&](std::size_t i) { return sentences[i].forms.size(); };
  std::vector<std::size_t> order(sentences.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  shuffle(order, random);
  std::vector<Batch> batches;
  for (std::size_t begin = 0; begin < order.size();) {
    std::size_t end = begin;
    for (std::size_t sum = 0; end < order.size() && sum < kPoolBatches * batch_words; ++end) {
      sum += words(order[end]);
    }
    std::stable_sort(order.begin() + static_cast<std::ptrdiff_t>(begin),
                     order.begin() + static_cast<std::ptrdiff_t>(end),
                     [&](std::size_t a, std::size_t b) { return words(a) > words(b); });
    std::size_t sum = batch_words;
    for (std::size_t i = begin; i < end; ++i) {
      if (sum >= batch_words) {
        batches.emplace_back();
        sum = 0;
      }
      batches.back().push_back(order[i]);
      sum += words(order[i]);
    }
    begin = end;
  }
  shuffle(batches, random);
  return batches;
}

class Trainer {
 public:
  Trainer(const std::vector<TreebankSentence>& sentences, const Inventory& inventory,
          const TrainingPlan& plan)
      : sentences_(sentences),
        inventory_(inventory),
        plan_(plan),
        random_(plan.seed),
        network_(plan.sizes, inventory.words.size(), random_) {
    dense_moments_ = {std::vector<float>(network_.dense.size()),
                      std::vector<float>(network_.dense.size())};
    row_moments_ = {std::vector<float>(network_.rows.size()),
                    std::vector<float>(network_.rows.size())};
    slots_.assign(network_.rows.size() / plan.sizes.embedding, -1);
  }

  Network run(const Progress& progress) {
    for (std::size_t epoch = 0; epoch < plan_.epochs; ++epoch) {
      const auto batches = draw_batches(sentences_, plan_.batch_words, random_);
      total_ = batches.size() * plan_.epochs;  // epochs differ by a batch or so
      Loss loss;
      std::size_t words = 0;
      for (const Batch& batch : batches) words += learn(batch, loss);
      const double count = static_cast<double>(words);
      progress(epoch + 1, {loss.tag / count, loss.arc / count, loss.label / count});
    }
    return std::move(network_);
  }

 private:
  std::size_t learn(const Batch& batch, Loss& loss);
  float rate() const;
  void move_rows(const AdamStep& step);

  const std::vector<TreebankSentence>& sentences_;
  const Inventory& inventory_;
  const TrainingPlan& plan_;
  Random random_;
  Network network_;
  AdamMoments dense_moments_;
  AdamMoments row_moments_;
  std::size_t done_ = 0;
  std::size_t total_ = 0;
  std::array<Gradients, kShards> gradients_;
  std::vector<std::int32_t> slots_;  // of each input row in this batch's gradients
};

float Trainer::rate() const {
  const float done = static_cast<float>(done_);
  const float warm = static_cast<float>(std::min(plan_.warm_up, total_ / 10));
  if (done < warm) return plan_.rate * (done + 1) / warm;
  const float left = (static_cast<float>(total_) - done) / (static_cast<float>(total_) - warm);
  return plan_.rate * std::max(left, 0.f);
}

std::size_t Trainer::learn(const Batch& batch, Loss& loss) {
  std::array<std::vector<Example>, kShards> examples;
  std::size_t words = 0;
  for (std::size_t i = 0; i < batch.size(); ++i) {
    const bool spoilt = random_.chance(plan_.spoilt);
    const auto spoiling = static_cast<Spoiling>(spoilt ? 1 + random_.below(3) : 0);
    const bool headline = spoiling == Spoiling::titled || spoiling == Spoiling::capitals;
    const bool lose_stop = random_.chance(headline ? plan_.lost_in_headlines : plan_.lost_stops);
    examples[i % kShards].push_back(
        make_example(sentences_[batch[i]], inventory_, spoiling, lose_stop));
    words += examples[i % kShards].back().size();
  }
  std::array<Loss, kShards> losses;
  std::array<std::uint64_t, kShards> seeds;
  for (std::uint64_t& seed : seeds) seed = random_.next();
  const auto run_shard = [&](std::size_t shard) {
    std::vector<Example>& own = examples[shard];
    std::ranges::stable_sort(own, std::ranges::greater(), &Example::size);  // a stop may be lost
    std::vector<const Example*> views;
    for (const Example& example : own) views.push_back(&example);
    losses[shard] = lose(network_, views, plan_.dropout, 1.f / static_cast<float>(words),
                         Random(seeds[shard]), gradients_[shard]);
  };
  std::thread other(run_shard, 1);
  run_shard(0);
  other.join();
  std::vector<float>& slope = gradients_[0].dense;
  for (std::size_t i = 0; i < slope.size(); ++i) slope[i] += gradients_[1].dense[i];
  const AdamStep step = adam_step(rate(), ++done_);
  move(network_.dense, dense_moments_, 0, slope.data(), slope.size(), step);
  move_rows(step);
  for (const Loss& one : losses) {
    loss.tag += one.tag;
    loss.arc += one.arc;
    loss.label += one.label;
  }
  return words;
}

void Trainer::move_rows(const AdamStep& step) {
  const std::size_t width = plan_.sizes.embedding;
  std::vector<std::uint32_t> used;
  std::vector<float> slopes;
  for (const Gradients& shard : gradients_) {
    for (std::size_t word = 0; word < shard.used_end.size(); ++word) {
      const std::uint32_t begin = word == 0 ? 0 : shard.used_end[word - 1];
      for (std::uint32_t at = begin; at < shard.used_end[word]; ++at) {
        const std::uint32_t row = shard.used_rows[at];
        if (slots_[row] < 0) {
          slots_[row] = static_cast<std::int32_t>(used.size());
          used.push_back(row);
          slopes.resize(slopes.size() + width, 0);
        }
        float* sum = &slopes[static_cast<std::size_t>(slots_[row]) * width];
        for (std::size_t j = 0; j < width; ++j) sum[j] += shard.inputs[word * width + j];
      }
    }
  }
  for (std::size_t i = 0; i < used.size(); ++i) {
    move(network_.rows, row_moments_, used[i] * width, &slopes[i * width], width, step);
    slots_[used[i]] = -1;
  }
}

}  // namespace

Network train_network(const std::vector<TreebankSentence>& sentences, const Inventory& inventory,
                      const TrainingPlan& plan, const Progress& progress) {
  return Trainer(sentences, inventory, plan).run(progress);
}

}  // namespace concord
