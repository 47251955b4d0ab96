// Phrases of which something is known before any sentence is read: that "Abu Dhabi" is a
// capital, "Ana" a given name, "Corp." the end of a company's name. Part of the names' model.
//
// In:       forms of a sentence; phrases as data/ has them when the model is trained.
// Out:      for each form the kinds of phrases it is in, and where in them it stands.
// How:      a phrase is the hash of its letters without the spaces, so "Al-Qaeda" is found however
//           the hyphen is cut; of each kind the longest phrase from the left counts.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/syntax.h"

namespace concord {

// At most so many kinds; their names stand in train/phrase_tables.cc, the model knows their
// numbers.
inline constexpr std::size_t kPhraseKinds = 32;
inline constexpr std::size_t kPhraseWordsMax = 8;

struct PhraseEntry {
  std::uint64_t key = 0;
  std::uint32_t kinds = 0;  // a bit a kind
  bool operator==(const PhraseEntry&) const = default;
};

// In ascending order of keys.
using PhraseTable = std::vector<PhraseEntry>;

// A table with a filter before it: most keys asked for are no phrase, and a bit says so.
class KnownPhrases {
 public:
  KnownPhrases() = default;
  explicit KnownPhrases(PhraseTable table);

  std::uint32_t kinds_of(std::uint64_t key) const;  // 0 for no phrase

 private:
  PhraseTable table_;
  std::vector<std::uint64_t> filter_;  // kFilterBits bits
};

// The key of a phrase; forms one after the other give the key of them all.
class PhraseKey {
 public:
  void add(std::string_view folded);
  std::uint64_t key() const;

 private:
  std::uint64_t hash_ = 14695981039346656037u;
};

// The kinds that a form is in, by its place in the phrase: first, inner, last, or the whole of it.
struct PhraseMarks {
  std::array<std::uint32_t, 4> kinds{};
  std::uint32_t any() const { return kinds[0] | kinds[1] | kinds[2] | kinds[3]; }
};

// `folded` are the forms in lower case.
std::vector<PhraseMarks> mark_phrases(const KnownPhrases& phrases,
                                      std::span<const std::string> folded);

}  // namespace concord
