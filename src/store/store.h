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
};

// One thing that `check` found wrong.
struct Fault {
  std::string report;
  std::string what;  // "claim 12: the stored words are not in the original at byte 310"
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
  // maker a second time change nothing.
  Result<Added> append(const std::string& original, const Report&, const Findings&, const Maker&);

  Result<std::vector<AgreementRow>> agreements() const;  // sorted by reports, then name
  Result<std::vector<Account>> accounts(const std::string& agreement_id) const;  // sorted by digest
  Result<std::vector<Account>> all_accounts() const;
  // Every stored evidence is found again in the stored original, and the digest holds.
  Result<CheckResult> check() const;

 private:
  struct Impl;
  explicit Store(std::unique_ptr<Impl>);
  std::unique_ptr<Impl> impl_;
};

}  // namespace concord
