#include "lexicon/data.h"

#include <filesystem>
#include <fstream>
#include <iterator>

// Laid down by cmake/embed.cmake: the bytes of each data file between two symbols.
extern "C" {
struct ConcordDataFile {
  const char* name;
  const char* begin;
  const char* end;
};
extern const ConcordDataFile concord_data_files[];
extern const unsigned long concord_data_file_count;
}

namespace concord {

const DataFiles& built_in_data() {
  static const DataFiles files = [] {
    DataFiles all;
    for (unsigned long i = 0; i < concord_data_file_count; ++i) {
      const ConcordDataFile& file = concord_data_files[i];
      all[file.name] =
          std::string_view(file.begin, static_cast<std::size_t>(file.end - file.begin));
    }
    return all;
  }();
  return files;
}

Result<std::string_view> file_of(const DataFiles& files, std::string_view name) {
  const auto file = files.find(std::string(name));
  if (file == files.end()) {
    return Error{ErrorCode::not_found, "data/" + std::string(name) + " is missing"};
  }
  return file->second;
}

DataFiles DataFolder::files() const {
  DataFiles all;
  for (const auto& [name, text] : texts) all[name] = text;
  return all;
}

Result<DataFolder> load_data_folder(const std::string& path) {
  namespace fs = std::filesystem;
  std::error_code failed;
  DataFolder folder;
  for (fs::recursive_directory_iterator it(path, failed), end; !failed && it != end;
       it.increment(failed)) {
    const std::string kind = it->path().extension().string();
    if (kind != ".tsv" && kind != ".toml" && kind != ".model") continue;
    std::ifstream in(it->path(), std::ios::binary);
    folder.texts[fs::relative(it->path(), path).generic_string()] =
        std::string(std::istreambuf_iterator<char>(in), {});
  }
  if (failed) return Error{ErrorCode::unavailable, path + ": " + failed.message()};
  if (folder.texts.empty()) {
    return Error{ErrorCode::not_found, path + ": no .tsv or .toml file in this folder"};
  }
  return folder;
}

}  // namespace concord
