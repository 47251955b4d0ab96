#include "lexicon/happenings.h"

#include <algorithm>
#include <array>

#include "lexicon/inflections.h"
#include "text/fold.h"

namespace concord {
namespace {

// In the order of HappeningOp.
constexpr std::array<std::string_view, 17> kOps = {
    "",      "host", "making", "noun", "pair",   "rite",    "travel", "trip", "vote",
    "money", "of",   "unit",   "end",  "object", "partner", "post",   "tie"};

void add_form(const std::string& phrase, ActForm form, HappeningTable& table) {
  const auto number = static_cast<std::uint32_t>(table.rows.size() - 1);
  const auto known = table.phrases.exact(lower(phrase));
  if (!known) {
    table.phrases.add(phrase, static_cast<std::uint32_t>(table.forms.size()));
    table.forms.push_back({{number, form}});
    return;
  }
  table.forms[*known].push_back({number, form});
}

void add_forms(const Row& row, const std::string& key, ActForm form, HappeningTable& table) {
  for (const std::string& phrase : row.list(key)) add_form(phrase, form, table);
}

Result<Done> add_row(const Row& row, const Inflections& inflections, HappeningTable& table) {
  const std::string& name = row.text("name");
  if (std::ranges::find(table.rows, name, &HappeningRow::name) != table.rows.end()) {
    return Error{ErrorCode::invalid_input, row.where() + ": '" + name + "' is there already"};
  }
  const auto op = std::ranges::find(kOps, row.text("op"));
  if (op == kOps.end()) {
    return Error{ErrorCode::invalid_input, row.where() + ": unknown op '" + row.text("op") + "'"};
  }
  table.rows.push_back({name, row.text("kind"), static_cast<HappeningOp>(op - kOps.begin())});
  add_forms(row, "base", ActForm::base, table);
  add_forms(row, "present", ActForm::present, table);
  add_forms(row, "past", ActForm::past, table);
  add_forms(row, "gerund", ActForm::gerund, table);
  add_forms(row, "nouns", ActForm::noun, table);
  for (const std::string& verb : row.list("verbs")) {
    for (const auto& [form, kind] : inflections.of(verb)) add_form(form, kind, table);
  }
  CONCORD_TRY(auto proofs, proofs_of(row, name));
  table.proofs.insert(table.proofs.end(), proofs.begin(), proofs.end());
  return Done{};
}

Result<HappeningTable> load_table(const DataFiles& files, const std::string& name,
                                  Opens::Table opens) {
  CONCORD_TRY(auto rows,
              read_toml(files, "en/" + name + "s.toml",
                        {{name,
                          {{"name", "kind", "yes", "no"},
                           {"op", "verbs", "base", "present", "past", "gerund", "nouns"}}},
                         {"words", {{"role", "words"}, {}}}}));
  CONCORD_TRY(const Inflections inflections, load_inflections(files));
  HappeningTable table;
  table.opens = opens;
  for (const Row& row : rows) {
    if (row.table == "words") {
      for (const std::string& phrase : row.list("words")) {
        table.words[row.text("role")].add(phrase, 0);
        table.all_words.add(phrase, 0);
      }
      continue;
    }
    CONCORD_TRY([[maybe_unused]] auto added, add_row(row, inflections, table));
  }
  return table;
}

}  // namespace

Result<Happenings> load_happenings(const DataFiles& files) {
  Happenings happenings;
  CONCORD_TRY(happenings.events, load_table(files, "event", Opens::event));
  CONCORD_TRY(happenings.relations, load_table(files, "relation", Opens::relation));
  CONCORD_TRY(happenings.topics, load_table(files, "topic", Opens::topic));
  CONCORD_TRY(happenings.assessments, load_table(files, "assessment", Opens::assessment));
  CONCORD_TRY(happenings.figures, load_table(files, "figure", Opens::figure));
  return happenings;
}

}  // namespace concord
