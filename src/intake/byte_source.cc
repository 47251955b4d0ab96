#include "intake/byte_source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace concord {
namespace {

class FileSource : public ByteSource {
 public:
  FileSource(std::string path, int file, bool own, std::uint64_t size)
      : path_(std::move(path)), file_(file), own_(own), size_(size) {}
  FileSource(const FileSource&) = delete;
  FileSource& operator=(const FileSource&) = delete;
  ~FileSource() override {
    if (own_) close(file_);
  }

  Result<std::size_t> read(char* to, std::size_t size) override {
    while (true) {
      const ssize_t got = ::read(file_, to, size);
      if (got >= 0) return static_cast<std::size_t>(got);
      if (errno != EINTR) {
        return Error{ErrorCode::unavailable,
                     path_ + ": reading stopped: " + std::strerror(errno) + "; try again"};
      }
    }
  }
  bool seek(std::uint64_t offset) override {
    return lseek(file_, static_cast<off_t>(offset), SEEK_SET) >= 0;
  }
  std::uint64_t size() const override { return size_; }

 private:
  std::string path_;
  int file_;
  bool own_;
  std::uint64_t size_;
};

class MemorySource : public ByteSource {
 public:
  explicit MemorySource(std::string_view bytes) : bytes_(bytes) {}
  Result<std::size_t> read(char* to, std::size_t size) override {
    const std::size_t got = std::min(size, bytes_.size() - at_);
    std::copy_n(bytes_.data() + at_, got, to);
    at_ += got;
    return got;
  }
  bool seek(std::uint64_t offset) override {
    if (offset > bytes_.size()) return false;
    at_ = static_cast<std::size_t>(offset);
    return true;
  }
  std::uint64_t size() const override { return bytes_.size(); }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
};

}  // namespace

Result<std::unique_ptr<ByteSource>> open_file(const std::string& path) {
  if (path == "-") {
    return std::unique_ptr<ByteSource>(std::make_unique<FileSource>(path, STDIN_FILENO, false, 0));
  }
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
  if (file < 0 && errno == ENOENT) {
    return Error{ErrorCode::not_found, path + ": no such file: check the path"};
  }
  if (file < 0) {
    return Error{ErrorCode::unavailable,
                 path + ": " + std::strerror(errno) + ": give leave to read it"};
  }
  struct stat about {};
  fstat(file, &about);
  if (S_ISDIR(about.st_mode)) {
    close(file);
    return Error{ErrorCode::invalid_input, path + ": a folder: name its files"};
  }
  const auto size = S_ISREG(about.st_mode) ? static_cast<std::uint64_t>(about.st_size) : 0;
  return std::unique_ptr<ByteSource>(std::make_unique<FileSource>(path, file, true, size));
}

std::unique_ptr<ByteSource> open_memory(std::string_view bytes) {
  return std::make_unique<MemorySource>(bytes);
}

}  // namespace concord
