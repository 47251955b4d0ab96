// What a question leaves for the sentences that answer it.
//
//   Who has not signed yet? | Egypt and Syria.      Has Uruguay ratified it? Yes. | And Peru?
#pragma once

#include "claim/clause.h"

namespace concord {

// What is asked, and of whom, as the next sentences answer it.
void remember_question(const SentenceView& view, Discourse& discourse);

// "Will you sign it? [RUIZ:] No.": the question still stands right before the answer.
void carry_question(std::uint32_t sentence, Discourse& discourse);

}  // namespace concord
