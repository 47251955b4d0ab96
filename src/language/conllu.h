// CoNLL-U (universaldependencies.org/format.html): sentences in, sentences out.
//
// In:       a file's text. Comments are kept; multiword ranges ("3-4") and empty nodes ("5.1")
//           are kept as lines, so that a file can be printed again around other syntax.
// Out:      for each sentence its forms, its gold syntax where it is complete, and its lines.
// Example:  1 <tab> Oman <tab> Oman <tab> PROPN <tab> NNP <tab> _ <tab> 2 <tab> nsubj ...
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "language/syntax.h"

namespace concord {

struct TreebankSentence {
  std::vector<std::string> forms;
  Syntax syntax;                   // as annotated
  std::vector<std::string> lines;  // all lines of the sentence, comments and ranges too
};

// An unknown label, a head outside the sentence or a line of too few columns is refused with its
// line number; `name` stands in the message.
Result<std::vector<TreebankSentence>> read_conllu(std::string_view text, const std::string& name);

// The sentence's lines with LEMMA, UPOS, XPOS, HEAD and DEPREL taken from `syntax`.
std::string print_conllu(const TreebankSentence& sentence, const Syntax& syntax);

}  // namespace concord
