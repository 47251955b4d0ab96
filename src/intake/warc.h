// Reads the records of a WARC archive (0.17 to 1.1, ISO 28500), one after the other, in fixed
// memory.
//
// In:       unpacked bytes (unpacker.h): plain, a member per record, or all in one member.
// Out:      every record once, whole or with what is wrong with it; what lies between records and
//           cannot be read as one counts as one, too. Nothing is passed over without being told.
// Not here: what a record's block means (http_payload.h).
// Example:  a Content-Length that ends in the middle of a line is wrong; the record is then taken
// to
//           end where the next one begins: at a member's begin, or a "WARC/" line after an empty
//           one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "intake/fields.h"
#include "intake/unpacker.h"
#include "report/report.h"

namespace concord {

enum class RecordState : std::uint8_t {
  sound,
  odd_length,  // Content-Length is missing or wrong: the block ends where the next record begins
  cut_off,     // the file ends inside the record
  damaged,     // the compressed bytes are
  too_large,   // more than kRecordBytesMax
  no_record,   // bytes that begin no record
};

// The views are good until the next record is asked for.
struct WarcRecord {
  RecordState state = RecordState::sound;
  Position position;  // without the file's name
  Fields fields;
  std::string_view block;  // for all but sound and odd_length perhaps not whole, or ""
  std::string why;         // of damage
};

class WarcReader {
 public:
  // The unpacker must outlive the reader.
  explicit WarcReader(Unpacker& bytes);

  // False at the end of the archive; bytes.error() tells whether reading failed there.
  bool next(WarcRecord& record);

  // "WARC/1.0", "WARC/0.18": what a record begins with.
  static bool begins_record(std::string_view bytes);

 private:
  // Where something begins: unpacked, and in the file where that is known.
  struct Mark {
    std::uint64_t at = 0;
    std::optional<std::uint64_t> file_at;
  };
  struct Extent {
    std::size_t end = 0;    // of the block, counted from the window's begin
    std::size_t after = 0;  // past the empty lines that end the record
    RecordState state = RecordState::sound;
  };

  Mark mark() const;
  bool skip_blank_lines();
  void take_break(WarcRecord& record);
  void take_stray(WarcRecord& record, std::string why);
  void take_large(WarcRecord& record, std::uint64_t left);
  void take_record(WarcRecord& record);
  std::optional<std::size_t> find_head();
  std::optional<Extent> declared_extent(std::size_t begin, std::uint64_t length);
  std::optional<Extent> found_extent(std::size_t begin, std::optional<std::uint64_t> declared);
  std::optional<std::size_t> find_record(std::size_t from, std::size_t limit, bool after_blank);
  bool starts_record(std::size_t at, bool after_blank);
  bool ends_here(std::size_t at);
  bool broken_at(std::size_t after) const;
  std::size_t known() const;  // bytes of the window up to the first break
  void place(WarcRecord& record, const Mark& begin, std::uint64_t end) const;

  Unpacker& bytes_;
  std::size_t taken_ = 0;  // of the window, by the record handed out last
  std::string head_;       // of a record that is too large for the window
};

}  // namespace concord
