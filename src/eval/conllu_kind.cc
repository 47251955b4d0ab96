#include "eval/kinds.h"
#include "language/conllu.h"
#include "language/parser.h"
#include "lexicon/data.h"
#include "train/files.h"

namespace concord {

Result<std::string> eval_conllu(const EvalOptions& options) {
  std::string own;
  std::string_view bytes;
  if (options.model.empty()) {
    bytes = built_in_data().at(kSyntaxModelName);
  } else {
    CONCORD_TRY(auto loaded, load_text(options.model));
    bytes = own = std::move(loaded);
  }
  CONCORD_TRY(const auto parser, Parser::load(bytes, options.model));
  std::string out;
  for (const std::string& path : options.gold) {
    CONCORD_TRY(const auto gold, load_treebank(path));
    std::vector<Forms> sentences;
    for (const TreebankSentence& sentence : gold) {
      sentences.emplace_back(sentence.forms.begin(), sentence.forms.end());
    }
    const std::vector<Syntax> parsed = parser.parse(sentences);
    for (std::size_t i = 0; i < gold.size(); ++i) out += print_conllu(gold[i], parsed[i]);
  }
  return out;
}

}  // namespace concord
