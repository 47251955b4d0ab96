// Sentences in, syntax out: tags, lemmas and a tree for each, many sentences at a time.
//
// In:       forms as the tokeniser cut them (text/words.h), sentence by sentence.
// Out:      one Syntax a sentence, in the same order; the same bits for any batch, any number of
//           threads and any processor.
// Not here: where sentences and words end; names.
// Example:  {Oman, signed, the, pact, .} -> nsubj(signed, Oman) obj(signed, pact) ...
//
//   auto parser = Parser::load(built_in_data().at(kSyntaxModelName), kSyntaxModelName);
//   std::vector<Syntax> trees = parser->parse(sentences);
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "language/kernels.h"
#include "language/model.h"
#include "language/syntax.h"

namespace concord {

// Where data/ has the model (lexicon/data.h).
inline constexpr const char* kSyntaxModelName = "models/en/syntax.model";

// Base forms cost a tenth of parsing; who asks for none is given empty ones.
enum class Lemmas : bool { left_out, found };

// Const and free of hidden state: one parser serves any number of threads.
class Parser {
 public:
  // The bytes must outlive the parser.
  static Result<Parser> load(std::string_view bytes, const std::string& name);
  explicit Parser(SyntaxModel model, const Kernels& kernels = best_kernels());

  // Total. Sentences longer than kSentenceTokensMax are read in pieces, each piece's root hung on
  // the first one's.
  std::vector<Syntax> parse(std::span<const Forms> sentences, Lemmas lemmas = Lemmas::found) const;

  // Names the model in ledger rows and reports.
  const std::string& digest() const { return model_.digest; }

 private:
  SyntaxModel model_;
  const Kernels* kernels_;
};

}  // namespace concord
