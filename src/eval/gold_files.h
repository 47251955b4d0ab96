// The files that a development tool is given by name or by folder.
//
// In:       paths as typed; a folder stands for its files of the given endings, also below.
// Out:      the files, sorted, so that predictions come in the same order on every machine.
// Not here: what their text means (dates_eval.h and its neighbours).
// Example:  {"data"}, {".jsonl", ".jsonl.gz"}  ->  data/dev.jsonl, data/more/test.jsonl.gz
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace concord {

Result<std::vector<std::string>> gold_files(const std::vector<std::string>& paths,
                                            const std::vector<std::string_view>& endings);

// The text of one; .gz is unpacked.
Result<std::string> read_gold(const std::string& path);

}  // namespace concord
