// Which earlier reports share rare words with a report: an inverted index over the terms that
// weigh most in each.
//
// Numbers ascend and are forgotten from below, so memory follows the reports that are kept. A term
// of very many reports points to the newest kPostingsMax of them.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "story/profile.h"

namespace concord {

struct Candidate {
  std::uint32_t number = 0;
  float shared = 0;  // the part of the cosine that the indexed terms make
};

class CandidateIndex {
 public:
  // Numbers ascend.
  void add(std::uint32_t number, const Terms& words);
  // The reports that share most with these words, most first, `number` itself left out.
  std::vector<Candidate> find(std::uint32_t number, const Terms& words);
  // Drops all reports below the number.
  void forget_below(std::uint32_t number);

 private:
  struct Posting {
    std::uint32_t number = 0;
    float weight = 0;
  };
  std::unordered_map<std::uint32_t, std::vector<Posting>> postings_;
  std::vector<float> shared_;  // by number - first_, all 0 between calls
  std::uint32_t first_ = 0;    // numbers below are forgotten
  std::uint32_t next_ = 0;
  std::uint32_t swept_ = 0;
};

}  // namespace concord
