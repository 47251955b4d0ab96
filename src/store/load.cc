// Reading the record: the accounts of one agreement, and the agreements there are. Each question
// reads the rows that it needs, by index.
#include <algorithm>
#include <map>
#include <set>

#include "store/rows.h"
#include "store/store.h"
#include "text/fold.h"

namespace concord {
namespace {

// The readings that count, as SQL: of each report the newest.
constexpr const char* kReadings =
    "SELECT r.id, r.report, coalesce(r.text, o.bytes), s.path, s.file, s.first_byte, s.length, "
    "s.packing, s.address, s.captured, s.notes FROM reading r LEFT JOIN original o USING (digest) "
    "JOIN sighting s ON s.rowid = (SELECT rowid FROM sighting x WHERE x.digest = r.digest "
    "ORDER BY path, file, first_byte LIMIT 1) "
    "WHERE r.id = (SELECT max(id) FROM reading x WHERE x.digest = r.digest) ";

// What the place of the bytes tells, from the columns after the text.
bool restore_place(const Statement& row, Report& report) {
  report.path = row.text(3);
  report.position = {row.text(4), static_cast<std::uint64_t>(row.number(5)),
                     static_cast<std::uint64_t>(row.number(6)), row.text(7)};
  report.address = row.text(8);
  report.captured = row.text(9);
  return restore_list(row.text(10), report.notes);
}

Error odd_rows(const Database& database, const std::string& what) {
  return {ErrorCode::corrupt, database.path() + ": " + what +
                                  " cannot be read: the file was changed by another program"};
}

class Loader {
 public:
  explicit Loader(const Database& database) : database_(database) {}

  // `which` narrows the readings, `of_reading` the findings; both may name the parameter ?1.
  Result<std::vector<Account>> load(const std::string& which, const std::string& of_reading,
                                    const std::string& parameter) {
    CONCORD_TRY(auto readings, database_.prepare(kReadings + which + " ORDER BY r.digest"));
    CONCORD_TRY(auto findings, database_.prepare("SELECT id, noun, cells FROM finding "
                                                 "WHERE reading=?2 AND (" +
                                                 of_reading + ") ORDER BY id"));
    CONCORD_TRY(auto evidence, database_.prepare(kEvidenceOfFinding));
    if (!parameter.empty()) {
      readings.bind(1, parameter);
      findings.bind(1, parameter);
    }
    std::vector<Account> accounts;
    CONCORD_TRY(bool more, readings.step());
    while (more) {
      Account account;
      const bool sound = restore(readings.text(1), account.report);
      if (!sound || !restore_place(readings, account.report))
        return odd_rows(database_, "the cells of a report");
      account.report.text = readings.text(2);
      findings.bind(2, readings.number(0));
      CONCORD_TRY(account.findings, load_findings(findings, evidence));
      accounts.push_back(std::move(account));
      CONCORD_TRY(more, readings.step());
    }
    return accounts;
  }

 private:
  Result<Findings> load_findings(Statement& findings, Statement& evidence) {
    Findings found;
    CONCORD_TRY(bool more, findings.step());
    while (more) {
      CONCORD_TRY(const auto rows, read_evidence(evidence, findings.number(0)));
      if (!restore(findings.text(1), findings.text(2), rows, found))
        return odd_rows(database_, "the cells of a " + findings.text(1));
      CONCORD_TRY(more, findings.step());
    }
    findings.reset();
    return found;
  }

