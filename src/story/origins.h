// Origins: the independent root of each report. A copy, rewrite or digest has its root's origin.
#pragma once

#include <string>
#include <vector>

#include "report/report.h"

namespace concord {

enum class OriginKind { own, copy, digest };

struct Origin {
  std::string id;  // of own accounts the report's digest; of copies the earliest member's digest;
                   // of digests of an outlet "outlet:" + its folded name
  OriginKind kind = OriginKind::own;
  std::string source;  // the report (digest) or outlet it goes back to
};

// One Origin a report, in the order given. A function of the set of reports: order does not matter.
std::vector<Origin> find_origins(const std::vector<const Report*>& reports);

}  // namespace concord
