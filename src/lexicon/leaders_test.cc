#include "lexicon/leaders.h"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <sstream>
#include <string>

#include "lexicon/rows.h"
#include "text/fold.h"

namespace concord {
namespace {

Result<Leaders> leaders_of(const std::string& rows) {
  DataFiles files = built_in_data();
  files["world/leaders.tsv"] = rows;
  const World world = *load_world(files);
  const Speech speech = *load_speech(files);
  return load_leaders(files, world, speech);
}

constexpr const char* kRows =
    "name\tnames\tterms\n"
    "Ana Ruiz\t\tPER 2010-2014;EU 2019-\n"
    "José Vale\tJ. Vale\tCHL 1990-2001\n"
    "Kossi Ruiz\t\tTGO 2012-\n"
    "Oren III\t\tJOR 1999-\n"
    "Xi Ana\t\tCHN 2012-\n";

TEST(Leaders, ActForThePartyInWhoseOfficeTheyAre) {
  const Leaders leaders = *leaders_of(kRows);
  EXPECT_EQ(leaders.party_of("Ana Ruiz", 2012), "PER");
  EXPECT_EQ(leaders.party_of("ana ruiz", 2016), "PER");  // told of later
  EXPECT_EQ(leaders.party_of("Ana Ruiz", 2024), "EU");
  EXPECT_EQ(leaders.party_of("Ana Ruiz", 2009), "");  // not yet known
  EXPECT_EQ(leaders.party_of("Jose Vale", 2020), "CHL");
  EXPECT_EQ(leaders.party_of("Ana Vale", 2020), "");
}

TEST(Leaders, AFamilyNameAloneIsOneInOfficeAndNoOther) {
  const Leaders leaders = *leaders_of(kRows);
  EXPECT_EQ(leaders.party_of_family("Ruiz", 2010), "PER");
  EXPECT_EQ(leaders.party_of_family("Ruiz", 2013), "");  // two of them
  EXPECT_EQ(leaders.party_of_family("Ruiz", 2016), "TGO");
  EXPECT_EQ(leaders.party_of_family("Vale", 2016), "");  // out of office
  EXPECT_EQ(leaders.party_of_family("Vale", 1991), "CHL");
  EXPECT_EQ(leaders.party_of_family("III", 2010), "");
  EXPECT_EQ(leaders.party_of_family("Xi", 2013), "CHN");
}

TEST(Leaders, RowsWithoutAKnownPartyOrYearsAreRefused) {
  for (const std::string terms : {"Atlantis 1990-", "PER", "PER 2010", "PER 2014-2010", "PER -"}) {
    const auto leaders = leaders_of("name\tnames\tterms\nAna Ruiz\t\t" + terms + "\n");
    ASSERT_FALSE(leaders.has_value()) << terms;
    EXPECT_NE(leaders.error().message.find("leaders.tsv:2"), std::string::npos);
  }
}

std::vector<Row> table() {
  return *read_tsv(built_in_data(), "world/leaders.tsv", {{"name", "terms"}, {"names"}});
}

// A name as it is compared, word by word: "Al Nahyan" and "Al-Nahyan" have other family names.
std::string folded_words(const std::string& name) {
  std::istringstream words(name);
  std::string all;
  for (std::string word; words >> word;) all += folded_name(word) + "|";
  return all;
}

// So "Sebastian" beside "Sebastián" tells nothing.
TEST(LeadersTable, NoNameStandsTwiceInARow) {
  for (const Row& row : table()) {
    std::set<std::string> names = {folded_words(row.text("name"))};
    for (const std::string& name : row.list("names"))
      EXPECT_TRUE(names.insert(folded_words(name)).second) << row.where() << ": " << name;
  }
}

TEST(LeadersTable, TermsForAPartyAreToldInOneRange) {
  for (const Row& row : table()) {
    std::set<std::string> parties;
    for (const std::string& term : row.list("terms")) {
      const std::size_t space = term.rfind(' ');
      EXPECT_TRUE(parties.insert(term.substr(0, space)).second) << row.where() << ": " << term;
      const int from = std::stoi(term.substr(space + 1));
      EXPECT_TRUE(from > 1850 && from < 2027) << row.where() << ": " << term;
    }
  }
}

// Each name finds the party of its row in the years that no other row of that name has.
TEST(LeadersTable, EveryNameFindsItsParty) {
  const World world = *load_world(built_in_data());
  const Leaders leaders = *load_leaders(built_in_data(), world, *load_speech(built_in_data()));
  std::map<std::string, std::set<std::string>> owners;  // of a folded name
  for (const Row& row : table()) {
    std::vector<std::string> names = row.list("names");
    names.push_back(row.text("name"));
    for (const std::string& name : names) owners[folded_name(name)].insert(row.text("name"));
  }
  for (const Row& row : table()) {
    if (owners[folded_name(row.text("name"))].size() > 1 || row.list("terms").size() > 1) continue;
    const std::string& term = row.text("terms");
    const std::size_t space = term.rfind(' ');
    EXPECT_EQ(leaders.party_of(row.text("name"), std::stoi(term.substr(space + 1))),
              term.substr(0, space))
        << row.where();
  }
}

}  // namespace
}  // namespace concord
