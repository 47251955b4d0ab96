#include "cli/commands.h"
#include "publish/json.h"
#include "publish/tables.h"

namespace concord {
namespace {

int list_agreements(const Options& options) {
  const auto store = Store::open_existing(options.record);
  if (!store) return fail(store.error());
  const auto rows = store->agreements();
  if (!rows) return fail(rows.error());
  if (rows->empty()) {
    say("the record holds no claim on an agreement");
    return nothing;
  }
  return print(options.json ? to_json(*rows) : agreements_table(*rows, options.style));
}

}  // namespace

int run_status(const Options& options) {
  if (options.agreement.empty()) return list_agreements(options);
  return with_agreement(options, [](const Options& given, const Asked& asked) {
    const AgreementStatus status = fold_status(asked.accounts, asked.id, asked.moment);
    return print(given.json ? to_json(status) : status_table(status, given.style));
  });
}

}  // namespace concord
