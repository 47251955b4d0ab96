#include "cli/commands.h"
#include "publish/json.h"
#include "publish/tables.h"

namespace concord {

int run_compare(const Options& options) {
  return with_agreement(options, [](const Options& given, const Asked& asked) {
    const Comparison comparison = fold_comparison(asked.accounts, asked.id, asked.moment);
    return print(given.json ? to_json(comparison) : comparison_page(comparison, given.style));
  });
}

}  // namespace concord
