#include "language/decoder.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <tuple>

#include "language/features.h"
#include "language/tree.h"
#include "text/word_map.h"

namespace concord {
namespace {

using Floats = LinedVector<float>;
using Whole = LinedVector<std::uint8_t>;

// What rows get from their input is worked out for so many at once, over several steps: large
// products are cheaper a row. As many as leave the cache to the weights.
constexpr std::size_t kGateRows = 64;
constexpr float kFullRange = 127.f;  // of activations that are never below zero

class Decoder {
 public:
  Decoder(const SyntaxModel& model, const Kernels& kernels, std::span<const DecoderJob> jobs)
      : model_(model), kernels_(kernels), sizes_(model.sizes), jobs_(jobs) {
    std::vector<std::size_t> lengths;
    for (const DecoderJob& job : jobs) lengths.push_back(job.forms.size());
    packing_ = pack(lengths);
    count_ = packing_.rows();
    wide_ = sizes_.columns();
  }

  void run(bool lemmas) {
    read_inputs();
    for (std::size_t layer = 0; layer < kLayers; ++layer) read_layer(layer);
    read_columns();
    choose_tags();
    if (lemmas) find_lemmas();
    choose_heads();
    choose_relations();
  }

 private:
  void read_inputs();
  void read_layer(std::size_t layer);
  Floats gates_of_words(std::size_t way);
  void read_way(std::size_t layer, std::size_t way, const Whole& input);
  void read_columns();
  void choose_tags();
  void find_lemmas();
  void choose_heads();
  void choose_relations();

