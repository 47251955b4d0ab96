#include "lexicon/world.h"

#include <gtest/gtest.h>

#include <map>

#include "text/fold.h"

namespace concord {
namespace {

World built_in_world() {
  auto world = load_world(built_in_data());
  EXPECT_TRUE(world.has_value()) << world.error().message;
  return *std::move(world);
}

const WorldName* name_of(const World& world, std::string_view phrase) {
  const auto number = world.phrases.exact(lower(phrase));
  return number ? &world.names[*number] : nullptr;
}

// Loads the built-in tables with one of them replaced; the message of the refusal.
std::string refusal(const std::string& file, const std::string& text) {
  DataFiles files = built_in_data();
  files[file] = text;
  const auto world = load_world(files);
  return world.has_value() ? "" : world.error().message;
}

TEST(World, SpellingsNameTheSameThing) {
  const World world = built_in_world();
  for (const std::string name :
       {"United Nations Convention on the Law of the Sea", "UN Convention on the Law of the Sea",
        "U.N. Convention on the Law of the Sea"}) {
    const WorldName* found = name_of(world, name);
    ASSERT_NE(found, nullptr) << name;
    EXPECT_EQ(world.agreements[found->row].name, "UN Convention on the Law of the Sea");
  }
  ASSERT_NE(name_of(world, "World Health Organisation"), nullptr);
  ASSERT_NE(name_of(world, "U.S.-Israel Free Trade Agreement"), nullptr);
}

// "Kim Jong Un" and "us" are no parties: what a spelling makes is an abbreviation of its own.
TEST(World, ShortSpellingsStayAbbreviations) {
  const World world = built_in_world();
  for (const std::string name : {"UN", "US", "EU", "UK"}) {
    ASSERT_NE(name_of(world, name), nullptr) << name;
    EXPECT_TRUE(name_of(world, name)->abbreviation) << name;
  }
}

// A name given to two rows would silently go to the first.
TEST(World, NoNameHasTwoOwners) {
  const World world = built_in_world();
  std::map<std::string, std::string> owners;
  const auto claim = [&](const std::vector<std::string>& names, const std::string& owner) {
    for (const std::string& name : names) {
      const std::string key = lower(name.starts_with("the ") ? name.substr(4) : name);
      const auto [found, fresh] = owners.try_emplace(key, owner);
      EXPECT_TRUE(fresh || found->second == owner)
          << "'" << name << "' names both " << found->second << " and " << owner;
    }
  };
  for (const State& state : world.states) {
    claim({state.name}, state.code);
    claim(state.names, state.code);
    claim(state.demonyms, state.code);
    claim(state.capitals, state.code);
  }
  for (const Body& body : world.bodies) {
    claim({body.name}, body.id);
    claim(body.names, body.id);
    claim(body.demonyms, body.id);
    claim(body.capitals, body.id);
  }
  for (const KnownAgreement& agreement : world.agreements) {
    claim({agreement.name}, agreement.name);
    claim(agreement.names, agreement.name);
  }
  for (const NamedGroup& group : world.groups) {
    claim({group.name}, group.name);
    claim(group.names, group.name);
  }
  claim(world.places, "places");
}

TEST(World, APlaceIsNoParty) {
  const World world = built_in_world();
  for (const std::string name : {"Latin America", "Northern Ireland", "Gulf of Mexico"}) {
    ASSERT_NE(name_of(world, name), nullptr) << name;
    EXPECT_EQ(name_of(world, name)->kind, NameKind::place) << name;
  }
}

TEST(World, AMemberMayHaveJoinedAGroupLater) {
  const std::string rows = "name\tmembers\nRiver states\tNOR;ZAF 2010;Arab League\n";
  DataFiles files = built_in_data();
  files["world/groups.tsv"] = rows;
  const auto world = load_world(files);
  ASSERT_TRUE(world.has_value()) << world.error().message;
  const auto& members = world->groups.front().members;
  ASSERT_EQ(members.size(), 3u);
  EXPECT_EQ(members[1].party, "ZAF");
  EXPECT_EQ(members[1].since, 2010);
  EXPECT_EQ(members[2].party, "Arab League");
  EXPECT_EQ(members[2].since, 0);
}

TEST(World, RefusesAPartyThatNoTableKnows) {
  EXPECT_NE(refusal("world/groups.tsv", "name\tmembers\nRiver states\tNOR;QQQ\n").find("'QQQ'"),
            std::string::npos);
  EXPECT_NE(refusal("world/agreements.tsv", "name\tnames\tsides\nA-B Pact\t\tNOR;QQQ\n")
                .find("data/world/agreements.tsv:2"),
            std::string::npos);
}

}  // namespace
}  // namespace concord
