// The agreement, so far only described, to which a title gives its name.
//
// Examples: a second document was signed, the [Strategic Partnership Agreement]    in apposition
//           the treaty, formally the [Gulf of Riga Boundary Treaty]
//           signed an accord on fishing. Known as the [Entebbe Protocol], it ...
//           signed a trade pact. The [Economic Partnership Agreement] removes duties   a title that
//               comes with "the" where nobody has named it yet is that of what was just spoken of
// Not here: titles that hold the words of the description (agreement_match.h).
#pragma once

#include "reading/agreement_match.h"

namespace concord {

// `found`: the mentions of agreements before the phrase, in order. `known`: whether the world knows
// the title, which then needs no introduction. kNone where nothing is named so.
std::uint32_t described_before(const Report& report, const Reading& reading, const World& world,
                               const std::vector<Mention>& found, const std::vector<Named>& named,
                               const AgreementPhrase& title, bool known);

// "the secretariat of the [Convention on Whales] said": who speaks of it.
bool names_office(const Reading& reading, const AgreementPhrase& phrase);

// "the Samoa Agreement, which replaces the [Cotonou Agreement]": whether a relative clause names
// it.
bool stands_aside(const Reading& reading, const AgreementPhrase& phrase);

// "the [treaty of 1977]", "the [1980 accord]"
bool tells_when(const Reading& reading, const AgreementPhrase& phrase);

// "signed a trade agreement, a [treaty on rivers] and a memorandum": one text among several.
bool is_listed(const Reading& reading, const AgreementPhrase& phrase);

// "ratified the slimmed-down Pacific pact, the CPTPP": whether a phrase's name follows it.
bool is_named_by(const Reading& reading, const AgreementPhrase& phrase,
                 const AgreementPhrase& next);

// The token where the first sentences of the body end: of what is told later no headline speaks.
std::uint32_t lead_end(const Report& report, const Reading& reading);

}  // namespace concord
