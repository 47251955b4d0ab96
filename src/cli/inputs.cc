#include "cli/inputs.h"

#include <algorithm>

#include "lexicon/data.h"

namespace concord {

int read_paths(const Options& options,
               const std::function<int(const ReadReport&, const Lexicon&)>& take) {
  DataFolder folder;
  if (!options.data.empty()) {
    auto loaded = load_data_folder(options.data);
    if (!loaded) return fail(loaded.error());
    folder = *std::move(loaded);
  }
  const auto lexicon = load_lexicon(options.data.empty() ? built_in_data() : folder.files());
  if (!lexicon) return fail(lexicon.error());
  std::vector<std::string> paths;
  int result = ok;
  for (auto& input : list_inputs(options.paths)) {
    if (input) {
      paths.push_back(*std::move(input));
    } else {
      result = refused;
      say(input.error().message);
    }
  }
  std::size_t done = 0;
  const bool progress = talks_to_a_person() && paths.size() > 200;
  read_all(paths, *lexicon, options.threads, [&](const std::string&, Result<ReadReport> read) {
    if (++done % 100 == 0 && progress)
      say(std::to_string(done) + " of " + std::to_string(paths.size()) + " read");
    const int taken = read ? take(*read, *lexicon) : fail(read.error(), refused);
    if (taken == failure || (taken == refused && result == ok)) result = taken;
    return taken != failure;
  });
  return result;
}

}  // namespace concord
