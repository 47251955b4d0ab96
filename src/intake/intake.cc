#include "intake/intake.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "base/limits.h"

namespace concord {
namespace {

namespace fs = std::filesystem;

Error refuse(ErrorCode code, const std::string& path, const std::string& why) {
  return {code, path + ": " + why};
}

constexpr const char* kNoSuchFile = "no such file: check the path";

Error too_large(const std::string& path) {
  return refuse(ErrorCode::limit_exceeded, path,
                "larger than " + std::to_string(kReportBytesMax >> 20) +
                    " MiB, the limit for one report: split it into one file a report");
}

Result<Input> load_stream(std::istream& in, const std::string& path) {
  Input input{path, {}};
  std::string chunk(1 << 16, '\0');
  while (in.read(chunk.data(), static_cast<std::streamsize>(chunk.size())) || in.gcount() > 0) {
    input.bytes.append(chunk, 0, static_cast<std::size_t>(in.gcount()));
    if (input.bytes.size() > kReportBytesMax) {
      return too_large(path);
    }
  }
  if (input.bytes.empty()) {
    return refuse(ErrorCode::invalid_input, path, "empty: nothing to read; fetch the page again");
  }
  return input;
}

}  // namespace

Result<Input> load_input(const std::string& path) {
  if (path == "-") return load_stream(std::cin, path);
  std::error_code failed;
  const fs::file_status status = fs::status(path, failed);
  if (status.type() == fs::file_type::not_found) {
    return refuse(ErrorCode::not_found, path, kNoSuchFile);
  }
  if (status.type() == fs::file_type::directory) {
    return refuse(ErrorCode::invalid_input, path, "a folder: name its files");
  }
  // A file of 1 GB is refused by its size, unread; what has none (a pipe) is cut off at the limit.
  if (const auto size = fs::file_size(path, failed); !failed && size > kReportBytesMax) {
    return too_large(path);
  }
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    return refuse(ErrorCode::unavailable, path,
                  std::string(std::strerror(errno)) + ": give leave to read it");
  }
  return load_stream(in, path);
}

}  // namespace concord
