// Phrases of one or more words, found in running text by their folded tokens: the longest wins.
//
//   Phrases names;  names.add("the People's Republic of China", 47);
//   auto hit = names.longest(words_at, first, end);   // hit->value == 47, hit->length in tokens
//
// Keys are cut by text/words.h and folded by text/fold.h, as reports are, so a key matches exactly
// the words that a reader would type. The first value added to a key stays.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/word_map.h"

namespace concord {

class Phrases {
 public:
  struct Hit {
    std::uint32_t value = 0;
    std::uint32_t length = 0;  // tokens
  };

  void add(std::string_view phrase, std::uint32_t value);
  bool empty() const { return nodes_.size() <= 1; }

  // The longest phrase that begins at token `first` and ends by `end`. `word(i)` gives the folded
  // form of token i as a std::string_view.
  template <typename WordAt>
  std::optional<Hit> longest(WordAt&& word, std::uint32_t first, std::uint32_t end) const {
    std::optional<Hit> best;
    std::uint32_t node = 0;
    for (std::uint32_t i = first; i < end; ++i) {
      const std::uint32_t id = word_id(word(i));
      if (id == kNoWord) break;
      node = node_after(node, id);
      if (node == 0) break;
      if (nodes_[node] != kNoValue) best = Hit{nodes_[node], i - first + 1};
    }
    return best;
  }

  // Whether any phrase begins with the word.
  bool opens(std::string_view word) const {
    const std::uint32_t id = word_id(word);
    return id != kNoWord && openings_[id] != 0;
  }

  // The value of exactly this phrase (folded already), if it is one.
  std::optional<std::uint32_t> exact(std::string_view phrase) const;

 private:
  static constexpr std::uint32_t kNoWord = 0xffffffff;
  static constexpr std::uint32_t kNoValue = 0xffffffff;

  // 0 where no phrase goes on so.
  std::uint32_t node_after(std::uint32_t node, std::uint32_t word) const {
    if (node == 0) return openings_[word];
    const auto next = edges_.find((std::uint64_t{node} << 32) | word);
    return next == edges_.end() ? 0 : next->second;
  }
  std::uint32_t word_id(std::string_view word) const {
    const auto found = words_.find(word);
    return found == words_.end() ? kNoWord : found->second;
  }

  WordMap<std::uint32_t> words_;                            // number of each word
  std::vector<std::uint32_t> openings_;                     // node of each word that opens a phrase
  std::unordered_map<std::uint64_t, std::uint32_t> edges_;  // (other node, word) -> node
  std::vector<std::uint32_t> nodes_ = {kNoValue};           // value of each node
};

}  // namespace concord
