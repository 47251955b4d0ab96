#include "lexicon/world.h"

#include "lexicon/rows.h"
#include "text/fold.h"

#include <algorithm>
#include <array>

namespace concord {
namespace {

constexpr std::array<std::string_view, 9> kAgreementWords = {
    "head", "body", "link", "tail", "modifier", "everyday", "title", "weak", "content"};

Result<std::vector<Row>> rows_of(const DataFiles& files, const std::string& name,
                                 const Columns& columns) {
  const auto file = files.find(name);
  if (file == files.end()) return Error{ErrorCode::not_found, "data/" + name + " is missing"};
  return read_tsv("data/" + name, file->second, columns);
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kSpellings = {
    {{"Organization", "Organisation"}, {"Labor", "Labour"}, {"Defense", "Defence"}}};

bool is_abbreviation(std::string_view name) {
  int capitals = 0;
  for (const char c : name) {
    if (c >= 'a' && c <= 'z') return false;
    capitals += c >= 'A' && c <= 'Z';
  }
  return capitals > 0;
}

void add_names(World& world, const std::vector<std::string>& names, NameKind kind, NameForm form,
               std::size_t row) {
  for (const std::string& name : names) {
    const auto number = static_cast<std::uint32_t>(world.names.size());
    world.names.push_back({kind, form, static_cast<std::uint32_t>(row), is_abbreviation(name)});
    std::string key = name.starts_with("the ") ? name.substr(4) : name;
    world.phrases.add(key, number);
    for (const auto& [american, british] : kSpellings) {  // both spellings name the same body
      if (const auto at = key.find(american); at != key.npos)
        key.replace(at, american.size(), british);
      else if (const auto other = key.find(british); other != key.npos)
        key.replace(other, british.size(), american);
    }
    world.phrases.add(key, number);
  }
}

// Names before adjectives before capitals: where two rows share a form, the first added stays.
void index_names(World& world) {
  for (std::size_t i = 0; i < world.states.size(); ++i) {
    add_names(world, {world.states[i].name}, NameKind::state, NameForm::name, i);
    add_names(world, world.states[i].names, NameKind::state, NameForm::name, i);
  }
  for (std::size_t i = 0; i < world.bodies.size(); ++i) {
    add_names(world, {world.bodies[i].name}, NameKind::body, NameForm::name, i);
    add_names(world, world.bodies[i].names, NameKind::body, NameForm::name, i);
  }
  for (std::size_t i = 0; i < world.agreements.size(); ++i) {
    add_names(world, {world.agreements[i].name}, NameKind::agreement, NameForm::name, i);
    add_names(world, world.agreements[i].names, NameKind::agreement, NameForm::name, i);
  }
  for (std::size_t i = 0; i < world.states.size(); ++i) {
    add_names(world, world.states[i].demonyms, NameKind::state, NameForm::adjective, i);
    add_names(world, world.states[i].capitals, NameKind::state, NameForm::capital, i);
  }
  for (std::size_t i = 0; i < world.bodies.size(); ++i) {
    add_names(world, world.bodies[i].demonyms, NameKind::body, NameForm::adjective, i);
    add_names(world, world.bodies[i].capitals, NameKind::body, NameForm::capital, i);
  }
}

}  // namespace

Result<World> load_world(const DataFiles& files) {
  World world;
  CONCORD_TRY(auto states,
              rows_of(files, "world/states.tsv",
                      {{"code", "name"}, {"names", "demonyms", "capitals", "regions"}}));
  for (const Row& row : states) {
    world.states.push_back({row.text("code"), row.text("name"), row.list("names"),
                            row.list("demonyms"), row.list("capitals"), row.list("regions")});
  }
  CONCORD_TRY(auto bodies, rows_of(files, "world/bodies.tsv",
                                   {{"id", "name"}, {"names", "demonyms", "capitals", "acceded"}}));
  for (const Row& row : bodies) {
    world.bodies.push_back({row.text("id"), row.text("name"), row.list("names"),
                            row.list("demonyms"), row.list("capitals"), row.flag("acceded")});
  }
  CONCORD_TRY(auto agreements, rows_of(files, "world/agreements.tsv", {{"name"}, {"names"}}));
  for (const Row& row : agreements) {
    world.agreements.push_back(
        {folded_name(row.text("name")), row.text("name"), row.list("names")});
  }
  CONCORD_TRY(auto words, rows_of(files, "en/agreement_words.tsv", {{"word", "role"}, {}}));
  for (const Row& row : words) {
    const auto role = std::ranges::find(kAgreementWords, row.text("role"));
    if (role == kAgreementWords.end()) {
      return Error{ErrorCode::invalid_input,
                   row.where() + ": unknown role '" + row.text("role") + "'"};
    }
    world.agreement_words[row.text("word")] =
        static_cast<AgreementWord>(role - kAgreementWords.begin());
  }
  index_names(world);
  return world;
}

}  // namespace concord
