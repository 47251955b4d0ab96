// The files of data/, built into the program; a folder can stand in for them while one works on
// them.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/result.h"

namespace concord {

// Name relative to data/ ("en/acts.toml") to content.
using DataFiles = std::map<std::string, std::string_view>;

const DataFiles& built_in_data();

// A file's text; an Error where it is missing.
Result<std::string_view> file_of(const DataFiles& files, std::string_view name);

// A folder's files, owned by `texts`.
struct DataFolder {
  std::map<std::string, std::string> texts;
  DataFiles files() const;
};
Result<DataFolder> load_data_folder(const std::string& path);

}  // namespace concord
