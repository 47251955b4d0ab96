// The proof of the record: every stored piece of evidence is found again in the report's text, to
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
    CONCORD_TRY(auto originals, database_.prepare("SELECT digest, bytes FROM original "
                                                  "ORDER BY digest"));
    CONCORD_TRY(bool more, originals.step());
    while (more) {
      CONCORD_TRY(path_, name_of_report(originals.text(0)));
      if (sha256(originals.text(1)) != originals.text(0))
        fault("the stored original is not the one that was read");
      CONCORD_TRY(more, originals.step());
    }
    return Done{};
  }

  Result<Done> check_readings() {
    CONCORD_TRY(auto readings,
                database_.prepare("SELECT r.digest, r.id, r.report, coalesce(r.text, o.bytes), "
                                  "coalesce(r.text, o.bytes) IS NULL FROM reading r LEFT JOIN "
                                  "original o USING (digest) ORDER BY r.digest, r.id"));
    CONCORD_TRY(auto findings,
                database_.prepare("SELECT id, noun, cells, agreement_id FROM finding "
                                  "WHERE reading=? ORDER BY id"));
    CONCORD_TRY(auto evidence, database_.prepare(kEvidenceOfFinding));
    std::string digest;
    CONCORD_TRY(bool more, readings.step());
    while (more) {
      if (readings.text(0) != digest) ++result.reports;
      digest = readings.text(0);
      CONCORD_TRY(path_, name_of_report(digest));
      text_ = readings.text(3);
      if (readings.number(4) != 0) fault("neither its text nor its original is stored");
      check_report(readings.text(2));
      findings.bind(1, readings.number(1));
      CONCORD_TRY(bool row, findings.step());
      while (row) {
        CONCORD_TRY(const auto rows, read_evidence(evidence, findings.number(0)));
        check_finding(findings, rows);
        CONCORD_TRY(row, findings.step());
      }
      findings.reset();
      CONCORD_TRY(more, readings.step());
    }
    return count_strays();
  }

 private:
  void fault(std::string what) { result.faults.push_back({path_, std::move(what)}); }

  bool holds(Span span) const { return !span.empty() && span.end <= text_.size(); }

  Result<std::string> name_of_report(const std::string& digest) const {
    CONCORD_TRY(auto name, database_.prepare("SELECT min(path) FROM sighting WHERE digest=?"));
    CONCORD_TRY([[maybe_unused]] const bool row, name.bind(1, digest).step());
    std::string path = name.text(0);
    return path.empty() ? digest : path;
  }

  // The article's own words are pieces of the text in order, none twice.
  void check_report(const std::string& cells) {
    Report report;
    if (!restore(cells, report)) return fault("the cells of the report cannot be read");
    std::uint32_t end = 0;
    for (const Block& block : report.blocks) {
      if (!holds(block.span) || block.span.begin < end)
        return fault("the article's words are not in the text at byte " +
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
        fault(name + ": the stored words are not in the text at byte " +
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
                    "reading WHERE digest NOT IN (SELECT digest FROM sighting)"));
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

Result<std::vector<Sighting>> Store::sightings_elsewhere() const {
  CONCORD_TRY(auto rows, impl_->database->prepare(
                             "SELECT digest, path, file, first_byte, length, packing FROM sighting "
                             "WHERE digest NOT IN (SELECT digest FROM original) "
                             "ORDER BY file, packing, first_byte, digest"));
  std::vector<Sighting> sightings;
  CONCORD_TRY(bool more, rows.step());
  while (more) {
    sightings.push_back({rows.text(0),
                         rows.text(1),
                         {rows.text(2), static_cast<std::uint64_t>(rows.number(3)),
                          static_cast<std::uint64_t>(rows.number(4)), rows.text(5)}});
    CONCORD_TRY(more, rows.step());
  }
  return sightings;
}

Result<CheckResult> Store::check() const {
  Checker checker(*impl_->database);
  CONCORD_TRY([[maybe_unused]] auto whole, checker.check_file());
  CONCORD_TRY([[maybe_unused]] auto kept, checker.check_originals());
  CONCORD_TRY([[maybe_unused]] auto checked, checker.check_readings());
  return std::move(checker.result);
}

}  // namespace concord
