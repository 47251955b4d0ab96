#include "eval/kinds.h"

namespace concord {

std::span<const EvalKind> eval_kinds() {
  static constexpr EvalKind kKinds[] = {
      {"conllu", "CoNLL-U with gold tokens: our tags, lemmas and trees", eval_conllu},
      {"dates", "time expressions of JSON lines with id, dct and text, as TIMEX3", eval_dates},
      {"stories", "reports of JSON lines with id, title and text: the story of each", eval_stories},
      {"copies", "of the same reports: which is a copy of which", eval_copies},
      {"origins", "of the same reports: whose account each is", eval_origins},
      {"story-pairs", "what the grouping of stories is fitted on", eval_story_pairs},
  };
  return kKinds;
}

}  // namespace concord
