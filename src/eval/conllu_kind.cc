#include "eval/kinds.h"
#include "language/conllu.h"
#include "language/parser.h"
#include "train/files.h"

namespace concord {

Result<std::string> eval_conllu(const EvalOptions& options) {
  CONCORD_TRY(const auto bytes, load_text(options.model));
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