  const SyntaxModel& model_;
  const Kernels& kernels_;
  const NetworkSizes& sizes_;
  std::span<const DecoderJob> jobs_;
  Packing packing_;
  std::size_t count_ = 0;
  std::size_t wide_ = 0;
  Whole words_;                       // a row for each different word: what the first layer reads
  Floats word_scales_;                // of these rows
  std::vector<std::size_t> word_of_;  // by row
  Whole rows_;                        // what the next layer reads
  Floats columns_;
  std::vector<std::string> folded_;
};

// Half of a text are words that stood before; but a sentence's first has a shape of its own.
void Decoder::read_inputs() {
  const std::size_t width = sizes_.embedding;
  word_of_.resize(count_);
  folded_.resize(count_);
  std::vector<std::int32_t> sum(width);
  Floats input(width);
  std::array<WordMap<std::size_t>, 4> rows_of;  // by SentenceCase
  for (std::size_t s = 0; s < jobs_.size(); ++s) {
    const DecoderJob& job = jobs_[s];
    const SentenceCase casing = sentence_case(job.forms);
    for (std::size_t word = 0; word < job.forms.size(); ++word) {
      const std::size_t at = packing_.row(s, word);
      const bool first = job.starts && word == 0;
      auto& known = rows_of[static_cast<std::size_t>(casing)];
      const auto [same, fresh] = first ? std::pair<std::size_t*, bool>(nullptr, true)
                                       : known.try_emplace(job.forms[word], at);
      if (!fresh) {
        folded_[at] = folded_[*same];
        word_of_[at] = word_of_[*same];
        continue;
      }
      fold_form(job.forms[word], folded_[at]);
      const WordFeatures features = word_features(job.forms[word], folded_[at], first, casing);
      std::ranges::fill(sum, 0);
      kernels_.add_row(model_.word_row(features.word), width, sum.data());
      for (std::size_t i = 0; i < features.count; ++i) {
        kernels_.add_row(model_.hashed_rows + std::size_t{features.rows[i]} * width, width,
                         sum.data());
      }
      for (std::size_t j = 0; j < width; ++j) input[j] = static_cast<float>(sum[j]);
      word_of_[at] = word_scales_.size();
      words_.resize(words_.size() + width);
      std::uint8_t* row = words_.data() + words_.size() - width;
      word_scales_.push_back(model_.row_scale *
                             kernels_.round_row(input.data(), width, kZeroPoint, kHalfRange, row));
    }
  }
}

// The gates' shares of the first layer's words, a row each: what stands twice is worked out once.
Floats Decoder::gates_of_words(std::size_t way) {
  Floats gates(word_scales_.size() * sizes_.gates());
  const Activations words = {words_.data(), sizes_.embedding, word_scales_.size(),
                             word_scales_.data()};
  kernels_.multiply(model_.matrices.input[0][way], words, gates.data(), sizes_.gates(), false);
  return gates;
}

void Decoder::read_way(std::size_t layer, std::size_t way, const Whole& input) {
  const std::size_t hidden = sizes_.hidden;
  const std::size_t inputs = sizes_.layer_inputs(layer);
  const WholeMatrix& from_input = model_.matrices.input[layer][way];
  const WholeMatrix& from_before = model_.matrices.recurrent[layer][way];
  const auto source = [&](std::size_t row) { return way == 0 ? row : packing_.mirror[row]; };
  const Floats of_words = layer == 0 ? gates_of_words(way) : Floats();
  Whole hidden_rows(count_ * hidden);
  Floats cells(jobs_.size() * hidden, 0);
  Floats gates((kGateRows + jobs_.size()) * sizes_.gates());
  std::size_t done = 0;   // rows whose gates know their input
  std::size_t first = 0;  // the row that `gates` begins with
  for (std::size_t step = 0; step < packing_.steps(); ++step) {
    const std::size_t begin = packing_.begin[step];
    const std::size_t active = packing_.active(step);
    if (layer == 0) {
      first = begin;
      for (std::size_t i = 0; i < active; ++i) {
        std::memcpy(&gates[i * sizes_.gates()],
                    &of_words[word_of_[source(begin + i)] * sizes_.gates()],
                    sizes_.gates() * sizeof(float));
      }
    } else if (begin + active > done) {
      first = begin;
      done = packing_.end_of_steps(step, kGateRows);
      kernels_.multiply(from_input, {&input[first * inputs], inputs, done - first, nullptr},
                        gates.data(), sizes_.gates(), false);
    }
    float* now = &gates[(begin - first) * sizes_.gates()];
    if (step > 0) {
      const std::uint8_t* before = &hidden_rows[packing_.begin[step - 1] * hidden];
      kernels_.multiply(from_before, {before, hidden, active, nullptr}, now, sizes_.gates(), true);
    }
    kernels_.step_cells(now, cells.data(), &hidden_rows[begin * hidden], active, hidden);
  }
  for (std::size_t i = 0; i < count_; ++i) {
    std::memcpy(&rows_[i * sizes_.reading() + way * hidden], &hidden_rows[source(i) * hidden],
                hidden);
  }
}

void Decoder::read_layer(std::size_t layer) {
  const std::size_t inputs = sizes_.layer_inputs(layer);
  const Whole input = std::move(rows_);
  Whole mirrored(input.size());
  for (std::size_t i = 0; layer > 0 && i < count_; ++i) {
    std::memcpy(&mirrored[i * inputs], &input[packing_.mirror[i] * inputs], inputs);
  }
  rows_.resize(count_ * sizes_.reading());  // each way writes its half of every row
  read_way(layer, 0, input);
  read_way(layer, 1, mirrored);
}

void Decoder::read_columns() {
  columns_.resize(count_ * wide_);
  kernels_.multiply(model_.matrices.columns, {rows_.data(), sizes_.reading(), count_, nullptr},
                    columns_.data(), wide_, false);
}

void Decoder::choose_tags() {
  for (std::size_t s = 0; s < jobs_.size(); ++s) {
    const DecoderJob& job = jobs_[s];
    for (std::size_t word = 0; word < job.forms.size(); ++word) {
      const std::size_t at = packing_.row(s, word);
      const float* scores = &columns_[at * wide_];
      const auto best = std::max_element(scores, scores + sizes_.tags) - scores;
      SyntaxWord& out = job.words[word];
      std::tie(out.word_class, out.tag) = model_.tags[static_cast<std::size_t>(best)];
    }
  }
}

void Decoder::find_lemmas() {
  for (std::size_t s = 0; s < jobs_.size(); ++s) {
    const DecoderJob& job = jobs_[s];
    for (std::size_t word = 0; word < job.forms.size(); ++word) {
      SyntaxWord& out = job.words[word];
      out.lemma = lemma_of(model_.lemmas, job.forms[word], folded_[packing_.row(s, word)],
                           out.word_class, out.tag, job.starts && word == 0);
    }
  }
}

void Decoder::choose_heads() {
  const std::size_t arc = sizes_.arc;
  Whole dependents(count_ * arc);
  Floats scales(count_);
  for (std::size_t i = 0; i < count_; ++i) {
    float* row = &columns_[i * wide_ + sizes_.arc_dependent()];
    for (std::size_t j = 0; j < 2 * arc; ++j) row[j] = std::max(row[j], 0.f);
    scales[i] = kernels_.round_row(row, arc, 0, kFullRange, &dependents[i * arc]);
  }
  Floats asked(count_ * arc);
  kernels_.multiply(model_.matrices.arc, {dependents.data(), arc, count_, scales.data()},
                    asked.data(), arc, false);
  std::vector<const float*> rows;  // of a sentence, each word as a head
  Floats heads;
  Floats scores;
  for (std::size_t s = 0; s < jobs_.size(); ++s) {
    const std::size_t size = jobs_[s].forms.size();
    const std::size_t stride = whole_vectors(size + 1);
    rows.clear();
    for (std::size_t word = 0; word < size; ++word)
      rows.push_back(&columns_[packing_.row(s, word) * wide_ + sizes_.arc_head()]);
    heads.resize(arc * stride);
    for (std::size_t k = 0; k < arc; ++k) {
      float* to = &heads[k * stride];
      *to++ = model_.root_head[k];
      for (const float* row : rows) *to++ = row[k];
      std::fill(to, &heads[k * stride] + stride, 0.f);
    }
    scores.resize(size * stride);
    for (std::size_t word = 0; word < size; ++word) {
      kernels_.score_heads(&asked[packing_.row(s, word) * arc], heads.data(), arc, stride, stride,
                           &scores[word * stride]);
    }
    const std::vector<std::uint32_t> tree = best_tree({size, stride, scores.data()});
    for (std::size_t word = 0; word < size; ++word) {
      jobs_[s].words[word].head = tree[word] == 0 ? kRoot : tree[word] - 1;
    }
  }
}

void Decoder::choose_relations() {
  const std::size_t label = sizes_.label;
  Whole pairs(count_ * label);
  Floats scales(count_);
  Floats pair(label);
  for (std::size_t s = 0; s < jobs_.size(); ++s) {
    for (std::size_t word = 0; word < jobs_[s].forms.size(); ++word) {
      const std::size_t at = packing_.row(s, word);
      const std::uint32_t head = jobs_[s].words[word].head;
      const float* below = &columns_[at * wide_ + sizes_.label_dependent()];
      const float* above = head == kRoot
                               ? model_.root_label.data()
                               : &columns_[packing_.row(s, head) * wide_ + sizes_.label_head()];
      for (std::size_t j = 0; j < label; ++j) pair[j] = std::max(below[j] + above[j], 0.f);
      scales[at] = kernels_.round_row(pair.data(), label, 0, kFullRange, &pairs[at * label]);
    }
  }
  const std::size_t columns = sizes_.relation_columns();
  Floats scores(count_ * columns);
  kernels_.multiply(model_.matrices.relation, {pairs.data(), label, count_, scales.data()},
                    scores.data(), columns, false);
  // "root" belongs to the one word that has no head, whatever its scores say.
  const auto root =
      std::ranges::find(model_.relations, Dependency::root) - model_.relations.begin();
  for (std::size_t s = 0; s < jobs_.size(); ++s) {
    for (std::size_t word = 0; word < jobs_[s].forms.size(); ++word) {
      SyntaxWord& out = jobs_[s].words[word];
      float* row = &scores[packing_.row(s, word) * columns];
      if (static_cast<std::size_t>(root) < sizes_.relations) {
        row[root] = -std::numeric_limits<float>::infinity();
      }
      const auto best = std::max_element(row, row + sizes_.relations) - row;
      out.relation =
          out.head == kRoot ? Dependency::root : model_.relations[static_cast<std::size_t>(best)];
    }
  }
}

}  // namespace

void decode(const SyntaxModel& model, const Kernels& kernels, std::span<const DecoderJob> jobs,
            bool lemmas) {
  Decoder(model, kernels, jobs).run(lemmas);
}

}  // namespace concord
