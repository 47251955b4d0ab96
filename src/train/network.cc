#include "train/network.h"

#include <algorithm>
#include <cmath>

#include "train/lstm.h"
#include "train/matrix.h"
#include "train/scores.h"

namespace concord {

WeightBlock NetworkLayout::add(std::size_t height, std::size_t width) {
  const WeightBlock block{size, height, width};
  size += block.size();
  return block;
}

NetworkLayout::NetworkLayout(const NetworkSizes& sizes) {
  for (std::size_t layer = 0; layer < kLayers; ++layer) {
    for (std::size_t way = 0; way < kDirections; ++way) {
      input[layer][way] = add(sizes.layer_inputs(layer), sizes.gates());
      recurrent[layer][way] = add(sizes.hidden, sizes.gates());
      bias[layer][way] = add(1, sizes.gates());
    }
  }
  columns = add(sizes.reading(), sizes.columns());
  columns_bias = add(1, sizes.columns());
  arc = add(sizes.arc, sizes.arc);
  arc_bias = add(1, sizes.arc);
  root_head = add(1, sizes.arc);
  root_label = add(1, sizes.label);
  relation = add(sizes.label, sizes.relation_columns());
  relation_bias = add(1, sizes.relation_columns());
}

namespace {

constexpr float kFirstRowBound = 0.1f;
constexpr float kFirstRootBound = 0.1f;

void fill(std::vector<float>& dense, const WeightBlock& block, float bound, Random& random) {
  for (std::size_t i = 0; i < block.size(); ++i) dense[block.begin + i] = random.symmetric(bound);
}

// Glorot and Bengio's bound.
void fill(std::vector<float>& dense, const WeightBlock& block, Random& random) {
  fill(dense, block, std::sqrt(6.f / static_cast<float>(block.rows + block.columns)), random);
}

LstmWeights lstm_weights(const Network& network, std::size_t layer, std::size_t way) {
  const NetworkLayout& at = network.layout;
  return {network.sizes.layer_inputs(layer), network.sizes.hidden, network.at(at.input[layer][way]),
          network.at(at.recurrent[layer][way]), network.at(at.bias[layer][way])};
}

// The mask of one dropout: each value is 0 or makes up for those that are.
void draw_mask(std::vector<float>& mask, std::size_t size, float share, Random& random) {
  mask.clear();
  if (share <= 0) return;
  mask.resize(size);
  for (float& value : mask) value = random.chance(share) ? 0.f : 1.f / (1.f - share);
}

void apply(const std::vector<float>& mask, std::vector<float>& values) {
  for (std::size_t i = 0; i < mask.size(); ++i) values[i] *= mask[i];
}

// One shard's way through the network and back.
class Pass {
 public:
  Pass(const Network& network, std::span<const Example* const> examples, const Dropout& dropout,
       Random& random, Gradients& gradients);
  Loss run(float scale);

 private:
  void read_inputs();
  void read_layer(std::size_t layer);
  void back_layer(std::size_t layer, std::vector<float>& d_reading);
  void mirror(const std::vector<float>& from, std::size_t columns, std::vector<float>& to) const;
  float* slope(const WeightBlock& block) { return gradients_.dense.data() + block.begin; }

