#include "eval/kinds.h"

namespace concord {

std::span<const EvalKind> eval_kinds() {
  static constexpr EvalKind kKinds[] = {
      {"articles", "body, title, author and date of the pages of a labels.jsonl[.gz]",
       eval_articles},
      {"conllu", "CoNLL-U with gold tokens: our tags, lemmas and trees", eval_conllu},
      {"raw", "CoNLL-U read as text: our tokens, sentences, tags, lemmas and trees", eval_raw},
      {"ner", "names over the words of BIO files", eval_ner},
      {"dates", "time expressions of JSON lines with id, dct and text, as TIMEX3", eval_dates},
      {"factuality", "did it happen? JSON lines with id, tokens and predicates", eval_factuality},
      {"sieve", "the same by rules alone, without the learned step", eval_sieve},
      {"candidates", "reports as text: what they may tell beside what rules read", eval_candidates},
      {"stories", "reports of JSON lines with id, title and text: the story of each", eval_stories},
      {"copies", "of the same reports: which is a copy of which", eval_copies},
      {"origins", "of the same reports: whose account each is", eval_origins},
      {"story-pairs", "what the grouping of stories is fitted on", eval_story_pairs},
  };
  return kKinds;
}

}  // namespace concord
