// The record file: SQLite, append-only, one transaction a report.
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
  std::int64_t evidence = 0;  // selectors looked at
  std::vector<Fault> faults;
};

enum class Added { added, already_there };

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

  // The report, its original bytes and all findings in one transaction. The same bytes by the same
  // maker a second time change nothing; found at another path, that path is noted as well. A report
  // whose evidence is not in its text is refused (invalid_input).
  Result<Added> append(const std::string& original, const Report&, const Findings&, const Maker&);

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
  // Every stored evidence of every noun is found again in the stored original, and digests hold.
  Result<CheckResult> check() const;

 private:
  struct Impl;
  explicit Store(std::unique_ptr<Impl>);
  std::unique_ptr<Impl> impl_;
};

}  // namespace concord
