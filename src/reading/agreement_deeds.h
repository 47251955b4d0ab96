// Whether what is done with an agreement tells that there is one.
//
//   signed an agreement in Doha      a treaty that Turkey and Iraq signed
#pragma once

#include "lexicon/acts.h"
#include "reading/agreement_name.h"

namespace concord {

// "a treaty | that Turkey and Iraq signed |": the verb that tells by whom it was made, or kRoot.
std::uint32_t maker_verb(const Reading& reading, const Acts& acts, TokenSpan clause);

// "signed an agreement in Doha", "a treaty was concluded": named by what is done with it.
bool is_object_of_act(const Reading& reading, const Acts& acts, const AgreementPhrase& phrase);

// "The New State Party and | the Lahu Democratic Union | signed": no text, but one who signs.
bool is_doer(const Reading& reading, const Acts& acts, const AgreementPhrase& phrase,
             const ActorAtToken& actors);

}  // namespace concord
