// Where bytes come from: a file, a pipe, or memory. Read in order, in pieces.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace concord {

class ByteSource {
 public:
  virtual ~ByteSource() = default;
  // Up to `size` bytes into `to`; 0 at the end. An Error names the file and the cause.
  virtual Result<std::size_t> read(char* to, std::size_t size) = 0;
  // Goes on at `offset`. False: cannot be done (a pipe); nothing has moved.
  virtual bool seek(std::uint64_t offset) = 0;
  // All bytes there are; 0 where nobody knows (a pipe).
  virtual std::uint64_t size() const = 0;
};

// "-" is standard input. The Error says: no such file, a folder, no leave to read.
Result<std::unique_ptr<ByteSource>> open_file(const std::string& path);
// The bytes must outlive the source.
std::unique_ptr<ByteSource> open_memory(std::string_view bytes);

}  // namespace concord
