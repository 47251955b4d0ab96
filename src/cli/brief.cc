#include "cli/commands.h"
#include "publish/json.h"
#include "publish/tables.h"

namespace concord {

int run_brief(const Options& options) {
  return with_agreement(options, [](const Options& given, const Asked& asked) {
    const AgreementStatus status = fold_status(asked.accounts, asked.id, asked.moment);
    const Comparison comparison = fold_comparison(asked.accounts, asked.id, asked.moment);
    const Moment open{given.moment.as_of, asked.moment.known_by};
    const Timeline timeline = fold_timeline(asked.accounts, asked.id, open);
    return print(given.json ? to_json(status, comparison, timeline)
                            : brief_page(status, comparison, timeline));
  });
}

}  // namespace concord
