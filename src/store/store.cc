#include "store/store.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "base/digest.h"
#include "store/nouns_json.h"
#include "store/schema.h"
#include "store/sqlite.h"

namespace concord {

using Json = nlohmann::json;

struct Store::Impl {
  std::unique_ptr<Database> database;

  Result<Done> prepare_file() const;
  Result<std::int64_t> pragma(const char* name) const;
  template <typename Noun>
  Result<Done> add(std::int64_t reading, const char* noun, const std::vector<Noun>& nouns,
                   const Report& report) const;
  Result<Done> add_all(const std::string& original, const Report&, const Findings&,
                       const Maker&) const;
  Result<std::vector<Account>> all() const;
};

namespace {

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
std::vector<Evidence> evidence_of(const Noun& noun) {
  if constexpr (requires { noun.evidence; }) {
    return noun.evidence;
  } else {
    return {};
  }
}

// Puts a stored finding into its list. False: the cells are not what this version wrote.
bool restore(const std::string& noun, const std::string& cells, Findings& findings) {
  const Json json = Json::parse(cells, nullptr, false);
  if (json.is_discarded()) return false;
  try {
    if (noun == "agreement") findings.agreements.push_back(json.get<Agreement>());
    if (noun == "claim") findings.claims.push_back(json.get<Claim>());
    if (noun == "quote") findings.quotes.push_back(json.get<Quote>());
    if (noun == "event") findings.events.push_back(json.get<Event>());
    if (noun == "relation") findings.relations.push_back(json.get<Relation>());
    if (noun == "topic") findings.topics.push_back(json.get<Topic>());
    if (noun == "assessment") findings.assessments.push_back(json.get<Assessment>());
    if (noun == "figure") findings.figures.push_back(json.get<Figure>());
  } catch (const Json::exception&) {
    return false;
  }
  return true;
}

bool restore(const std::string& cells, Report& report) {
  try {
    report = Json::parse(cells).get<Report>();
  } catch (const Json::exception&) {
    return false;
  }
  return true;
}

}  // namespace

Store::Store(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Result<std::int64_t> Store::Impl::pragma(const char* name) const {
  CONCORD_TRY(auto statement, database->prepare(std::string("PRAGMA ") + name));
  CONCORD_TRY([[maybe_unused]] bool row, statement.step());
  return statement.number(0);
}

// A new file gets its tables; an old one must be a record of this version.
Result<Done> Store::Impl::prepare_file() const {
  CONCORD_TRY(const auto application, pragma("application_id"));
  CONCORD_TRY(const auto version, pragma("user_version"));
  CONCORD_TRY(const auto pages, pragma("page_count"));
  if (pages == 0) {
    const std::string create =
        "PRAGMA application_id = " + std::to_string(kApplicationId) + "; BEGIN;" + kSchema +
        "PRAGMA user_version = " + std::to_string(kSchemaVersion) + "; COMMIT;";
    return database->execute(create.c_str());
  }
  if (application != kApplicationId) {
    return Error{ErrorCode::invalid_input,
                 database->path() + ": a database, but not a record of Concord"};
  }
  if (version != kSchemaVersion) {
    return Error{ErrorCode::invalid_input,
                 database->path() + ": a record of schema version " + std::to_string(version) +
                     ", this program writes version " + std::to_string(kSchemaVersion) +
                     ": ingest the reports into a new file"};
  }
  return Done{};
}

Result<Store> Store::open(const std::string& path) {
  auto impl = std::make_unique<Impl>();
  CONCORD_TRY(impl->database, Database::open(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE));
  CONCORD_TRY([[maybe_unused]] auto ready, impl->prepare_file());
  return Store(std::move(impl));
}

Result<Store> Store::open_existing(const std::string& path) {
  if (!std::filesystem::exists(path)) {
    return Error{
        ErrorCode::not_found,
        path + ": no such record: make one with 'concord ingest --record " + path + " FILES'"};
  }
  auto impl = std::make_unique<Impl>();
  CONCORD_TRY(impl->database, Database::open(path, SQLITE_OPEN_READONLY));
  CONCORD_TRY([[maybe_unused]] auto ready, impl->prepare_file());
  return Store(std::move(impl));
}

template <typename Noun>
Result<Done> Store::Impl::add(std::int64_t reading, const char* noun,
                              const std::vector<Noun>& nouns, const Report& report) const {
  CONCORD_TRY(auto finding,
              database->prepare(
                  "INSERT INTO finding (reading, noun, agreement_id, cells) VALUES (?,?,?,?)"));
  CONCORD_TRY(auto evidence, database->prepare("INSERT INTO evidence VALUES (?,?,?,?,?)"));
  for (const Noun& one : nouns) {
    finding.bind(1, reading).bind(2, noun).bind(3, agreement_of(one)).bind(4, Json(one).dump());
    CONCORD_TRY([[maybe_unused]] auto added, finding.run());
    const std::int64_t id = sqlite3_last_insert_rowid(database->raw());
    for (const Evidence& item : evidence_of(one)) {
      CONCORD_CHECK(!item.span.empty() && item.span.end <= report.text.size());
      evidence.bind(1, id).bind(2, name_of(item.section)).bind(3, std::int64_t{item.span.begin});
      evidence.bind(4, std::int64_t{item.span.end}).bind(5, report.words(item.span));
      CONCORD_TRY([[maybe_unused]] auto kept, evidence.run());
    }
  }
  return Done{};
}

Result<Done> Store::Impl::add_all(const std::string& original, const Report& report,
                                  const Findings& found, const Maker& maker) const {
  CONCORD_TRY(auto keep, database->prepare("INSERT OR IGNORE INTO original VALUES (?,?)"));
  CONCORD_TRY([[maybe_unused]] auto kept, keep.bind(1, report.digest).bind_blob(2, original).run());
  CONCORD_TRY(
      auto reading,
      database->prepare("INSERT INTO reading (digest, engine_version, data_fingerprint, report) "
                        "VALUES (?,?,?,?)"));
  reading.bind(1, report.digest).bind(2, maker.engine_version).bind(3, maker.data_fingerprint);
  CONCORD_TRY([[maybe_unused]] auto read, reading.bind(4, Json(report).dump()).run());
  const std::int64_t id = sqlite3_last_insert_rowid(database->raw());
  CONCORD_TRY([[maybe_unused]] auto a, add(id, "agreement", found.agreements, report));
  CONCORD_TRY([[maybe_unused]] auto b, add(id, "claim", found.claims, report));
  CONCORD_TRY([[maybe_unused]] auto c, add(id, "quote", found.quotes, report));
  CONCORD_TRY([[maybe_unused]] auto d, add(id, "event", found.events, report));
  CONCORD_TRY([[maybe_unused]] auto e, add(id, "relation", found.relations, report));
  CONCORD_TRY([[maybe_unused]] auto f, add(id, "topic", found.topics, report));
  CONCORD_TRY([[maybe_unused]] auto g, add(id, "assessment", found.assessments, report));
  CONCORD_TRY([[maybe_unused]] auto h, add(id, "figure", found.figures, report));
  return Done{};
}

Result<Added> Store::append(const std::string& original, const Report& report,
                            const Findings& found, const Maker& maker) {
  CONCORD_TRY(
      auto known,
      impl_->database->prepare(
          "SELECT 1 FROM reading WHERE digest=? AND engine_version=? AND data_fingerprint=?"));
  known.bind(1, report.digest).bind(2, maker.engine_version).bind(3, maker.data_fingerprint);
  CONCORD_TRY(const bool there, known.step());
  if (there) return Added::already_there;
  CONCORD_TRY([[maybe_unused]] auto begun, impl_->database->execute("BEGIN IMMEDIATE"));
  const auto added = impl_->add_all(original, report, found, maker);
  const auto closed = added ? impl_->database->execute("COMMIT") : added;
  if (!closed) {
    (void)impl_->database->execute("ROLLBACK");
    return closed.error();
  }
  return Added::added;
}

// The newest reading of each report, sorted by digest, with the origins of the whole set.
Result<std::vector<Account>> Store::Impl::all() const {
  CONCORD_TRY(auto readings,
              database->prepare(
                  "SELECT r.id, r.report, o.bytes FROM reading r JOIN original o USING (digest) "
                  "WHERE r.id = (SELECT max(id) FROM reading x WHERE x.digest = r.digest) "
                  "ORDER BY r.digest"));
  CONCORD_TRY(auto findings,
              database->prepare("SELECT noun, cells FROM finding WHERE reading=? ORDER BY id"));
  std::vector<Account> accounts;
  CONCORD_TRY(bool more, readings.step());
  while (more) {
    Account account;
    if (!restore(readings.text(1), account.report)) {
      return Error{ErrorCode::corrupt, database->path() + ": a report's cells cannot be read"};
    }
    account.report.text = readings.text(2);
    findings.bind(1, readings.number(0));
    CONCORD_TRY(bool row, findings.step());
    while (row) {
      if (!restore(findings.text(0), findings.text(1), account.findings)) {
        return Error{ErrorCode::corrupt, database->path() + ": a finding's cells cannot be read"};
      }
      CONCORD_TRY(row, findings.step());
    }
    findings.reset();
    accounts.push_back(std::move(account));
    CONCORD_TRY(more, readings.step());
  }
  std::vector<const Report*> reports;
  for (const Account& account : accounts) reports.push_back(&account.report);
  const std::vector<Origin> origins = find_origins(reports);
  for (std::size_t i = 0; i < accounts.size(); ++i) accounts[i].origin = origins[i];
  return accounts;
}

Result<std::vector<Account>> Store::all_accounts() const { return impl_->all(); }

Result<std::vector<Account>> Store::accounts(const std::string& id) const {
  CONCORD_TRY(auto accounts, impl_->all());
  std::erase_if(accounts, [&](const Account& account) {
    return std::ranges::none_of(account.findings.claims,
                                [&](const Claim& c) { return c.agreement_id == id; }) &&
           std::ranges::none_of(account.findings.events,
                                [&](const Event& e) { return e.agreement_id == id; });
  });
  return accounts;
}

// Only agreements that somebody is told to stand towards.
Result<std::vector<AgreementRow>> Store::agreements() const {
  CONCORD_TRY(auto accounts, impl_->all());
  struct Seen {
    std::map<std::string, int> names;
    std::set<std::string> aliases;
    int reports = 0;
  };
  std::map<std::string, Seen> seen;
  for (const Account& account : accounts) {
    std::set<std::string> claimed;
    for (const Claim& claim : account.findings.claims) claimed.insert(claim.agreement_id);
    for (const Agreement& agreement : account.findings.agreements) {
      if (!claimed.contains(agreement.id)) continue;
      Seen& one = seen[agreement.id];
      ++one.names[agreement.name];
      ++one.reports;
      one.aliases.insert(agreement.aliases.begin(), agreement.aliases.end());
    }
  }
  std::vector<AgreementRow> rows;
  for (const auto& [id, one] : seen) {
    const auto best = std::ranges::max_element(one.names, [](const auto& a, const auto& b) {
      return a.second != b.second ? a.second < b.second : a.first.size() < b.first.size();
    });
    AgreementRow row{id, best->first, {one.aliases.begin(), one.aliases.end()}, one.reports};
    std::erase(row.aliases, row.name);
    rows.push_back(std::move(row));
  }
  std::ranges::stable_sort(rows, [](const AgreementRow& a, const AgreementRow& b) {
    return a.reports != b.reports ? a.reports > b.reports : a.name < b.name;
  });
  return rows;
}

Result<CheckResult> Store::check() const {
  CheckResult result;
  CONCORD_TRY(auto originals,
              impl_->database->prepare("SELECT digest, bytes FROM original ORDER BY digest"));
  CONCORD_TRY(auto evidence,
              impl_->database->prepare(
                  "SELECT e.begin_byte, e.end_byte, e.exact, f.noun, f.id FROM evidence e "
                  "JOIN finding f ON f.id = e.finding JOIN reading r ON r.id = f.reading "
                  "WHERE r.digest = ? ORDER BY f.id"));
  CONCORD_TRY(bool more, originals.step());
  while (more) {
    ++result.reports;
    const std::string digest = originals.text(0);
    const std::string bytes = originals.text(1);
    if (sha256(bytes) != digest)
      result.faults.push_back({digest, "the stored original has another digest"});
    evidence.bind(1, digest);
    CONCORD_TRY(bool row, evidence.step());
    while (row) {
      ++result.evidence;
      const Span span{static_cast<std::uint32_t>(evidence.number(0)),
                      static_cast<std::uint32_t>(evidence.number(1))};
      const std::string exact = evidence.text(2);
      if (exact.empty() || slice(bytes, span) != exact) {
        result.faults.push_back({digest, evidence.text(3) + " " +
                                             std::to_string(evidence.number(4)) +
                                             ": the stored words are not in the original at byte " +
                                             std::to_string(span.begin)});
      }
      CONCORD_TRY(row, evidence.step());
    }
    evidence.reset();
    CONCORD_TRY(more, originals.step());
  }
  return result;
}

}  // namespace concord
