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

// "the head of the agency, [Mira Sol], said": an apposition that is nothing but a name.
// Behind an `office` it is no place: "the ambassador in Colombo, [Lev Oris], said".
Speaker SpeakerReader::name_in(TokenSpan apposition, bool office) const {
  while (apposition.size() > 1 && view_.is_capital(apposition.begin) &&
         view_.speech.speaker(view_.low(apposition.begin)).title)
    ++apposition.begin;  // "the adviser, Sheikh Vale, said"
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
  if (capitals < 2 || capitals > 5 || (!office && follows_place(apposition.begin - 1))) return {};
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

Speaker SpeakerReader::describe(TokenSpan phrase) const {
  Speaker speaker;
  while (phrase.begin < phrase.end &&
         (view_.is(phrase.begin, Role::list | Role::adverb) || view_.low(phrase.begin) == ","))
    ++phrase.begin;
  if (phrase.empty() || is_own_pronoun(view_.low(phrase.begin))) return speaker;
  speaker.phrase = phrase;
  const bool owner = view_.is(phrase.begin, Role::owner) && phrase.size() > 1;  // "her spokesman"
  if (is_pronoun(view_.low(phrase.begin)) && !owner) {
    speaker = pronoun(phrase.begin);
    speaker.phrase = {phrase.begin, phrase.begin + 1};
    return speaker;
  }
  const bool one_of = is_any(view_.low(phrase.begin), {"one", "some", "many", "most", "several"});
  std::uint32_t begin = phrase.begin;
  bool definite = false;
  while (begin < phrase.end && (view_.is(begin, Role::determiner | Role::owner) ||
                                is_any(view_.low(begin), {"our", "my", "your"}))) {
    definite = definite || is_any(view_.low(begin), {"the", "this", "its", "his", "her", "their"});
    ++begin;
  }
  if (begin >= phrase.end && view_.low(phrase.begin) == "another") {  // "Another said"
    speaker.source.name = view_.text(phrase);
    speaker.strong = speaker.person = true;
    return speaker;
  }
  if (const std::uint32_t age = over_age(begin); age != begin) {
    if (age >= phrase.end) return person_before(phrase);
    begin = age;
  }
  if (const Speaker several = several_before(phrase, begin); several.found()) return several;
  if (begin >= phrase.end || !view_.is_word(begin)) return {};
  const std::uint32_t head = head_end({begin, phrase.end});
  const Mention* last = view_.mention(head - 1);
  const bool listed =
      last != nullptr && last->tokens.begin > begin && joins_names(last->tokens.begin - 1);
  const Entity* named = view_.actor(head - 1);
  if (named != nullptr && !listed && last->form != MentionForm::adjective &&
      named->kind != EntityKind::agreement && !last->possessive) {
    speaker = person_at(head - 1);
    speaker.phrase = phrase;
    return speaker;
  }
  if (const Speaker bearer = bearer_of(phrase, head); bearer.found()) return bearer;
  const bool people = last != nullptr && last->form == MentionForm::adjective &&
                      begin + 1 == phrase.end && !view_.low(begin).ends_with('s');
  if (definite && people) {  // "the Norwegian said"
    if (const Speaker one = person_before(phrase); one.found()) return one;
  }
  if (definite) {
    if (const Speaker actor = actor_meant(phrase, head); actor.found()) return actor;
  }
  // A plain run of capitals after titles: "Mr Vale".
  std::uint32_t name = head;
  while (name > begin && view_.is_capital(name - 1) &&
         !view_.speech.speaker(view_.low(name - 1)).title &&
         !view_.speech.speaker(view_.low(name - 1)).office)
    --name;
  const SpeakerWord noun = view_.speech.speaker(view_.low(head - 1));
  const bool all_capital = name < head && !noun.speaks() && name > begin &&
                           view_.speech.speaker(view_.low(name - 1)).title;
  const SyntaxWord* word = syntax_of(view_.reading, head - 1);
  const bool common =  // "| Ratification | is near": no name
      last == nullptr && view_.sentence(head - 1).begin == head - 1 && word != nullptr &&
      word->tag == Penn::nn;
  const bool capital = view_.is_capital(head - 1) && !common;
  speaker.strong = noun.speaks() || capital || listed ||
                   view_.speech.nouns.contains(view_.low(head - 1)) || one_of;
  speaker.gender = noun.gender;
  speaker.plural = noun.plural || listed;
  speaker.body = noun.body;
  speaker.person = noun.office || noun.person || (!noun.speaks() && capital);
  const std::uint32_t end =
      one_of || !all_capital ? description_end({begin, phrase.end}, head) : head;
  speaker.source.name = view_.text({all_capital ? name : begin, end});
  if (!definite && view_.is(phrase.begin, Role::determiner)) return speaker;
  if (end == head) return holder_of(speaker, {begin, head});
  // "said the president | of the Commission": who was just named.
  return definite && noun.office ? named_before(speaker, {begin, head}) : speaker;
}

}  // namespace concord
