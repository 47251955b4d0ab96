// A report's own words, told from the words of others that it prints: quotations and official
// statements. Two outlets that quote one communiqué share text and are still two sources, so only
// their own words are compared for copying.
//
// Out:  words as 32-bit hashes in order; 0s stand where words were left out, so that no shingle
//       runs across the gap. Bit 0 tells the commonest words ("the", "would") from the others.
#pragma once

#include <cstdint>
#include <vector>

#include "story/tokens.h"
#include "story/words.h"

namespace concord {

using WordRow = std::vector<std::uint32_t>;

struct OwnWords {
  WordRow own, quoted;
  std::vector<std::uint32_t> own_place, quoted_place;  // by word: its token; of a 0 the next one's
  std::uint32_t own_count = 0, quoted_count = 0;       // without the 0s
  std::uint64_t all = 0;                               // of all words in order: the exact body
};

inline bool is_common(std::uint32_t word) { return (word & 1) != 0; }

OwnWords own_words(const Report& report, const std::vector<StoryToken>& tokens,
                   const StoryWords& words);

}  // namespace concord
