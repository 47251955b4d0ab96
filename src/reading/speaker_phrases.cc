// What the phrase of a speaker says: whom it names, or how it describes him or her.
//
//   [Foreign Minister Ana Ruiz]                    -> Ruiz
//   [an adviser to President Ruiz]                 -> adviser to President Ruiz
//   [the president], [the old soldier], [she]      -> who was named so, or just before
#include "reading/speakers.h"
#include "text/fold.h"

namespace concord {
namespace {

constexpr std::uint32_t kDescriptionWordsMax = 9;

bool is_own_pronoun(std::string_view word) {  // said by the outlet or by a speaker: no source
  return is_any(word, {"i", "we", "you", "i'm", "we're"});
}

}  // namespace

// Where the noun that the phrase is about ends: before "of", "at", "who", "familiar with".
std::uint32_t SpeakerReader::head_end(TokenSpan phrase) const {
  for (std::uint32_t i = phrase.begin + 1; i < phrase.end; ++i) {
    const Mention* inside = view_.mention(i);
    if (inside != nullptr && inside->tokens.begin < i) continue;
    if (view_.is(i, Role::preposition | Role::relative | Role::trailing)) return i;
    if (view_.low(i).ends_with("ing") && view_.speech.speaker(view_.low(i - 1)).speaks() &&
        !view_.speech.speaker(view_.low(i)).speaks())
      return i;  // "a driver waiting at"
  }
  return phrase.end;
}

// Where a description stops being one: after its "of", "at", "in", "from" phrases.
std::uint32_t SpeakerReader::description_end(TokenSpan phrase, std::uint32_t head) const {
  std::uint32_t words = head - phrase.begin;
  std::uint32_t end = head;
  for (std::uint32_t i = head; i < phrase.end && words < kDescriptionWordsMax; ++i, ++words) {
    const bool preposition = view_.is(i, Role::preposition);
    if (preposition && !is_any(view_.low(i), {"of", "at", "in", "for", "from", "with", "to", "near",
                                              "outside", "inside", "on", "behind"}))
      break;
    const bool saying = view_.speech.nouns.contains(view_.low(i)) && words > 1;
    if (saying || view_.is(i, Role::interview)) break;
    if (view_.is(i, Role::relative) || view_.time(i) != nullptr) break;
    if (!preposition && !view_.is(i, Role::determiner | Role::owner) && view_.is_word(i))
      end = i + 1;
  }
  return std::max(end, head);
}

// "Norway met | Chad, and Peru said", "left the | Union, and": what a verb or preposition governs.
bool SpeakerReader::is_object(std::uint32_t at) const {
  while (at > 0 && view_.is(at - 1, Role::determiner)) --at;
  const SyntaxWord* word = at == 0 ? nullptr : syntax_of(view_.reading, at - 1);
  return word != nullptr &&
         (word->word_class == WordClass::verb || view_.is(at - 1, Role::preposition));
}

// "Foreign Minister Ruiz | and | Defence Secretary Vale said"
bool SpeakerReader::joins_people(std::uint32_t at) const {
  constexpr std::uint32_t kOfficeWords = 5;
  const Entity* before = view_.actor(at - 1);
  if (before == nullptr || before->kind != EntityKind::person) return false;
  for (std::uint32_t i = at + 1; i <= at + kOfficeWords; ++i) {
    const Entity* after = view_.actor(i);
    if (after != nullptr && after->kind == EntityKind::person) return i > at + 1;
    const SpeakerWord word = view_.speech.speaker(view_.low(i));
    if (!word.office && !word.title && !word.qualifier && !view_.is_capital(i)) return false;
  }
  return false;
}

bool SpeakerReader::joins_names(std::uint32_t at) const {
  if (!is_any(view_.low(at), {"and", ",", "&"}) || at == 0) return false;
  const bool comma = view_.low(at) == ",";
  if (comma && view_.low(at + 1) == "and") return joins_names(at + 1);  // "Oman, Mali, | and Niger"
  if (!comma && joins_people(at)) return true;
  const std::uint32_t next = at + 1 + (view_.is(at + 1, Role::determiner) ? 1 : 0);
  const Mention* after = view_.mention(next);  // "Mali, | Burkina Faso | and Niger"
  if (after == nullptr || (comma && !joins_names(after->tokens.end))) return false;
  const bool serial = !comma && at > 1 && view_.low(at - 1) == ",";
  const Mention* before = view_.mention(serial ? at - 2 : at - 1);
  if (before == nullptr || before->entity == kNone) return false;
  const bool text = view_.reading.entities[before->entity].kind == EntityKind::agreement;
  return !text && (!serial || !is_object(before->tokens.begin));  // "left the pact, and Peru said"
}

// "the Ministry of Industry | and | Trade", "the minister for trade | and | tourism": what one
// office looks after.
bool SpeakerReader::joins_portfolios(std::uint32_t at) const {
  if (!is_any(view_.low(at), {"and", "&", ","}) || at == 0) return false;
  const auto portfolio = [&](std::uint32_t i) {
    const SpeakerWord word = view_.speech.speaker(view_.low(i));
    return view_.mention(i) == nullptr && !word.office && !word.title &&
           (view_.is_capital(i) || word.qualifier);
  };
  std::uint32_t end = at + 1;
  while (portfolio(end)) ++end;
  const SpeakerWord next = view_.speech.speaker(view_.low(end));
  if (end == at + 1 || next.office || view_.mention(end) != nullptr) return false;
  std::uint32_t begin = at;
  while (begin > 0 && (portfolio(begin - 1) || is_any(view_.low(begin - 1), {"and", "&", ","})))
    --begin;
  if (begin == at) return false;
  const bool body = view_.speech.speaker(view_.low(end - 1)).body;  // "Justice and Peace Party"
  if (body && view_.is_capital(at - 1) && view_.low(at) != ",") return true;
  if (begin < 2 || !is_any(view_.low(begin - 1), {"of", "for", "on"})) return false;
  const SpeakerWord holder = view_.speech.speaker(view_.low(begin - 2));
  return holder.body || holder.office;
}

Speaker SpeakerReader::person_at(std::uint32_t i) const {
  Speaker speaker;
  const Mention* mention = view_.mention(i);
  const Entity* entity = view_.actor(i);
  if (entity == nullptr || entity->kind == EntityKind::agreement) return speaker;
  if (entity->kind == EntityKind::person) {
    speaker = person(mention->entity);
  } else {
    speaker.source.name = view_.text(mention->tokens);
    speaker.entity = mention->entity;
    speaker.strong = speaker.body = true;
  }
  speaker.phrase = mention->tokens;
  return speaker;
}

Speaker SpeakerReader::person(std::uint32_t number) const {
  const Entity& entity = view_.reading.entities[number];
  Speaker speaker;
  speaker.entity = number;
  speaker.source.name = entity.family_name;
  speaker.source.role = entity.role;
  speaker.gender = entity.gender;
  speaker.strong = speaker.person = true;
  return speaker;
}

// "a farmer in Beni, North Kivu, said": what stands behind a place is one, too.
bool SpeakerReader::follows_place(std::uint32_t comma) const {
  std::uint32_t i = comma;
  while (i > 0 && view_.is_capital(i - 1)) --i;
  return i < comma && i > 0 && view_.is(i - 1, Role::preposition);
}

// "Sheikh", "Senator": stands before a name.
bool SpeakerReader::opens_name(std::uint32_t i) const {
  const SpeakerWord word = view_.speech.speaker(view_.low(i));
  return word.title || (word.office && view_.is_capital(i + 1));
}

// "the head of the agency, [Mira Sol], said": an apposition that is nothing but a name.
// Behind an `office` it is no place: "the ambassador in Colombo, [Lev Oris], said".
Speaker SpeakerReader::name_in(TokenSpan apposition, bool office) const {
  bool titled = false;
  while (apposition.size() > 1 && view_.is_capital(apposition.begin) &&
         opens_name(apposition.begin)) {
    ++apposition.begin;  // "the adviser, Sheikh Vale, said", "one of them, Senator Vale, said"
    titled = true;
  }
  const Mention* mention = view_.mention(apposition.begin);
  const bool whole = mention != nullptr && (mention->tokens.end >= apposition.end ||
                                            view_.low(mention->tokens.end) == "of");
  if (whole) {  // "one of them, Ana Ruiz of Peru, said"
    const Speaker speaker = person_at(apposition.begin);
    return speaker.person ? speaker : Speaker{};
  }
  std::uint32_t capitals = 0;
  for (std::uint32_t i = apposition.begin; i < apposition.end; ++i) {
    const SpeakerWord noun = view_.speech.speaker(view_.low(i));
    const auto name = view_.speech.names.find(view_.low(i));
    const bool particle = name != view_.speech.names.end() && name->second.particle;
    capitals += view_.is_capital(i);
    if (noun.speaks() || noun.qualifier || view_.actor(i) != nullptr || view_.time(i) != nullptr)
      return {};
    if (!view_.is_capital(i) && !particle && view_.low(i) != "-" && !view_.is_inner_stop(i))
      return {};
  }
  if (capitals < (titled ? 1 : 2) || capitals > 5 ||
      (!office && follows_place(apposition.begin - 1)))
    return {};
  Speaker speaker;
  speaker.source.name = view_.text(apposition);
  speaker.strong = speaker.person = true;
  return speaker;
}

// "Peru's chief | of staff Ana Ruiz": who holds the office named at `head`, at the end of the
// phrase.
Speaker SpeakerReader::bearer_of(TokenSpan phrase, std::uint32_t head) const {
  const Mention* last = view_.mention(phrase.end - 1);
  if (last == nullptr || last->tokens.begin < head || last->possessive ||
      view_.is(last->tokens.begin - 1, Role::preposition))  // "the mayor of Vale"
    return {};
  const Speaker named = person_at(phrase.end - 1);
  if (!named.person || named.entity == kNone) return {};
  const std::string role = " " + lower(view_.reading.entities[named.entity].role) + " ";
  if (role.find(" " + std::string(view_.low(head - 1)) + " ") == std::string::npos) return {};
  Speaker bearer = named;
  bearer.phrase = phrase;
  return bearer;
}

// A phrase whose noun tells who speaks: "the | foreign minister | of Peru".
struct SpeakerReader::NounPhrase {
  TokenSpan whole;
  std::uint32_t begin = 0;  // past its articles and age: "foreign"
  std::uint32_t head = 0;   // where its noun ends: "of"
  bool definite = false;    // "the", "its"
  bool listed = false;      // its name is the last of several: "Peru and | Chile | said"
};

Speaker SpeakerReader::describe(TokenSpan phrase) const {
  while (phrase.begin < phrase.end &&
         (view_.is(phrase.begin, Role::list | Role::adverb) || view_.low(phrase.begin) == ","))
    ++phrase.begin;
  if (phrase.empty() || is_own_pronoun(view_.low(phrase.begin))) return {};
  const bool owner = view_.is(phrase.begin, Role::owner) && phrase.size() > 1;  // "her spokesman"
  if (is_pronoun(view_.low(phrase.begin)) && !owner) {
    Speaker speaker = pronoun(phrase.begin);
    speaker.phrase = {phrase.begin, phrase.begin + 1};
    return speaker;
  }
  NounPhrase noun = past_determiners(phrase);
  if (noun.begin >= phrase.end && view_.low(phrase.begin) == "another") return another(phrase);
  const std::uint32_t age = over_age(noun.begin);
  if (age != noun.begin && age >= phrase.end) return person_before(phrase);
  noun.begin = age;
  if (const Speaker several = several_before(phrase, age); several.found()) return several;
  if (age >= phrase.end || !view_.is_word(age)) return {};
  noun.head = head_end({age, phrase.end});
  const Mention* last = view_.mention(noun.head - 1);
  noun.listed = last != nullptr && last->tokens.begin > age && joins_names(last->tokens.begin - 1);
  if (const std::optional<Speaker> known = known_by(noun)) return *known;
  return described_by(noun);
}

SpeakerReader::NounPhrase SpeakerReader::past_determiners(TokenSpan phrase) const {
  NounPhrase noun{.whole = phrase, .begin = phrase.begin};
  while (noun.begin < phrase.end && (view_.is(noun.begin, Role::determiner | Role::owner) ||
                                     is_any(view_.low(noun.begin), {"our", "my", "your"}))) {
    noun.definite = noun.definite ||
                    is_any(view_.low(noun.begin), {"the", "this", "its", "his", "her", "their"});
    ++noun.begin;
  }
  return noun;
}

// "Another said"
Speaker SpeakerReader::another(TokenSpan phrase) const {
  Speaker speaker;
  speaker.phrase = phrase;
  speaker.source.name = view_.text(phrase);
  speaker.strong = speaker.person = true;
  return speaker;
}

// Whom the phrase means of those the text names: it ends with the name, or stands for one.
std::optional<Speaker> SpeakerReader::known_by(const NounPhrase& noun) const {
  const Mention* last = view_.mention(noun.head - 1);
  const Entity* named = view_.actor(noun.head - 1);
  if (named != nullptr && !noun.listed && last->form != MentionForm::adjective &&
      named->kind != EntityKind::agreement && !last->possessive) {
    Speaker speaker = person_at(noun.head - 1);
    speaker.phrase = noun.whole;
    return speaker;
  }
  if (const Speaker bearer = bearer_of(noun.whole, noun.head); bearer.found()) return bearer;
  if (!noun.definite) return std::nullopt;
  const bool people = last != nullptr && last->form == MentionForm::adjective &&
                      noun.begin + 1 == noun.whole.end && !view_.low(noun.begin).ends_with('s');
  if (people) {  // "the Norwegian said"
    if (const Speaker one = person_before(noun.whole); one.found()) return one;
  }
  if (const Speaker actor = actor_meant(noun.whole, noun.head); actor.found()) return actor;
  return std::nullopt;
}

// One whom the text tells by what he or she is; by an office, perhaps who holds it.
Speaker SpeakerReader::described_by(const NounPhrase& noun) const {
  Speaker speaker = of_noun(noun);
  const std::uint32_t name = name_behind_title(noun);
  const bool one_of =
      is_any(view_.low(noun.whole.begin), {"one", "some", "many", "most", "several"});
  speaker.strong = speaker.strong || one_of;
  const std::uint32_t end = one_of || name == kNone
                                ? description_end({noun.begin, noun.whole.end}, noun.head)
                                : noun.head;
  speaker.source.name = view_.text({name == kNone ? noun.begin : name, end});
  if (!noun.definite && view_.is(noun.whole.begin, Role::determiner)) return speaker;
  const TokenSpan head{noun.begin, noun.head};
  if (end == noun.head) return holder_of(speaker, head);
  // "said the president | of the Commission": who was just named.
  const bool office = view_.speech.speaker(view_.low(noun.head - 1)).office;
  return noun.definite && office ? named_before(speaker, head) : speaker;
}

// What the noun alone tells of a speaker: whether there is one, man or woman, one or several.
Speaker SpeakerReader::of_noun(const NounPhrase& noun) const {
  const std::uint32_t at = noun.head - 1;
  const SpeakerWord word = view_.speech.speaker(view_.low(at));
  const bool capital = view_.is_capital(at) && !opens_as_common_noun(at);
  const bool text = capital && view_.reading.tokens[at].agreement == AgreementWord::head;
  const bool chief =  // "the chief | executive", who is no government
      at > noun.begin && word.body && view_.speech.speaker(view_.low(at - 1)).office;
  Speaker speaker;
  speaker.phrase = noun.whole;
  speaker.strong =
      word.speaks() || capital || noun.listed || view_.speech.nouns.contains(view_.low(at));
  speaker.gender = word.gender;
  speaker.plural = word.plural || noun.listed;
  speaker.body = (word.body && !chief) || text;
  speaker.person = word.office || word.person || chief || (!word.speaks() && capital && !text);
  return speaker;
}

// "| Ratification | is near": no name, whatever its capital.
bool SpeakerReader::opens_as_common_noun(std::uint32_t at) const {
  const SyntaxWord* word = syntax_of(view_.reading, at);
  return view_.mention(at) == nullptr && view_.sentence(at).begin == at && word != nullptr &&
         word->tag == Penn::nn;
}

// "Mr | Vale": where a plain run of capitals after titles begins; kNone where there is none.
std::uint32_t SpeakerReader::name_behind_title(const NounPhrase& noun) const {
  if (view_.speech.speaker(view_.low(noun.head - 1)).speaks()) return kNone;
  std::uint32_t name = noun.head;
  while (name > noun.begin && view_.is_capital(name - 1) &&
         !view_.speech.speaker(view_.low(name - 1)).title &&
         !view_.speech.speaker(view_.low(name - 1)).office)
    --name;
  const bool titled =
      name < noun.head && name > noun.begin && view_.speech.speaker(view_.low(name - 1)).title;
  return titled ? name : kNone;
}

}  // namespace concord
