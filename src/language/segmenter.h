// Raw text to sentences and words, as the English treebanks of Universal Dependencies cut them.
//
// In:       trusted text (text/utf8.h), a paragraph or more; an empty line ends a paragraph.
// Out:      sentences of tokens, every byte that is no white space in exactly one token; and the
//           words each token holds: don't = do + n't. A sentence of more than kSentenceTokensMax
//           tokens is cut, and so is a paragraph of more than kLineBytesMax bytes.
// How:      atoms (atoms.h) are joined into tokens and tokens into sentences by two linear
//           classifiers over hashed features (segment_features.h), as in UDPipe (Straka and others
//           2016) but over atoms instead of characters; addresses.h keeps addresses whole;
//           contractions.h parts tokens into words.
// Not here: what reading/ takes for sentences: claims stand on rules of news (reading/sentences).
// Example:  Dr. Ruiz didn't come.Pity  ->  [Dr.] [Ruiz] [didn't = did n't] [come] [.]   [Pity]
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"
#include "language/contractions.h"
#include "language/syntax.h"

namespace concord {

// Where data/ has the model (lexicon/data.h).
inline constexpr const char* kWordsModelName = "models/en/words.model";

struct RawToken {
  Span span;                // of the text
  std::uint32_t words = 1;  // that it holds
  bool space_after = true;  // white space, or nothing, follows
};

struct RawSentence {
  bool new_paragraph = false;
  std::vector<RawToken> tokens;
  Forms forms;  // all words of all tokens: views into the text
};

// What a file is made of; concord-train fills it.
struct WordsModelParts {
  std::vector<std::int8_t> gaps;       // kSegmentRows weights: above 0, the token ends
  std::vector<std::int8_t> sentences;  // the same for sentences
  ContractionTable contractions;
};
std::string print_words_model(const WordsModelParts& parts);

// Const and free of hidden state: one segmenter serves any number of threads.
class Segmenter {
 public:
  // The bytes must outlive the segmenter. A damaged or foreign file is refused with the reason.
  static Result<Segmenter> load(std::string_view bytes, const std::string& name);

  // Total.
  std::vector<RawSentence> segment(std::string_view text) const;

 private:
  void segment_paragraph(std::string_view text, Span paragraph,
                         std::vector<RawSentence>& out) const;

  const std::int8_t* gaps_ = nullptr;
  const std::int8_t* sentences_ = nullptr;
  ContractionTable contractions_;
};

}  // namespace concord
