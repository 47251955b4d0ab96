#include "lexicon/world.h"

#include "lexicon/rows.h"
#include "text/fold.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

namespace concord {
namespace {

constexpr std::array<std::string_view, 10> kAgreementWords = {
    "head", "body", "link", "tail", "modifier", "everyday", "title", "weak", "content", "scene"};

bool is_abbreviation(std::string_view name) {
  int capitals = 0;
  for (const char c : name) {
    if (c >= 'a' && c <= 'z') return false;
    capitals += c >= 'A' && c <= 'Z';
  }
  return capitals > 0;
}

// Where `word` stands in `text` with no letter beside it ("UN" is not in "UNESCO"), or npos.
std::size_t find_word(std::string_view text, std::string_view word) {
  const auto letter = [&](std::size_t i) {
    return i < text.size() && (std::isalnum(static_cast<unsigned char>(text[i])) != 0);
  };
  for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
    if ((at == 0 || !letter(at - 1)) && !letter(at + word.size())) return at;
  }
  return text.npos;
}

std::vector<std::string> spellings_of(const World& world, const std::string& name) {
  std::vector<std::string> all = {name.starts_with("the ") ? name.substr(4) : name};
  for (const std::vector<std::string>& spellings : world.spellings) {
    for (std::size_t i = 0, count = all.size(); i < count; ++i) {
      const auto used = std::ranges::find_if(spellings, [&](const std::string& spelling) {
        return find_word(all[i], spelling) != std::string::npos;
      });
      if (used == spellings.end()) continue;
      const std::size_t at = find_word(all[i], *used);
      for (const std::string& other : spellings) {
        if (other == *used) continue;
        all.push_back(std::string(all[i]).replace(at, used->size(), other));
      }
    }
  }
  return all;
}

void add_names(World& world, const std::vector<std::string>& names, NameKind kind, NameForm form,
               std::size_t row) {
  for (const std::string& name : names) {
    for (const std::string& spelling : spellings_of(world, name)) {
      const auto number = static_cast<std::uint32_t>(world.names.size());
      world.names.push_back(
          {kind, form, static_cast<std::uint32_t>(row), is_abbreviation(spelling),
           kind == NameKind::group || (spelling[0] >= 'a' && spelling[0] <= 'z')});
      world.phrases.add(spelling, number);
    }
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
  for (std::size_t i = 0; i < world.groups.size(); ++i) {
    add_names(world, {world.groups[i].name}, NameKind::group, NameForm::name, i);
    add_names(world, world.groups[i].names, NameKind::group, NameForm::name, i);
  }
  add_names(world, world.places, NameKind::place, NameForm::name, 0);
  for (std::size_t i = 0; i < world.states.size(); ++i) {
    add_names(world, world.states[i].demonyms, NameKind::state, NameForm::adjective, i);
    add_names(world, world.states[i].capitals, NameKind::state, NameForm::capital, i);
  }
  for (std::size_t i = 0; i < world.bodies.size(); ++i) {
    add_names(world, world.bodies[i].demonyms, NameKind::body, NameForm::adjective, i);
    add_names(world, world.bodies[i].capitals, NameKind::body, NameForm::capital, i);
  }
}

Result<Done> load_parties(const DataFiles& files, World& world) {
  CONCORD_TRY(auto states, read_tsv(files, "world/states.tsv",
                                    {{"code", "name"}, {"names", "demonyms", "capitals"}}));
  for (const Row& row : states) {
    world.states.push_back({row.text("code"), row.text("name"), row.list("names"),
                            row.list("demonyms"), row.list("capitals")});
  }
  CONCORD_TRY(auto bodies,
              read_tsv(files, "world/bodies.tsv",
                       {{"id", "name"}, {"names", "demonyms", "capitals", "acceded", "kinds"}}));
  for (const Row& row : bodies) {
    world.bodies.push_back({row.text("id"), row.text("name"), row.list("names"),
                            row.list("demonyms"), row.list("capitals"), row.flag("acceded"),
                            row.list("kinds")});
  }
  for (const State& state : world.states) {
    for (const std::string& seat : state.capitals) world.seats.insert(lower(seat));
  }
  for (const Body& body : world.bodies) {
    for (const std::string& seat : body.capitals) world.seats.insert(lower(seat));
  }
  CONCORD_TRY(auto places, read_tsv(files, "world/places.tsv", {{"name"}, {}}));
  for (const Row& row : places) world.places.push_back(row.text("name"));
  return Done{};
}

Error unknown_party(const Row& row, const std::string& party) {
  return {ErrorCode::invalid_input, row.where() + ": no state or body '" + party + "'"};
}

Result<Done> load_agreements(const DataFiles& files, World& world) {
  CONCORD_TRY(auto rows, read_tsv(files, "world/agreements.tsv", {{"name"}, {"names", "sides"}}));
  for (const Row& row : rows) {
    for (const std::string& side : row.list("sides")) {
      if (!world.party(side)) return unknown_party(row, side);
    }
    world.agreements.push_back(
        {folded_name(row.text("name")), row.text("name"), row.list("names"), row.list("sides")});
  }
  return Done{};
}

// "ZAF 2010" in a members cell: South Africa, since 2010.
GroupMember member_of(const std::string& cell) {
  const std::size_t space = cell.find_last_of(' ');
  if (space == cell.npos) return {cell, 0};
  GroupMember member{cell.substr(0, space), 0};
  const char* end = cell.data() + cell.size();
  const auto read = std::from_chars(cell.data() + space + 1, end, member.since);
  return read.ptr == end ? member : GroupMember{cell, 0};  // "Arab League"
}

Result<Done> load_groups(const DataFiles& files, World& world) {
  CONCORD_TRY(auto rows, read_tsv(files, "world/groups.tsv", {{"name", "members"}, {"names"}}));
  for (const Row& row : rows) {
    NamedGroup group{row.text("name"), row.list("names"), {}};
    for (const std::string& cell : row.list("members")) {
      group.members.push_back(member_of(cell));
      const std::string& party = group.members.back().party;
      if (!world.party(party)) return unknown_party(row, party);
    }
    world.groups.push_back(std::move(group));
  }
  CONCORD_TRY(auto parts, read_tsv(files, "en/group_words.tsv", {{"word"}, {}}));
  for (const Row& row : parts) world.part_words.insert(row.text("word"));
  return Done{};
}

Result<Done> load_spellings(const DataFiles& files, World& world) {
  CONCORD_TRY(auto rows, read_tsv(files, "world/spellings.tsv", {{"spelling", "others"}, {}}));
  for (const Row& row : rows) {
    world.spellings.push_back(row.list("others"));
    world.spellings.back().push_back(row.text("spelling"));
  }
  return Done{};
}

Result<Done> load_agreement_words(const DataFiles& files, World& world) {
  CONCORD_TRY(auto words, read_tsv(files, "en/agreement_words.tsv",
                                   {{"word", "role"}, {"thing", "elsewhere", "singular"}}));
  for (const Row& row : words) {
    const auto role = std::ranges::find(kAgreementWords, row.text("role"));
    if (role == kAgreementWords.end()) {
      return Error{ErrorCode::invalid_input,
                   row.where() + ": unknown role '" + row.text("role") + "'"};
    }
    world.agreement_words[row.text("word")] =
        static_cast<AgreementWord>(role - kAgreementWords.begin());
    if (row.flag("thing")) world.thing_words.insert(row.text("word"));
    for (const std::string& before : row.list("elsewhere"))
      world.other_things.insert(before + " " + row.text("word"));
    if (row.has("singular")) world.singulars[row.text("word")] = row.text("singular");
  }
  return Done{};
}

}  // namespace

// Both tables are sorted: read_tsv() refuses others.
std::optional<std::pair<NameKind, std::uint32_t>> World::party(std::string_view id) const {
  const auto state = std::ranges::lower_bound(states, id, {}, &State::code);
  if (state != states.end() && state->code == id) {
    return std::pair{NameKind::state, static_cast<std::uint32_t>(state - states.begin())};
  }
  const auto at = std::ranges::lower_bound(bodies, id, {}, &Body::id);
  if (at != bodies.end() && at->id == id) {
    return std::pair{NameKind::body, static_cast<std::uint32_t>(at - bodies.begin())};
  }
  return std::nullopt;
}

std::string World::singular(std::string_view word) const {
  if (const auto known = singulars.find(word); known != singulars.end()) return known->second;
  if (word.ends_with('s') && !word.ends_with("ss")) word.remove_suffix(1);
  return std::string(word);
}

Result<World> load_world(const DataFiles& files) {
  World world;
  CONCORD_TRY([[maybe_unused]] auto parties, load_parties(files, world));
  CONCORD_TRY([[maybe_unused]] auto agreements, load_agreements(files, world));
  CONCORD_TRY([[maybe_unused]] auto groups, load_groups(files, world));
  CONCORD_TRY([[maybe_unused]] auto spellings, load_spellings(files, world));
  CONCORD_TRY([[maybe_unused]] auto words, load_agreement_words(files, world));
  index_names(world);
  return world;
}

}  // namespace concord
