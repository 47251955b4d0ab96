#include "eval/kinds.h"
#include "language/annotator.h"
#include "lexicon/data.h"
#include "train/files.h"
#include "train/surface.h"

namespace concord {

Result<std::string> eval_raw(const EvalOptions& options) {
  const DataFiles& data = built_in_data();
  std::string own;
  AnnotatorModels models{data.at(kWordsModelName), data.at(kSyntaxModelName),
                         data.at(kNamesModelName)};
  if (!options.model.empty()) {
    CONCORD_TRY(auto loaded, load_text(options.model));
    models.words = own = std::move(loaded);
  }
  CONCORD_TRY(const auto annotator, Annotator::load(models));
  std::string out;
  for (const std::string& path : options.gold) {
    CONCORD_TRY(const auto gold, load_treebank(path));
    const std::string text = raw_text(gold).text;
    for (const AnnotatedSentence& sentence : annotator.annotate(text)) {
      out += print_annotated(text, sentence);
    }
  }
  return out;
}

}  // namespace concord
