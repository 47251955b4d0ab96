// The passages that two texts share, also where words in them were changed.
//
// In:       two rows of words (own_words.h).
// Out:      passages in the order of the first text, as ranges of its and the other's words.
// Method:   three words in a row that stand in both are a seed; seeds on nearly one diagonal and
//           close to each other are one passage (as BLAST extends its hits). A word in three may
//           be replaced and sentences may change places; nothing that is shorter than
//           kPassageWordsMin or less than half alike is a passage.
#pragma once

#include <cstdint>
#include <vector>

#include "story/own_words.h"

namespace concord {

inline constexpr std::uint32_t kPassageWordsMin = 8;

struct SharedPassage {
  std::uint32_t a_begin = 0, a_end = 0;  // words of the first text
  std::uint32_t b_begin = 0, b_end = 0;  // of the second
  std::uint32_t same = 0;                // words that are the same in both
  bool operator==(const SharedPassage&) const = default;
};

struct Sharing {
  std::vector<SharedPassage> passages;
  std::uint32_t a_covered = 0, b_covered = 0;  // words that stand in a passage
  double alike = 0;                            // of those the share that is the same, 0 to 1
};

// Where each three words stand in one text; built once, asked for many others.
class SeedTable {
 public:
  explicit SeedTable(const WordRow& row);
  Sharing shared_with(const WordRow& other) const;  // a is the table's own text

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFFu;
  std::uint32_t first(std::uint64_t seed) const;

  const WordRow& row_;
  std::vector<std::uint64_t> seeds_;   // open addressing
  std::vector<std::uint32_t> heads_;   // by slot: the last place of the seed
  std::vector<std::uint32_t> before_;  // by place: the place of the same seed before it
};

}  // namespace concord
