// Whose own word it is: the state or body that each speaker speaks for.
//
//   "Riyadh maintained that ..."      SAU      "the Kazakh government said"   KAZ
//   "Foreign Minister Petrova said"   the state whose office she holds, where the report tells it
//
// A source is a few words, so the actor is looked up among the words that name actors in this
// report; a person goes by the family name.
#include <algorithm>
#include <map>

#include "claim/passes.h"
#include "text/fold.h"

namespace concord {
namespace {

// The folded words by which this report names its actors, and the party each stands for.
std::map<std::string, std::string> voices_of(const Report& report, const Reading& reading) {
  std::map<std::string, std::string> voices;
  for (const Mention& mention : reading.mentions) {
    if (mention.entity == kNone) continue;
    const Entity& entity = reading.entities[mention.entity];
    const bool own = entity.kind == EntityKind::state || entity.kind == EntityKind::body;
    const std::string& party = entity.party.empty() && own ? entity.id : entity.party;
    const bool pronoun = mention.form == MentionForm::pronoun ||
                         mention.form == MentionForm::possessive_pronoun ||
                         mention.form == MentionForm::definite;
    if (party.empty() || pronoun || entity.kind == EntityKind::agreement) continue;
    const auto words = report.words(bytes_of(reading, mention.tokens));
    voices.emplace(folded_name(words), party);
    if (!entity.family_name.empty()) voices.emplace(folded_name(entity.family_name), party);
  }
  return voices;
}

// The longest actor's name that stands as whole words in the source's name.
std::string party_of(const std::map<std::string, std::string>& voices, const std::string& name) {
  const std::string words = " " + folded_name(name) + " ";
  std::string best, party;
  for (const auto& [voice, of] : voices) {
    if (voice.size() > best.size() && words.find(" " + voice + " ") != std::string::npos) {
      best = voice;
      party = of;
    }
  }
  return party;
}

}  // namespace

void name_voices(const Report& report, const Reading& reading, Findings& findings) {
  const auto voices = voices_of(report, reading);
  const auto give = [&](Source& source) {
    if (source.party.empty() && !source.name.empty()) source.party = party_of(voices, source.name);
  };
  for (Claim& claim : findings.claims) give(claim.said_by);
  for (Quote& quote : findings.quotes) give(quote.speaker);
  for (Assessment& assessment : findings.assessments) give(assessment.said_by);
}

}  // namespace concord
