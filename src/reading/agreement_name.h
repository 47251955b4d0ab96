// What an agreement without a proper name is called by: its kind, and who concludes it.
//
// In:       a phrase of agreement_phrase.h in its sentence.
// Examples: "a long delayed [free trade agreement]"              its kind
//           "[Peru] and [Chile] signed a deal", "a deal was signed by [Peru] and [Chile]"   doers
//           "the Supply Chain Agreement"                         its initials: sca
// Not here: which agreement is meant (agreements.cc).
#pragma once

#include <map>
#include <string>
#include <vector>

#include "reading/agreement_phrase.h"

namespace concord {

// "" where no word describes the noun.
std::string kind_of(const Reading& reading, const World& world, const AgreementPhrase& phrase);

using ActorAtToken = std::map<std::uint32_t, std::uint32_t>;  // token to the actor it belongs to

// Those it names; of a new deal that names none, the two that conclude it, where the tree knows
// them.
std::vector<std::uint32_t> sides_of(const Reading& reading, const AgreementPhrase& phrase,
                                    const ActorAtToken& actors);

// The words that name one of the sides after "with" or "between"; empty where there are none.
TokenSpan words_of_side(const AgreementPhrase& phrase, std::uint32_t side,
                        const ActorAtToken& actors);

// "sca"
std::string initials_of(const Reading& reading, const AgreementPhrase& phrase);

}  // namespace concord
