// The lines a corpus case expects: what was found, in a form that a journalist can read.
#pragma once

#include <string>

#include "lexicon/lexicon.h"
#include "report/report.h"

namespace concord {

// `show` picks the parts: intake, sentences, times, people, said, happened, claims, quotes, events,
// relations, topics, assessments, figures (several parted by commas).
std::string text_forms(const Report& report, const Lexicon& lexicon, const std::string& show);

}  // namespace concord
