#include <unistd.h>

#include "cli/inputs.h"
#include "publish/tables.h"
#include "report/print.h"

namespace concord {

int run_read(const Options& options) {
  const bool piped = options.format.empty() && isatty(STDOUT_FILENO) == 0;
  const bool lines = options.format == "jsonl" || options.json || piped;
  Taker taker;
  taker.take = [&](const Outcome& outcome, const Lexicon& lexicon) -> int {
    if (outcome.item.fate != Fate::read) return ok;
    const ReadReport& read = outcome.read;
    if (options.explain) return print(explain_report(read.report, lexicon));
    return print(lines ? json_lines(read.report, read.findings)
                       : reading_page(read, options.style));
  };
  IntakeCounts counts;
  const int result = read_paths(options, taker, counts);
  if (counts.skipped > 0) say(words_of(counts));
  return result;
}

int run_intake(const Options& options) {
  Taker taker;
  taker.read = read_reports;
  taker.take = [](const Outcome& outcome, const Lexicon&) -> int {
    return outcome.item.fate == Fate::read ? print(json_line(outcome.read.report)) : ok;
  };
  IntakeCounts counts;
  const int result = read_paths(options, taker, counts);
  if (counts.seen > 1 || counts.read == 0) say(words_of(counts));
  return result;
}

}  // namespace concord
