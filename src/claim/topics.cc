#include "claim/happenings.h"
#include "claim/passes.h"

namespace concord {

std::vector<Found<Topic>> find_topics(const Report&, const Reading&, const Lexicon&) { return {}; }

std::vector<Topic> extract_topics(const Report& report, const Reading& reading,
                                      const Lexicon& lexicon) {
  std::vector<Topic> all;
  for (Found<Topic>& one : find_topics(report, reading, lexicon)) all.push_back(std::move(one.noun));
  return all;
}

}  // namespace concord
