// The files that a development tool is given: names, folders, compressed ones.
//
// In:       paths as typed; a folder stands for its files of the given endings, also below.
// Out:      their text. A file that ends in .gz is opened.
// Not here: what the text means (dates_eval.h and its neighbours).
// Example:  {"data/dates"}, {".jsonl", ".jsonl.gz"}  ->  data/dates/dev.jsonl,
// data/dates/test.jsonl.gz
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace concord {

// Sorted, so that predictions come in the same order on every machine.
Result<std::vector<std::string>> gold_files(const std::vector<std::string>& paths,
                                            const std::vector<std::string_view>& endings);

Result<std::string> read_gold(const std::string& path);

}  // namespace concord
