#include "language/model_file.h"

#include "base/digest.h"
#include "language/bytes.h"

namespace concord {

constexpr std::size_t kDigestSize = 64;

std::string seal_model(const ModelKind& kind, const std::string& content) {
  ByteWriter file;
  for (const char c : kind.magic) file.value(c);
  file.value(kind.version);
  file.value(std::uint32_t{0});
  file.value(static_cast<std::uint64_t>(content.size()));
  for (const char c : sha256(content)) file.value(c);
  file.align(kModelHeadBytes);
  return file.take() + content;
}

Result<ModelContent> open_model(const ModelKind& kind, std::string_view file,
                                const std::string& name) {
  const auto refuse = [&](const char* why) { return Error{ErrorCode::corrupt, name + ": " + why}; };
  ByteReader head(file.substr(0, kModelHeadBytes));
  if (head.view(kind.magic.size()) != kind.magic) return refuse("is no model of concord");
  if (file.size() < kModelHeadBytes) return refuse("is cut short or too long");
  const auto version = head.value<std::uint32_t>();
  if (version != kind.version) {
    return Error{ErrorCode::invalid_input, name + ": is a model of version " +
                                               std::to_string(version) + ", this program reads " +
                                               std::to_string(kind.version) + "; train it again"};
  }
  head.value<std::uint32_t>();
  const auto size = head.value<std::uint64_t>();
  const std::string_view digest = head.view(kDigestSize);
  if (size != file.size() - kModelHeadBytes) return refuse("is cut short or too long");
  ModelContent content{file.substr(kModelHeadBytes), {}};
  content.digest = sha256(content.bytes);
  if (content.digest != digest) return refuse("has been changed: its digest is another");
  return content;
}

}  // namespace concord