  const Database& database_;
};

void set_origins(std::vector<Account>& accounts) {
  std::vector<const Report*> reports;
  for (const Account& account : accounts) reports.push_back(&account.report);
  std::vector<Origin> origins = find_origins(reports);
  for (std::size_t i = 0; i < accounts.size(); ++i) accounts[i].origin = std::move(origins[i]);
}

// "framework agreement" goes with what its id tells it from others by: "(CHE, EU)".
void tell_names_apart(std::vector<AgreementRow>& list) {
  std::map<std::string, int> names;
  for (const AgreementRow& row : list) ++names[folded_name(row.name)];
  for (AgreementRow& row : list) {
    const std::size_t mark = row.id.rfind(" (");
    if (names[folded_name(row.name)] > 1 && mark != std::string::npos)
      row.name += row.id.substr(mark);
  }
}

// What the agreements table counts while it reads.
struct Seen {
  std::map<std::string, int> names;
  std::set<std::string> aliases;
  int reports = 0;
  std::string latest;
};

}  // namespace

Result<std::vector<Account>> Store::accounts(const std::string& id) const {
  CONCORD_TRY(auto accounts,
              Loader(*impl_->database)
                  .load("AND r.id IN (SELECT reading FROM finding WHERE agreement_id=?1 AND noun "
                        "IN ('claim', 'event', 'assessment'))",
                        "agreement_id IN (?1, '')", id));
  set_origins(accounts);
  return accounts;
}

Result<std::vector<Account>> Store::all_accounts() const {
  CONCORD_TRY(auto accounts, Loader(*impl_->database).load("", "true", ""));
  set_origins(accounts);
  return accounts;
}

Result<std::vector<Report>> Store::reports() const {
  CONCORD_TRY(auto accounts, Loader(*impl_->database).load("", "false", ""));
  std::vector<Report> reports;
  for (Account& account : accounts) reports.push_back(std::move(account.report));
  return reports;
}

Result<std::vector<Account>> Store::quoting_accounts() const {
  CONCORD_TRY(auto accounts,
              Loader(*impl_->database)
                  .load("AND r.id IN (SELECT reading FROM finding WHERE noun='quote')",
                        "noun = 'quote'", ""));
  set_origins(accounts);
  return accounts;
}

Result<std::string> Store::latest_published() const {
  CONCORD_TRY(auto latest, impl_->database->prepare("SELECT max(report ->> 'published') FROM "
                                                    "reading WHERE report ->> 'published' "
                                                    "GLOB '[12][0-9][0-9][0-9]*'"));
  CONCORD_TRY([[maybe_unused]] const bool row, latest.step());
  return latest.text(0);
}

// Only agreements that somebody is told to stand towards.
Result<std::vector<AgreementRow>> Store::agreements() const {
  CONCORD_TRY(
      auto rows,
      impl_->database->prepare(
          "SELECT f.agreement_id, f.cells, r.report ->> 'published' FROM finding f "
          "JOIN current_reading c ON c.id = f.reading JOIN reading r ON r.id = f.reading "
          "WHERE f.noun = 'agreement' AND EXISTS (SELECT 1 FROM finding x WHERE "
          "x.agreement_id = f.agreement_id AND x.noun = 'claim' AND x.reading = f.reading)"));
  std::map<std::string, Seen> seen;
  CONCORD_TRY(bool more, rows.step());
  while (more) {
    Findings found;
    if (!restore("agreement", rows.text(1), {}, found))
      return odd_rows(*impl_->database, "the cells of an agreement");
    const Agreement& agreement = found.agreements.front();
    Seen& one = seen[rows.text(0)];
    ++one.names[agreement.name];
    ++one.reports;
    one.aliases.insert(agreement.aliases.begin(), agreement.aliases.end());
    one.latest = std::max(one.latest, rows.text(2));
    CONCORD_TRY(more, rows.step());
  }
  std::vector<AgreementRow> list;
  for (const auto& [id, one] : seen) {
    const auto best = std::ranges::max_element(one.names, [](const auto& a, const auto& b) {
      return a.second != b.second ? a.second < b.second : a.first.size() < b.first.size();
    });
    AgreementRow row{id, best->first, {}, one.reports, one.latest};
    row.aliases.assign(one.aliases.begin(), one.aliases.end());
    std::erase(row.aliases, row.name);
    list.push_back(std::move(row));
  }
  tell_names_apart(list);
  std::ranges::stable_sort(list, [](const AgreementRow& a, const AgreementRow& b) {
    return a.reports != b.reports ? a.reports > b.reports : a.name < b.name;
  });
  return list;
}

}  // namespace concord
