// The network's measures, and how the columns of its last product are shared out.
#pragma once

#include <cstddef>
#include <cstdint>

namespace concord {

inline constexpr std::size_t kLayers = 2;
inline constexpr std::size_t kDirections = 2;  // left to right, right to left

// The next multiple of 16, so that every row is made of whole vectors.
constexpr std::size_t whole_vectors(std::size_t size) { return (size + 15) / 16 * 16; }

// All but the two counts of labels are multiples of 16 (the decoder wants 32).
struct NetworkSizes {
  std::uint32_t embedding = 128;  // a word's input row
  std::uint32_t hidden = 128;     // of each direction of each layer
  std::uint32_t arc = 128;        // what a word is as a dependent, and as a head
  std::uint32_t label = 96;       // the same for the relation between them
  std::uint32_t tags = 0;         // pairs of word class and Penn tag
  std::uint32_t relations = 0;

  bool operator==(const NetworkSizes&) const = default;

  std::size_t layer_inputs(std::size_t layer) const { return layer == 0 ? embedding : reading(); }
  std::size_t gates() const { return std::size_t{4} * hidden; }
  std::size_t reading() const { return kDirections * hidden; }  // a word's row out of a layer
  std::size_t relation_columns() const { return whole_vectors(relations); }
  // The last product's columns: tags | arc dependent | arc head | label dependent | label head.
  std::size_t arc_dependent() const { return whole_vectors(tags); }
  std::size_t arc_head() const { return arc_dependent() + arc; }
  std::size_t label_dependent() const { return arc_head() + arc; }
  std::size_t label_head() const { return label_dependent() + label; }
  std::size_t columns() const { return label_head() + label; }
};

}  // namespace concord
