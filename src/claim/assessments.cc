#include "claim/happenings.h"
#include "claim/passes.h"

namespace concord {

std::vector<Found<Assessment>> find_assessments(const Report&, const Reading&, const Lexicon&) { return {}; }

std::vector<Assessment> extract_assessments(const Report& report, const Reading& reading,
                                      const Lexicon& lexicon) {
  std::vector<Assessment> all;
  for (Found<Assessment>& one : find_assessments(report, reading, lexicon)) all.push_back(std::move(one.noun));
  return all;
}

}  // namespace concord
