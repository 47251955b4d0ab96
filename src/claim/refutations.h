// What a sentence takes back of what it or the one before has told.
//
//   A blog says that Oman has left. It has not.      Oman has left the pact. That is false.
//   Oman said that it had signed; it had not.
#pragma once

#include "claim/clause.h"
#include "lexicon/speech.h"

namespace concord {

// Of the affirmed claims that `claims` owe to `sentence` or the one before it alone: drops those
// that its acts deny without a verb of their own ("It has not"). Where the sentence is a verdict
// ("That is not true.", "Verdict: false") those of the one before are denied, or dropped where it
// is a half one; where somebody denies what another says ("The palace denied it.") both words
// stand, the first as no more than possible.
void take_back(const Report& report, const Reading& reading, const Speech& speech,
               const Sentence& sentence, const std::vector<FoundAct>& acts,
               std::vector<Claim>& claims);

}  // namespace concord
