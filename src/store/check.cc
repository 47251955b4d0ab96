// The proof of the record: every stored piece of evidence is found again in the stored original, to
// the letter, and every finding that needs some has some. What is odd is a fault, never skipped.
#include "base/digest.h"
#include "store/rows.h"
#include "store/store.h"

namespace concord {
namespace {

class Checker {
 public:
  explicit Checker(const Database& database) : database_(database) {}

  CheckResult result;

  // The database's own structure, before anything in it is believed.
  Result<Done> check_file() {
    path_ = database_.path();
    CONCORD_TRY(auto pages, database_.prepare("PRAGMA quick_check(10)"));
    CONCORD_TRY(bool more, pages.step());
    while (more) {
      if (pages.text(0) != "ok") fault("the file is damaged: " + pages.text(0));
      CONCORD_TRY(more, pages.step());
    }
    return Done{};
  }

  Result<Done> check_originals() {
    CONCORD_TRY(auto originals,
                database_.prepare("SELECT o.digest, o.bytes, (SELECT min(path) FROM sighting s "
                                  "WHERE s.digest = o.digest) FROM original o ORDER BY o.digest"));
    CONCORD_TRY(bool more, originals.step());
    while (more) {
      ++result.reports;
      text_ = originals.text(1);
      path_ = originals.text(2);
      const std::string digest = originals.text(0);
      if (path_.empty()) path_ = digest;
      if (sha256(text_) != digest) fault("the stored original is not the one that was read");
      CONCORD_TRY([[maybe_unused]] auto checked, check_readings(digest));
      CONCORD_TRY(more, originals.step());
    }
    return count_strays();
  }

 private:
  void fault(std::string what) { result.faults.push_back({path_, std::move(what)}); }

  bool holds(Span span) const { return !span.empty() && span.end <= text_.size(); }

  Result<Done> check_readings(const std::string& digest) {
    CONCORD_TRY(auto readings, database_.prepare("SELECT id, report FROM reading WHERE digest=?"));
    CONCORD_TRY(auto findings,
                database_.prepare("SELECT id, noun, cells, agreement_id FROM finding "
                                  "WHERE reading=? ORDER BY id"));
    CONCORD_TRY(auto evidence, database_.prepare(kEvidenceOfFinding));
    readings.bind(1, digest);
    CONCORD_TRY(bool more, readings.step());
    while (more) {
      check_report(readings.text(1));
      findings.bind(1, readings.number(0));
      CONCORD_TRY(bool row, findings.step());
      while (row) {
        CONCORD_TRY(const auto rows, read_evidence(evidence, findings.number(0)));
        check_finding(findings, rows);
        CONCORD_TRY(row, findings.step());
      }
      findings.reset();
      CONCORD_TRY(more, readings.step());
    }
    return Done{};
  }

  // The article's own words are pieces of the original in order, none twice.
  void check_report(const std::string& cells) {
    Report report;
    if (!restore(cells, report)) return fault("the cells of the report cannot be read");
    std::uint32_t end = 0;
    for (const Block& block : report.blocks) {
      if (!holds(block.span) || block.span.begin < end)
        return fault("the article's words are not in the original at byte " +
                     std::to_string(block.span.begin));
      end = block.span.end;
    }
  }

  void check_finding(const Statement& finding, const std::vector<EvidenceRow>& rows) {
    const std::string noun = finding.text(1);
    const std::string name = noun + " " + std::to_string(finding.number(0));
    Findings found;
    if (!restore(noun, finding.text(2), rows, found))
      return fault(name + ": its cells or its evidence cannot be read");
    for_each_noun(found, [&](const char*, const auto& list) {
      for (const auto& one : list) {
        if (agreement_of(one) != finding.text(3))
          fault(name + ": is filed under another agreement");
      }
    });
    // An agreement is named by the findings about it; every other noun needs words of its own.
    if (rows.empty() && noun != "agreement") fault(name + ": no evidence is stored");
    for (const EvidenceRow& row : rows) {
      ++result.evidence;
      const bool found_again = holds(row.evidence.span) && !row.exact.empty() &&
                               slice(text_, row.evidence.span) == row.exact;
      if (!found_again)
        fault(name + ": the stored words are not in the original at byte " +
              std::to_string(row.evidence.span.begin));
    }
  }

  // Rows that hang on nothing would be looked at by no check above.
  Result<Done> count_strays() {
    CONCORD_TRY(auto strays,
                database_.prepare(
                    "SELECT 'evidence', count(*) FROM evidence WHERE finding NOT IN (SELECT id "
                    "FROM finding) UNION ALL SELECT 'finding', count(*) FROM finding WHERE reading "
                    "NOT IN (SELECT id FROM reading) UNION ALL SELECT 'reading', count(*) FROM "
                    "reading WHERE digest NOT IN (SELECT digest FROM original)"));
    CONCORD_TRY(bool more, strays.step());
    while (more) {
      path_ = database_.path();
      if (strays.number(1) > 0)
        fault(std::to_string(strays.number(1)) + " rows of " + strays.text(0) +
              " belong to nothing that is stored");
      CONCORD_TRY(more, strays.step());
    }
    return Done{};
  }

  const Database& database_;
  std::string text_;
  std::string path_;
};

}  // namespace

Result<CheckResult> Store::check() const {
  Checker checker(*impl_->database);
  CONCORD_TRY([[maybe_unused]] auto whole, checker.check_file());
  CONCORD_TRY([[maybe_unused]] auto checked, checker.check_originals());
  return std::move(checker.result);
}

}  // namespace concord
