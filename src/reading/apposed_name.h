// The bare name that a description tells of: "Andemar, the first treaty to share a river".
#pragma once

#include "reading/agreement_phrase.h"

namespace concord {

// The words of a name in capitals, right before the comma and the article of a description that the
// tree hangs on it; empty where there is none. Names of actors and of times are none.
TokenSpan apposed_name(const Reading& reading, const AgreementPhrase& phrase);

}  // namespace concord
