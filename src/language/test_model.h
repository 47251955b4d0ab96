// A small model of random weights for tests: it knows nothing, but everything about it works.
#pragma once

#include <algorithm>

#include "language/features.h"
#include "language/model.h"

namespace concord {

class Dice {
 public:
  explicit Dice(std::uint32_t seed) : state_(seed) {}
  std::uint32_t roll(std::uint32_t sides) {
    state_ = state_ * 1664525u + 1013904223u;
    return (state_ >> 8) % sides;
  }
  std::int8_t weight() { return static_cast<std::int8_t>(static_cast<int>(roll(255)) - 127); }
  float factor() { return static_cast<float>(roll(2001)) / 1000.f - 1.f; }

 private:
  std::uint32_t state_;
};

inline PlainMatrix random_matrix(Dice& dice, std::size_t inputs, std::size_t outputs,
                                 std::uint32_t zero_point, float scale) {
  PlainMatrix matrix;
  matrix.inputs = static_cast<std::uint32_t>(inputs);
  matrix.outputs = static_cast<std::uint32_t>(outputs);
  matrix.zero_point = zero_point;
  for (std::size_t i = 0; i < inputs * outputs; ++i) matrix.weights.push_back(dice.weight());
  for (std::size_t i = 0; i < outputs; ++i) {
    matrix.scale.push_back(scale * (1.5f + dice.factor()));
    matrix.bias.push_back(dice.factor());
  }
  return matrix;
}

inline SyntaxModelParts random_model(std::uint32_t seed) {
  Dice dice(seed);
  SyntaxModelParts parts;
  parts.sizes = {32, 48, 32, 16, 4, 5};
  parts.tags = {{WordClass::noun, Penn::nn},
                {WordClass::verb, Penn::vbd},
                {WordClass::propn, Penn::nnp},
                {WordClass::punct, Penn::stop}};
  parts.relations = {Dependency::nsubj, Dependency::obj, Dependency::obl, Dependency::punct,
                     Dependency::root};
  parts.row_scale = 0.01f;
  for (const char* word : {"oman", "signed", "the", "pact", "."}) {
    parts.keys.push_back(form_key(word));
  }
  std::ranges::sort(parts.keys);
  const NetworkSizes& s = parts.sizes;
  for (std::size_t i = 0; i < (parts.keys.size() + 1) * s.embedding; ++i) {
    parts.word_rows.push_back(dice.weight());
  }
  for (std::size_t i = 0; i < std::size_t{kHashedRows} * s.embedding; ++i) {
    parts.hashed_rows.push_back(dice.weight());
  }
  for (std::size_t layer = 0; layer < kLayers; ++layer) {
    for (std::size_t way = 0; way < kDirections; ++way) {
      parts.matrices.input[layer][way] =
          random_matrix(dice, s.layer_inputs(layer), s.gates(), kZeroPoint, 2e-4f);
      parts.matrices.recurrent[layer][way] =
          random_matrix(dice, s.hidden, s.gates(), kZeroPoint, 1e-4f);
    }
  }
  parts.matrices.columns = random_matrix(dice, s.reading(), s.columns(), kZeroPoint, 1e-4f);
  parts.matrices.arc = random_matrix(dice, s.arc, s.arc, 0, 1e-2f);
  parts.matrices.relation = random_matrix(dice, s.label, s.relation_columns(), 0, 1e-2f);
  for (std::size_t i = 0; i < s.arc; ++i) parts.root_head.push_back(dice.factor());
  for (std::size_t i = 0; i < s.label; ++i) parts.root_label.push_back(dice.factor());
  parts.lemmas.endings = {{0, ""}, {2, ""}};
  parts.lemmas.answers = {{suffix_ending_key("ed", WordClass::verb, Penn::vbd), 1}};
  return parts;
}

}  // namespace concord
