// Persons' names: the reading's, and where a reading has no persons at all, names with a title
// ("President Ana Levi", "Ana Levi, the speaker") and then their family names alone.
#include <map>

#include "claim/happening_cast.h"

namespace concord {
namespace {

using Role = ClauseWord::Role;

// Until find_people() knows a report's persons.
class TitledNames {
 public:
  TitledNames(const Report& report, const Reading& reading, const Lexicon& lexicon)
      : report_(report), reading_(reading), lexicon_(lexicon) {}

  std::vector<PersonName> run() {
    for (const bool learning : {true, false}) {
      for (const Sentence& sentence : reading_.sentences) {
        const Scene scene(report_, reading_, lexicon_, sentence);
        for (std::uint32_t i = scene.all.begin; i < scene.all.end;) {
          const std::uint32_t end = name_end(scene, i);
          if (end > i) name(scene, {i, end}, learning);
          i = std::max(end, i + 1);
        }
      }
    }
    return std::move(names_);
  }

 private:
  bool part(const Scene& scene, std::uint32_t i) const {
    return scene.capital(i) && scene.time_at(i) == nullptr && scene.mention_at(i) == nullptr &&
           !lexicon_.speech.sentence_openers.contains(scene.low(i)) && !title(scene, i);
  }
  bool title(const Scene& scene, std::uint32_t i) const {
    return scene.is(i, Role::government) || lexicon_.speech.sources.contains(scene.low(i)) ||
           lexicon_.speech.abbreviations.contains(scene.low(i)) || scene.any(i, {"vice", "crown"});
  }
  std::uint32_t name_end(const Scene& scene, std::uint32_t i) const {
    if (!part(scene, i)) return i;
    std::uint32_t end = i + 1;
    while (part(scene, end) || (scene.any(end, {"-", "bin", "al", "von", "de", "van", "ben"}) &&
                                part(scene, end + 1)))
      ++end;
    return end;
  }
  bool told(const Scene& scene, TokenSpan span) const {
    if (span.begin > scene.all.begin && title(scene, span.begin - 1)) return true;
    if (span.size() < 2) return false;
    const std::uint32_t after = span.end;
    if (scene.low(after) == "," && scene.any(after + 1, {"the", "a", "who"})) return true;
    return lexicon_.speech.verbs.contains(scene.low(after));
  }
  // "Bin-Salman", "Levi": the last word with what hyphens join to it.
  std::string family(const Scene& scene, TokenSpan span) const {
    std::uint32_t first = span.end - 1;
    while (first >= span.begin + 2 && scene.low(first - 1) == "-") first -= 2;
    return folded_name(scene.text({first, span.end}));
  }
  void name(const Scene& scene, TokenSpan span, bool learning) {
    const std::string key = family(scene, span);
    if (learning) {
      if (!told(scene, span)) return;
      std::string& full = known_[key];
      if (scene.text(span).size() > full.size()) full = scene.text(span);
      return;
    }
    const auto found = known_.find(key);
    const bool apart = scene.any(span.begin - 1, {"the", "of"}) && span.size() == 1;
    if (found == known_.end() || apart) return;
    names_.push_back({span, found->second, key, scene.low(span.end) == "'s"});
  }

  const Report& report_;
  const Reading& reading_;
  const Lexicon& lexicon_;
  std::map<std::string, std::string> known_;  // by family name: the fullest name
  std::vector<PersonName> names_;
};

}  // namespace

std::vector<PersonName> find_person_names(const Report& report, const Reading& reading,
                                          const Lexicon& lexicon) {
  std::vector<PersonName> names;
  for (const Mention& mention : reading.mentions) {
    const Entity& entity = reading.entities[mention.entity];
    if (entity.kind != EntityKind::person || mention.form == MentionForm::possessive_pronoun)
      continue;
    const std::string& family = entity.family_name.empty() ? entity.name : entity.family_name;
    names.push_back({mention.tokens, entity.name, folded_name(family), mention.possessive});
  }
  return names.empty() ? TitledNames(report, reading, lexicon).run() : names;
}

}  // namespace concord
