// Whether what is done with an agreement tells that there is one.
//
//   signed an agreement in Doha      a treaty that Turkey and Iraq signed
#pragma once

#include "lexicon/acts.h"
#include "reading/agreement_name.h"

namespace concord {

// "a treaty | that Turkey and Iraq | signed": where the verb of such a clause may stand, behind its
// subject; empty where it is no clause of a noun.
TokenSpan verb_places(const Reading& reading, TokenSpan clause);

// "a treaty | that Turkey and Iraq signed |": whether the clause tells by whom it was made.
bool tells_makers(const Reading& reading, const Acts& acts, TokenSpan clause);

// "signed an agreement in Doha", "a treaty was concluded": named by what is done with it.
bool is_object_of_act(const Reading& reading, const Acts& acts, const AgreementPhrase& phrase);

// "The New State Party and | the Lahu Democratic Union | signed": no text, but one who signs.
bool is_doer(const Reading& reading, const Acts& acts, const AgreementPhrase& phrase,
             const ActorAtToken& actors);

}  // namespace concord
