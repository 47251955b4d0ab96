// Property: any bytes, taken for JSON Lines and for a JSON document, are cut into objects inside
// them, each read or refused with a message.
#include "items.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  concord::Unpacker lines(concord::open_memory(input));
  concord::read_items_of(input, *concord::make_lines_cutter(lines, "fuzz"));
  concord::Unpacker document(concord::open_memory(input));
  concord::read_items_of(input,
                         *concord::make_pieces_cutter(document, "fuzz", concord::Format::json));
  return 0;
}
