#include "cli/cli.h"

#include <cstdio>

#include "engine/engine.h"
#include "lexicon/data.h"
#include "report/print.h"

namespace concord {

int run(int argc, char** argv) {
  const auto lexicon = load_lexicon(built_in_data());
  if (!lexicon) {
    std::fprintf(stderr, "concord: %s\n", lexicon.error().message.c_str());
    return 1;
  }
  std::vector<std::string> paths;
  for (int i = 2; i < argc; ++i) {
    if (argv[i][0] != '-') paths.emplace_back(argv[i]);
  }
  read_all(paths, *lexicon, 1, [](const std::string&, Result<ReadReport> read) {
    if (read) std::fputs(json_lines(read->report, read->findings).c_str(), stdout);
    return true;
  });
  return 0;
}

}  // namespace concord
