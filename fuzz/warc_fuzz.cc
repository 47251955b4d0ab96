// Property: any bytes are read as an archive to their end; each record is told once, in order, with
// its place inside the file; what is in its payload is read or refused. Linear in the bytes.
#include <cstdint>
#include <string>

#include "intake/cutter.h"
#include "intake/payload.h"
#include "intake/warc.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view archive(reinterpret_cast<const char*>(data), size);
  concord::Unpacker bytes(concord::open_memory(archive));
  const auto cutter = concord::make_warc_cutter(bytes, "fuzz");
  concord::IntakeCounts counts;
  std::uint64_t at = 0;
  while (auto item = cutter->next()) {
    counts.count(item->fate, item->reason);
    CONCORD_CHECK(counts.seen <= size + 1);
    if (item->position.packing.empty()) {
      CONCORD_CHECK(at <= item->position.offset);
      at = item->position.offset + item->position.length;
      CONCORD_CHECK(at <= size);
    }
    if (item->fate == concord::Fate::read) (void)concord::payload_of(*item);
  }
  CONCORD_CHECK(counts.adds_up());
  return 0;
}
