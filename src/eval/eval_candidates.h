// The candidates for the arguments of every act in a folder of reports, with their cues: what
// tools/fit_attachment.py learns from.
//
// Out:  a JSON object a line, one an act: report, act, words, candidates [{kind, agreement, parties,
//       stage, polarity, rule, cues}].
#pragma once

#include <string>

#include "base/result.h"
#include "lexicon/lexicon.h"

namespace concord {

// Fails where the folder cannot be read.
Result<std::string> evaluate_candidates(const std::string& folder, const Lexicon& lexicon);

}  // namespace concord
