// Learns where words and sentences end from treebanks.
//
// In:       sentences in the order of their files.
// Out:      the parts of a words.model (language/segmenter.h).
// How:      logistic regression by AdaGrad over hashed features, one pass after another in the
//           order of the text, then rounded to 8 bits. Nothing is drawn by lot: the same treebanks
//           give the same file.
#pragma once

#include <vector>

#include "language/conllu.h"
#include "language/segmenter.h"

namespace concord {

WordsModelParts learn_words(const std::vector<TreebankSentence>& sentences);

}  // namespace concord
