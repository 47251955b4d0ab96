// What earlier sentences leave for later ones: "it", "the two", "the country", "did so", and the
// agreement spoken of.
#pragma once

#include <cstdint>
#include <vector>

#include "lexicon/acts.h"
#include "reading/reading.h"

namespace concord {

struct Discourse {
  std::vector<std::uint32_t> parties;              // entities: the last subject
  std::vector<std::vector<std::uint32_t>> groups;  // actors named together, last one last
  std::uint32_t main = kNone;                      // agreement that the report speaks of most
  std::uint32_t main_treaty = kNone;               // the same among those that are no bodies
  std::uint32_t agreement = kNone;  // last treaty, pact or body that an act had, or that was named
  std::uint32_t treaty = kNone;     // last that is no body
  std::uint32_t body = kNone;       // last body that states join
  const Act* act = nullptr;         // of the last claim, for "did so"
};

// The agreement that a report names most and first: what a headline's "sign pact" means.
std::uint32_t main_agreement(const Reading& reading, bool bodies);

// Entities for "it" (one), "both" (two), "the three" (three) or "they" (several, size 0). `here`
// are the groups of this sentence up to the word, in order; `subject` its first.
std::vector<std::uint32_t> resolve(const Discourse& discourse, const Reading& reading,
                                   const std::vector<std::vector<std::uint32_t>>& here,
                                   std::uint32_t size);

}  // namespace concord
