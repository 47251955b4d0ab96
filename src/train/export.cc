#include "train/export.h"

#include <algorithm>
#include <cmath>

namespace concord {
namespace {

constexpr float kWeightMax = 127.f;
// Of all values of the input rows so many may be cut at the largest step: a few far-off ones would
// make the steps of all others coarse.
constexpr double kCutShare = 1e-4;

std::int8_t round_to(float value, float scale) {
  const float steps = std::floor(value / scale + 0.5f);
  return static_cast<std::int8_t>(std::min(std::max(steps, -kWeightMax), kWeightMax));
}

// `bias` may be null; `step` is what one step of the activations is worth.
PlainMatrix round_matrix(const Network& network, const WeightBlock& block, const WeightBlock* bias,
                         std::uint32_t zero_point, float step) {
  PlainMatrix plain;
  plain.inputs = static_cast<std::uint32_t>(block.rows);
  plain.outputs = static_cast<std::uint32_t>(block.columns);
  plain.zero_point = zero_point;
  plain.weights.resize(block.size());
  plain.bias.assign(block.columns, 0);
  if (bias) std::copy_n(network.at(*bias), block.columns, plain.bias.begin());
  const float* weights = network.at(block);
  for (std::size_t j = 0; j < block.columns; ++j) {
    float top = 1e-6f;
    for (std::size_t k = 0; k < block.rows; ++k) {
      top = std::max(top, std::fabs(weights[k * block.columns + j]));
    }
    const float scale = top / kWeightMax;
    for (std::size_t k = 0; k < block.rows; ++k) {
      plain.weights[k * block.columns + j] = round_to(weights[k * block.columns + j], scale);
    }
    plain.scale.push_back(scale * step);
  }
  return plain;
}

// The rows of all words in the order of their keys, after the row of any other word.
std::vector<float> word_rows(const Network& network, const Inventory& inventory,
                             const std::vector<std::uint64_t>& keys) {
  const std::size_t width = network.sizes.embedding;
  std::vector<float> rows((keys.size() + 1) * width);
  std::copy_n(network.rows.data(), width, rows.data());
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const std::size_t row = inventory.word_rows.at(keys[i]);
    std::copy_n(&network.rows[row * width], width, &rows[(i + 1) * width]);
  }
  return rows;
}

// The step of the input rows, by which all but a small share of values can be told.
float row_step(const std::vector<float>& words, const float* hashed, std::size_t hashed_size) {
  std::vector<float> sizes;
  sizes.reserve(words.size() + hashed_size);
  for (const float value : words) sizes.push_back(std::fabs(value));
  for (std::size_t i = 0; i < hashed_size; ++i) sizes.push_back(std::fabs(hashed[i]));
  const auto cut = static_cast<std::ptrdiff_t>(static_cast<double>(sizes.size()) * (1 - kCutShare));
  std::nth_element(sizes.begin(), sizes.begin() + cut, sizes.end());
  return std::max(sizes[static_cast<std::size_t>(cut)], 1e-6f) / kWeightMax;
}

}  // namespace

SyntaxModelParts make_model(const Network& network, const Inventory& inventory, LemmaTable lemmas) {
  SyntaxModelParts parts;
  parts.sizes = network.sizes;
  parts.tags = inventory.tags;
  parts.relations = inventory.relations;
  parts.keys.assign(inventory.words.begin() + 1, inventory.words.end());
  std::ranges::sort(parts.keys);
  const std::vector<float> words = word_rows(network, inventory, parts.keys);
  const float* hashed = &network.rows[network.word_rows * network.sizes.embedding];
  const std::size_t hashed_size = std::size_t{kHashedRows} * network.sizes.embedding;
  parts.row_scale = row_step(words, hashed, hashed_size);
  for (const float value : words) parts.word_rows.push_back(round_to(value, parts.row_scale));
  for (std::size_t i = 0; i < hashed_size; ++i) {
    parts.hashed_rows.push_back(round_to(hashed[i], parts.row_scale));
  }
  const NetworkLayout& at = network.layout;
  constexpr float kHiddenStep = 1.f / kHalfRange;
  for (std::size_t layer = 0; layer < kLayers; ++layer) {
    for (std::size_t way = 0; way < kDirections; ++way) {
      parts.matrices.input[layer][way] =
          round_matrix(network, at.input[layer][way], &at.bias[layer][way], kZeroPoint,
                       layer == 0 ? 1.f : kHiddenStep);
      parts.matrices.recurrent[layer][way] =
          round_matrix(network, at.recurrent[layer][way], nullptr, kZeroPoint, kHiddenStep);
    }
  }
  parts.matrices.columns =
      round_matrix(network, at.columns, &at.columns_bias, kZeroPoint, kHiddenStep);
  parts.matrices.arc = round_matrix(network, at.arc, &at.arc_bias, 0, 1.f);
  parts.matrices.relation = round_matrix(network, at.relation, &at.relation_bias, 0, 1.f);
  parts.root_head.assign(network.at(at.root_head), network.at(at.root_head) + at.root_head.size());
  parts.root_label.assign(network.at(at.root_label),
                          network.at(at.root_label) + at.root_label.size());
  parts.lemmas = std::move(lemmas);
  return parts;
}

}  // namespace concord
