#include "language/names.h"

#include <gtest/gtest.h>

#include "language/model_head.h"
#include "language/name_echo.h"
#include "language/shipped_models.h"

namespace concord {
namespace {

TEST(Names, StandInLabelsAndBack) {
  const std::vector<Name> names = {{{0, 1}, NameType::place}, {{2, 5}, NameType::organisation}};
  const auto labels = labels_of(names, 6);
  EXPECT_EQ(labels[0], label_of(NameType::place, NamePart::only));
  EXPECT_EQ(labels[1], 0);
  EXPECT_EQ(labels[3], label_of(NameType::organisation, NamePart::inner));
  EXPECT_EQ(names_of(labels), names);
  EXPECT_EQ(name_tag(names, 2), "B-ORG");
  EXPECT_EQ(name_tag(names, 4), "I-ORG");
  EXPECT_EQ(name_tag(names, 5), "O");
}

TEST(Names, GoOnOnlyWhereTheyBegan) {
  const auto label = [](NamePart part) { return label_of(NameType::person, part); };
  EXPECT_TRUE(may_follow(kNameLabels, 0));
  EXPECT_FALSE(may_follow(kNameLabels, label(NamePart::last)));
  EXPECT_TRUE(may_follow(label(NamePart::first), label(NamePart::last)));
  EXPECT_FALSE(may_follow(label(NamePart::first), kNameLabels));
  EXPECT_FALSE(may_follow(label(NamePart::first), label_of(NameType::place, NamePart::last)));
  EXPECT_TRUE(may_follow(label(NamePart::only), label(NamePart::only)));
}

TEST(NameEcho, RepeatsANameThroughItsDocument) {
  const std::vector<Forms> document = {
      {"Ana", "Ruiz", "spoke"}, {"Ruiz", "left"}, {"ruiz", "left"}};
  std::vector<std::vector<Name>> names = {{{{0, 2}, NameType::person}}, {}, {}};
  echo_names(document, names);
  EXPECT_EQ(names[1], (std::vector<Name>{{{0, 1}, NameType::person}}));
  EXPECT_TRUE(names[2].empty());
}

TEST(NameEcho, KeepsSilentWhereTheWordsMostlyStandOutsideOfNames) {
  const std::vector<Forms> document = {
      {"Emperor", "Norton", "spoke"}, {"the", "Emperor", "left"}, {"the", "Emperor", "rests"}};
  std::vector<std::vector<Name>> names = {{{{0, 2}, NameType::person}}, {}, {}};
  echo_names(document, names);
  EXPECT_TRUE(names[1].empty());
}

std::string found(const std::vector<Forms>& document) {
  static const NameFinder finder = *NameFinder::load(shipped_names(), kNamesModelName);
  static const Parser parser = *Parser::load(shipped_syntax(), kSyntaxModelName);
  std::string out;
  const auto names = finder.find(document, parser.parse(document));
  for (std::size_t s = 0; s < document.size(); ++s) {
    for (const Name& name : names[s]) {
      out += out.empty() ? "" : ", ";
      for (std::uint32_t i = name.words.begin; i < name.words.end; ++i) {
        out += std::string(document[s][i]) + " ";
      }
      out += name_type_name(name.type);
    }
  }
  return out;
}

TEST(NameFinder, FindsPersonsOrganisationsAndPlaces) {
  EXPECT_EQ(found({{"President", "Bill", "Clinton", "met", "Kofi", "Annan", "in", "Madrid", "."}}),
            "Bill Clinton PER, Kofi Annan PER, Madrid LOC");
  EXPECT_EQ(found({{"Google", "opened", "an", "office", "in", "Nairobi", "."}}),
            "Google ORG, Nairobi LOC");
  EXPECT_EQ(found({{"The", "weather", "is", "fine", "on", "Monday", "."}}), "");
}

TEST(NameFinder, TakesEmptySentencesAndNone) {
  EXPECT_EQ(found({{}, {}}), "");
  EXPECT_EQ(found({}), "");
}

std::string refusal(const std::string& bytes) {
  const auto loaded = NameFinder::load(bytes, "x.model");
  return loaded ? "" : loaded.error().message;
}

TEST(NameFinder, RefusesFilesThatAreNotItsOwn) {
  EXPECT_EQ(refusal("no model"), "x.model: is no model of concord");
  EXPECT_EQ(refusal(shipped_words()), "x.model: is a model of another kind");
  EXPECT_EQ(refusal(shipped_names() + " "), "x.model: is cut short or too long");
  std::string changed = shipped_names();
  changed[changed.size() / 2] = static_cast<char>(changed[changed.size() / 2] ^ 4);
  EXPECT_EQ(refusal(changed), "x.model: has been changed: its digest is another");
  NameModelParts parts;
  parts.keys = {7, 3};
  parts.weights.resize(2 * kNameColumns);
  parts.follows.resize(kLabelStates * kLabelStates);
  EXPECT_EQ(refusal(print_name_model(parts)), "x.model: has damaged keys");
  parts.keys = {3, 7};
  EXPECT_EQ(refusal(print_name_model(parts)), "");
  parts.weights.pop_back();
  EXPECT_EQ(refusal(print_name_model(parts)), "x.model: is longer or shorter than its parts");
}

}  // namespace
}  // namespace concord
