// The trained model as the decoder uses it, and the file it comes from.
//
// File:     magic, version, size and SHA-256 of what follows; then, in order, the measures, the
//           names of tags and relations, the words' keys and rows, the rows of hashed features,
//           seven matrices, the root's rows, the lemma tables. All little-endian; rows at multiples
//           of 64 bytes so that each is read in two lines of the cache.
// Trust:    everything is checked before use: a cut, changed or foreign file is refused with the
//           reason. Loading reads the file once; the rows stay where they are.
// Not here: how a model comes about (train/export.h).
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "language/kernels.h"
#include "language/labels.h"
#include "language/lemmas.h"
#include "language/sizes.h"

namespace concord {

// A matrix as the file has it: [input][output], before it is laid out for the processor.
struct PlainMatrix {
  std::uint32_t inputs = 0;
  std::uint32_t outputs = 0;
  std::uint32_t zero_point = 0;  // of the activations it is multiplied with: 0 or kZeroPoint
  std::vector<std::int8_t> weights;
  std::vector<float> scale;
  std::vector<float> bias;
};

// Which of the seven is which.
struct MatrixSet {
  template <typename Matrix>
  struct Of {
    std::array<std::array<Matrix, kDirections>, kLayers> input;
    std::array<std::array<Matrix, kDirections>, kLayers> recurrent;
    Matrix columns, arc, relation;
  };
};

// What a file is made of; concord-train fills it.
struct SyntaxModelParts {
  NetworkSizes sizes;
  std::vector<std::pair<WordClass, Penn>> tags;
  std::vector<Dependency> relations;
  float row_scale = 0;
  std::vector<std::uint64_t> keys;       // ascending
  std::vector<std::int8_t> word_rows;    // row 0: any other word; row 1 + i: keys[i]
  std::vector<std::int8_t> hashed_rows;  // kHashedRows of them
  MatrixSet::Of<PlainMatrix> matrices;
  std::vector<float> root_head;
  std::vector<float> root_label;
  LemmaTable lemmas;
};

std::string print_syntax_model(const SyntaxModelParts& parts);

// A loaded model. The rows are views into the bytes it was loaded from.
struct SyntaxModel {
  NetworkSizes sizes;
  std::vector<std::pair<WordClass, Penn>> tags;
  std::vector<Dependency> relations;
  float row_scale = 0;
  std::vector<std::uint64_t> keys;
  std::vector<std::uint32_t>
      first_key;  // of those that share their upper 16 bits, and one past all
  const std::int8_t* word_rows = nullptr;
  const std::int8_t* hashed_rows = nullptr;
  MatrixSet::Of<WholeMatrix> matrices;
  std::vector<float> root_head;
  std::vector<float> root_label;
  LemmaTable lemmas;
  std::string digest;  // SHA-256 of the file's content

  const std::int8_t* word_row(std::uint64_t key) const;
};

// `bytes` must outlive the model; `name` stands in messages.
Result<SyntaxModel> load_syntax_model(std::string_view bytes, const std::string& name);

}  // namespace concord
