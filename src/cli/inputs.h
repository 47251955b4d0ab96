// Reading what the command line names, for `read`, `intake` and `ingest`.
#pragma once

#include <functional>

#include "cli/commands.h"
#include "engine/engine.h"

namespace concord {

using ReadItems = void (*)(Inputs&, const Lexicon&, int, const std::function<bool(Outcome)>&);

// What a command does with the items of its inputs.
struct Taker {
  ReadItems read = read_all;
  // Asked at each archive or list; not set: all are read from their begin.
  std::function<Resume(const std::string& file, const std::string& identity, const Lexicon&)>
      resume;
  // Gets every item in order, those that are no report too, and marks (Item::end) where resume is
  // set. Returns ok, refused (this one is left out) or failure (stop).
  std::function<int(const Outcome&, const Lexicon&)> take;
};

// Reads all paths. What is refused is said, up to a number; `counts` tells what became of all.
int read_paths(const Options& options, const Taker& taker, IntakeCounts& counts);

// "210 records: 105 read, 104 skipped (104 request), 1 refused (1 damaged)"
std::string words_of(const IntakeCounts& counts);

}  // namespace concord
