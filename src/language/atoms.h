// A text's smallest pieces: runs of letters, runs of digits, single marks. Whatever a word is, it
// is made of whole atoms; which of them belong together is learnt (segmenter.h).
//
// Example:  $3.5m isn't  ->  $ | 3 | . | 5 | m , isn | ' | t
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace concord {

struct Atom {
  Span span;
  bool after_space = false;  // white space, or nothing, stands before it
  std::uint32_t shape = 0;   // of letters: case and length; of digits: length; else the mark itself
  std::uint64_t text = 0;    // key of its lower-cased form, typographic marks made plain
};

// Total: every byte of `within` that is no white space is in exactly one atom, in order.
std::vector<Atom> split_atoms(std::string_view text, Span within);

// Mixes two numbers into a third; equal pairs give equal numbers on every machine.
constexpr std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  const std::uint64_t mixed = (a ^ (b << 31 | b >> 33)) * 0x9e3779b97f4a7c15u;
  return mixed ^ mixed >> 29;
}

// What kind of thing a shape is of.
enum class AtomKind : std::uint8_t { lower, upper, digits, mark };
AtomKind kind_of_shape(std::uint32_t shape);

}  // namespace concord
