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
       {"maker", "original", "sighting", "reading", "intake", "finding", "evidence"}) {
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

Result<std::int64_t> maker_id(const Database& database, const Maker& maker) {
  CONCORD_TRY(auto add, database.prepare("INSERT OR IGNORE INTO maker (engine_version, "
                                         "data_fingerprint) VALUES (?,?)"));
  add.bind(1, maker.engine_version).bind(2, maker.data_fingerprint);
  CONCORD_TRY([[maybe_unused]] auto added, add.run());
  CONCORD_TRY(auto find, database.prepare("SELECT id FROM maker WHERE engine_version=? AND "
                                          "data_fingerprint=?"));
  find.bind(1, maker.engine_version).bind(2, maker.data_fingerprint);
  CONCORD_TRY([[maybe_unused]] const bool row, find.step());
  return find.number(0);
}

// Writes the rows of one report; the caller holds the transaction.
class Writer {
 public:
  Writer(const Database& database, const Report& report) : database_(database), report_(report) {}

  Result<Done> name_maker(const Maker& maker) {
    CONCORD_TRY(maker_, maker_id(database_, maker));
    return Done{};
  }

  Result<Done> keep_original(const std::string& bytes) {
    if (!bytes.empty()) {
      CONCORD_TRY(auto keep, database_.prepare("INSERT OR IGNORE INTO original VALUES (?,?,?)"));
      keep.bind(1, report_.digest).bind_blob(2, bytes).bind(3, maker_);
      CONCORD_TRY([[maybe_unused]] auto kept, keep.run());
    }
    CONCORD_TRY(auto sight, database_.prepare("INSERT OR IGNORE INTO sighting VALUES "
                                              "(?,?,?,?,?,?,?,?,?,?)"));
    const Position& position = report_.position;
    sight.bind(1, report_.digest).bind(2, report_.path).bind(3, position.file);
    sight.bind(4, static_cast<std::int64_t>(position.offset)).bind(5, position.packing);
    sight.bind(6, static_cast<std::int64_t>(position.length)).bind(7, report_.address);
    sight.bind(8, report_.captured).bind(9, nlohmann::json(report_.notes).dump());
    return sight.bind(10, maker_).run();
  }

  Result<bool> is_known() const {
    CONCORD_TRY(auto known, database_.prepare("SELECT 1 FROM reading WHERE digest=? AND maker=?"));
    return known.bind(1, report_.digest).bind(2, maker_).step();
  }

  Result<Done> add_reading(const std::string& original, const Findings& findings) {
    CONCORD_TRY(auto add, database_.prepare("INSERT INTO reading (digest, maker, report, text) "
                                            "VALUES (?,?,?,?)"));
    add.bind(1, report_.digest).bind(2, maker_).bind(3, nlohmann::json(report_).dump());
    if (report_.text != original) add.bind(4, report_.text);
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
  CONCORD_TRY([[maybe_unused]] auto added, writer.add_reading(original, findings));
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

Result<Done> Store::begin() {
  CONCORD_TRY([[maybe_unused]] auto begun, impl_->database->execute("BEGIN IMMEDIATE"));
  impl_->in_batch = true;
  return Done{};
}

Result<Done> Store::commit() {
  impl_->in_batch = false;
  auto closed = impl_->database->execute("COMMIT");
  if (!closed) (void)impl_->database->execute("ROLLBACK");
  return closed;
}

Result<Added> Store::append(const std::string& original, const Report& report,
                            const Findings& findings, const Maker& maker) {
  const Database& database = *impl_->database;
  const bool alone = !impl_->in_batch;
  CONCORD_TRY([[maybe_unused]] auto begun,
              database.execute(alone ? "BEGIN IMMEDIATE" : "SAVEPOINT report"));
  Writer writer(database, report);
  auto outcome = add_all(writer, original, findings, maker);
  if (outcome) {
    if (auto closed = database.execute(alone ? "COMMIT" : "RELEASE report"); !closed)
      outcome = closed.error();
  }
  if (!outcome) (void)database.execute(alone ? "ROLLBACK" : "ROLLBACK TO report; RELEASE report");
  return outcome;
}

Result<IntakeRow> Store::intake_of(const std::string& file, const std::string& identity,
                                   const Maker& maker) const {
  CONCORD_TRY(auto find, impl_->database->prepare(
                             "SELECT records, next, whole, counts FROM intake WHERE identity=? AND "
                             "file=? AND maker=(SELECT id FROM maker WHERE engine_version=? AND "
                             "data_fingerprint=?) ORDER BY id DESC LIMIT 1"));
  find.bind(1, identity).bind(2, file).bind(3, maker.engine_version);
  CONCORD_TRY(const bool row, find.bind(4, maker.data_fingerprint).step());
  if (!row) return IntakeRow{file, identity, 0, 0, false, ""};
  return IntakeRow{file,
                   identity,
                   static_cast<std::uint64_t>(find.number(0)),
                   static_cast<std::uint64_t>(find.number(1)),
                   find.number(2) != 0,
                   find.text(3)};
}

Result<Done> Store::note_intake(const IntakeRow& row, const Maker& maker) {
  const Database& database = *impl_->database;
  CONCORD_TRY(const std::int64_t maker_number, maker_id(database, maker));
  CONCORD_TRY(auto add,
              database.prepare("INSERT INTO intake (file, identity, records, next, whole, "
                               "counts, maker) VALUES (?,?,?,?,?,?,?)"));
  add.bind(1, row.file).bind(2, row.identity).bind(3, static_cast<std::int64_t>(row.records));
  add.bind(4, static_cast<std::int64_t>(row.next)).bind(5, std::int64_t{row.whole});
  return add.bind(6, row.counts).bind(7, maker_number).run();
}

}  // namespace concord
