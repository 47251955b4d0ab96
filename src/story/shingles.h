// Three words in a row as a number, and a sample of a text's that two texts choose alike.
//
// The sample is winnowed (Schleimer, Wilkerson and Aiken 2003, "Winnowing: local algorithms for
// document fingerprinting"): of every kWindow shingles in a row the least, so that a shared run of
// kWindow + 2 words shares at least one, and about two in kWindow + 1 are kept.
#pragma once

#include <cstdint>
#include <deque>
#include <vector>

#include "story/own_words.h"

namespace concord {

inline constexpr std::uint32_t kShingleWords = 3;
inline constexpr std::uint32_t kWindow = 5;

// 0 where the words run across a gap or are all of the commonest ("it would be").
inline std::uint64_t shingle_at(const WordRow& row, std::uint32_t at) {
  const std::uint32_t a = row[at], b = row[at + 1], c = row[at + 2];
  if (a == 0 || b == 0 || c == 0 || (a & b & c & 1) != 0) return 0;
  std::uint64_t hash = a * 0x9E3779B97F4A7C15u;
  hash = (hash ^ (hash >> 29) ^ b) * 0xBF58476D1CE4E5B9u;
  hash = (hash ^ (hash >> 32) ^ c) * 0x94D049BB133111EBu;
  hash ^= hash >> 31;
  return hash == 0 ? 1 : hash;
}

// The winnowed sample, each once, sorted.
std::vector<std::uint64_t> winnow(const WordRow& row);

// Which earlier reports share shingles of the sample. Numbers ascend and are forgotten from below.
//
// Postings stand in the order in which they came, each pointing to the one of its bucket before it;
// forgetting drops the first ones, and a chain ends where it points to what is dropped. 12 bytes a
// posting and 4 a bucket.
class ShingleIndex {
 public:
  struct Sharer {
    std::uint32_t number = 0;
    std::uint32_t shared = 0;
  };

  void add(std::uint32_t number, const std::vector<std::uint64_t>& sample);
  // Reports that share at least `least` of the sample, most first.
  std::vector<Sharer> find(const std::vector<std::uint64_t>& sample, std::uint32_t least);
  void forget_below(std::uint32_t number);

 private:
  struct Posting {
    std::uint32_t key = 0;  // of the shingle
    std::uint32_t number = 0;
    std::uint32_t before = 0;  // place of the posting before it in its bucket
  };
  // Places count up from 1 and may run over: what counts is how far they are above tail_.
  bool stands(std::uint32_t place) const { return place - tail_ < size_; }
  Posting& at(std::uint32_t place) {
    const std::uint32_t offset = place - tail_ + skipped_;
    return chunks_[offset / kChunk][offset % kChunk];
  }
  std::size_t bucket_of(std::uint32_t key) const { return key & (buckets_.size() - 1); }
  // Of a bucket's postings those with the key, newest first.
  template <typename Do>
  void for_each(std::uint32_t key, Do act);
  void fetch(const std::vector<std::uint64_t>& sample, std::size_t at);
  void append(std::uint32_t key, std::uint32_t number);
  void link(std::uint32_t place);
  void grow();

  static constexpr std::uint32_t kChunk = 1u << 14;
  std::deque<std::vector<Posting>> chunks_;
  std::uint32_t skipped_ = 0;           // of the first chunk, what is dropped
  std::uint32_t tail_ = 1;              // the place of the first posting
  std::uint32_t size_ = 0;              // postings
  std::vector<std::uint32_t> buckets_;  // place of the newest posting
  std::vector<std::uint32_t> shared_;   // by number - first_, all 0 between calls
  std::uint32_t first_ = 0, next_ = 0;
};

}  // namespace concord
