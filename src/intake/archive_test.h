// Archives written by the tests themselves: records, whole or with one thing wrong, and packed in
// every way.
#pragma once

#include <lz4frame.h>
#include <zlib.h>
#include <zstd.h>

#include <string>
#include <string_view>
#include <vector>

namespace concord::testing_archives {

struct RecordSpec {
  std::string type = "response";
  std::string address = "https://quay.example/a";
  std::string block = "";
  std::string length = "";  // "" = the block's own; "-" = no such line
  std::string more = "";    // header lines, each with its end
  std::string eol = "\r\n";
  std::string tail = "\r\n\r\n";
};

inline std::string record(const RecordSpec& spec) {
  const std::string& eol = spec.eol;
  std::string text = "WARC/1.0" + eol + "WARC-Type: " + spec.type + eol;
  text += "WARC-Target-URI: " + spec.address + eol + "WARC-Date: 2023-04-05T06:07:08Z" + eol;
  text += spec.more;
  if (spec.type == "response") text += "Content-Type: application/http; msgtype=response" + eol;
  if (spec.length != "-") {
    text += "Content-Length: " +
            (spec.length.empty() ? std::to_string(spec.block.size()) : spec.length) + eol;
  }
  return text + eol + spec.block + spec.tail;
}

inline std::string page(std::string_view title) {
  std::string html = "<!doctype html><html><head><title>" + std::string(title) +
                     "</title></head><body><article><h1>" + std::string(title) + "</h1>";
  for (int i = 0; i < 3; ++i) {
    html +=
        "<p>The ministers of the coast met in Port Selwyn on Tuesday and signed the accord on "
        "fishing, paragraph " +
        std::to_string(i) + ".</p>";
  }
  return html + "</article></body></html>";
}

inline std::string answer(std::string_view body, std::string_view headers = "",
                          std::string_view status = "200 OK") {
  return "HTTP/1.1 " + std::string(status) + "\r\nContent-Type: text/html; charset=utf-8\r\n" +
         std::string(headers) + "\r\n" + std::string(body);
}

// `window`: 31 gzip, 15 zlib, -15 bare deflate.
inline std::string deflated(std::string_view bytes, int window = 31) {
  z_stream stream{};
  deflateInit2(&stream, 6, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY);
  std::string packed(deflateBound(&stream, bytes.size()) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

inline std::string zstd(std::string_view bytes) {
  std::string packed(ZSTD_compressBound(bytes.size()), '\0');
  ZSTD_CCtx* context = ZSTD_createCCtx();
  ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);
  packed.resize(ZSTD_compress2(context, packed.data(), packed.size(), bytes.data(), bytes.size()));
  ZSTD_freeCCtx(context);
  return packed;
}

inline std::string lz4(std::string_view bytes) {
  std::string packed(LZ4F_compressFrameBound(bytes.size(), nullptr), '\0');
  packed.resize(
      LZ4F_compressFrame(packed.data(), packed.size(), bytes.data(), bytes.size(), nullptr));
  return packed;
}

inline std::string joined(const std::vector<std::string>& records,
                          std::string (*pack)(std::string_view)) {
  std::string all;
  for (const std::string& one : records) all += pack(one);
  return all;
}
inline std::string gzipped(std::string_view bytes) { return deflated(bytes); }
inline std::string plain(std::string_view bytes) { return std::string(bytes); }

}  // namespace concord::testing_archives
