// concord-train claims: candidates that readers judged in, the weights of claim/candidates.h out.
//
// In:       JSON lines {"report", "key", "rows", "told", "counts"}: the candidates of reports in
//           order, `key` the same for all candidates of one claim, `told` whether readers found
//           that claim in the report, `counts` how much it counts (1).
// Out:      the model file; on stderr, for each penalty, how well weights learned on four fifths of
//           the reports foretell the other fifth.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"

namespace concord {

struct ClaimsCommand {
  std::vector<std::string> gold;  // JSON lines, .gz too
};

Result<std::string> run_claims_command(const ClaimsCommand& command);

}  // namespace concord
