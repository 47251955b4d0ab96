// The forms of a verb: by the rules of English spelling, and by a table of those that they miss.
//
// Example: ratify -> ratifies, ratified, ratifying    submit -> submitted    take part in -> took
// part in
#pragma once

#include <array>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "lexicon/acts.h"
#include "lexicon/data.h"

namespace concord {

class Inflections {
 public:
  // Every form of a verb; of a phrase the first word is inflected. The participle is a past form.
  std::vector<std::pair<std::string, ActForm>> of(const std::string& base) const;

 private:
  friend Result<Inflections> load_inflections(const DataFiles& files);

  struct Missed {
    std::string past;
    std::string participle;  // "" where it is the past
    std::string gerund;      // "" by rule; so the present
    std::string present;
  };
  std::map<std::string, Missed, std::less<>> missed_;  // by base form
};

// Of data/en/inflections.tsv.
Result<Inflections> load_inflections(const DataFiles& files);

}  // namespace concord
