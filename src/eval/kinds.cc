#include "eval/kinds.h"

namespace concord {

std::span<const EvalKind> eval_kinds() {
  static constexpr EvalKind kKinds[] = {
      {"articles", "body, title, author and date of the pages of a labels.jsonl[.gz]",
       eval_articles},
      {"conllu", "CoNLL-U with gold tokens: our tags, lemmas and trees", eval_conllu},
      {"dates", "time expressions of JSON lines with id, dct and text, as TIMEX3", eval_dates},
  };
  return kKinds;
}

}  // namespace concord
