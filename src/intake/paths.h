// The files that paths name.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"

namespace concord {

struct InputPath {
  std::string path;
  bool listed = false;  // found in a folder, not named
};

// A folder gives its files and those of its folders, sorted by path; hidden ones, what is no file
// (a pipe, a device) and links to folders are passed over, so that no ring of links is followed.
// "-" stands for standard input. A path that is not there is an Error in its place.
std::vector<Result<InputPath>> list_paths(const std::vector<std::string>& paths);

}  // namespace concord
