#include "claim/happening_cast.h"

namespace concord {

std::vector<PersonName> find_person_names(const Reading& reading) {
  std::vector<PersonName> names;
  for (const Mention& mention : reading.mentions) {
    const Entity& entity = reading.entities[mention.entity];
    if (entity.kind != EntityKind::person || mention.form == MentionForm::possessive_pronoun)
      continue;
    const std::string& family = entity.family_name.empty() ? entity.name : entity.family_name;
    names.push_back({mention.tokens, entity.name, folded_name(family), mention.possessive});
  }
  return names;
}

}  // namespace concord
