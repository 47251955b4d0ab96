#include "intake/content_coding.h"

#include <brotli/decode.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <memory>

#include "base/result.h"
#include "intake/fields.h"

namespace concord {
namespace {

using State = Decoded::State;

constexpr std::size_t kStep = 64u << 10;
constexpr int kZstdWindowLog = 23;  // 8 MiB, the most that HTTP allows (RFC 9659)
constexpr std::size_t kLeast = 16;  // bytes before a wrong stream is taken for a broken one

// Runs `step(out, room, made)` until it is done; it returns 1 when the stream ended, -1 when it is
// broken, 0 to go on.
template <typename Step>
Decoded run(std::size_t limit, Step step) {
  Decoded decoded;
  while (true) {
    const std::size_t had = decoded.bytes.size();
    decoded.bytes.resize(had + kStep);
    std::size_t made = 0;
    const int code = step(decoded.bytes.data() + had, kStep, made);
    decoded.bytes.resize(had + made);
    if (decoded.bytes.size() > limit) {
      decoded.state = State::too_large;
      decoded.bytes.clear();
      return decoded;
    }
    if (code == 1) return decoded;
    if (code == -1 || made == 0) {
      decoded.state = decoded.bytes.size() < kLeast ? State::not_coded : State::broken_off;
      return decoded;
    }
  }
}

// `window` as inflateInit2 takes it: 31 gzip, 15 zlib, -15 bare deflate.
Decoded run_zlib(std::string_view bytes, int window, std::size_t limit) {
  z_stream stream{};
  CONCORD_CHECK(inflateInit2(&stream, window) == Z_OK);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  Decoded decoded = run(limit, [&](char* out, std::size_t room, std::size_t& made) {
    stream.next_out = reinterpret_cast<Bytef*>(out);
    stream.avail_out = static_cast<uInt>(room);
    const int code = inflate(&stream, Z_NO_FLUSH);
    made = room - stream.avail_out;
    return code == Z_STREAM_END ? 1 : code == Z_OK ? 0 : -1;
  });
  inflateEnd(&stream);
  return decoded;
}

Decoded run_brotli(std::string_view bytes, std::size_t limit) {
  const std::unique_ptr<BrotliDecoderState, decltype(&BrotliDecoderDestroyInstance)> state(
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), &BrotliDecoderDestroyInstance);
  CONCORD_CHECK(state != nullptr);
  std::size_t left = bytes.size();
  const auto* in = reinterpret_cast<const std::uint8_t*>(bytes.data());
  return run(limit, [&](char* out, std::size_t room, std::size_t& made) {
    auto* to = reinterpret_cast<std::uint8_t*>(out);
    std::size_t space = room;
    const auto code = BrotliDecoderDecompressStream(state.get(), &left, &in, &space, &to, nullptr);
    made = room - space;
    return code == BROTLI_DECODER_RESULT_SUCCESS             ? 1
           : code == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT ? 0
                                                             : -1;
  });
}

Decoded run_zstd(std::string_view bytes, std::size_t limit) {
  const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context(ZSTD_createDCtx(),
                                                                     &ZSTD_freeDCtx);
  CONCORD_CHECK(context != nullptr);
  ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, kZstdWindowLog);
  ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
  return run(limit, [&](char* out, std::size_t room, std::size_t& made) {
    ZSTD_outBuffer to{out, room, 0};
    const std::size_t code = ZSTD_decompressStream(context.get(), &to, &in);
    made = to.pos;
    return ZSTD_isError(code) != 0 ? -1 : code == 0 ? 1 : 0;
  });
}

}  // namespace

Coding coding_named(std::string_view name) {
  if (name.empty() || same_word(name, "identity") || same_word(name, "none")) {
    return Coding::identity;
  }
  if (same_word(name, "gzip") || same_word(name, "x-gzip")) return Coding::gzip;
  if (same_word(name, "deflate")) return Coding::deflate;
  if (same_word(name, "br")) return Coding::brotli;
  if (same_word(name, "zstd")) return Coding::zstd;
  return Coding::unknown;
}

Decoded decode(Coding coding, std::string_view bytes, std::size_t limit) {
  const Decoded as_it_is{State::not_coded, {}};
  switch (coding) {
    case Coding::gzip:
      return bytes.starts_with("\x1F\x8B") ? run_zlib(bytes, 16 + MAX_WBITS, limit) : as_it_is;
    case Coding::deflate: {
      // The name means the zlib form (RFC 9110); many servers send bare deflate.
      Decoded decoded = run_zlib(bytes, MAX_WBITS, limit);
      if (decoded.state == State::not_coded) decoded = run_zlib(bytes, -MAX_WBITS, limit);
      // Almost any text begins a bare stream; one that breaks off was none.
      const bool text = !bytes.empty() && (bytes.front() == '<' || bytes.front() == '{');
      return decoded.state == State::broken_off && text ? as_it_is : decoded;
    }
    case Coding::brotli: {
      Decoded decoded = run_brotli(bytes, limit);
      const bool text = !bytes.empty() && (bytes.front() == '<' || bytes.front() == '{');
      return decoded.state == State::broken_off && text ? as_it_is : decoded;
    }
    case Coding::zstd:
      return bytes.starts_with("\x28\xB5\x2F\xFD") ? run_zstd(bytes, limit) : as_it_is;
    case Coding::identity:
    case Coding::unknown:
      break;
  }
  return as_it_is;
}

}  // namespace concord
