// Interviews printed as questions and answers.
//
//   Q: Will Chile sign?        the questions are the outlet's
//   A: We have signed.         said by whoever the lines before the first question introduce
//   RUIZ: We have signed.      in a transcript, by whom the label names
//   Will you sign? | We have.  where each question is a paragraph and asks "you": by the guest
#pragma once

#include <vector>

#include "reading/word_view.h"

namespace concord {

// Each answer, from behind its label to the end of its paragraph, with who gives it.
std::vector<Attribution> find_answers(const WordView& view);

}  // namespace concord
