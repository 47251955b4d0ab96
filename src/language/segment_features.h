// What is seen of a place where a word, or a sentence, may end.
//
// In:       a paragraph's atoms (atoms.h); for sentences, its tokens.
// Out:      rows of a table of weights (segmenter.h), by hash.
// Example:  "Inc.|": the atoms around the full stop, the token so far, the string between white
//           spaces it stands in, what comes after that, and whether "." ended the last such string.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "language/atoms.h"

namespace concord {

inline constexpr std::size_t kSegmentBits = 18;
inline constexpr std::size_t kSegmentRows = std::size_t{1} << kSegmentBits;
inline constexpr std::size_t kSegmentFeaturesMax = 40;

class SegmentFeatures {
 public:
  void clear() { count_ = 0; }
  void add(std::uint64_t kind, std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) {
    rows_[count_++] =
        static_cast<std::uint32_t>(mix(mix(mix(kind, a), b), c) >> (64 - kSegmentBits));
  }
  std::span<const std::uint32_t> rows() const { return {rows_.data(), count_}; }

 private:
  std::array<std::uint32_t, kSegmentFeaturesMax> rows_{};
  std::size_t count_ = 0;
};

// Walks through a paragraph's atoms; at each gap without white space the caller says whether the
// token ends there.
class GapReader {
 public:
  explicit GapReader(std::span<const Atom> atoms) : atoms_(atoms) {}

  // The gap between atom `left` and the next, which must follow without white space.
  void read(std::size_t left, SegmentFeatures& features);
  // Goes on behind atom `left`; `ends` says whether a token ends with it.
  void pass(std::size_t left, bool ends);

 private:
  void enter_chunk(std::size_t begin);
  const Atom& atom(std::size_t at) const;     // nothing outside the chunk
  const Atom& outside(std::size_t at) const;  // nothing outside the paragraph

  std::span<const Atom> atoms_;
  std::size_t chunk_begin_ = 0;  // atoms without white space between them
  std::size_t chunk_end_ = 0;
  std::uint64_t chunk_text_ = 0;
  std::uint64_t chunk_shape_ = 0;
  std::uint64_t chunk_kinds_ = 0;
  std::uint64_t last_letters_ = 0;        // "com", "pdf", "inc"
  std::vector<std::uint64_t> marks_;      // seen in the chunk before each atom
  std::vector<std::uint64_t> rest_text_;  // of the chunk from each atom on
  std::uint64_t token_text_ = 0;
  std::uint64_t token_shape_ = 0;
  std::size_t token_begin_ = 0;
  bool last_ended_ = true;
};

// A token as sentences see it.
struct TokenView {
  std::uint64_t text = 0;
  std::uint64_t shape = 0;
  AtomKind kind = AtomKind::mark;  // of its first atom
  bool stop = false;               // . ! ? or several of them
  bool after_space = false;
};

std::vector<TokenView> view_tokens(std::string_view text, std::span<const Atom> atoms,
                                   const std::vector<bool>& ends);

class SentenceEndReader {
 public:
  explicit SentenceEndReader(std::span<const TokenView> tokens) : tokens_(tokens) {}

  // Whether a sentence ends with token `at`, which is not the last of the paragraph.
  void read(std::size_t at, SegmentFeatures& features) const;
  void pass(std::size_t at, bool ends);

 private:
  const TokenView& token(std::size_t at) const;

  std::span<const TokenView> tokens_;
  std::size_t begin_ = 0;   // of the sentence
  std::uint64_t open_ = 0;  // quotation marks and brackets not yet closed in it
};

}  // namespace concord
