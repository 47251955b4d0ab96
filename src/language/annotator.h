// Raw text to everything that syntax and names tell, in one call.
//
// In:       trusted text (text/utf8.h); an empty line ends a paragraph.
// Out:      sentences in order: tokens, words with their offsets, tags, base forms, trees, names.
// Cost:     parsing takes about two thirds of it, names most of the rest (bench/read_bench.cc).
// Example:  Oman signed. -> 1 Oman PROPN nsubj Name=B-LOC, 2 signed VERB root, 3 . PUNCT punct
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "language/names.h"
#include "language/parser.h"
#include "language/segmenter.h"

namespace concord {

struct AnnotatedSentence {
  RawSentence raw;
  Syntax syntax;            // an entry for each of raw.forms
  std::vector<Name> names;  // over raw.forms
};

// The three model files, as data/ has them.
struct AnnotatorModels {
  std::string_view words;
  std::string_view syntax;
  std::string_view names;
};

// Const and free of hidden state: one annotator serves any number of threads.
class Annotator {
 public:
  // The bytes must outlive the annotator. A damaged or foreign file is refused with the reason.
  static Result<Annotator> load(const AnnotatorModels& models);
  Annotator(Segmenter segmenter, Parser parser, NameFinder finder);

  // Total; the text is one document.
  std::vector<AnnotatedSentence> annotate(std::string_view text) const;

 private:
  Segmenter segmenter_;
  Parser parser_;
  NameFinder finder_;
};

// CoNLL-U of one sentence, with its tokens' ranges and "# newpar"; the last column has
// SpaceAfter=No and Name=B-PER. Ends in an empty line. `text` is what was annotated.
std::string print_annotated(std::string_view text, const AnnotatedSentence& sentence);

}  // namespace concord
