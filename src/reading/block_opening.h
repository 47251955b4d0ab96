// What opens a block and belongs to none of its sentences: its number in a list, the hour of an
// entry; and who speaks in a transcript.
//
//   [2/] On 27 June Peru signed.      [II.] Chile, accession.      [14.05] Oman has left.
//   [REPORTER:] Will you sign it?     [RUIZ:] We won't.     [OSLO, 4 May (AP) -] Chile has left.
#pragma once

#include <vector>

#include "reading/reading.h"
#include "report/report.h"
#include "text/words.h"

namespace concord {

// How many of a block's first words only number or time it; 0 where they begin its first sentence.
std::size_t mark_length(const Report& report, const std::vector<Word>& words);

// How many words tell where, when and for whom a block was written, with the dash: "GENEVA, May 4
// (Reuters) -"; 0 where none do.
std::size_t dateline_length(const Report& report, const std::vector<Word>& words);

// "14.05 Oman has left.": an entry of a report that is written as things happen.
bool opens_with_hour(const Report& report, const Block& block);

// Whether somebody asks in more than one block behind the same label; then every label of a few
// words in capitals names who speaks.
bool is_transcript(const Report& report);

// How many words name the speaker of a transcript's block, with the colon; 0 where none do.
std::size_t speaker_length(const Report& report, const std::vector<Word>& words);

// "RUIZ:" in a transcript: a sentence that tells who speaks the rest of its block.
bool names_speaker(const Reading& reading, std::uint32_t sentence);

// Whether a sentence begins with a label of Reading::labels ("Still in: A, B"), or is nothing else.
bool has_label(const Reading& reading, std::uint32_t sentence);
bool is_label(const Reading& reading, std::uint32_t sentence);

}  // namespace concord
