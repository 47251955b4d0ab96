// Annotated files from disk, packed by gzip or not.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "language/conllu.h"

namespace concord {

// The whole file, unpacked where it is gzip.
Result<std::string> load_text(const std::string& path);

// The path itself, or the files of that folder with one of the endings, in name order.
Result<std::vector<std::string>> files_of(const std::string& path,
                                          const std::vector<std::string>& endings);

// The .conllu and .conllu.gz files of a folder, or one file.
Result<std::vector<TreebankSentence>> load_treebank(const std::string& path);

}  // namespace concord
