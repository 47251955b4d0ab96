#include "cli/commands.h"
#include "publish/json.h"
#include "publish/tables.h"

namespace concord {

int run_timeline(const Options& options) {
  return with_agreement(options, [](const Options& given, const Asked& asked) {
    // What is planned lies beyond the latest report: an end is set only where one is asked for.
    const Moment moment{given.moment.as_of, asked.moment.known_by};
    const Timeline timeline = fold_timeline(asked.accounts, asked.id, moment);
    return print(given.json ? to_json(timeline) : timeline_page(timeline, given.style));
  });
}

}  // namespace concord
