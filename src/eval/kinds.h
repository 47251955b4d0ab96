// What concord-eval can do: a line for each kind. A new kind is a function and its line in
// kinds.cc.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/result.h"

namespace concord {

struct EvalOptions {
  std::vector<std::string> gold;  // files or folders
  std::string model;              // a model of the kind's own to use instead of the one built in
};

struct EvalKind {
  const char* name;
  const char* what;
  Result<std::string> (*run)(const EvalOptions&);  // the predictions as text
};

std::span<const EvalKind> eval_kinds();

// Pages beside a labels.jsonl[.gz]: their body, title, author and date (tools/score_articles.py).
Result<std::string> eval_articles(const EvalOptions& options);

// Gold sentences and tokens kept; tags, lemmas and trees ours (tools/score_conllu.py --mode
// gold-tokens).
Result<std::string> eval_conllu(const EvalOptions& options);

// The same from the text alone, with our own tokens and sentences (--mode raw).
Result<std::string> eval_raw(const EvalOptions& options);

// Names of persons, organisations and places over the gold words (tools/score_ner.py).
Result<std::string> eval_ner(const EvalOptions& options);

// Time expressions of JSON lines with id, dct and text, as TIMEX3 (tools/score_dates.py).
Result<std::string> eval_dates(const EvalOptions& options);

// Whether the predicates of JSON lines with id, tokens and predicates happened, from -3 to 3
// (tools/score_factuality.py).
Result<std::string> eval_factuality(const EvalOptions& options);
Result<std::string> eval_sieve(const EvalOptions& options);
// Claims that reports may tell beside those that rules make, with their features.
Result<std::string> eval_candidates(const EvalOptions& options);
// Reports of JSON lines (report_docs.h) grouped into stories (tools/score_stories.py), and the
// pairs that the grouping is fitted on (tools/fit_stories).
Result<std::string> eval_stories(const EvalOptions& options);
Result<std::string> eval_copies(const EvalOptions& options);   // tools/score_copies.py
Result<std::string> eval_origins(const EvalOptions& options);  // tools/score_sources
Result<std::string> eval_story_pairs(const EvalOptions& options);

}  // namespace concord
