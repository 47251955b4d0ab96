// From files to Reports: the only room that knows outside formats.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "lexicon/lexicon.h"
#include "report/report.h"

namespace concord {

// One input as it came: the original bytes, to be stored with their digest.
struct Input {
  std::string path;  // as given, "-" for standard input
  std::string bytes;
};

// The files that the paths name: a folder gives its *.txt files, sorted by name; "-" stands for
// standard input. A path that is not there is an Error of its own entry.
std::vector<Result<std::string>> list_inputs(const std::vector<std::string>& paths);

// Reads one file whole, at most kReportBytesMax. The Error names the file, the cause, what to do.
Result<Input> load_input(const std::string& path);

// Text as scraped to a Report: title, outlet, byline, dateline, dates, the article's words told
// from page furniture. Fails on what is no trusted UTF-8 text or is empty.
Result<Report> read_text(Input input, const Lexicon& lexicon);

}  // namespace concord
