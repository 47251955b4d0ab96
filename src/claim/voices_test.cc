#include <gtest/gtest.h>

#include "claim/passes.h"

namespace concord {
namespace {

// A reading of single words: each word of the text a token, each named word an actor's.
struct Scene {
  Report report;
  Reading reading;

  void actor(EntityKind kind, const std::string& id, const std::string& word, MentionForm form,
             const std::string& party = "") {
    Entity entity;
    entity.kind = kind;
    entity.id = entity.name = id;
    entity.party = party;
    if (kind == EntityKind::person) entity.family_name = word;
    const auto begin = static_cast<std::uint32_t>(report.text.size());
    report.text += word + " ";
    Token token;
    token.span = {begin, begin + static_cast<std::uint32_t>(word.size())};
    const auto number = static_cast<std::uint32_t>(reading.tokens.size());
    reading.tokens.push_back(token);
    reading.entities.push_back(entity);
    reading.mentions.push_back({{number, number + 1}, number, form, false});
  }

  std::string voice(const std::string& name) const {
    Findings found;
    found.claims.emplace_back().said_by.name = name;
    name_voices(report, reading, found);
    return found.claims.front().said_by.party;
  }
};

TEST(Voices, GovernmentsCapitalsAndOfficeHoldersSpeakForTheirState) {
  Scene scene;
  scene.actor(EntityKind::state, "SAU", "Riyadh", MentionForm::capital);
  scene.actor(EntityKind::state, "KAZ", "Kazakh", MentionForm::adjective);
  scene.actor(EntityKind::person, "baerbock", "Baerbock", MentionForm::name, "DEU");
  scene.actor(EntityKind::person, "hofer", "Hofer", MentionForm::name);
  EXPECT_EQ(scene.voice("Riyadh"), "SAU");
  EXPECT_EQ(scene.voice("Kazakh government"), "KAZ");
  EXPECT_EQ(scene.voice("Baerbock"), "DEU");
  EXPECT_EQ(scene.voice("Hofer"), "");
  EXPECT_EQ(scene.voice("an official"), "");
  EXPECT_EQ(scene.voice("Riyadhi diplomat"), "");
}

}  // namespace
}  // namespace concord
