#include <unistd.h>

#include "cli/inputs.h"
#include "publish/tables.h"
#include "report/print.h"

namespace concord {

int run_read(const Options& options) {
  const bool piped = options.format.empty() && isatty(STDOUT_FILENO) == 0;
  const bool lines = options.format == "jsonl" || options.json || piped;
  return read_paths(options, [&](const ReadReport& read, const Lexicon& lexicon) {
    if (options.explain) return print(explain_report(read.report, lexicon));
    return print(lines ? json_lines(read.report, read.findings)
                       : reading_page(read, options.style));
  });
}

}  // namespace concord
