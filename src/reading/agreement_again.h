// Phrases that look new and speak again of an agreement named before.
//
//   They signed the treaty in May. [A deal in principle] was reached in 2019.
//   They signed the treaty in May. It is [the first treaty] between the two countries.
#pragma once

#include <vector>

#include "reading/agreement_book.h"
#include "reading/agreement_sides.h"

namespace concord {

// "A deal in principle": the one that the report is about, in outline.
bool is_outline(const Reading& reading, const AgreementPhrase& phrase);

// "the pact", "this agreement", "China's scheme"; in headlines also bare "trade pact".
bool refers_back(const Reading& reading, const AgreementPhrase& phrase, bool headline,
                 const ActorAtToken& actors);

// "a similar deal | for Gaza": another's, not that of the two sides spoken of.
bool is_elsewhere(const Reading& reading, const AgreementPhrase& phrase);

// The only agreement of `found` that the sentence before token `at`'s names, or kNone.
std::uint32_t named_just_before(const Reading& reading, const std::vector<Mention>& found,
                                std::uint32_t at);

// The agreement of the same title or sides; else the one that was only described where it was first
// told, not far from here, with all the words of this name around it: "Britain signs Chagos treaty.
// Britain signed an agreement to cede the Chagos Islands". Or kNone.
std::uint32_t told_again(const Reading& reading, const World& world, const AgreementBook& book,
                         const AgreementPhrase& phrase, const Meaning& meaning);

// "the Treaty of Pelindaba ... ratified | Pelindaba |": the agreement that a word behind a verb of
// such acts calls by the rest of its title; kNone where it is none's or several's.
std::uint32_t called_by_place(const Reading& reading, const Acts& acts, const AgreementBook& book,
                              std::uint32_t word);

// "the Istanbul Convention ... the Council of Europe accord", "the WHO treaty": named by the body
// under which it was made, where the report names one treaty and no other; else kNone.
std::uint32_t text_of_house(const Reading& reading, const std::vector<Named>& named,
                            const Meaning& meaning);

}  // namespace concord
