// The text forms of the nouns: one JSON object each, exactly as docs/read-format.md fixes them.
// Offsets are printed in Unicode code points of the report's text.
#pragma once

#include <string>

#include "report/report.h"

namespace concord {

// The article's own words: the blocks, an empty line between two.
std::string article_text(const Report& report);

// The report alone with the provenance of its values, one line that ends in '\n'.
std::string json_line(const Report& report);

// The report and its findings as JSON Lines, in reading order. Each line ends in '\n'.
std::string json_lines(const Report& report, const Findings& findings);

}  // namespace concord
