// Phrases found in a row of words: the longest that begins at a word.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "story/tokens.h"

namespace concord {

class PhraseMap {
 public:
  struct Match {
    std::uint32_t value = 0;
    std::size_t size = 0;  // words; 0 = no phrase begins here
  };

  // The later of two equal phrases is not taken in.
  void add(std::string_view phrase, std::uint32_t value);
  void add(const std::vector<std::uint64_t>& words, std::uint32_t value);  // StoryToken::word
  Match at(std::span<const StoryToken> tokens, std::size_t begin) const;
  // The longest phrase that ends just before `end`.
  Match before(std::span<const StoryToken> tokens, std::size_t end) const;

 private:
  struct Phrase {
    std::vector<std::uint64_t> words;
    std::uint32_t value = 0;
  };
  std::unordered_map<std::uint64_t, std::vector<Phrase>> by_first_, by_last_;
};

}  // namespace concord
