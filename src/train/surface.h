// A treebank's text as its readers saw it: tokens before they are parted into words, the white
// space between them, sentences and paragraphs.
//
// In:       sentences of a CoNLL-U file (language/conllu.h), with SpaceAfter=No and ranges.
// Out:      the raw text: forms joined by SpaceAfter, an empty line at "# newpar" and "# newdoc",
//           no other line break; and where in it tokens and sentences end.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "language/conllu.h"

namespace concord {

struct SurfaceToken {
  std::string form;
  bool space_after = true;
  std::vector<std::string> words;  // one, or the words of a range
};

std::vector<SurfaceToken> surface_tokens(const TreebankSentence& sentence);

// Whether the sentence opens a paragraph or a document.
bool opens_paragraph(const TreebankSentence& sentence);

struct RawText {
  std::string text;
  std::vector<std::uint32_t> token_ends;  // byte offsets, ascending
  std::vector<std::uint32_t> sentence_ends;
};

RawText raw_text(const std::vector<TreebankSentence>& sentences);

}  // namespace concord
