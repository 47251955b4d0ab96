// Words of saying, offices and titles; and the words that keep or open a sentence.
#pragma once

#include <set>
#include <string>

#include "base/result.h"
#include "lexicon/data.h"

namespace concord {

struct Speech {
  std::set<std::string, std::less<>>
      abbreviations;  // "mr", "nov", "gen": a stop after them ends nothing
  std::set<std::string, std::less<>>
      sentence_openers;                        // "the", "it": open a sentence after an acronym
  std::set<std::string, std::less<>> verbs;    // "said", "announces", "told"
  std::set<std::string, std::less<>> sources;  // "official", "ministry": speak without a name
};

Result<Speech> load_speech(const DataFiles& files);

}  // namespace concord
