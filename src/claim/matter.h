// What a report comes back to with every question, heading and entry of its own.
#pragma once

#include "claim/chunks.h"

namespace concord {

// "have not spoken since | the 1949 armistice |", "unlike the Oslo Pact": it only dates or likens
// what is told, and is not the report's matter.
bool is_landmark(const Reading& reading, const Mention& mention);

// The agreement that the first sentence of the lead with one names: the report's main one, where it
// is among several; else the headline's, or the main one. kNone in a digest.
std::uint32_t matter_of(const Report& report, const Reading& reading, const Discourse& discourse);

// "BRUSSELS.": where an item of a digest comes from.
bool is_place_label(const SentenceView& view);

// Before a sentence is read: what it brings back into mind. "And the others?", "May 2015 - Peru
// signs.": the report's matter; "AND THE LIMA PACT?": what the heading names.
void recall_matter(const SentenceView& view, Discourse& discourse);

}  // namespace concord
