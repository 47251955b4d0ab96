// How a file is compressed as a whole, told by its first bytes, and the libraries' decoders behind
// one shape: a packed file is a row of members (gzip) or frames (zstd, lz4), each whole in itself.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace concord {

enum class Packing : std::uint8_t { none, gzip, zstd, lz4 };

std::string_view name_of(Packing packing);  // "", "gzip", "zstd", "lz4"
Packing packing_named(std::string_view name);

// Told from at least kPackingMarkBytes of a file's start; fewer are fine at a file's end.
inline constexpr std::size_t kPackingMarkBytes = 4;
Packing packing_of(std::string_view start);

// Decodes one member after another. Never reads or writes outside what it is given.
class Decoder {
 public:
  enum class State : std::uint8_t { more, end, damaged };
  struct Step {
    std::size_t used = 0;  // of `in`
    std::size_t made = 0;  // into `out`
    State state = State::more;
    std::string why;  // of damage
  };
  virtual ~Decoder() = default;
  virtual void start() = 0;  // a new member
  virtual Step step(std::string_view in, char* out, std::size_t room) = 0;
  // zstd only: what all frames of the file were compressed with. False: no dictionary.
  virtual bool use_dictionary(std::string_view) { return false; }
};

std::unique_ptr<Decoder> make_decoder(Packing packing);

// A whole gzip member by libdeflate, about twice as fast as zlib. False: damaged, not whole in
// `in`, or larger than `room`; then the decoder above tells which.
class GzipMembers {
 public:
  GzipMembers();
  ~GzipMembers();
  GzipMembers(const GzipMembers&) = delete;
  GzipMembers& operator=(const GzipMembers&) = delete;
  enum class Outcome : std::uint8_t { whole, no_room, unsure };
  Outcome read(std::string_view in, char* out, std::size_t room, std::size_t& used,
               std::size_t& made);

 private:
  void* raw_;
};

}  // namespace concord
