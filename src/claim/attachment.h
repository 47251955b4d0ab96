// Which agreement an act is about, and who are its parties: candidates weighed by readable cues.
//
// In:       the acts of a sentence as the rules of arguments.cc left them.
// Out:      the same acts; act.agreements and act.parties are the candidates that weigh enough.
// Method:   every chunk of the sentence, what earlier sentences left and what the rules chose is a
//           candidate; each has cues ("party.left.by.passive"); their weights (lexicon/cues.h) are
//           summed and squashed to a probability: logistic regression, fitted on reports whose
//           record is known. The heaviest agreement wins; every party over one half stays.
// Why:      rules find the clear cases; what is left is a trade of weak signs (distance, what
//           stands between, prepositions), which is a matter of measure. docs/claim.md#attachment
#pragma once

#include <string>

#include "claim/arguments.h"
#include "lexicon/cues.h"

namespace concord {

enum class ArgumentKind : std::uint8_t { agreement, party, itself };

// Something that may be an argument of an act.
struct Candidate {
  ArgumentKind kind = ArgumentKind::party;
  Entities entities;             // agreements, or actors; of `itself` none
  const Chunk* chunk = nullptr;  // where it stands; nullptr: in an earlier sentence
  bool by_rule = false;          // the rules chose it
  double weight = 0;             // sum of its cues' weights
  std::vector<std::string> cues; // their names, where asked for
};

// The candidates of an act, weighed. The first are agreements, then parties, then `itself`: the
// act is told of the agreement and of no party. Names of cues are kept when `named`.
std::vector<Candidate> weigh_candidates(const ActPlace& place, const FoundAct& act,
                                        const CueWeights& weights, bool named);

// Gives every act the arguments that weigh enough.
void attach_arguments(const SentenceView& view, const Discourse& discourse,
                      const CueWeights& weights, std::vector<FoundAct>& acts);

}  // namespace concord
