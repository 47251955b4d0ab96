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
      node = i == first ? opened_by(word(i)) : node_after(node, word(i));
      if (node == 0) break;
      if (nodes_[node] != kNoValue) best = Hit{nodes_[node], i - first + 1};
    }
    return best;
  }

  // Whether any phrase begins with the word.
  bool opens(std::string_view word) const { return opened_by(word) != 0; }

  // The words by which phrases begin, with a number that only this table understands.
  const WordMap<std::uint32_t>& openings() const { return openings_; }

  // The value of exactly this phrase (folded already), if it is one.
  std::optional<std::uint32_t> exact(std::string_view phrase) const;

 private:
  static constexpr std::uint32_t kNoValue = 0xffffffff;
  struct Edge {
    std::uint64_t from = 0;  // a node, then the number of a word; 0: a free place
    std::uint32_t to = 0;
  };

  // The node of a word that opens a phrase, and that of a word further on; 0 where none goes on so.
  std::uint32_t opened_by(std::string_view word) const {
    const auto found = openings_.find(word);
    return found == openings_.end() ? 0 : found->second;
  }
  std::uint32_t node_after(std::uint32_t node, std::string_view word) const {
    const auto found = words_.find(word);
    return found == words_.end() ? 0 : edges_[place_of(edge(node, found->second))].to;
  }

  static std::uint64_t edge(std::uint32_t node, std::uint32_t word) {
    return std::uint64_t{node} << 32 | word;
  }
  // Where the edge stands, or would.
  std::size_t place_of(std::uint64_t from) const {
    const std::size_t mask = edges_.size() - 1;
    std::size_t at = (from * 0x9e3779b97f4a7c15u >> 32) & mask;
    while (edges_[at].from != 0 && edges_[at].from != from) at = (at + 1) & mask;
    return at;
  }
  std::uint32_t& next_of(std::uint32_t node, std::string_view word);

  WordMap<std::uint32_t> openings_;                 // node of each word that opens a phrase
  WordMap<std::uint32_t> words_;                    // number of each word further on
  std::vector<Edge> edges_ = std::vector<Edge>(2);  // a power of two, half of them free
  std::size_t edge_count_ = 0;
  std::vector<std::uint32_t> nodes_ = {kNoValue};  // value of each node
};

}  // namespace concord
