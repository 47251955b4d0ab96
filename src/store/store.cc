// Opening the record and adding to it.
#include "store/store.h"

#include <filesystem>

#include "store/rows.h"
#include "store/schema.h"

namespace concord {

Store::Store(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

namespace {

// The whole schema as one transaction, with triggers that keep the tables append-only.
std::string creation() {
  std::string sql = std::string("BEGIN IMMEDIATE;") + kTables + kViews;
  for (const std::string table :
       {"maker", "original", "sighting", "reading", "finding", "evidence"}) {
    for (const std::string change : {"UPDATE", "DELETE"}) {
      sql += "CREATE TRIGGER " + table + "_no_" + change + " BEFORE " + change + " ON " + table +
             " BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;";
    }
  }
  return sql + "PRAGMA application_id = " + std::to_string(kApplicationId) +
         "; PRAGMA user_version = " + std::to_string(kSchemaVersion) + "; COMMIT;";
}

bool begins_character(std::string_view text, std::uint32_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

// Nothing enters the record without words that stand in the source: a span must lie in the text, on
// whole characters, and hold something.
template <typename Noun>
Result<Done> check_evidence(const char* noun, const Noun& one, const Report& report) {
  for (const EvidenceRow& row : evidence_of(one, report)) {
    const Span span = row.evidence.span;
    const bool sound = !span.empty() && span.end <= report.text.size() &&
                       begins_character(report.text, span.begin) &&
                       begins_character(report.text, span.end);
    if (!sound) {
      return Error{ErrorCode::invalid_input,
                   report.path + ": the evidence of a " + noun + " (bytes " +
                       std::to_string(span.begin) + " to " + std::to_string(span.end) +
                       ") is no words of the text: a bug of Concord, the report is not stored"};
    }
  }
  return Done{};
}

// Writes the rows of one report; the caller holds the transaction.
class Writer {
 public:
  Writer(const Database& database, const Report& report) : database_(database), report_(report) {}

  Result<Done> name_maker(const Maker& maker) {
    CONCORD_TRY(auto add, database_.prepare("INSERT OR IGNORE INTO maker (engine_version, "
                                            "data_fingerprint) VALUES (?,?)"));
    add.bind(1, maker.engine_version).bind(2, maker.data_fingerprint);
    CONCORD_TRY([[maybe_unused]] auto added, add.run());
    CONCORD_TRY(auto find, database_.prepare("SELECT id FROM maker WHERE engine_version=? AND "
                                             "data_fingerprint=?"));
    find.bind(1, maker.engine_version).bind(2, maker.data_fingerprint);
    CONCORD_TRY([[maybe_unused]] const bool row, find.step());
    maker_ = find.number(0);
    return Done{};
  }

  Result<Done> keep_original(const std::string& bytes) {
    CONCORD_TRY(auto keep, database_.prepare("INSERT OR IGNORE INTO original VALUES (?,?,?)"));
    keep.bind(1, report_.digest).bind_blob(2, bytes).bind(3, maker_);
    CONCORD_TRY([[maybe_unused]] auto kept, keep.run());
    CONCORD_TRY(auto sight, database_.prepare("INSERT OR IGNORE INTO sighting VALUES (?,?,?)"));
    return sight.bind(1, report_.digest).bind(2, report_.path).bind(3, maker_).run();
  }

  Result<bool> is_known() const {
    CONCORD_TRY(auto known, database_.prepare("SELECT 1 FROM reading WHERE digest=? AND maker=?"));
    return known.bind(1, report_.digest).bind(2, maker_).step();
  }

  Result<Done> add_reading(const Findings& findings) {
    CONCORD_TRY(auto add, database_.prepare("INSERT INTO reading (digest, maker, report) "
                                            "VALUES (?,?,?)"));
    add.bind(1, report_.digest).bind(2, maker_).bind(3, nlohmann::json(report_).dump());
    CONCORD_TRY([[maybe_unused]] auto added, add.run());
    reading_ = sqlite3_last_insert_rowid(database_.raw());
    Result<Done> outcome = Done{};
    for_each_noun(findings, [&](const char* noun, const auto& list) {
      if (outcome) outcome = add_findings(noun, list);
    });
    return outcome;
  }

 private:
  template <typename Noun>
  Result<Done> add_findings(const char* noun, const std::vector<Noun>& nouns) {
    CONCORD_TRY(auto finding, database_.prepare("INSERT INTO finding (reading, noun, agreement_id, "
                                                "cells, maker) VALUES (?,?,?,?,?)"));
    CONCORD_TRY(auto evidence, database_.prepare("INSERT INTO evidence VALUES (?,?,?,?,?,?,?)"));
    for (const Noun& one : nouns) {
      CONCORD_TRY([[maybe_unused]] auto sound, check_evidence(noun, one, report_));
      finding.bind(1, reading_).bind(2, noun).bind(3, agreement_of(one)).bind(4, cells_of(one));
      CONCORD_TRY([[maybe_unused]] auto added, finding.bind(5, maker_).run());
      const std::int64_t id = sqlite3_last_insert_rowid(database_.raw());
      for (const EvidenceRow& row : evidence_of(one, report_)) {
        evidence.bind(1, id).bind(2, row.role).bind(3, name_of(row.evidence.section));
        evidence.bind(4, std::int64_t{row.evidence.span.begin});
        evidence.bind(5, std::int64_t{row.evidence.span.end}).bind(6, row.exact).bind(7, maker_);
        CONCORD_TRY([[maybe_unused]] auto kept, evidence.run());
      }
    }
    return Done{};
  }

  const Database& database_;
  const Report& report_;
  std::int64_t maker_ = 0;
  std::int64_t reading_ = 0;
};

Result<Added> add_all(Writer& writer, const std::string& original, const Findings& findings,
                      const Maker& maker) {
  CONCORD_TRY([[maybe_unused]] auto named, writer.name_maker(maker));
  CONCORD_TRY([[maybe_unused]] auto kept, writer.keep_original(original));
  CONCORD_TRY(const bool known, writer.is_known());
  if (known) return Added::already_there;
  CONCORD_TRY([[maybe_unused]] auto added, writer.add_reading(findings));
  return Added::added;
}

}  // namespace

Result<std::int64_t> Store::Impl::pragma(const char* name) const {
  CONCORD_TRY(auto statement, database->prepare(std::string("PRAGMA ") + name));
  CONCORD_TRY([[maybe_unused]] bool row, statement.step());
  return statement.number(0);
}

// A new file gets its tables; an old one must be a record of this version.
Result<Done> Store::Impl::prepare_file(bool create) const {
  CONCORD_TRY(const auto application, pragma("application_id"));
  CONCORD_TRY(const auto version, pragma("user_version"));
  CONCORD_TRY(const auto pages, pragma("page_count"));
  const std::string& path = database->path();
  if (pages == 0 && create) return database->execute(creation().c_str());
  if (pages == 0) {
    return Error{ErrorCode::invalid_input, path + ": an empty file, not a record of Concord"};
  }
  if (application != kApplicationId) {
    return Error{ErrorCode::invalid_input, path + ": a database, but not a record of Concord"};
  }
  if (version != kSchemaVersion) {
    const bool newer = version > kSchemaVersion;
    return Error{ErrorCode::invalid_input,
                 path + ": a record of version " + std::to_string(version) + ", and this program " +
                     "reads version " + std::to_string(kSchemaVersion) + ": " +
                     (newer ? "use the newer program that wrote it"
                            : "ingest the reports into a new file; this one is left as it is")};
  }
  return Done{};
}

Result<Store> Store::open(const std::string& path) {
  auto impl = std::make_unique<Impl>();
  CONCORD_TRY(impl->database, Database::open(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE));
  CONCORD_TRY([[maybe_unused]] auto ready, impl->prepare_file(true));
  return Store(std::move(impl));
}

Result<Store> Store::open_existing(const std::string& path) {
  std::error_code failed;
  if (std::filesystem::status(path, failed).type() == std::filesystem::file_type::not_found) {
    return Error{ErrorCode::not_found, path + ": no such record: make one with 'concord ingest " +
                                           "--record " + path + " FILES'"};
  }
  auto impl = std::make_unique<Impl>();
  CONCORD_TRY(impl->database, Database::open(path, SQLITE_OPEN_READONLY));
  CONCORD_TRY([[maybe_unused]] auto ready, impl->prepare_file(false));
  return Store(std::move(impl));
}

Result<Added> Store::append(const std::string& original, const Report& report,
                            const Findings& findings, const Maker& maker) {
  CONCORD_TRY([[maybe_unused]] auto begun, impl_->database->execute("BEGIN IMMEDIATE"));
  Writer writer(*impl_->database, report);
  auto outcome = add_all(writer, original, findings, maker);
  if (outcome) {
    if (auto closed = impl_->database->execute("COMMIT"); !closed) outcome = closed.error();
  }
  if (!outcome) (void)impl_->database->execute("ROLLBACK");
  return outcome;
}

}  // namespace concord
