// Who copies whom, of JSON lines of reports (tools/score_copies.py).
#include <nlohmann/json.hpp>

#include "eval/kinds.h"
#include "eval/report_docs.h"
#include "story/origins.h"

namespace concord {

Result<std::string> eval_copies(const EvalOptions& options) {
  CONCORD_TRY(const auto reports, read_report_docs(options.gold));
  std::string out;
  for (const ReportLink& link : trace_lineage(pointers_to(reports)).links) {
    const std::string &later = reports[link.later].digest, &earlier = reports[link.earlier].digest;
    nlohmann::ordered_json source = nullptr;
    if (link.by != FirstBy::unknown) source = link.earlier_is_source ? earlier : later;
    const bool copy = link.kind <= LinkKind::digest;
    const nlohmann::ordered_json row = {{"a", later},
                                        {"b", earlier},
                                        {"copy", copy},
                                        {"source", source},
                                        {"edge", name_of(link.kind)},
                                        {"cover_a", link.cover_later},
                                        {"cover_b", link.cover_earlier}};
    if (copy) out += row.dump() + "\n";
  }
  return out;
}

Result<std::string> eval_origins(const EvalOptions& options) {
  CONCORD_TRY(const auto reports, read_report_docs(options.gold));
  const auto origins = find_origins(pointers_to(reports));
  std::string out;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    const nlohmann::ordered_json row = {{"id", reports[i].digest},
                                        {"origin", origins[i].id},
                                        {"kind", name_of(origins[i].kind)},
                                        {"source", origins[i].source}};
    out += row.dump() + "\n";
  }
  return out;
}

}  // namespace concord
