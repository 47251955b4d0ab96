// Annotated sentences turned into what the network is trained on.
//
// In:       treebank sentences.
// Out:      the training's inventory (which words have rows, which tags and relations there are)
// and
//           examples; on purpose also spoilt ones: capitals, titles and small letters, a lost full
//           stop, so that headlines are not foreign to the network.
#pragma once

#include <unordered_map>
#include <utility>
#include <vector>

#include "language/conllu.h"
#include "train/network.h"

namespace concord {

struct Inventory {
  std::vector<std::uint64_t> words;  // keys of the words with a row of their own; row 0 is no word
  std::unordered_map<std::uint64_t, std::uint32_t> word_rows;
  std::vector<std::pair<WordClass, Penn>> tags;
  std::vector<Dependency> relations;

  std::uint32_t tag(const SyntaxWord& word) const;
  std::uint32_t relation(Dependency relation) const;
};

// Words seen at least twice have a row; labels are in order of their names' numbers.
Inventory take_inventory(const std::vector<TreebankSentence>& sentences);

enum class Spoiling : std::uint8_t { none, titled, capitals, small };

Example make_example(const TreebankSentence& sentence, const Inventory& inventory,
                     Spoiling spoiling, bool lose_stop);

}  // namespace concord
