// Time expressions of gold documents, as tools that score TIMEX3 read them.
//
// In:       JSON lines {"id", "dct" (publication date), "text"}.
// Out:      JSON lines {"id", "timexes": [{"start", "end", "type", "value"}]}, code points of text.
// Not here: finding them (reading/times.h), the values' form (dates_timex.h).
#pragma once

#include <string>

#include "base/result.h"
#include "lexicon/lexicon.h"

namespace concord {

// The message of an error begins with ":LINE".
Result<std::string> predict_dates(const std::string& gold, const Lexicon& lexicon);

// A text without marks as a report: a paragraph ends at an empty line, after a line that ends a
// sentence and after a short one (a heading); other line breaks only wrap.
Report plain_report(std::string text, const std::string& published);

}  // namespace concord
