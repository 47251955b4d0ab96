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
  std::string model;              // a syntax model to use instead of the one built in
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

// Time expressions of JSON lines with id, dct and text, as TIMEX3 (tools/score_dates.py).
Result<std::string> eval_dates(const EvalOptions& options);

}  // namespace concord
