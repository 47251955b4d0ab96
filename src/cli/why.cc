#include "cli/commands.h"
#include "publish/json.h"
#include "publish/tables.h"

namespace concord {

int run_why(const Options& options) {
  return with_agreement(options, [](const Options& given, const Asked& asked) -> int {
    const AgreementStatus status = fold_status(asked.accounts, asked.id, asked.moment);
    const PartyStatus* party = find_party(status, given.party);
    if (party == nullptr) {
      say("the record says nothing of '" + given.party + "' towards " + status.agreement);
      return nothing;
    }
    return print(given.json ? to_json(*party) : why_page(status, *party, given.style));
  });
}

}  // namespace concord
