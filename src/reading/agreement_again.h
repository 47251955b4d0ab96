// Phrases that look new and speak again of an agreement named before.
//
//   They signed the treaty in May. [A deal in principle] was reached in 2019.
//   They signed the treaty in May. It is [the first treaty] between the two countries.
#pragma once

#include <vector>

#include "reading/agreement_phrase.h"

namespace concord {

// "A deal in principle": the one that the report is about, in outline.
bool is_outline(const Reading& reading, const AgreementPhrase& phrase);

// The only agreement of `found` that the sentence before token `at`'s names, or kNone.
std::uint32_t named_just_before(const Reading& reading, const std::vector<Mention>& found,
                                std::uint32_t at);

}  // namespace concord
