#include "language/model_head.h"

#include "base/digest.h"
#include "language/bytes.h"

namespace concord {
namespace {

constexpr std::size_t kMagicSize = 16;
constexpr std::size_t kDigestSize = 64;
constexpr std::size_t kHeaderSize = kModelHeadBytes;  // magic, version, nothing, size, digest

std::string magic_of(const ModelKind& kind) {
  std::string magic = "CONCORD " + std::string(kind.name) + "\n";
  magic.resize(kMagicSize, '\0');
  return magic;
}

}  // namespace

std::string with_head(const ModelKind& kind, const std::string& content) {
  ByteWriter file;
  for (const char c : magic_of(kind)) file.value(c);
  file.value(kind.version);
  file.value(std::uint32_t{0});
  file.value(static_cast<std::uint64_t>(content.size()));
  for (const char c : sha256(content)) file.value(c);
  file.align(kHeaderSize);
  return file.take() + content;
}

Result<ModelContent> model_content(const ModelKind& kind, std::string_view file,
                                   const std::string& name) {
  const auto refuse = [&](const char* why) { return Error{ErrorCode::corrupt, name + ": " + why}; };
  ByteReader header(file.substr(0, kHeaderSize));
  const std::string_view magic = header.view(kMagicSize);
  if (!magic.starts_with("CONCORD ")) return refuse("is no model of concord");
  if (magic != magic_of(kind)) return refuse("is a model of another kind");
  if (file.size() < kHeaderSize) return refuse("is cut short or too long");
  const auto version = header.value<std::uint32_t>();
  if (version != kind.version) {
    return Error{ErrorCode::invalid_input, name + ": is a model of version " +
                                               std::to_string(version) + ", this program reads " +
                                               std::to_string(kind.version) + "; train it again"};
  }
  header.value<std::uint32_t>();
  const auto size = header.value<std::uint64_t>();
  const std::string_view digest = header.view(kDigestSize);
  if (size != file.size() - kHeaderSize) return refuse("is cut short or too long");
  ModelContent content{file.substr(kHeaderSize), {}};
  content.digest = sha256(content.bytes);
  if (content.digest != digest) return refuse("has been changed: its digest is another");
  return content;
}

}  // namespace concord
