#include "eval/kinds.h"

namespace concord {

std::span<const EvalKind> eval_kinds() {
  static constexpr EvalKind kKinds[] = {
      {"conllu", "CoNLL-U with gold tokens: our tags, lemmas and trees", eval_conllu},
  };
  return kKinds;
}

}  // namespace concord