  const Network& net_;
  std::span<const Example* const> examples_;
  const Dropout& dropout_;
  Random& random_;
  Gradients& gradients_;
  Packing packing_;
  std::array<std::vector<float>, kLayers + 1> rows_;  // into each layer, and out of the last
  std::array<std::vector<float>, kLayers + 1> masks_;
  std::array<std::vector<float>, kLayers> mirrored_;
  std::array<std::array<LstmPass, kDirections>, kLayers> lstm_;
};

Pass::Pass(const Network& network, std::span<const Example* const> examples, const Dropout& dropout,
           Random& random, Gradients& gradients)
    : net_(network),
      examples_(examples),
      dropout_(dropout),
      random_(random),
      gradients_(gradients) {
  std::vector<std::size_t> lengths;
  for (const Example* example : examples) lengths.push_back(example->size());
  packing_ = pack(lengths);
}

void Pass::read_inputs() {
  const std::size_t width = net_.sizes.embedding;
  std::vector<float>& input = rows_[0];
  input.assign(packing_.rows() * width, 0);
  gradients_.used_rows.clear();
  gradients_.used_end.assign(packing_.rows(), 0);
  for (std::size_t step = 0; step < packing_.steps(); ++step) {
    for (std::size_t s = 0; s < packing_.active(step); ++s) {
      const ExampleWord& word = (*examples_[s])[step];
      const std::size_t row = packing_.row(s, step);
      auto& used = gradients_.used_rows;
      const std::size_t first = used.size();
      used.push_back(random_.chance(dropout_.word) ? 0 : word.word_row);
      for (std::size_t i = 0; i < word.features.count; ++i) {
        if (random_.chance(dropout_.hashed)) continue;
        used.push_back(static_cast<std::uint32_t>(net_.word_rows) + word.features.rows[i]);
      }
      gradients_.used_end[row] = static_cast<std::uint32_t>(used.size());
      for (std::size_t u = first; u < used.size(); ++u) {
        const float* from = &net_.rows[used[u] * width];
        for (std::size_t j = 0; j < width; ++j) input[row * width + j] += from[j];
      }
    }
  }
}

void Pass::mirror(const std::vector<float>& from, std::size_t columns,
                  std::vector<float>& to) const {
  to.resize(from.size());
  for (std::size_t row = 0; row < packing_.rows(); ++row) {
    std::copy_n(&from[packing_.mirror[row] * columns], columns, &to[row * columns]);
  }
}

void Pass::read_layer(std::size_t layer) {
  const std::size_t hidden = net_.sizes.hidden;
  draw_mask(masks_[layer], rows_[layer].size(), layer == 0 ? dropout_.input : dropout_.layer,
            random_);
  apply(masks_[layer], rows_[layer]);
  mirror(rows_[layer], net_.sizes.layer_inputs(layer), mirrored_[layer]);
  std::vector<float>& out = rows_[layer + 1];
  out.resize(packing_.rows() * net_.sizes.reading());
  for (std::size_t way = 0; way < kDirections; ++way) {
    LstmPass& pass = lstm_[layer][way];
    draw_mask(pass.mask, examples_.size() * hidden, dropout_.recurrent, random_);
    lstm_forward(lstm_weights(net_, layer, way), packing_,
                 way == 0 ? rows_[layer].data() : mirrored_[layer].data(), pass);
    for (std::size_t row = 0; row < packing_.rows(); ++row) {
      const std::size_t from = way == 0 ? row : packing_.mirror[row];
      std::copy_n(&pass.hidden[from * hidden], hidden,
                  &out[row * net_.sizes.reading() + way * hidden]);
    }
  }
}

// d_reading: the gradient of the layer's output, on return that of its input.
void Pass::back_layer(std::size_t layer, std::vector<float>& d_reading) {
  const std::size_t hidden = net_.sizes.hidden;
  const std::size_t inputs = net_.sizes.layer_inputs(layer);
  std::array<std::vector<float>, kDirections> d_input;
  std::vector<float> d_hidden(packing_.rows() * hidden);
  for (std::size_t way = 0; way < kDirections; ++way) {
    for (std::size_t row = 0; row < packing_.rows(); ++row) {
      const std::size_t to = way == 0 ? row : packing_.mirror[row];
      std::copy_n(&d_reading[row * net_.sizes.reading() + way * hidden], hidden,
                  &d_hidden[to * hidden]);
    }
    d_input[way].assign(packing_.rows() * inputs, 0);
    const NetworkLayout& at = net_.layout;
    lstm_backward(
        lstm_weights(net_, layer, way), packing_,
        way == 0 ? rows_[layer].data() : mirrored_[layer].data(), lstm_[layer][way], d_hidden,
        {slope(at.input[layer][way]), slope(at.recurrent[layer][way]), slope(at.bias[layer][way])},
        d_input[way].data());
  }
  std::vector<float> back;
  mirror(d_input[1], inputs, back);
  d_reading = std::move(d_input[0]);
  for (std::size_t i = 0; i < back.size(); ++i) d_reading[i] += back[i];
  apply(masks_[layer], d_reading);
}

Loss Pass::run(float scale) {
  gradients_.dense.assign(net_.dense.size(), 0);
  read_inputs();
  for (std::size_t layer = 0; layer < kLayers; ++layer) read_layer(layer);
  draw_mask(masks_[kLayers], rows_[kLayers].size(), dropout_.layer, random_);
  apply(masks_[kLayers], rows_[kLayers]);
  std::vector<float> d_reading;
  const Loss loss = lose_scores({net_, examples_, packing_, rows_[kLayers], dropout_.head, scale},
                                random_, gradients_.dense, d_reading);
  apply(masks_[kLayers], d_reading);
  for (std::size_t layer = kLayers; layer-- > 0;) back_layer(layer, d_reading);
  gradients_.inputs = std::move(d_reading);
  return loss;
}

}  // namespace

Network::Network(const NetworkSizes& sizes_, std::size_t word_rows_, Random& random)
    : sizes(sizes_), layout(sizes_), word_rows(word_rows_) {
  dense.assign(layout.size, 0);
  rows.resize((word_rows + kHashedRows) * sizes.embedding);
  for (float& value : rows) value = random.symmetric(kFirstRowBound);
  for (std::size_t layer = 0; layer < kLayers; ++layer) {
    for (std::size_t way = 0; way < kDirections; ++way) {
      fill(dense, layout.input[layer][way], random);
      fill(dense, layout.recurrent[layer][way], random);
      // A cell that keeps what it has is a good start (Jozefowicz and others 2015).
      std::fill_n(&dense[layout.bias[layer][way].begin + sizes.hidden], sizes.hidden, 1.f);
    }
  }
  fill(dense, layout.columns, random);
  fill(dense, layout.arc, random);
  fill(dense, layout.root_head, kFirstRootBound, random);
  fill(dense, layout.root_label, kFirstRootBound, random);
  fill(dense, layout.relation, random);
}

Loss lose(const Network& network, std::span<const Example* const> examples, const Dropout& dropout,
          float scale, Random random, Gradients& gradients) {
  if (examples.empty()) {
    gradients = {std::vector<float>(network.dense.size()), {}, {}, {}};
    return {};
  }
  return Pass(network, examples, dropout, random, gradients).run(scale);
}

}  // namespace concord
