#include "intake/paths.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>

#include "base/limits.h"

namespace concord {
namespace {

namespace fs = std::filesystem;

Error refuse(ErrorCode code, const std::string& path, const std::string& why) {
  return {code, path + ": " + why};
}

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

class Folder {
 public:
  explicit Folder(std::vector<Result<InputPath>>& found) : found_(found) {}

  void walk(const fs::path& folder, std::size_t depth) {
    if (depth > kFolderDepthMax) {
      found_.emplace_back(refuse(ErrorCode::limit_exceeded, folder.string(),
                                 "more than " + std::to_string(kFolderDepthMax) +
                                     " folders within each other: name this one itself"));
      return;
    }
    std::vector<fs::path> entries;
    std::error_code failed;
    for (fs::directory_iterator it(folder, failed), end; !failed && it != end;
         it.increment(failed)) {
      if (!is_hidden(it->path())) entries.push_back(it->path());
    }
    if (failed) {
      found_.emplace_back(refuse(ErrorCode::unavailable, folder.string(),
                                 failed.message() + ": give leave to read it"));
    }
    std::ranges::sort(entries);
    for (const fs::path& path : entries) {
      std::error_code unknown;
      const bool link = fs::is_symlink(path, unknown);
      if (fs::is_directory(path, unknown)) {
        if (!link) walk(path, depth + 1);
      } else if (fs::is_regular_file(path, unknown) && found_.size() < kPathsMax) {
        found_.emplace_back(InputPath{path.string(), true});
        ++files;
      }
    }
  }

  std::size_t files = 0;

 private:
  std::vector<Result<InputPath>>& found_;
};

}  // namespace

std::vector<Result<InputPath>> list_paths(const std::vector<std::string>& paths) {
  std::vector<Result<InputPath>> found;
  std::set<std::string> named;
  for (const std::string& path : paths) {
    if (!named.insert(path).second) continue;  // the same name twice is one input
    std::error_code failed;
    const fs::file_status status = path == "-" ? fs::file_status() : fs::status(path, failed);
    if (path == "-") {
      found.emplace_back(InputPath{path, false});
    } else if (status.type() == fs::file_type::not_found) {
      found.emplace_back(refuse(ErrorCode::not_found, path, "no such file: check the path"));
    } else if (status.type() == fs::file_type::directory) {
      Folder folder(found);
      const std::size_t before = found.size();
      folder.walk(path, 1);
      if (found.size() == before) {
        found.emplace_back(
            refuse(ErrorCode::not_found, path, "a folder without files: name one that has some"));
      }
    } else {
      found.emplace_back(InputPath{path, false});
    }
  }
  if (found.size() >= kPathsMax) {
    found.emplace_back(
        Error{ErrorCode::limit_exceeded, "more than " + std::to_string(kPathsMax) +
                                             " files in one run: name the folders one by one"});
  }
  return found;
}

}  // namespace concord
