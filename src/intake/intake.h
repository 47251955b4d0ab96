// One plain text to its Report. Everything else that comes in: inputs.h and read_item.h.
#pragma once

#include <string>

#include "base/result.h"
#include "lexicon/lexicon.h"
#include "report/report.h"

namespace concord {

// One input as it came: the original bytes, to be stored with their digest.
struct Input {
  std::string path;  // as given, "-" for standard input
  std::string bytes;
};

// Reads one file whole, at most kReportBytesMax. The Error names the file, the cause, what to do.
Result<Input> load_input(const std::string& path);

// Text as scraped to a Report: title, outlet, byline, dateline, dates, the article's words told
// from page furniture. Fails on what is no trusted UTF-8 text or is empty.
Result<Report> read_text(Input input, const Lexicon& lexicon);

}  // namespace concord
