#include "train/files.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>

namespace concord {
namespace {

struct CloseGz {
  void operator()(gzFile_s* file) const { gzclose(file); }
};

}  // namespace

Result<std::string> load_text(const std::string& path) {
  const std::unique_ptr<gzFile_s, CloseGz> file(gzopen(path.c_str(), "rb"));
  if (!file) return Error{ErrorCode::not_found, path + ": cannot be opened"};
  std::string text;
  std::array<char, 1 << 16> buffer;
  int got = 0;
  while ((got = gzread(file.get(), buffer.data(), buffer.size())) > 0) {
    text.append(buffer.data(), static_cast<std::size_t>(got));
  }
  if (got < 0) return Error{ErrorCode::corrupt, path + ": gzip data is damaged"};
  return text;
}

Result<std::vector<std::string>> files_of(const std::string& path,
                                          const std::vector<std::string>& endings) {
  namespace fs = std::filesystem;
  if (!fs::is_directory(path)) return std::vector<std::string>{path};
  std::vector<std::string> names;
  std::error_code failed;
  for (fs::directory_iterator it(path, failed), end; !failed && it != end; it.increment(failed)) {
    const std::string name = it->path().string();
    const auto fits = [&](const std::string& ending) { return name.ends_with(ending); };
    if (std::ranges::any_of(endings, fits)) names.push_back(name);
  }
  if (failed) return Error{ErrorCode::unavailable, path + ": " + failed.message()};
  if (names.empty())
    return Error{ErrorCode::not_found, path + ": no " + endings.front() + " file in this folder"};
  std::ranges::sort(names);
  return names;
}

Result<std::vector<TreebankSentence>> load_treebank(const std::string& path) {
  std::vector<TreebankSentence> all;
  CONCORD_TRY(const auto names, files_of(path, {".conllu", ".conllu.gz"}));
  for (const std::string& name : names) {
    CONCORD_TRY(const auto text, load_text(name));
    CONCORD_TRY(auto sentences, read_conllu(text, name));
    for (TreebankSentence& sentence : sentences) all.push_back(std::move(sentence));
  }
  return all;
}

}  // namespace concord
