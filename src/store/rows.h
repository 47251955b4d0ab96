// What the files of this room share: the open database, and how a finding becomes rows and back.
//
// A finding is one row of cells (JSON) and one row for each piece of its evidence. The spans stand
// in the evidence rows only, so that what `check` proves is what is shown.
#pragma once

#include "store/nouns_json.h"
#include "store/sqlite.h"
#include "store/store.h"

namespace concord {

struct Store::Impl {
  std::unique_ptr<Database> database;
  bool in_batch = false;

  Result<std::int64_t> pragma(const char* name) const;
  Result<Done> prepare_file(bool create) const;
};

// One piece of evidence as stored: 'support' of a finding, or the 'words' of a quotation.
struct EvidenceRow {
  std::string role;
  Evidence evidence;
  std::string exact;
};

// Every noun of the findings with its list, in the order in which they are stored.
template <typename Of, typename Use>
void for_each_noun(Of& findings, Use use) {
  use("agreement", findings.agreements);
  use("claim", findings.claims);
  use("quote", findings.quotes);
  use("event", findings.events);
  use("relation", findings.relations);
  use("topic", findings.topics);
  use("assessment", findings.assessments);
  use("figure", findings.figures);
}

template <typename Noun>
std::string agreement_of(const Noun& noun) {
  if constexpr (requires { noun.agreement_id; }) {
    return noun.agreement_id;
  } else if constexpr (requires { noun.aliases; }) {
    return noun.id;
  } else {
    return {};
  }
}

template <typename Noun>
std::vector<EvidenceRow> evidence_of(const Noun& noun, const Report& report) {
  std::vector<EvidenceRow> rows;
  const auto add = [&](const char* role, const Evidence& evidence) {
    rows.push_back({role, evidence, std::string(report.words(evidence.span))});
  };
  if constexpr (requires { noun.evidence; }) {
    for (const Evidence& item : noun.evidence) add("support", item);
  }
  if constexpr (requires { noun.speaker; }) {
    add("words",
        {noun.evidence.empty() ? Section::body : noun.evidence.front().section, noun.words});
  }
  return rows;
}

// The cells of a noun without its spans.
template <typename Noun>
std::string cells_of(const Noun& noun) {
  nlohmann::json cells = noun;
  cells.erase("evidence");
  if constexpr (requires { noun.speaker; }) cells.erase("words");
  return cells.dump();
}

// Puts a stored finding into its list. False: the rows are not what this version writes.
bool restore(const std::string& noun, const std::string& cells,
             const std::vector<EvidenceRow>& evidence, Findings& findings);
bool restore(const std::string& cells, Report& report);
bool restore_list(const std::string& cells, std::vector<std::string>& list);

// Reads the evidence rows of one finding; the statement is kEvidenceOfFinding, prepared.
inline constexpr const char* kEvidenceOfFinding =
    "SELECT role, section, begin_byte, end_byte, exact FROM evidence WHERE finding=? "
    "ORDER BY rowid";
Result<std::vector<EvidenceRow>> read_evidence(Statement& statement, std::int64_t finding);

}  // namespace concord
