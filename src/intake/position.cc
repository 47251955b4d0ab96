// The way back from a report to its bytes.
#include <algorithm>

#include "base/digest.h"
#include "base/limits.h"
#include "intake/cutter.h"
#include "intake/payload.h"
#include "intake/read_item.h"
#include "intake/warc.h"

namespace concord {
namespace {

Error gone(const Position& position, const std::string& what) {
  return {ErrorCode::corrupt, position.file + ": at byte " + std::to_string(position.offset) + " " +
                                  what + ": the file is not the one that was read"};
}

// The bytes at a position that counts unpacked bytes: everything before them is unpacked.
Result<std::string> bytes_within(const Position& position, Unpacker& bytes) {
  if (name_of(bytes.packing()) != position.packing)
    return gone(position, "is no " + position.packing);
  while (bytes.offset() < position.offset) {
    if (!bytes.need(1)) return gone(position, "is nothing");
    const std::uint64_t left = position.offset - bytes.offset();
    bytes.consume(static_cast<std::size_t>(std::min<std::uint64_t>(left, bytes.window().size())));
  }
  const auto length = static_cast<std::size_t>(position.length);
  if (!bytes.need(length)) return gone(position, "is less than there was");
  return std::string(bytes.window().substr(0, length));
}

// Those of a position that counts the file's own bytes, and unpacked where they are packed.
Result<std::string> bytes_of(const Position& position, ByteSource& file) {
  std::string packed(static_cast<std::size_t>(position.length), '\0');
  if (!file.seek(position.offset)) return gone(position, "nothing can be read");
  std::size_t size = 0;
  while (size < packed.size()) {
    CONCORD_TRY(const std::size_t got, file.read(packed.data() + size, packed.size() - size));
    if (got == 0) return gone(position, "is less than there was");
    size += got;
  }
  if (packing_of(packed) == Packing::none) return packed;
  Unpacker bytes(open_memory(packed));
  while (bytes.window().size() <= kFeedBytesMax && bytes.grow()) {
  }
  return std::string(bytes.window());
}

// The digest of the report that the bytes are, a WARC record or itself.
Result<std::string> digest_of(const Position& position, const std::string& bytes) {
  if (!WarcReader::begins_record(bytes)) return sha256(bytes);
  Unpacker record(open_memory(bytes));
  const auto cutter = make_warc_cutter(record, position.file);
  const auto item = cutter->next();
  if (!item || item->fate != Fate::read) return gone(position, "is no page");
  CONCORD_TRY(const Payload payload, payload_of(*item));
  return sha256(payload.body);
}

}  // namespace

struct PositionReader::Impl {
  std::string file;
  std::unique_ptr<Unpacker> unpacker;  // of a position that counts unpacked bytes
};

PositionReader::PositionReader() : impl_(std::make_unique<Impl>()) {}
PositionReader::~PositionReader() = default;

Result<std::string> PositionReader::digest_at(const Position& position) {
  if (position.length > kFeedBytesMax) return gone(position, "is no report");
  std::string bytes;
  if (position.packing.empty()) {
    CONCORD_TRY(auto file, open_file(position.file));
    CONCORD_TRY(bytes, bytes_of(position, *file));
  } else {
    const bool open = impl_->unpacker && impl_->file == position.file &&
                      impl_->unpacker->offset() <= position.offset;
    if (!open) {
      CONCORD_TRY(auto file, open_file(position.file));
      impl_->unpacker = std::make_unique<Unpacker>(std::move(file));
      impl_->file = position.file;
    }
    CONCORD_TRY(bytes, bytes_within(position, *impl_->unpacker));
  }
  return digest_of(position, bytes);
}

}  // namespace concord
