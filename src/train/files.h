// Treebanks from disk, packed by gzip or not.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "language/conllu.h"

namespace concord {

// The whole file, unpacked where it is gzip.
Result<std::string> load_text(const std::string& path);

// The path itself, or the .conllu and .conllu.gz files of that folder in name order.
Result<std::vector<std::string>> treebank_files(const std::string& path);

Result<std::vector<TreebankSentence>> load_treebank(const std::string& path);

}  // namespace concord
