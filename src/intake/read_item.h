// From an item to its Report. Pure: many threads may read items at once.
#pragma once

#include <memory>
#include <string>

#include "base/result.h"
#include "intake/item.h"
#include "lexicon/lexicon.h"
#include "report/report.h"

namespace concord {

struct ItemReading {
  Fate fate = Fate::read;
  std::string reason;    // of skipped and refused
  std::string message;   // names the item
  Report report;         // of fate read
  std::string original;  // the bytes to keep with it: of a file that is one report; "" of the
                         // others, which lie at the report's position
};
ItemReading read_item(Item item, const Lexicon& lexicon);

// The way back from reports to their bytes. Positions are best asked for in the order of their
// files and offsets: what has to be unpacked is then unpacked once.
class PositionReader {
 public:
  PositionReader();
  ~PositionReader();
  PositionReader(const PositionReader&) = delete;
  PositionReader& operator=(const PositionReader&) = delete;

  // The SHA-256 of the report's own bytes that lie there now. not_found: the file is gone; corrupt:
  // what lies there is no report.
  Result<std::string> digest_at(const Position& position);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace concord
