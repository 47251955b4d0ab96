// What the words of an agreement without a proper name tell: its kind, who concludes it, where.
//
// In:       a phrase of agreement_phrase.h in its sentence.
// Examples: "a long delayed [free trade agreement]"              its kind
//           "[Peru] and [Chile] signed a deal", "a deal was signed by [Peru] and [Chile]"   doers
//           "the Supply Chain Agreement"                         its initials: sca
// Not here: which agreement is meant (agreements.cc); the name it is told under (reported_name.h).
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "reading/agreement_phrase.h"

namespace concord {

// The words of a span as the report writes them, in one line.
std::string words_of(const Report& report, const Reading& reading, TokenSpan span);

// Whether a headline is all in capitals: they tell of no name there.
bool is_shouted(const Reading& reading, TokenSpan phrase);

// "NEW MEMBERS OF THE [LIMA CONVENTION]": cuts a phrase in capitals to what follows its article;
// false where it has none ("35 NATIONS SIGN HELSINKI CHARTER").
bool cut_to_name(const Reading& reading, AgreementPhrase& phrase);

// "The club is not a military pact": what is said not to be there is no agreement.
bool says_what_it_is_not(const Reading& reading, const AgreementPhrase& phrase);

// "It was a one-sided deal", "This is the first treaty between the two": what one spoken of is.
bool says_what_it_is(const Reading& reading, const AgreementPhrase& phrase);

// "Mercosur is a customs union of four": what a body or agreement is that the sentence names.
bool says_what_named_is(const Reading& reading, const AgreementPhrase& phrase,
                        const std::vector<Mention>& found);

// Whether its words are enough to call it an agreement of its own: not "agreements", "the deal",
// but "signed an agreement in Doha", "a ceasefire".
// "What is Solmar? A fisheries pact of 12 states": what is asked for.
bool answers_what(const Reading& reading, const AgreementPhrase& phrase);

bool names_something(const Reading& reading, const Acts& acts, const AgreementPhrase& phrase,
                     bool headline);

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

// Who stands in the sentence of a phrase.
std::set<std::uint32_t> actors_beside(const Reading& reading, const AgreementPhrase& phrase,
                                      const ActorAtToken& actors);

// "signed an accord in | Sirte |", "a treaty signed at | Baghdad |": where one without a name was
// made; empty where it is not told.
TokenSpan seat_of(const Reading& reading, const AgreementPhrase& phrase,
                  const ActorAtToken& actors);

// "sca"
std::string initials_of(const Reading& reading, const AgreementPhrase& phrase);
std::string initials_of(std::string_view name);

}  // namespace concord
