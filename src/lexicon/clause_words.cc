#include "lexicon/clause_words.h"

#include <algorithm>
#include <cstdlib>

#include "lexicon/rows.h"

namespace concord {
namespace {

constexpr std::string_view in_data(std::string_view name) {
  return name.ends_with('_') ? name.substr(0, name.size() - 1) : name;
}

#define CONCORD_NAME(name) in_data(#name),
constexpr std::array<std::string_view, index_of(RoleNumber::end)> kNames = {
    CONCORD_ROLES_OF_GRAMMAR(CONCORD_NAME) CONCORD_ROLES_OF_LISTS(CONCORD_NAME)};
#undef CONCORD_NAME

}  // namespace

std::span<const std::string_view> role_names() { return kNames; }

std::optional<Roles> role_named(std::string_view name) {
  const auto known = std::ranges::find(kNames, name);
  if (known == kNames.end()) return std::nullopt;
  return Roles::one(static_cast<RoleNumber>(known - kNames.begin()));
}

Result<WordMap<ClauseWord>> load_clause_words(const DataFiles& files) {
  CONCORD_TRY(auto rows, read_tsv(files, "en/clause_words.tsv", {{"word", "role"}, {"size"}}));
  WordMap<ClauseWord> words;
  for (const Row& row : rows) {
    ClauseWord word;
    for (const std::string& name : row.list("role")) {
      const auto role = role_named(name);
      if (!role) {
        return Error{ErrorCode::invalid_input, row.where() + ": unknown role '" + name + "'"};
      }
      word.roles = word.roles | *role;
    }
    word.size = static_cast<std::uint32_t>(std::atoi(row.text("size").c_str()));
    words[row.text("word")] = word;
  }
  return words;
}

}  // namespace concord
