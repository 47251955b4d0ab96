#include "store/sqlite.h"

namespace concord {

Result<bool> Statement::step() {
  const int code = sqlite3_step(raw_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  return database_->error("reading or writing the record");
}

Result<Done> Statement::run() {
  CONCORD_TRY(bool more, step());
  while (more) {
    CONCORD_TRY(more, step());
  }
  sqlite3_reset(raw_.get());
  return Done{};
}

Result<std::unique_ptr<Database>> Database::open(const std::string& path, int flags) {
  auto database = std::make_unique<Database>();
  database->path_ = path;
  sqlite3* raw = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &raw, flags, nullptr);
  database->raw_.reset(raw);
  if (code != SQLITE_OK) return database->error("opening the record");
  sqlite3_busy_timeout(raw, 5000);
  return database;
}

Result<Statement> Database::prepare(std::string_view sql) const {
  sqlite3_stmt* raw = nullptr;
  if (sqlite3_prepare_v2(raw_.get(), sql.data(), static_cast<int>(sql.size()), &raw, nullptr) !=
      SQLITE_OK) {
    return error("preparing a statement");
  }
  return Statement(raw, this);
}

Result<Done> Database::execute(const char* sql) const {
  if (sqlite3_exec(raw_.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
    return error("reading or writing the record");
  }
  return Done{};
}

Error Database::error(const std::string& doing) const {
  const int code = sqlite3_errcode(raw_.get()) & 0xff;
  const std::string what = path_ + ": " + doing + ": " + sqlite3_errmsg(raw_.get());
  switch (code) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return {ErrorCode::corrupt, what + " (is this a record?)"};
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_READONLY:
    case SQLITE_AUTH:
      return {ErrorCode::unavailable, what + " (check the path and its permissions)"};
    case SQLITE_FULL:
    case SQLITE_IOERR:
      return {ErrorCode::unavailable, what + " (what was stored before is kept; free some space)"};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorCode::unavailable, what + " (another program writes to it)"};
    default:
      return {ErrorCode::internal, what};
  }
}

}  // namespace concord
