// The bytes of a file after its compression, as a window that moves forward, in fixed memory.
//
// In:       a ByteSource; whether and how it is packed is told by its first bytes.
// Out:      unpacked bytes; where each member (gzip member, zstd or lz4 frame) starts in the file,
//           so that a record which is a member of its own can be found again without its archive
//           being unpacked; breaks, where members are damaged and the next sound one was sought.
// Example:  [member 1][damaged member 2][member 3]  ->  bytes of 1, a Break, bytes of 3
// Cost:     linear in the file, damaged or not: what is tried again is bounded by a budget.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "intake/byte_source.h"
#include "intake/byte_window.h"
#include "intake/packing.h"

namespace concord {

// A place where unpacked bytes stop being those of one sound member.
struct Break {
  std::uint64_t member_at = 0;                 // unpacked offset at which the damaged member began
  std::uint64_t at = 0;                        // unpacked offset up to which it gave bytes
  std::uint64_t file_begin = 0, file_end = 0;  // what of the file it took, up to the next member
  std::string why;
};

class Unpacker {
 public:
  explicit Unpacker(std::unique_ptr<ByteSource> source);

  Packing packing() const { return packing_; }
  std::string_view window() const { return out_.view(); }
  std::uint64_t offset() const { return out_offset_; }  // of the window's first byte
  std::uint64_t end_offset() const { return out_offset_ + out_.size(); }
  // More bytes at the window's end. False at the end of all, or where reading failed: see error().
  bool grow();
  // At least `size` bytes in the window. False: there are fewer.
  bool need(std::size_t size) {
    while (out_.size() < size) {
      if (!grow()) return false;
    }
    return true;
  }
  void consume(std::size_t count);

  // Members begin with these bytes: what is found after damage must, too.
  void expect(std::string_view start) { expected_ = start; }
  // The first member that starts after unpacked offset `at` and inside what is known so far.
  std::optional<std::uint64_t> member_after(std::uint64_t at) const;
  // Where in the file the unpacked offset lies, when a member starts there or nothing is packed.
  // The end of all is one, too.
  std::optional<std::uint64_t> file_offset(std::uint64_t at) const;
  // The same for what ends there: where members that give nothing follow, these are not its own.
  std::optional<std::uint64_t> file_end(std::uint64_t at) const;
  // The first break at or after the window's begin, as far as is known.
  const Break* first_break() const { return breaks_.empty() ? nullptr : &breaks_.front(); }
  void drop_break() { breaks_.pop_front(); }
  const std::optional<Error>& error() const { return error_; }
  std::uint64_t file_bytes() const { return in_offset_ + in_.size(); }  // read so far

  // Goes on at an offset of the file at which a member starts (or any, where nothing is packed).
  // False: the source cannot do that.
  bool seek(std::uint64_t file_offset);

 private:
  struct Member {
    std::uint64_t at, file_at;
  };

  bool fill(std::size_t wanted);  // input: at least so many bytes from the cursor on, or the end
  bool grow_packed();
  bool begin_member();
  bool begin_next();
  bool read_whole_member();
  bool take_dictionary();
  void damage(const std::string& why, bool from_here = false);
  void find_member(bool from_here);
  bool begins_soundly();
  std::string_view ahead() const { return in_.view().substr(cursor_); }
  void drop_input(std::size_t count) {
    in_.consume(count);
    in_offset_ += count;
    cursor_ -= count;
  }

  std::unique_ptr<ByteSource> source_;
  Packing packing_ = Packing::none;
  std::unique_ptr<Decoder> decoder_;
  GzipMembers gzip_;
  std::string expected_;

  ByteWindow in_;                // from the begin of the member under way, while it is small
  std::uint64_t in_offset_ = 0;  // file offset of in_'s first byte
  std::size_t cursor_ = 0;       // into in_: what comes next
  bool source_ended_ = false;
  std::size_t room_ = 256u << 10;  // guess of what the next member gives

  bool in_member_ = false;
  std::uint64_t member_file_at_ = 0, member_at_ = 0;

  ByteWindow out_;
  std::uint64_t out_offset_ = 0;
  std::deque<Member> members_;
  std::deque<Break> breaks_;
  std::uint64_t retried_ = 0;  // bytes that damage made us look at again
  bool ended_ = false;
  std::optional<Error> error_;
};

}  // namespace concord
