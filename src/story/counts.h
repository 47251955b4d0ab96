// How common a term is among the reports seen so far, and so how much it weighs.
//
// idf(t) = log((B + n + 1) / (B s(t) + df(t) + 0.5)): n reports of which df(t) hold t, beside B
// imagined texts of which the share s(t) holds t (data/en/common_words.tsv). The background makes
// five reports of one story weighable: all of them hold its name, and "the". Counts fade: when
// kReportsMax reports are counted all counts are halved, so that a year's stream weighs words by
// its last weeks, in bounded memory.
#pragma once

#include <cstdint>
#include <vector>

#include "story/words.h"

namespace concord {

class TermCounts {
 public:
  explicit TermCounts(const StoryWords& words);

  // A term of one report; each once.
  void add(std::uint32_t term) { counts_[slot(term)] += 1; }
  // Of a term that will be asked for soon.
  void fetch(std::uint32_t term) const { __builtin_prefetch(&counts_[slot(term)], 1); }
  void add_report();
  float idf(std::uint32_t term) const { return idf(words_.of(term).share, term); }
  // Of two words in a row, which the background does not know.
  float pair_idf(std::uint32_t pair) const { return idf(0, pair); }

 private:
  static constexpr double kBackground = 300;
  static constexpr double kReportsMax = 2048;
  static constexpr int kBits = 21;  // 8 MB; two terms of one slot in 2 million count together
  float idf(float share, std::uint32_t term) const;
  static std::uint32_t slot(std::uint32_t term) { return (term * 2654435769u) >> (32 - kBits); }

  const StoryWords& words_;
  std::vector<float> counts_;
  double reports_ = 0;
};

}  // namespace concord
