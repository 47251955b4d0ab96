// For whom a person in a leading office acts, where a report takes it as known.
//
//   "Richard Nixon and Leonid Brezhnev"   USA, USSR     data/world/leaders.tsv
//   "Putin" in a report of 2024           RUS
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "lexicon/data.h"
#include "lexicon/speech.h"
#include "lexicon/world.h"
#include "text/word_map.h"

namespace concord {

// For whom, from the year of the first to that of the last leading office there.
struct Term {
  std::string party;
  int from = 0;
  int to = 0;
};

// `year` is the report's own. Who acted for two parties by then acts for the one in whose office
// they are, or, as far as this table knows, for none: "".
class Leaders {
 public:
  // By full name ("Leonid Brezhnev"; case and accents do not matter).
  std::string party_of(std::string_view name, int year) const;
  // By family name alone: only those in office in that very year.
  std::string party_of_family(std::string_view family, int year) const;
  // In office by then: "the Reagan administration" of a report of 2026.
  std::string party_of_family_once(std::string_view family, int year) const;

 private:
  friend Result<Leaders> load_leaders(const DataFiles& files, const World& world,
                                      const Speech& speech);
  void add(const std::string& name, const Term& term, const Speech& speech);

  WordMap<std::vector<Term>> by_name_;    // folded
  WordMap<std::vector<Term>> by_family_;  // folded: "brezhnev", "xi"
};

// The world tells which parties there are; speech, which family names stand first.
Result<Leaders> load_leaders(const DataFiles& files, const World& world, const Speech& speech);

}  // namespace concord
