// The page inside the record of an archive.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "intake/fields.h"
#include "intake/item.h"

namespace concord {

struct Payload {
  std::string body;  // chunks joined, compression gone; the digest is over these bytes
  MediaType media;
  bool html = false;  // or plain text
  std::string skip;   // why this is no page: "an answer 404", "a picture or the like"
  std::vector<std::string> notes;
};

// Of an item of form answer or resource.
Result<Payload> payload_of(const Item& item);

}  // namespace concord
