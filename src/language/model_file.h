// The head that every model file of ours begins with, and how it is checked.
//
// File:     magic (16 bytes), version, nothing, size, SHA-256 of what follows, nothing: 128 bytes;
//           then the content, which the model's own room reads.
// Trust:    a foreign, cut or changed file is refused with the reason.
// Example:  seal_model({kMagic, 1}, content);   CONCORD_TRY(auto content, open_model(...))
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace concord {

inline constexpr std::size_t kModelHeadBytes = 128;

struct ModelKind {
  std::string_view magic;  // 16 bytes
  std::uint32_t version = 1;
};

std::string seal_model(const ModelKind& kind, const std::string& content);

struct ModelContent {
  std::string_view bytes;  // a part of the file's
  std::string digest;
};

// `name` stands in messages.
Result<ModelContent> open_model(const ModelKind& kind, std::string_view file,
                                const std::string& name);

}  // namespace concord
