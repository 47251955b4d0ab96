#include "intake/packing.h"

#include <libdeflate.h>
#include <lz4frame.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <array>
#include <limits>

#include "base/result.h"

namespace concord {
namespace {

constexpr std::array<std::string_view, 4> kNames = {"", "gzip", "zstd", "lz4"};

class GzipDecoder : public Decoder {
 public:
  GzipDecoder() { CONCORD_CHECK(inflateInit2(&stream_, 16 + MAX_WBITS) == Z_OK); }
  GzipDecoder(const GzipDecoder&) = delete;
  GzipDecoder& operator=(const GzipDecoder&) = delete;
  ~GzipDecoder() override { inflateEnd(&stream_); }

  void start() override { inflateReset(&stream_); }
  Step step(std::string_view in, char* out, std::size_t room) override {
    constexpr std::size_t kMost = std::numeric_limits<uInt>::max();
    const auto given = static_cast<uInt>(std::min(in.size(), kMost));
    const auto place = static_cast<uInt>(std::min(room, kMost));
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));
    stream_.avail_in = given;
    stream_.next_out = reinterpret_cast<Bytef*>(out);
    stream_.avail_out = place;
    const int code = inflate(&stream_, Z_NO_FLUSH);
    Step done{given - stream_.avail_in, place - stream_.avail_out, State::more, {}};
    if (code == Z_STREAM_END) done.state = State::end;
    if (code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR) {
      done.state = State::damaged;
      done.why = stream_.msg != nullptr ? stream_.msg : "damaged";
    }
    return done;
  }

 private:
  z_stream stream_{};
};

class ZstdDecoder : public Decoder {
 public:
  ZstdDecoder() : context_(ZSTD_createDCtx()) { CONCORD_CHECK(context_ != nullptr); }
  ZstdDecoder(const ZstdDecoder&) = delete;
  ZstdDecoder& operator=(const ZstdDecoder&) = delete;
  ~ZstdDecoder() override { ZSTD_freeDCtx(context_); }

  void start() override { ZSTD_DCtx_reset(context_, ZSTD_reset_session_only); }
  Step step(std::string_view in, char* out, std::size_t room) override {
    ZSTD_inBuffer from{in.data(), in.size(), 0};
    ZSTD_outBuffer to{out, room, 0};
    const std::size_t code = ZSTD_decompressStream(context_, &to, &from);
    Step done{from.pos, to.pos, code == 0 ? State::end : State::more, {}};
    if (ZSTD_isError(code) != 0) {
      done.state = State::damaged;
      done.why = ZSTD_getErrorName(code);
    }
    return done;
  }
  bool use_dictionary(std::string_view bytes) override {
    return ZSTD_isError(ZSTD_DCtx_loadDictionary(context_, bytes.data(), bytes.size())) == 0;
  }

 private:
  ZSTD_DCtx* context_;
};

class Lz4Decoder : public Decoder {
 public:
  Lz4Decoder() {
    CONCORD_CHECK(LZ4F_isError(LZ4F_createDecompressionContext(&context_, LZ4F_VERSION)) == 0);
  }
  Lz4Decoder(const Lz4Decoder&) = delete;
  Lz4Decoder& operator=(const Lz4Decoder&) = delete;
  ~Lz4Decoder() override { LZ4F_freeDecompressionContext(context_); }

  void start() override { LZ4F_resetDecompressionContext(context_); }
  Step step(std::string_view in, char* out, std::size_t room) override {
    std::size_t used = in.size();
    std::size_t made = room;
    const std::size_t code = LZ4F_decompress(context_, out, &made, in.data(), &used, nullptr);
    if (LZ4F_isError(code) != 0) return {0, 0, State::damaged, LZ4F_getErrorName(code)};
    return {used, made, code == 0 ? State::end : State::more, {}};
  }

 private:
  LZ4F_dctx* context_ = nullptr;
};

}  // namespace

std::string_view name_of(Packing packing) { return kNames[static_cast<std::size_t>(packing)]; }

Packing packing_named(std::string_view name) {
  const auto found = std::ranges::find(kNames, name);
  return found == kNames.end() ? Packing::none : static_cast<Packing>(found - kNames.begin());
}

Packing packing_of(std::string_view start) {
  // Reserved flag bits of a gzip header must be zero (RFC 1952).
  if (start.starts_with("\x1F\x8B\x08")) {
    return start.size() > 3 && (static_cast<unsigned char>(start[3]) & 0xE0) != 0 ? Packing::none
                                                                                  : Packing::gzip;
  }
  if (start.size() < 4) return Packing::none;
  if (start.starts_with("\x28\xB5\x2F\xFD")) return Packing::zstd;
  const bool skippable = (static_cast<unsigned char>(start[0]) & 0xF0) == 0x50 &&
                         start.substr(1).starts_with("\x2A\x4D\x18");
  if (skippable) return Packing::zstd;
  if (start.starts_with("\x04\x22\x4D\x18")) return Packing::lz4;
  return Packing::none;
}

std::unique_ptr<Decoder> make_decoder(Packing packing) {
  switch (packing) {
    case Packing::gzip:
      return std::make_unique<GzipDecoder>();
    case Packing::zstd:
      return std::make_unique<ZstdDecoder>();
    case Packing::lz4:
      return std::make_unique<Lz4Decoder>();
    case Packing::none:
      break;
  }
  return nullptr;
}

GzipMembers::GzipMembers() : raw_(libdeflate_alloc_decompressor()) {
  CONCORD_CHECK(raw_ != nullptr);
}
GzipMembers::~GzipMembers() {
  libdeflate_free_decompressor(static_cast<libdeflate_decompressor*>(raw_));
}
GzipMembers::Outcome GzipMembers::read(std::string_view in, char* out, std::size_t room,
                                       std::size_t& used, std::size_t& made) {
  const auto code = libdeflate_gzip_decompress_ex(static_cast<libdeflate_decompressor*>(raw_),
                                                  in.data(), in.size(), out, room, &used, &made);
  if (code == LIBDEFLATE_SUCCESS) return Outcome::whole;
  return code == LIBDEFLATE_INSUFFICIENT_SPACE ? Outcome::no_room : Outcome::unsure;
}

}  // namespace concord
