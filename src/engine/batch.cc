#include "engine/engine.h"

namespace concord {

std::string_view engine_version() { return "0.1.0"; }

void read_all(const std::vector<std::string>& paths, const Lexicon& lexicon, int,
              const std::function<bool(const std::string&, Result<ReadReport>)>& take) {
  for (const std::string& path : paths) {
    auto input = load_input(path);
    if (!take(path,
              input ? read_input(*std::move(input), lexicon) : Result<ReadReport>(input.error())))
      return;
  }
}

}  // namespace concord
