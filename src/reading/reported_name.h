// The name under which an agreement without a proper name is told: in the report's own words.
//
// In:       a phrase of agreement_phrase.h, its sides, and what earlier phrases spoke of.
// Examples: "a [tax treaty with Chile]"                          tax treaty with Chile
//           "Peru and Chile signed a [tax treaty]"               tax treaty between Peru and Chile
//           "[one] with Peru", after "a tax treaty with Chile"   tax treaty with Peru
// Not here: which agreement is meant (agreements.cc), whom it is between (agreement_name.h).
#pragma once

#include "reading/agreement_name.h"

namespace concord {

// What earlier phrases leave for "one with Peru" and "talks with Peru".
struct SpokenOf {
  std::string head;   // "deal"
  std::string kind;   // "trade deal"; "" where none was told
  std::string words;  // of the last one described: "maritime boundary agreement"; or ""
  std::string like;   // what "similar ones" are: also "Reciprocal Access Agreement"; or ""
};

// "tax deal", "Reciprocal Access Agreement": what a similar one is called; "" where the phrase is
// the name of one alone.
std::string generic_name(const Report& report, const Reading& reading, const World& world,
                         const AgreementPhrase& phrase);

// "tax treaty with Chile", "mineral deal between Kinshasa and Washington"
std::string name_as_reported(const Report& report, const Reading& reading, const Lexicon& lexicon,
                             const AgreementPhrase& phrase, const std::vector<std::uint32_t>& sides,
                             const SpokenOf& before, const ActorAtToken& actors);

}  // namespace concord
