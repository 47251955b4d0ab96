#include "intake/warc.h"

#include <algorithm>

#include "base/limits.h"

namespace concord {
namespace {

constexpr std::string_view kMark = "WARC/";
constexpr std::size_t kMarkLineMax = 16;    // "WARC/1.1" and the end of its line
constexpr std::size_t kBlankMax = 8;        // of the line ends after a record: four, or more
constexpr std::size_t kPassing = 1u << 20;  // of what is only passed over, at once in memory
constexpr std::uint64_t kEndless = ~std::uint64_t{0};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool ends_line(char c) { return c == '\r' || c == '\n'; }

// A "\n\n" or "\n\r\n" before `at`.
bool after_empty_line(std::string_view bytes, std::size_t at) {
  const std::string_view before = bytes.substr(at > 3 ? at - 3 : 0, std::min<std::size_t>(at, 3));
  return before.ends_with("\n\n") || before.ends_with("\n\r\n");
}

}  // namespace

WarcReader::WarcReader(Unpacker& bytes) : bytes_(bytes) { bytes_.expect(kMark); }

bool WarcReader::begins_record(std::string_view bytes) {
  if (!bytes.starts_with(kMark)) return false;
  const std::string_view line = bytes.substr(kMark.size(), kMarkLineMax - kMark.size());
  const std::size_t end = std::min(line.find_first_of("\r\n"), line.size());
  const std::string_view version = line.substr(0, end);
  return end < line.size() && version.size() >= 3 && is_digit(version[0]) && version[1] == '.' &&
         std::ranges::all_of(version.substr(2), is_digit);
}

bool WarcReader::next(WarcRecord& record) {
  record = {};
  bytes_.consume(taken_);
  taken_ = 0;
  const bool more = skip_blank_lines();
  const Break* broken = bytes_.first_break();
  if (broken != nullptr && broken->at <= bytes_.offset()) {
    take_break(record);
    return true;
  }
  if (!more) return false;
  bytes_.need(kMarkLineMax);
  if (starts_record(0, false)) {
    take_record(record);
  } else {
    take_stray(record, "no WARC record begins here");
  }
  return true;
}

WarcReader::Mark WarcReader::mark() const {
  return {bytes_.offset(), bytes_.file_offset(bytes_.offset())};
}

std::size_t WarcReader::known() const {
  const Break* broken = bytes_.first_break();
  const std::size_t size = bytes_.window().size();
  if (broken == nullptr) return size;
  return static_cast<std::size_t>(std::min<std::uint64_t>(size, broken->at - bytes_.offset()));
}

// False at the end of the archive.
bool WarcReader::skip_blank_lines() {
  while (bytes_.need(1)) {
    const std::string_view bytes = bytes_.window().substr(0, known());
    const auto blank =
        static_cast<std::size_t>(std::ranges::find_if_not(bytes, ends_line) - bytes.begin());
    const bool whole = blank == bytes_.window().size();
    bytes_.consume(blank);
    if (!whole) return true;
  }
  return false;
}

void WarcReader::place(WarcRecord& record, const Mark& begin, std::uint64_t end) const {
  Position& position = record.position;
  const auto file_end = bytes_.file_end(end);
  if (begin.file_at && file_end) {
    position.offset = *begin.file_at;
    position.length = *file_end - *begin.file_at;
  } else {
    position.packing = name_of(bytes_.packing());
    position.offset = begin.at;
    position.length = end - begin.at;
  }
}

void WarcReader::take_break(WarcRecord& record) {
  const Break& broken = *bytes_.first_break();
  record.state = RecordState::damaged;
  record.why = broken.why;
  record.position.offset = broken.file_begin;
  record.position.length = broken.file_end - broken.file_begin;
  bytes_.drop_break();
}

// Bytes that begin no record, up to what begins one.
void WarcReader::take_stray(WarcRecord& record, std::string why) {
  const Mark begin = mark();
  record.state = RecordState::no_record;
  record.why = std::move(why);
  std::size_t at = 1;
  while (true) {
    const auto found = find_record(at, kPassing, false);
    if (found) {
      bytes_.consume(*found);
      break;
    }
    const std::size_t size = known();
    const bool broken = bytes_.first_break() != nullptr;
    const bool last = broken || size <= kPassing;  // no limit was met: this is the end
    const std::size_t rest = last ? 0 : kMarkLineMax;
    bytes_.consume(size - rest);
    if (broken) {
      record.why = bytes_.first_break()->why;
      record.state = RecordState::damaged;
      bytes_.drop_break();
    }
    if (last) break;
    at = 1;
  }
  place(record, begin, bytes_.offset());
}

// A block larger than memory is meant to hold: passed over up to its declared end, or to the next
// record where the declared length is a lie.
void WarcReader::take_large(WarcRecord& record, std::uint64_t left) {
  const Mark begin = mark();
  record.state = RecordState::too_large;
  record.fields = read_fields(head_);
  std::size_t at = std::min<std::size_t>(head_.size(), kPassing);
  while (true) {
    const auto most = static_cast<std::size_t>(std::min<std::uint64_t>(left, kPassing));
    const auto found = find_record(at, most, true);
    if (found && *found <= left) {
      bytes_.consume(*found);
      break;
    }
    const std::size_t size = known();
    if (left <= size) {
      bytes_.consume(static_cast<std::size_t>(left));
      break;
    }
    const bool broken = bytes_.first_break() != nullptr;
    const bool last = broken || size <= most;
    const std::size_t rest = last ? 0 : kMarkLineMax;
    bytes_.consume(size - rest);
    if (left != kEndless) left -= size - rest;
    if (broken) bytes_.drop_break();
    if (last) break;
    at = 1;
  }
  place(record, begin, bytes_.offset());
}

bool WarcReader::starts_record(std::size_t at, bool after_blank) {
  bytes_.need(at + kMarkLineMax);
  const std::string_view bytes = bytes_.window();
  if (!begins_record(bytes.substr(at))) return false;
  if (at == 0) return true;
  const std::uint64_t offset = bytes_.offset() + at;
  if (bytes_.member_after(offset - 1) == offset) return true;
  return after_blank ? after_empty_line(bytes, at) : bytes[at - 1] == '\n';
}

// The first record from `from` on, looked for until the window holds more than `limit` bytes.
std::optional<std::size_t> WarcReader::find_record(std::size_t from, std::size_t limit,
                                                   bool after_blank) {
  std::size_t at = from;
  while (true) {
    const std::size_t end = known();
    const bool broken = bytes_.first_break() != nullptr;
    const std::size_t found = bytes_.window().substr(0, end).find(kMark, at);
    if (found != std::string_view::npos) {
      if (starts_record(found, after_blank)) return found;
      at = found + 1;
      continue;
    }
    at = std::max(at, end > kMark.size() ? end - kMark.size() : 0);
    if (broken || end > limit) return std::nullopt;
    if (!bytes_.grow() && bytes_.first_break() == nullptr) return std::nullopt;
  }
}

std::optional<std::size_t> WarcReader::find_head() {
  while (true) {
    const std::size_t end = known();
    const bool broken = bytes_.first_break() != nullptr;
    if (const auto size = head_size(bytes_.window().substr(0, end))) return size;
    if (broken || end > kRecordHeadBytesMax) return std::nullopt;
    if (!bytes_.grow() && bytes_.first_break() == nullptr) return std::nullopt;
  }
}

void WarcReader::take_record(WarcRecord& record) {
  const auto head = find_head();
  if (!head || *head > kRecordHeadBytesMax) {
    take_stray(record, "the header lines of the record have no end");
    return;
  }
  const Mark begin = mark();
  const auto declared =
      whole_number(read_fields(bytes_.window().substr(0, *head)).find("Content-Length"));
  std::optional<Extent> extent;
  if (declared && *declared <= kRecordBytesMax) extent = declared_extent(*head, *declared);
  if (!extent && !(declared && *declared > kRecordBytesMax)) extent = found_extent(*head, declared);
  if (!extent) {
    head_ = bytes_.window().substr(0, *head);
    return take_large(record, declared ? *head + std::min(*declared, kEndless - *head) : kEndless);
  }
  const std::string_view bytes = bytes_.window();
  record.state = extent->state;
  record.fields = read_fields(bytes.substr(0, *head));
  record.block = bytes.substr(*head, extent->end - *head);
  taken_ = extent->after;
  if (broken_at(extent->after)) {
    record.state = RecordState::damaged;
    record.why = bytes_.first_break()->why;
    bytes_.drop_break();
  }
  place(record, begin, bytes_.offset() + extent->after);
}

// Whether the first break is damage of the member that holds the bytes before `after`, and ends
// there. One that begins there is no concern of the record before it.
bool WarcReader::broken_at(std::size_t after) const {
  const Break* broken = bytes_.first_break();
  const std::uint64_t end = bytes_.offset() + after;
  return broken != nullptr && broken->at <= end && broken->member_at < end;
}

bool WarcReader::ends_here(std::size_t at) {
  if (!bytes_.need(at + 1)) return true;
  const std::uint64_t offset = bytes_.offset() + at;
  return bytes_.member_after(offset - 1) == offset || starts_record(at, false);
}

// The extent that Content-Length tells, where an empty line, a record, a member's begin or the end
// of the file stands at its end.
std::optional<WarcReader::Extent> WarcReader::declared_extent(std::size_t begin,
                                                              std::uint64_t length) {
  const std::size_t end = begin + static_cast<std::size_t>(length);
  if (!bytes_.need(end) || known() < end) return std::nullopt;
  bytes_.need(end + kBlankMax);
  const std::string_view tail = bytes_.window().substr(0, known()).substr(end, kBlankMax);
  const auto blank =
      static_cast<std::size_t>(std::ranges::find_if_not(tail, ends_line) - tail.begin());
  const std::size_t after = end + blank;
  const bool empty_line = std::ranges::count(tail.substr(0, blank), '\n') >= 2;
  if (!ends_here(after) && !empty_line && !ends_here(end)) return std::nullopt;
  return Extent{end, after, RecordState::sound};
}

// The extent of a record whose Content-Length is missing or wrong: up to the next record. Nothing
// when that is too far away.
std::optional<WarcReader::Extent> WarcReader::found_extent(std::size_t begin,
                                                           std::optional<std::uint64_t> declared) {
  const auto next = find_record(begin, begin + kRecordBytesMax, true);
  const std::size_t size = known();
  if (next) {
    std::string_view block = bytes_.window().substr(0, *next);
    for (int lines = 0; lines < 2 && block.ends_with('\n') && block.size() > begin; ++lines) {
      block.remove_suffix(1);
      if (block.ends_with('\r') && block.size() > begin) block.remove_suffix(1);
    }
    return Extent{block.size(), *next, RecordState::odd_length};
  }
  const bool fits = declared && begin + *declared <= size;
  if (bytes_.first_break() != nullptr) {
    return Extent{size, size, broken_at(size) ? RecordState::damaged : RecordState::odd_length};
  }
  if (size > begin + kRecordBytesMax) {
    if (!fits) return std::nullopt;
    const std::size_t end = begin + static_cast<std::size_t>(*declared);
    return Extent{end, end, RecordState::odd_length};
  }
  return Extent{size, size, declared && !fits ? RecordState::cut_off : RecordState::odd_length};
}

}  // namespace concord
