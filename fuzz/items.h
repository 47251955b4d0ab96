// What the fuzz targets of lists share: bytes cut into items as a file of that format, each read.
#pragma once

#include <string>
#include <string_view>

#include "intake/cutter.h"
#include "intake/read_item.h"
#include "lexicon/data.h"

namespace concord {

// Every item is told once, lies inside the bytes, and is a report whose blocks lie in its text, or
// has a reason.
inline void read_items_of(std::string_view input, Cutter& cutter) {
  static const Lexicon lexicon = *load_lexicon(built_in_data());
  std::size_t seen = 0;
  while (auto item = cutter.next()) {
    CONCORD_CHECK(++seen <= input.size() + 1);
    if (item->position.packing.empty()) {
      CONCORD_CHECK(item->position.offset + item->position.length <= input.size());
    }
    const ItemReading reading = read_item(*std::move(item), lexicon);
    CONCORD_CHECK(reading.fate == Fate::read || !reading.message.empty());
    for (const Block& block : reading.report.blocks) {
      CONCORD_CHECK(block.span.end <= reading.report.text.size());
    }
  }
}

}  // namespace concord
