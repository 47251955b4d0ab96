// Learns the lemma tables (language/lemmas.h) from annotated words: the commonest answer for each
// suffix, and for each whole form that its suffixes would get wrong.
#pragma once

#include <vector>

#include "language/conllu.h"
#include "language/lemmas.h"

namespace concord {

LemmaTable learn_lemmas(const std::vector<TreebankSentence>& sentences);

}  // namespace concord
