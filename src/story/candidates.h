// Which earlier reports share rare words with a report: an inverted index over the terms that
// weigh most in each.
//
// Numbers ascend and are forgotten from below, so memory follows the reports that are kept. A term
// of very many reports points to the newest kPostingsMax of them.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "story/flat_map.h"
#include "story/profile.h"

namespace concord {

struct Candidate {
  std::uint32_t number = 0;
  float shared = 0;  // the part of the cosine that the indexed terms make
};

class CandidateIndex {
 public:
  // A term by which a report is found: its list in the index, and what it weighs.
  struct Key {
    std::uint32_t list = 0;
    float weight = 0;
  };
  // Of a report's words, the heaviest first. They stand until forget_below().
  std::vector<Key> keys_of(const Terms& words);
  // Numbers ascend.
  void add(std::uint32_t number, const std::vector<Key>& keys);
  // The reports that share most with these terms, most first. The list stands until the next call.
  std::span<const Candidate> find(const std::vector<Key>& keys);
  // Drops all reports below the number.
  void forget_below(std::uint32_t number);

 private:
  struct Posting {
    std::uint32_t number = 0;
    float weight = 0;
  };
  using Postings = std::vector<Posting>;  // the newest last
  static std::span<const Posting> newest(const Postings& list);
  static void fetch(std::span<const Posting> list);

  FlatMap<std::uint32_t> list_of_;  // by term: index into lists_ + 1
  std::vector<Postings> lists_;
  std::vector<std::uint32_t> terms_;  // by list
  std::vector<float> shared_;         // by number - first_, all 0 between calls
  std::vector<Candidate> found_;
  std::uint32_t first_ = 0;  // numbers below are forgotten
  std::uint32_t next_ = 0;
  std::uint32_t swept_ = 0;
};

}  // namespace concord
