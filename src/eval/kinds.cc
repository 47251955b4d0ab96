#include "eval/kinds.h"

namespace concord {

std::span<const EvalKind> eval_kinds() {
  static constexpr EvalKind kKinds[] = {
      {"candidates", "candidates for the arguments of acts, JSON Lines", eval_candidates},
      {"conllu", "CoNLL-U with gold tokens: our tags, lemmas and trees", eval_conllu},
  };
  return kKinds;
}

}  // namespace concord
