// Rows of knowledge: what data/*.tsv and data/*.toml hold, checked as they are read.
//
// Both formats give the same Row, so a table can change its format without touching its reader. In
// TSV the first line names the columns, '#' starts a comment line, and ';' parts the values of a
// cell; lines are sorted by their first cell. In TOML a file is a list of [[table]] rows whose
// values are strings, numbers, booleans or lists of strings. Unknown keys, duplicates and rows
// without what they need are refused with file and line.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "lexicon/data.h"

namespace concord {

struct Row {
  std::string file;
  int line = 0;
  std::string table;                                      // TOML: the [[name]]; TSV: ""
  std::map<std::string, std::vector<std::string>> cells;  // empty cells are left out

  bool has(const std::string& key) const { return cells.contains(key); }
  const std::vector<std::string>& list(const std::string& key) const;  // empty when absent
  const std::string& text(const std::string& key) const;               // first value, or ""
  bool flag(const std::string& key) const { return text(key) == "true" || text(key) == "yes"; }
  std::string where() const { return file + ":" + std::to_string(line); }
};

struct Columns {
  std::vector<std::string> required;
  std::vector<std::string> optional;
};

Result<std::vector<Row>> read_tsv(std::string_view file, std::string_view text,
                                  const Columns& columns);
// The same of a file of data/, by its name there ("en/saying.tsv").
Result<std::vector<Row>> read_tsv(const DataFiles& files, const std::string& name,
                                  const Columns& columns);

// One Columns a [[table]] name.
Result<std::vector<Row>> read_toml(std::string_view file, std::string_view text,
                                   const std::map<std::string, Columns>& tables);
Result<std::vector<Row>> read_toml(const DataFiles& files, const std::string& name,
                                   const std::map<std::string, Columns>& tables);

// A sentence that proves a row: the row fires on the bracketed words ("yes"), or nowhere ("no").
struct Proof {
  std::string row;       // file:line and name, for the message
  std::string sentence;  // without the brackets
  std::string marked;    // the bracketed words; "" in a "no"
  bool fires = true;
};

// The yes and no sentences of a row. A "yes" without brackets or a row without both is an Error.
Result<std::vector<Proof>> proofs_of(const Row& row, const std::string& name);

}  // namespace concord
