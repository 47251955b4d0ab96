#include "train/checkpoint.h"

#include <cstdio>
#include <memory>

namespace concord {
namespace {

struct Close {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, Close>;

bool write(std::FILE* file, const std::vector<float>& values) {
  return std::fwrite(values.data(), sizeof(float), values.size(), file) == values.size();
}

bool read(std::FILE* file, std::vector<float>& values) {
  return std::fread(values.data(), sizeof(float), values.size(), file) == values.size();
}

}  // namespace

Result<Done> save_checkpoint(const Network& network, const std::string& path) {
  const File file(std::fopen(path.c_str(), "wb"));
  if (!file || !write(file.get(), network.dense) || !write(file.get(), network.rows)) {
    return Error{ErrorCode::unavailable, path + ": cannot be written"};
  }
  return Done{};
}

Result<Done> load_checkpoint(const std::string& path, Network& network) {
  const File file(std::fopen(path.c_str(), "rb"));
  if (!file) return Error{ErrorCode::not_found, path + ": cannot be opened"};
  if (!read(file.get(), network.dense) || !read(file.get(), network.rows) ||
      std::fgetc(file.get()) != EOF) {
    return Error{ErrorCode::invalid_input, path + ": holds a network of another size"};
  }
  return Done{};
}

}  // namespace concord
