// The record file: SQLite, append-only, reports in transactions.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "record/record.h"

namespace concord {

// What made a row: same version and data, same rows.
struct Maker {
  std::string engine_version;
  std::string data_fingerprint;
};

struct AgreementRow {
  std::string id;
  std::string name;                  // the fullest name that most reports use
  std::vector<std::string> aliases;  // sorted
  int reports = 0;
  std::string latest;  // the latest publication date of them
};

// One thing that `check` found wrong.
struct Fault {
  std::string report;  // its path
  std::string what;    // "claim 12: the stored words are not in the original at byte 310"
};

struct CheckResult {
  std::int64_t reports = 0;
  std::int64_t evidence = 0;        // selectors looked at
  std::int64_t positions = 0;       // places in archives and files whose bytes were digested again
  std::vector<std::string> absent;  // files that are not there, so that their places could not be
  std::vector<Fault> faults;
};

enum class Added { added, already_there };

// How far a file that holds many reports was taken (an archive, a list), and what became of each
// record; or, with file "", of the files of one run that are a report each.
struct IntakeRow {
  std::string file, identity;
  std::uint64_t records = 0;
  std::uint64_t next = 0;  // offset of the next record; 0 = not known
  bool whole = false;
  std::string counts;  // JSON
  bool operator==(const IntakeRow&) const = default;
};

// A place at which the bytes of a report lie that are not kept in the record.
struct Sighting {
  std::string digest;
  std::string report;  // what it is called
  Position position;
};

class Store {
 public:
  // Creates the file when it is not there. An Error says: no permission, not a record, a record of
  // another version, locked, disk full.
  static Result<Store> open(const std::string& path);
  // Read-only; not_found when the file is not there.
  static Result<Store> open_existing(const std::string& path);

  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  // Between begin and commit everything that is added goes in as one transaction: all or nothing.
  Result<Done> begin();
  Result<Done> commit();

  // The report, its original bytes ("": they stay where they are) and all findings, as one; outside
  // begin and commit, a transaction of its own. The same bytes by the same maker a second time
  // change nothing; found at another place, that place is noted as well. A report whose evidence is
  // not in its text is refused (invalid_input) and leaves nothing behind.
  Result<Added> append(const std::string& original, const Report&, const Findings&, const Maker&);

  // What was noted last of that file by that maker; records 0 where nothing was.
  Result<IntakeRow> intake_of(const std::string& file, const std::string& identity,
                              const Maker&) const;
  Result<Done> note_intake(const IntakeRow&, const Maker&);

  Result<std::string> latest_published() const;          // EDTF; "" = no report is dated
  Result<std::vector<AgreementRow>> agreements() const;  // sorted by reports, then name
  // The reports that claim, plan or judge something about the agreement, sorted by digest, with
  // their findings about it. Only their rows are read. A report read by two makers counts once, as
  // the newest reading has it; a report found at two paths goes by the first in order.
  Result<std::vector<Account>> accounts(const std::string& agreement_id) const;
  // The reports with quotations, and only those findings.
  Result<std::vector<Account>> quoting_accounts() const;
  Result<std::vector<Account>> all_accounts() const;
  // All reports without findings, sorted by digest.
  Result<std::vector<Report>> reports() const;
  // Every stored evidence of every noun is found again in the report's text, and digests hold.
  Result<CheckResult> check() const;
  // Where the bytes lie that are not kept here, sorted by file and place.
  Result<std::vector<Sighting>> sightings_elsewhere() const;

 private:
  struct Impl;
  explicit Store(std::unique_ptr<Impl>);
  std::unique_ptr<Impl> impl_;
};

}  // namespace concord
