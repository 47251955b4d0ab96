#include "cli/commands.h"
#include "publish/json.h"
#include "publish/tables.h"

namespace concord {

int run_quotes(const Options& options) {
  const auto store = Store::open_existing(options.record);
  if (!store) return fail(store.error());
  const auto accounts = store->quoting_accounts();
  if (!accounts) return fail(accounts.error());
  const auto quotes = quotes_of(*accounts, options.speaker);
  if (quotes.empty()) {
    say("no quotation" + (options.speaker.empty() ? "" : " of '" + options.speaker + "'") +
        " in this record");
    return nothing;
  }
  return print(options.json ? to_json(quotes) : quotes_page(quotes, options.style));
}

}  // namespace concord
