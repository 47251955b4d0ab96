#include "cli/commands.h"
#include "publish/json.h"
#include "publish/words.h"

namespace concord {

int run_check(const Options& options) {
  const auto damaged = [](const Error& error) {
    return fail(error, error.code == ErrorCode::corrupt ? unsound : failure);
  };
  const auto store = Store::open_existing(options.record);
  if (!store) return damaged(store.error());
  const auto result = store->check();
  if (!result) return damaged(result.error());
  for (const Fault& fault : result->faults) say(fault.report + ": " + fault.what);
  const std::string line =
      counted(static_cast<std::size_t>(result->reports), "report") + ", " +
      counted(static_cast<std::size_t>(result->evidence), "piece") + " of evidence, " +
      counted(result->faults.size(), "fault") +
      (result->faults.empty() ? ": every word stands in its original\n" : "\n");
  const int printed = print(options.json ? to_json(*result) : line);
  return result->faults.empty() ? printed : unsound;
}

}  // namespace concord
