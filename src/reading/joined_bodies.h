// Bodies that the world's table lacks, known by what states do with them.
//
// Examples: Oman left the [Red Sea Council]                  its last word is a noun for bodies
//           Niger, a member of the [Alliance for the Lake]   ("club" in clause_words.tsv), or
//                                                            opens its tail
//           Oman quit the [OPX], the [OPX organisation]      by its initials
// Not here: what the world knows; a senator who left the National Security Council.
#pragma once

#include "lexicon/lexicon.h"
#include "reading/reading.h"

namespace concord {

// Whether a name with a noun for bodies stands in the sentence: in most there is none.
bool names_club(const Reading& reading, TokenSpan sentence);

// The name that follows an act of joining or leaving at token `i`, where a state stands before it
// in the sentence; empty where there is none,
// as in every sentence that names no club.
TokenSpan body_joined_at(const Reading& reading, const World& world, const Acts& acts,
                         TokenSpan sentence, std::uint32_t i);

}  // namespace concord
