#include "eval/kinds.h"
#include "language/conllu.h"
#include "language/parser.h"
#include "language/segmenter.h"
#include "lexicon/data.h"
#include "train/files.h"
#include "train/surface.h"

namespace concord {

Result<std::string> eval_raw(const EvalOptions& options) {
  std::string own;
  std::string_view bytes;
  if (options.model.empty()) {
    bytes = built_in_data().at(kWordsModelName);
  } else {
    CONCORD_TRY(auto loaded, load_text(options.model));
    bytes = own = std::move(loaded);
  }
  CONCORD_TRY(const auto segmenter, Segmenter::load(bytes, options.model));
  CONCORD_TRY(const auto parser,
              Parser::load(built_in_data().at(kSyntaxModelName), kSyntaxModelName));
  std::string out;
  for (const std::string& path : options.gold) {
    CONCORD_TRY(const auto gold, load_treebank(path));
    const std::string text = raw_text(gold).text;
    const std::vector<RawSentence> sentences = segmenter.segment(text);
    std::vector<Forms> forms;
    for (const RawSentence& sentence : sentences) forms.push_back(sentence.forms);
    const std::vector<Syntax> parsed = parser.parse(forms);
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      out += print_raw_sentence(text, sentences[i], parsed[i]);
    }
  }
  return out;
}

}  // namespace concord
