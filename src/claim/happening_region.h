// What stands right of a trigger and belongs to it: partners, place, goal and time, up to where
// another clause begins.
//
//   talks | with Levi in Geneva on Monday | after Kenya had left
#pragma once

#include "claim/happening_cast.h"

namespace concord {

// A phrase of a table in a sentence.
struct Trigger {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  ActForm form = ActForm::noun;
  const HappeningRow* row = nullptr;
  TokenSpan span() const { return {begin, end}; }
};
std::vector<Trigger> triggers_in(const Scene& scene, const HappeningTable& table);

struct Region {
  std::uint32_t end = 0;
  std::vector<const Player*> partners;  // the first of each list
  std::string place;                    // in, at
  std::string goal;                     // to
  const Time* time = nullptr;
};
Region read_region(const Scene& scene, const HappeningTable& table, const std::vector<Player>& cast,
                   const Trigger& at, std::uint32_t begin, std::uint32_t limit);

// The nearest free-standing player before token `end`: whose verb stands there.
const Player* subject_before(const Scene& scene, const std::vector<Player>& cast,
                             std::uint32_t end);

}  // namespace concord
