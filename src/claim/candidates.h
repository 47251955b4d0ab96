// Claims that no rule makes, though the report may tell them.
//
// Example:  "Twelve states signed in Oslo. For Peru and Chile it was the second treaty of the
// week."
//             (Oslo Convention, Peru, signed): a step told next to the party, of an agreement in
//             mind
// In:       what the rules made of each sentence, and the claims that they led to.
// Out:      for each party that a sentence names, each step told there or next to it and each
//           agreement in mind the claim that this would be, where no rule made it; with what speaks
//           for and against it, as features (language/weights.h).
// Not here: what the features weigh (data/models/en/claims.model), who believes them
//           (likely_claims.h).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "claim/clause.h"
#include "reading/in_mind.h"
#include "report/report.h"

namespace concord {

// A step that a sentence tells of somebody, or only names.
struct ToldStep {
  FoundAct act;
  Stage stage = Stage::party;
  Polarity polarity = Polarity::affirmed;
  bool asserted = true;  // not "before joining"
};

// What the rules made of a sentence.
struct ReadSentence {
  std::uint32_t number = 0;  // in Reading::sentences
  bool title = false;
  std::vector<Chunk> chunks;  // by position
  std::vector<Chunk> persons;
  std::vector<ToldStep> steps;
};

struct ClaimCandidate {
  std::uint32_t agreement = kNone, party = kNone;  // entities
  const ToldStep* step = nullptr;                  // told in sentence `told_in`
  std::uint32_t told_in = kNone;
  std::uint32_t named_in = kNone;   // the sentence that names the party
  std::uint32_t named_at = kNone;   // its first token there
  std::vector<std::uint32_t> rows;  // its features
};

// In the order of the text; one claim may have several. `sentences` must outlive them.
std::vector<ClaimCandidate> find_candidates(const Reading& reading, const InMind& in_mind,
                                            std::span<const ReadSentence> sentences,
                                            const std::vector<Claim>& claims);

}  // namespace concord
