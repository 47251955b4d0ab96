#include "eval/kinds.h"
#include "language/names.h"
#include "language/parser.h"
#include "lexicon/data.h"
#include "train/bio.h"
#include "train/files.h"

namespace concord {

Result<std::string> eval_ner(const EvalOptions& options) {
  std::string own;
  std::string_view bytes;
  if (options.model.empty()) {
    bytes = built_in_data().at(kNamesModelName);
  } else {
    CONCORD_TRY(auto loaded, load_text(options.model));
    bytes = own = std::move(loaded);
  }
  CONCORD_TRY(const auto finder, NameFinder::load(bytes, kNamesModelName));
  CONCORD_TRY(const auto parser,
              Parser::load(built_in_data().at(kSyntaxModelName), kSyntaxModelName));
  std::string out;
  for (const std::string& path : options.gold) {
    CONCORD_TRY(const auto documents, load_bio(path));
    for (const NamedDocument& document : documents) {
      std::vector<Forms> forms;
      for (const NamedSentence& sentence : document) {
        forms.emplace_back(sentence.forms.begin(), sentence.forms.end());
      }
      const auto names = finder.find(forms, parser.parse(forms, Lemmas::left_out));
      for (std::size_t i = 0; i < document.size(); ++i) out += print_bio(document[i], names[i]);
    }
  }
  return out;
}

}  // namespace concord
