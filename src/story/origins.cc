#include "story/origins.h"

namespace concord {

std::vector<Origin> find_origins(const std::vector<const Report*>& reports) {
  std::vector<Origin> origins;
  for (const Report* report : reports)
    origins.push_back({report->digest, OriginKind::own, report->digest});
  return origins;
}

}  // namespace concord
