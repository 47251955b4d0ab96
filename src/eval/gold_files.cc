#include "eval/gold_files.h"

#include <algorithm>
#include <filesystem>

#include "train/files.h"

namespace concord {
namespace {

namespace fs = std::filesystem;

bool ends_in_one_of(std::string_view path, const std::vector<std::string_view>& endings) {
  return std::ranges::any_of(endings, [&](std::string_view end) { return path.ends_with(end); });
}

}  // namespace

Result<std::vector<std::string>> gold_files(const std::vector<std::string>& paths,
                                            const std::vector<std::string_view>& endings) {
  std::vector<std::string> files;
  for (const std::string& path : paths) {
    std::error_code error;
    if (!fs::is_directory(path, error)) {
      files.push_back(path);
      continue;
    }
    for (fs::recursive_directory_iterator it(path, error), end; it != end; it.increment(error)) {
      if (error) break;
      if (ends_in_one_of(it->path().string(), endings)) files.push_back(it->path().string());
    }
    if (error) return Error{ErrorCode::unavailable, path + ": " + error.message()};
  }
  std::ranges::sort(files);
  if (files.empty()) return Error{ErrorCode::not_found, "no gold file is named or found"};
  return files;
}

Result<std::string> read_gold(const std::string& path) { return load_text(path); }

}  // namespace concord
