// The network as it is trained: float weights, what it loses on annotated sentences, and which way
// every weight should move.
//
// Out of a word's features a row; over the rows two recurrent layers that read both ways; from
// each word's row at the top its tag, a row as dependent and one as head. The score of a head is
// (U d + b) . h (Dozat and Manning 2017), the label's a small layer over dependent and head.
//
// Not here: the order of sentences and the size of steps (trainer.h); the fast decoder, which works
// on whole numbers made of these weights (language/parser.h).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "language/features.h"
#include "language/sizes.h"
#include "train/random.h"

namespace concord {

struct WeightBlock {
  std::size_t begin = 0;
  std::size_t rows = 0;
  std::size_t columns = 0;
  std::size_t size() const { return rows * columns; }
};

// Where each weight matrix stands in one flat row of floats.
struct NetworkLayout {
  explicit NetworkLayout(const NetworkSizes& sizes);
  std::array<std::array<WeightBlock, kDirections>, kLayers> input, recurrent, bias;
  WeightBlock columns, columns_bias;
  WeightBlock arc, arc_bias;
  WeightBlock root_head, root_label;  // what the root is as a head: no word stands for it
  WeightBlock relation, relation_bias;
  std::size_t size = 0;

 private:
  WeightBlock add(std::size_t height, std::size_t width);
};

struct Network {
  Network(const NetworkSizes& sizes, std::size_t word_rows, Random& random);
  NetworkSizes sizes;
  NetworkLayout layout;
  std::size_t word_rows;     // row 0 is for words never seen
  std::vector<float> dense;  // laid out by `layout`
  std::vector<float> rows;   // (word_rows + kHashedRows) x embedding
  const float* at(const WeightBlock& block) const { return dense.data() + block.begin; }
};

struct ExampleWord {
  std::uint32_t word_row = 0;
  WordFeatures features;  // rows counted from the first hashed row
  std::uint32_t tag = 0;
  std::uint32_t relation = 0;
  std::uint32_t head = 0;
};
using Example = std::vector<ExampleWord>;

// Shares of values set to nothing while training, against learning by heart.
struct Dropout {
  float word = 0.2f;     // a word's own row, the affixes stay
  float hashed = 0.02f;  // each hashed row
  float input = 0.1f;
  float recurrent = 0.1f;
  float layer = 0.2f;  // between layers and before the last product
  float head = 0.2f;   // dependent and head rows
};

struct Gradients {
  std::vector<float> dense;
  // For the input rows: each word's gradient goes to every row that was summed up for it.
  std::vector<float> inputs;             // words x embedding
  std::vector<std::uint32_t> used_rows;  // all rows of word 0, then of word 1 ...
  std::vector<std::uint32_t> used_end;   // where each word's rows end
};

struct Loss {
  double tag = 0, arc = 0, label = 0;
  double sum() const { return tag + arc + label; }
};

// The loss summed over all words of `examples` (longest first) and, in `gradients`, its slope
// times `scale`.
Loss lose(const Network& network, std::span<const Example* const> examples, const Dropout& dropout,
          float scale, Random random, Gradients& gradients);

}  // namespace concord
