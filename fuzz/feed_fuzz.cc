// Property: any bytes, taken for a feed and for NewsML, are cut into entries inside them, each read
// or refused with a message.
#include "items.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  concord::Unpacker feed(concord::open_memory(input));
  concord::read_items_of(input, *concord::make_pieces_cutter(feed, "fuzz", concord::Format::feed));
  concord::Unpacker news(concord::open_memory(input));
  concord::read_items_of(input,
                         *concord::make_pieces_cutter(news, "fuzz", concord::Format::newsml));
  return 0;
}
