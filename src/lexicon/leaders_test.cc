#include "lexicon/leaders.h"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace concord
