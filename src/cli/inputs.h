// Reading what the command line names, for `read` and `ingest`.
#pragma once

#include <functional>

#include "cli/commands.h"
#include "engine/engine.h"

namespace concord {

// Reads all paths; `take` gets what could be read and returns ok, refused (this one is left out)
// or failure (stop). What cannot be read is said, and the others are read on.
int read_paths(const Options& options,
               const std::function<int(const ReadReport&, const Lexicon&)>& take);

}  // namespace concord
