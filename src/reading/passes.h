// The passes of reading, in the order in which engine/pipeline.cc runs them. Each is total: odd
// text gives fewer findings, never a failure.
#pragma once

#include "lexicon/lexicon.h"
#include "reading/reading.h"

namespace concord {

// sentences.cc: tokens and sentences of the report's blocks. No sentence crosses a block.
void split_sentences(const Report& report, const Lexicon& lexicon, Reading& reading);

// times.cc: time expressions, valued against the publication date.
void find_times(const Report& report, const Lexicon& lexicon, Reading& reading);

// quotations.cc: pairs of quotation marks, also over sentences and paragraphs.
void find_quotations(const Report& report, const Lexicon& lexicon, Reading& reading);

// actors.cc: states and bodies by name, demonym, capital, abbreviation.
void find_actors(const Report& report, const Lexicon& lexicon, Reading& reading);

// people.cc: persons with office and country learnt from the text, unnamed officials, pronouns.
void find_people(const Report& report, const Lexicon& lexicon, Reading& reading);

// syntax.cc: tags and trees of the sentences that may tell of an act and name an agreement.
void parse_names(const Report& report, const Lexicon& lexicon, Reading& reading);

// agreements.cc: agreements by name, alias, abbreviation, definite description.
void find_agreements(const Report& report, const Lexicon& lexicon, Reading& reading);

// syntax.cc: tags and trees of the other sentences that may tell of an act, where there is an
// agreement.
void parse_acts(const Report& report, const Lexicon& lexicon, Reading& reading);

// standing_labels.cc: labels that tell where those listed under them stand.
void find_labels(const Report& report, const Lexicon& lexicon, Reading& reading);

// attributions.cc: who says what, and where: speech, quotations, "according to".
void find_attributions(const Report& report, const Lexicon& lexicon, Reading& reading);

}  // namespace concord
