// Treebanks and word vectors from disk, packed by gzip or not.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "language/conllu.h"

namespace concord {

// The whole file, unpacked where it is gzip.
Result<std::string> load_text(const std::string& path);

// The path itself, or the .conllu and .conllu.gz files of that folder in name order.
Result<std::vector<std::string>> treebank_files(const std::string& path);

Result<std::vector<TreebankSentence>> load_treebank(const std::string& path);

// Word vectors as GloVe prints them: a word a line, then its numbers; the commonest words first.
struct WordVectors {
  std::size_t size = 0;  // numbers a word
  std::vector<std::uint64_t> keys;
  std::vector<float> values;
  std::unordered_map<std::uint64_t, std::size_t> index;

  const float* find(std::uint64_t key) const {
    const auto found = index.find(key);
    return found == index.end() ? nullptr : &values[found->second * size];
  }
};
Result<WordVectors> load_vectors(const std::string& path, std::size_t words_max);

}  // namespace concord
