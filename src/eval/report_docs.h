// Reports as JSON lines: what the kinds stories and copies take.
//
// In:       a file, or a folder with docs*.jsonl or docs*.jsonl.gz; a line an object with id, title
//           and text, and where known date, source and url.
// Out:      a Report each; its path and digest are the id, so that printed ids are the given ones.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "report/report.h"

namespace concord {

Result<std::vector<Report>> read_report_docs(const std::vector<std::string>& paths);

}  // namespace concord
