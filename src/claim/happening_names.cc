// Persons by name; "he", "she" and "the president" for the one named last: in the sentence, else
// the first of the sentence before.
#include "claim/happening_cast.h"

namespace concord {
namespace {

bool fits(const Entity& person, std::string_view pronoun) {
  return person.gender == 0 || (person.gender == 'm') == (pronoun == "he");
}

class NameFinder {
 public:
  explicit NameFinder(const Reading& reading) : reading_(reading) {}

  std::vector<PersonName> run() {
    for (const Sentence& sentence : reading_.sentences) {
      std::uint32_t first = kNone;
      std::uint32_t last = kNone;
      for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
        if (const Mention* mention = mention_at(i)) {
          add({mention->tokens, mention->entity, mention->possessive});
          last = mention->entity;
          if (first == kNone) first = last;
          i = mention->tokens.end - 1;
          continue;
        }
        const std::string_view word = reading_.lower(i);
        const std::uint32_t who = last != kNone ? last : before_;
        if (who == kNone) continue;
        if ((word == "he" || word == "she") && fits(reading_.entities[who], word))
          add({{i, i + 1}, who, false});
        if (word == "the" && i + 2 < sentence.tokens.end && holds_office(who, i + 1))
          add({{i, i + 2}, who, reading_.lower(i + 2) == "'s"});
      }
      if (first != kNone) before_ = first;
    }
    return std::move(names_);
  }

 private:
  struct Named {
    TokenSpan tokens;
    std::uint32_t entity;
    bool possessive;
  };

  const Mention* mention_at(std::uint32_t i) {
    while (next_ < reading_.mentions.size() && reading_.mentions[next_].tokens.begin < i) ++next_;
    for (std::size_t m = next_; m < reading_.mentions.size(); ++m) {
      const Mention& mention = reading_.mentions[m];
      if (mention.tokens.begin != i) break;
      const bool person = reading_.entities[mention.entity].kind == EntityKind::person;
      if (person && mention.form != MentionForm::possessive_pronoun) return &mention;
    }
    return nullptr;
  }

  // "the | president" of somebody told to be one, when no other one is meant ("of Chile").
  bool holds_office(std::uint32_t who, std::uint32_t office) const {
    const std::string role = lower(reading_.entities[who].role);
    const std::string_view word = reading_.lower(office);
    const bool other = reading_.token(office + 1).capital || reading_.lower(office + 1) == "of";
    return word.size() > 3 && !other && role.ends_with(word);
  }

  void add(const Named& named) {
    const Entity& entity = reading_.entities[named.entity];
    const std::string& family = entity.family_name.empty() ? entity.name : entity.family_name;
    names_.push_back({named.tokens, entity.name, family, named.possessive});
  }

  const Reading& reading_;
  std::vector<PersonName> names_;
  std::size_t next_ = 0;
  std::uint32_t before_ = kNone;
};

}  // namespace

std::vector<PersonName> find_person_names(const Reading& reading) {
  return NameFinder(reading).run();
}

}  // namespace concord
