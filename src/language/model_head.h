// The head that every model file begins with: what it is, its version, and the size and SHA-256 of
// its content. A cut, changed or foreign file is refused by it, before anything of it is believed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace concord {

// The kinds of model files, each with its name in the head and the version this program reads.
struct ModelKind {
  std::string_view name;
  std::uint32_t version;
};
inline constexpr ModelKind kSyntaxKind{"SYNTAX", 1};
inline constexpr ModelKind kWordsKind{"WORDS", 1};
inline constexpr ModelKind kNamesKind{"NAMES", 1};
inline constexpr ModelKind kWeightsKind{"WEIGHTS", 1};

inline constexpr std::size_t kModelHeadBytes = 128;

// The file of that content; its head keeps the content aligned to cache lines.
std::string with_head(const ModelKind& kind, const std::string& content);

struct ModelContent {
  std::string_view bytes;  // a view into the file
  std::string digest;      // its SHA-256
};

// `name` stands in messages.
Result<ModelContent> model_content(const ModelKind& kind, std::string_view file,
                                   const std::string& name);

}  // namespace concord
