#include "intake/http_payload.h"

#include <algorithm>
#include <charconv>

#include "base/limits.h"
#include "intake/content_coding.h"
#include "intake/packing.h"

namespace concord {
namespace {

// "HTTP/1.1 200 OK" -> 200
int status_of(std::string_view line) {
  const std::size_t space = line.find(' ');
  if (space == line.npos) return 0;
  const std::size_t begin = std::min(line.find_first_not_of(' ', space), line.size());
  const std::string_view digits = line.substr(begin, 3);
  int status = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), status);
  return status;
}

enum class Chunks : std::uint8_t { joined, broken_off, none };

// Joins chunks ("1f4\r\n...\r\n0\r\n\r\n"). `none`: the body does not begin with a chunk's size.
Chunks join_chunks(std::string_view body, std::string& joined) {
  std::size_t at = 0;
  while (true) {
    const std::size_t end = body.find('\n', at);
    if (end == body.npos) return joined.empty() ? Chunks::none : Chunks::broken_off;
    std::size_t size = 0;
    const char* begin = body.data() + at;
    const auto [stop, failed] = std::from_chars(begin, body.data() + end, size, 16);
    const bool digits = failed == std::errc() && stop != begin && end - at < 256;
    const bool closed = digits && (*stop == '\r' || *stop == '\n' || *stop == ';' || *stop == ' ');
    if (!closed) return joined.empty() ? Chunks::none : Chunks::broken_off;
    if (size == 0) return Chunks::joined;
    at = end + 1;
    const std::string_view chunk = body.substr(at, std::min(size, body.size() - at));
    joined += chunk;
    if (chunk.size() < size) return Chunks::broken_off;
    at += size;
    if (at < body.size() && body[at] == '\r') ++at;
    if (at < body.size() && body[at] == '\n') ++at;
  }
}

Result<Done> undo_chunks(const Fields& fields, HttpPayload& payload) {
  if (read_media_type(fields.find("Transfer-Encoding")).type.find("chunked") == std::string::npos) {
    return Done{};
  }
  std::string joined;
  const Chunks chunks = join_chunks(payload.body, joined);
  if (chunks == Chunks::none) return Done{};  // Common Crawl joins them and keeps the header
  payload.body = std::move(joined);
  if (chunks == Chunks::broken_off) payload.notes.emplace_back("the payload breaks off");
  return Done{};
}

Result<bool> undo(Coding coding, HttpPayload& payload) {
  Decoded decoded = decode(coding, payload.body, kReportBytesMax);
  if (decoded.state == Decoded::State::too_large) {
    return Error{ErrorCode::limit_exceeded,
                 "the payload unpacks to more than " + std::to_string(kReportBytesMax >> 20) +
                     " MiB, the limit for one report: a decompression bomb, or no page"};
  }
  if (decoded.state == Decoded::State::not_coded) return false;
  if (decoded.state == Decoded::State::broken_off) {
    payload.notes.emplace_back("the payload breaks off");
  }
  payload.body = std::move(decoded.bytes);
  return true;
}

// Content-Encoding lists what was done in order; it is undone from the last.
Result<Done> undo_codings(const Fields& fields, HttpPayload& payload) {
  std::vector<Coding> codings;
  std::string_view list = fields.find("Content-Encoding");
  while (!list.empty()) {
    const std::size_t comma = std::min(list.find(','), list.size());
    const Coding coding = coding_named(read_media_type(list.substr(0, comma)).type);
    if (coding != Coding::identity) codings.push_back(coding);
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
  if (codings.size() > kCodingsMax) codings.resize(kCodingsMax);
  for (auto coding = codings.rbegin(); coding != codings.rend(); ++coding) {
    CONCORD_TRY([[maybe_unused]] const bool undone, undo(*coding, payload));
  }
  // Compressed, and nobody says so.
  for (std::size_t i = 0; i < kCodingsMax; ++i) {
    const Packing packing = packing_of(payload.body);
    if (packing != Packing::gzip && packing != Packing::zstd) break;
    const Coding coding = packing == Packing::gzip ? Coding::gzip : Coding::zstd;
    CONCORD_TRY(const bool undone, undo(coding, payload));
    if (!undone) break;
  }
  return Done{};
}

}  // namespace

Result<HttpPayload> read_http(std::string_view block) {
  HttpPayload payload;
  if (!block.starts_with("HTTP/")) {
    payload.body = block;
    return payload;
  }
  const auto head = head_size(block.substr(0, std::min(block.size(), kRecordHeadBytesMax)));
  const Fields fields = read_fields(block.substr(0, head.value_or(0)));
  payload.status = status_of(fields.first);
  if (!head) {
    payload.status = status_of(block.substr(0, block.find('\n')));
    payload.notes.emplace_back("the header lines of the answer have no end");
    return payload;
  }
  payload.media = read_media_type(fields.find("Content-Type"));
  std::string_view body = block.substr(*head);
  // Common Crawl of August 2018 has one line end too many here; before compressed bytes it matters.
  while (body.starts_with("\r\n")) body.remove_prefix(2);
  payload.body = body;
  CONCORD_TRY([[maybe_unused]] auto joined, undo_chunks(fields, payload));
  CONCORD_TRY([[maybe_unused]] auto undone, undo_codings(fields, payload));
  return payload;
}

}  // namespace concord
