// Origins: the independent root of each report. A copy, rewrite or digest has its root's origin and
// never counts beside it, also where the root itself is not there.
//
// A report depends on another where about half (0.45) of its own words stand in that one
// (quotations and statements apart), or where it credits that one's outlet and tells its facts. A
// long report that prints an agency's four paragraphs among its own twenty is linked to it, and is
// a source of its own. Nothing is closed over blindly: who copies a copy is held against the root
// itself, and is on its own where it shares nothing with it.
#pragma once

#include <string>
#include <vector>

#include "report/report.h"
#include "story/lineage.h"

namespace concord {

enum class OriginKind { own, copy, excerpt, rewrite, digest };
std::string_view name_of(OriginKind kind);

struct Origin {
  std::string id;  // the digest of the earliest report of this origin
  OriginKind kind = OriginKind::own;
  std::string source;  // the report (digest) or outlet it goes back to
};

// One Origin a report, in the order given. A function of the set of reports: order does not matter.
std::vector<Origin> find_origins(const std::vector<const Report*>& reports);

// The same with every link found; their `later` and `earlier` are indices into the reports given.
struct Lineage {
  std::vector<Origin> origins;
  std::vector<ReportLink> links;
};
Lineage trace_lineage(const std::vector<const Report*>& reports);

}  // namespace concord
