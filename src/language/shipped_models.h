// The model files of data/ for tests of what stands on them.
#pragma once

#include <fstream>
#include <iterator>
#include <string>

#include "language/annotator.h"

namespace concord {

inline std::string shipped_file(const char* name) {
  std::ifstream in(std::string(CONCORD_SOURCE_DIR "/data/") + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline const std::string& shipped_words() {
  static const std::string bytes = shipped_file(kWordsModelName);
  return bytes;
}
inline const std::string& shipped_syntax() {
  static const std::string bytes = shipped_file(kSyntaxModelName);
  return bytes;
}
inline const std::string& shipped_names() {
  static const std::string bytes = shipped_file(kNamesModelName);
  return bytes;
}

}  // namespace concord
