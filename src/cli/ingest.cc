#include "cli/inputs.h"
#include "publish/words.h"

namespace concord {

int run_ingest(const Options& options) {
  auto store = Store::open(options.record);
  if (!store) return fail(store.error());
  std::size_t added = 0, there = 0;
  const int result =
      read_paths(options, [&](const ReadReport& read, const Lexicon& lexicon) -> int {
        const auto outcome = store->append(read.original, read.report, read.findings,
                                           {std::string(engine_version()), lexicon.fingerprint});
        if (!outcome) {
          // A report that is wrong in itself is left out; a record that cannot be written ends the
          // run.
          const bool its_own = outcome.error().code == ErrorCode::invalid_input;
          return fail(outcome.error(), its_own ? refused : failure);
        }
        ++(*outcome == Added::added ? added : there);
        return ok;
      });
  say(counted(added, "report") + " added to " + options.record + ", " + std::to_string(there) +
      " already there");
  return result;
}

}  // namespace concord
