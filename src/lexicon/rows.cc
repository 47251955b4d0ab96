#include "lexicon/rows.h"

#include <algorithm>
#include <set>
#include <sstream>

#include <toml++/toml.h>

namespace concord {
namespace {

Error bad_row(const std::string& where, const std::string& what) {
  return Error{ErrorCode::invalid_input, where + ": " + what};
}

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(at);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \r");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \r") - begin + 1);
}

Result<Done> check_keys(const Row& row, const Columns& columns) {
  for (const auto& [key, values] : row.cells) {
    if (std::ranges::find(columns.required, key) == columns.required.end() &&
        std::ranges::find(columns.optional, key) == columns.optional.end()) {
      return bad_row(row.where(), "unknown key '" + key + "'");
    }
  }
  for (const std::string& key : columns.required) {
    if (!row.has(key)) return bad_row(row.where(), "'" + key + "' is missing");
  }
  return Done{};
}

// A TOML scalar as text; nullopt for tables and dates, which no row uses.
std::optional<std::string> scalar_text(const toml::node& node) {
  if (const auto* text = node.as_string()) return text->get();
  if (const auto* number = node.as_integer()) return std::to_string(number->get());
  if (const auto* flag = node.as_boolean()) return flag->get() ? "true" : "false";
  return std::nullopt;
}

Result<std::vector<std::string>> values_of(const toml::node& node, const std::string& where,
                                           std::string_view key) {
  std::vector<std::string> values;
  if (const auto* array = node.as_array()) {
    for (const toml::node& item : *array) {
      auto text = scalar_text(item);
      if (!text)
        return bad_row(where, "'" + std::string(key) + "' holds something that is no text");
      values.push_back(*std::move(text));
    }
    return values;
  }
  auto text = scalar_text(node);
  if (!text)
    return bad_row(where, "'" + std::string(key) + "' is neither text nor a list of texts");
  values.push_back(*std::move(text));
  return values;
}

Result<Row> row_of(std::string_view file, std::string_view name, const toml::table& table) {
  Row row{std::string(file), static_cast<int>(table.source().begin.line), std::string(name), {}};
  for (const auto& [key, node] : table) {
    CONCORD_TRY(auto values, values_of(node, row.where(), key.str()));
    if (!values.empty()) row.cells[std::string(key.str())] = std::move(values);
  }
  return row;
}

}  // namespace

const std::vector<std::string>& Row::list(const std::string& key) const {
  static const std::vector<std::string> none;
  const auto found = cells.find(key);
  return found == cells.end() ? none : found->second;
}

const std::string& Row::text(const std::string& key) const {
  static const std::string none;
  const auto& values = list(key);
  return values.empty() ? none : values.front();
}

Result<std::vector<Row>> read_tsv(std::string_view file, std::string_view text,
                                  const Columns& columns) {
  std::vector<Row> rows;
  std::vector<std::string> names;
  std::string_view before;
  int line = 0;
  for (const std::string_view raw : split(text, '\n')) {
    ++line;
    if (trimmed(raw).empty() || raw.front() == '#') continue;
    const std::vector<std::string_view> fields = split(raw, '\t');
    Row row{std::string(file), line, "", {}};
    if (names.empty()) {
      for (const std::string_view name : fields) names.emplace_back(trimmed(name));
      continue;
    }
    if (fields.size() > names.size()) {
      return bad_row(row.where(), "more cells than the header has names");
    }
    for (std::size_t i = 0; i < fields.size(); ++i) {
      std::vector<std::string> values;
      for (const std::string_view value : split(fields[i], ';')) {
        if (const auto clean = trimmed(value); !clean.empty()) values.emplace_back(clean);
      }
      if (!values.empty()) row.cells[names[i]] = std::move(values);
    }
    CONCORD_TRY([[maybe_unused]] auto checked, check_keys(row, columns));
    const std::string_view first = trimmed(fields.front());
    if (!before.empty() && first <= before) {
      return bad_row(row.where(), "'" + std::string(first) + "' is not after '" +
                                      std::string(before) + "': sort the file, once each");
    }
    before = first;
    rows.push_back(std::move(row));
  }
  return rows;
}

Result<std::vector<Row>> read_toml(std::string_view file, std::string_view text,
                                   const std::map<std::string, Columns>& tables) {
  toml::table parsed;
  try {
    parsed = toml::parse(text, file);
  } catch (const toml::parse_error& problem) {
    return bad_row(std::string(file) + ":" + std::to_string(problem.source().begin.line),
                   std::string(problem.description()));
  }
  std::vector<Row> rows;
  for (const auto& [name, node] : parsed) {
    const auto columns = tables.find(std::string(name.str()));
    const toml::array* array = node.as_array();
    const std::string where = std::string(file) + ":" + std::to_string(node.source().begin.line);
    if (columns == tables.end() || array == nullptr) {
      return bad_row(where, "unknown table '" + std::string(name.str()) + "'");
    }
    for (const toml::node& item : *array) {
      const toml::table* table = item.as_table();
      if (table == nullptr) return bad_row(where, "not a [[table]] of rows");
      CONCORD_TRY(auto row, row_of(file, name.str(), *table));
      CONCORD_TRY([[maybe_unused]] auto checked, check_keys(row, columns->second));
      rows.push_back(std::move(row));
    }
  }
  std::ranges::sort(rows, {}, &Row::line);
  return rows;
}

Result<std::vector<Proof>> proofs_of(const Row& row, const std::string& name) {
  std::vector<Proof> proofs;
  if (row.list("yes").empty() || row.list("no").empty()) {
    return bad_row(row.where(), "'" + name + "' needs a yes and a no sentence");
  }
  for (const std::string& sentence : row.list("yes")) {
    const std::size_t open = sentence.find('[');
    const std::size_t close = sentence.find(']');
    if (open == std::string::npos || close == std::string::npos || close < open) {
      return bad_row(row.where(), "a yes sentence of '" + name + "' has no [bracketed] words");
    }
    std::string plain = sentence;
    plain.erase(close, 1).erase(open, 1);
    proofs.push_back(
        {row.where() + " " + name, plain, sentence.substr(open + 1, close - open - 1), true});
  }
  for (const std::string& sentence : row.list("no")) {
    proofs.push_back({row.where() + " " + name, sentence, "", false});
  }
  return proofs;
}

Result<std::vector<Row>> read_tsv(const DataFiles& files, const std::string& name,
                                  const Columns& columns) {
  CONCORD_TRY(const auto text, file_of(files, name));
  return read_tsv("data/" + name, text, columns);
}

Result<std::vector<Row>> read_toml(const DataFiles& files, const std::string& name,
                                   const std::map<std::string, Columns>& tables) {
  CONCORD_TRY(const auto text, file_of(files, name));
  return read_toml("data/" + name, text, tables);
}

}  // namespace concord
