#include "claim/happenings.h"
#include "claim/passes.h"

namespace concord {

std::vector<Found<Relation>> find_relations(const Report&, const Reading&, const Lexicon&) { return {}; }

std::vector<Relation> extract_relations(const Report& report, const Reading& reading,
                                      const Lexicon& lexicon) {
  std::vector<Relation> all;
  for (Found<Relation>& one : find_relations(report, reading, lexicon)) all.push_back(std::move(one.noun));
  return all;
}

}  // namespace concord
