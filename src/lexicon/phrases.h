// Phrases of one or more words, found in running text by their folded tokens: the longest wins.
//
//   Phrases names;  names.add("the People's Republic of China", 47);
//   auto hit = names.longest(words_at, first, end);   // hit->value == 47, hit->length in tokens
//
// Keys are cut by text/words.h and folded by text/fold.h, as reports are, so a key matches exactly
// the words that a reader would type. The first value added to a key stays.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

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
      const auto next = edges_.find((std::uint64_t{node} << 32) | id);
      if (next == edges_.end()) break;
      node = next->second;
      if (nodes_[node] != kNoValue) best = Hit{nodes_[node], i - first + 1};
    }
    return best;
  }

  // The value of exactly this phrase (folded already), if it is one.
  std::optional<std::uint32_t> exact(std::string_view phrase) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
  };
  static constexpr std::uint32_t kNoWord = 0xffffffff;
  static constexpr std::uint32_t kNoValue = 0xffffffff;

  std::uint32_t word_id(std::string_view word) const {
    const auto found = words_.find(word);
    return found == words_.end() ? kNoWord : found->second;
  }

  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> words_;
  std::unordered_map<std::uint64_t, std::uint32_t> edges_;  // (node, word) -> node
  std::vector<std::uint32_t> nodes_ = {kNoValue};           // value of each node
};

}  // namespace concord
