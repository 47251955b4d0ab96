// Lays sentences side by side, so that a recurrent network steps through all of them at once.
//
// In:       the lengths of sentences, longest first.
// Out:      a row for each word: first words of all sentences, then second words, and so on.
//           Sentences that have ended drop off the end, so nothing is padded.
// Example:  lengths 3 2 1 -> rows a1 b1 c1 | a2 b2 | a3; begin = 0 3 5 6
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace concord {

struct Packing {
  std::vector<std::size_t> lengths;  // longest first
  std::vector<std::size_t> begin;    // first row of each step, then the number of rows
  std::vector<std::size_t> mirror;   // the row of the same sentence's word counted from its end

  std::size_t steps() const { return begin.size() - 1; }
  std::size_t rows() const { return begin.back(); }
  std::size_t active(std::size_t step) const { return begin[step + 1] - begin[step]; }
  // The row after the last of the steps, from `step` on, that have `rows` rows or fewer; at least
  // one.
  std::size_t end_of_steps(std::size_t step, std::size_t rows) const {
    std::size_t end = step + 1;
    while (end < steps() && begin[end + 1] - begin[step] <= rows) ++end;
    return begin[end];
  }
  std::size_t row(std::size_t sentence, std::size_t word) const { return begin[word] + sentence; }
};

inline Packing pack(std::span<const std::size_t> lengths) {
  Packing packing;
  packing.lengths.assign(lengths.begin(), lengths.end());
  packing.begin.push_back(0);
  std::size_t active = lengths.size();
  const std::size_t steps = lengths.empty() ? 0 : lengths.front();
  for (std::size_t step = 0; step < steps; ++step) {
    while (lengths[active - 1] <= step) --active;
    packing.begin.push_back(packing.begin.back() + active);
  }
  packing.mirror.resize(packing.rows());
  for (std::size_t s = 0; s < lengths.size(); ++s) {
    for (std::size_t word = 0; word < lengths[s]; ++word) {
      packing.mirror[packing.row(s, word)] = packing.row(s, lengths[s] - 1 - word);
    }
  }
  return packing;
}

}  // namespace concord
