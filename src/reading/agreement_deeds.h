// Whether what is done with an agreement tells that there is one.
//
//   signed an agreement in Doha      a treaty that Turkey and Iraq signed
#pragma once

#include "lexicon/acts.h"
#include "reading/agreement_match.h"
#include "reading/agreement_name.h"

namespace concord {

// "a treaty | that Turkey and Iraq | signed": where the verb of such a clause may stand, behind its
// subject; empty where it is no clause of a noun.
TokenSpan verb_places(const Reading& reading, TokenSpan clause);

// "a treaty | that Turkey and Iraq signed |": whether the clause tells by whom it was made.
bool tells_makers(const Reading& reading, const Acts& acts, TokenSpan clause);

// "signed an agreement in Doha", "a treaty was concluded": named by what is done with it.
bool is_object_of_act(const Reading& reading, const Acts& acts, const AgreementPhrase& phrase);

// "the treaty | that sets up a permanent fund": no "that Peru signed", which tells of one known.
bool tells_what_it_does(const Reading& reading, const Acts& acts, const AgreementPhrase& phrase);

// "ratified the agreement | under which the border is moved |": told by what it provides for.
bool is_told_under(const Reading& reading, const AgreementPhrase& phrase);

// "signed a host deal. ... the treaty | that founded the agency |": of another text than one
// without a title and with another noun.
bool is_told_apart(const Reading& reading, const Acts& acts, const AgreementPhrase& phrase,
                   const Named& named);

// "The New State Party and | the Lahu Democratic Union | signed": no text, but one who signs.
bool is_doer(const Reading& reading, const Acts& acts, const AgreementPhrase& phrase,
             const ActorAtToken& actors);

// "called it a one-sided deal", "what it hailed as a historic accord": says of one what it is.
bool is_judgement(const Reading& reading, const AgreementPhrase& phrase);

}  // namespace concord
