// Agreements named in passing: in a report on something else (a season, a war) "they left", "he
// approved" and "it depends on" are told of something else too.
#pragma once

#include <string_view>
#include <vector>

#include "reading/reading.h"

namespace concord {

// Which agreements a report may mean in a sentence that names none: all where it speaks of
// agreements at least once in ten sentences; else only those of its headline and first sentences,
// and of the sentence before in the same paragraph.
class InMind {
 public:
  InMind(const Report& report, const Reading& reading);

  // Whether an agreement (a number in Reading::entities) may be meant in a sentence (a number in
  // Reading::sentences).
  bool may_mean(std::uint32_t agreement, std::uint32_t sentence) const;
  // Whether any may be.
  bool may_tell(std::uint32_t sentence) const;

 private:
  const Reading& reading_;
  std::vector<std::string_view> lent_;  // ids, of those that any sentence may mean
  std::vector<std::vector<std::string_view>>
      named_;  // by sentence, ids of those named there or just before
  bool all_ = false;
};

}  // namespace concord
