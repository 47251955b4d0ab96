// What is known of a sentence's words: class, tag, base form, and the word each hangs on.
//
// Example: Oman signed the pact .
//   Oman    PROPN NNP  Oman  nsubj  -> signed      signed  VERB  VBD  sign  root
//   the     DET   DT   the   det    -> pact        pact    NOUN  NN   pact  obj  -> signed
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "language/labels.h"

namespace concord {

inline constexpr std::uint32_t kRoot = std::numeric_limits<std::uint32_t>::max();

struct SyntaxWord {
  WordClass word_class = WordClass::x;
  Penn tag = Penn::none;
  Dependency relation = Dependency::dep;
  std::uint32_t head = kRoot;  // a word of the same sentence, or kRoot for its one root
  std::string lemma;
  bool operator==(const SyntaxWord&) const = default;
};

// One entry a word. Every word but one has a head, and following heads always ends at the root.
struct Syntax {
  std::vector<SyntaxWord> words;
  bool operator==(const Syntax&) const = default;
};

// The forms of one sentence, as the tokeniser cut them.
using Forms = std::vector<std::string_view>;

}  // namespace concord
