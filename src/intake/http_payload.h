// What a server sent, out of the block of a WARC record: status line and header lines off, chunks
// joined, compression taken away; also where these are declared and not there, or the other way
// round.
//
//   HTTP/1.1 200 OK                       status 200
//   Content-Type: text/html               media.type "text/html"
//   Transfer-Encoding: chunked            (but the body begins "<!doctype html>": taken as it is)
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "intake/fields.h"

namespace concord {

struct HttpPayload {
  int status = 0;  // 0: the block has no status line, it is the payload itself
  MediaType media;
  std::string body;
  std::vector<std::string> notes;  // "the payload breaks off"
};

// Fails (limit_exceeded) when the payload unpacks to more than kReportBytesMax, and (invalid_input)
// when it is compressed in a way that nothing here undoes.
Result<HttpPayload> read_http(std::string_view block);

}  // namespace concord
