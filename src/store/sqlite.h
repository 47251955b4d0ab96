// A thin hold on SQLite: statements that free themselves, codes as Errors that name the file.
#pragma once

#include <sqlite3.h>

#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace concord {

class Database;

// One prepared statement. Columns and parameters count from 0 and 1, as SQLite's do.
class Statement {
 public:
  Statement& bind(int at, std::string_view text) {
    sqlite3_bind_text(raw_.get(), at, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
    return *this;
  }
  Statement& bind(int at, std::int64_t number) {
    sqlite3_bind_int64(raw_.get(), at, number);
    return *this;
  }
  Statement& bind_blob(int at, std::string_view bytes) {
    sqlite3_bind_blob64(raw_.get(), at, bytes.data(), bytes.size(), SQLITE_TRANSIENT);
    return *this;
  }
  // True while there is a row.
  Result<bool> step();
  void reset() { sqlite3_reset(raw_.get()); }
  // Runs to the end and makes ready for the next binding.
  Result<Done> run();
  std::string text(int column) const {
    const void* bytes = sqlite3_column_blob(raw_.get(), column);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(raw_.get(), column));
    return bytes == nullptr ? std::string() : std::string(static_cast<const char*>(bytes), size);
  }
  std::int64_t number(int column) const { return sqlite3_column_int64(raw_.get(), column); }

 private:
  friend class Database;
  struct Finalize {
    void operator()(sqlite3_stmt* raw) const { sqlite3_finalize(raw); }
  };
  Statement(sqlite3_stmt* raw, const Database* database) : raw_(raw), database_(database) {}
  std::unique_ptr<sqlite3_stmt, Finalize> raw_;
  const Database* database_;
};

class Database {
 public:
  static Result<std::unique_ptr<Database>> open(const std::string& path, int flags);
  Result<Statement> prepare(std::string_view sql) const;
  Result<Done> execute(const char* sql) const;
  Error error(const std::string& doing) const;
  sqlite3* raw() const { return raw_.get(); }
  const std::string& path() const { return path_; }

 private:
  struct Close {
    void operator()(sqlite3* raw) const { sqlite3_close(raw); }
  };
  std::unique_ptr<sqlite3, Close> raw_;
  std::string path_;
};

}  // namespace concord
