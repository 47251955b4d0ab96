#include "reading/agreement_again.h"

#include <algorithm>

#include "text/fold.h"

namespace concord {
namespace {

// Whether a word stands in a sentence beside a phrase of its own that has it.
bool holds_word(const Reading& reading, const World& world, TokenSpan sentence, TokenSpan phrase,
                const std::string& word) {
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    if (!phrase.contains(i) && world.singular(reading.lower(i)) == word) return true;
  }
  return false;
}

bool holds_actor(const Reading& reading, TokenSpan sentence, std::uint32_t actor) {
  return std::ranges::any_of(reading.mentions, [&](const Mention& mention) {
    return mention.entity == actor && sentence.contains(mention.tokens.begin);
  });
}

// "Chad's tax treaty with Niger ... Paris signed | a treaty with Niger |": another's.
bool made_by_another(const Reading& reading, const AgreementBook& book,
                     const AgreementPhrase& phrase, std::uint32_t agreement) {
  const Named* named = book.named_of(agreement);
  const bool article =
      phrase.tokens.begin > 0 && is_any(reading.lower(phrase.tokens.begin - 1), {"a", "an"});
  const bool several = phrase.determiner == Determiner::none &&  // "to open talks on trade deal"
                       (phrase.plural || phrase.form == PhraseForm::named);
  if (!(article || several) || named == nullptr || named->sides.size() != 2) return false;
  const TokenSpan sentence = reading.sentences[reading.tokens[phrase.tokens.begin].sentence].tokens;
  const Mention* maker = nullptr;  // the last one before it
  for (const Mention& mention : reading.mentions) {
    const bool before =
        mention.tokens.begin >= sentence.begin && mention.tokens.end <= phrase.tokens.begin;
    const bool place =  // "signed in | Ankara | three agreements"
        mention.form == MentionForm::capital && mention.tokens.begin > sentence.begin &&
        reading.lower(mention.tokens.begin - 1) == "in";
    if (before && !place && reading.entities[mention.entity].kind == EntityKind::state)
      maker = &mention;
  }
  return maker == nullptr ? several : !named->sides.contains(maker->entity);
}

// "The Lima Treaty, as it is to be known, ...": the name of what was described just before.
bool tells_its_name(const Reading& reading, const AgreementPhrase& phrase) {
  constexpr std::uint32_t kWordsMax = 8;
  const std::uint32_t end = reading.sentences[reading.tokens[phrase.head].sentence].tokens.end;
  std::uint32_t i = phrase.written().end;
  if (phrase.form != PhraseForm::title || i + 3 >= end || reading.lower(i) != ",") return false;
  if (reading.lower(i + 1) != "as" || !is_any(reading.lower(i + 2), {"it", "the"})) return false;
  for (const std::uint32_t last = i + kWordsMax; i < last && i + 1 < end; ++i) {
    if (reading.is(i, Role::dubs)) return reading.lower(i + 1) == ",";
  }
  return false;
}

}  // namespace

bool is_outline(const Reading& reading, const AgreementPhrase& phrase) {
  const std::uint32_t in = phrase.tokens.end;
  return phrase.form == PhraseForm::plain && phrase.sides.empty() &&
         in + 1 < reading.tokens.size() && reading.lower(in) == "in" &&
         reading.is(in + 1, Role::outline);
}

bool refers_back(const Reading& reading, const AgreementPhrase& phrase, bool headline,
                 const ActorAtToken& actors) {
  if (phrase.other || is_with_stranger(reading, phrase, actors)) return false;
  const Determiner of = phrase.determiner;
  if (of == Determiner::definite || is_outline(reading, phrase)) return true;
  if (phrase.more && of != Determiner::indefinite) return true;  // no "a first one"
  if (of == Determiner::owner)
    return phrase.form == PhraseForm::plain ||
           (phrase.head != kNone && reading.is(phrase.head, Role::programme));
  return headline || (of == Determiner::none && !phrase.sides.empty());
}

bool is_elsewhere(const Reading& reading, const AgreementPhrase& phrase) {
  const std::uint32_t behind = phrase.written().end;
  return behind < reading.tokens.size() && is_any(reading.lower(behind), {"for", "in", "with"});
}

std::uint32_t named_just_before(const Reading& reading, const std::vector<Mention>& found,
                                std::uint32_t at) {
  std::uint32_t one = kNone;
  for (const Mention& mention : found) {
    const std::uint32_t sentence = reading.tokens[mention.tokens.begin].sentence;
    if (sentence + 1 != reading.tokens[at].sentence || mention.entity == one) continue;
    if (one != kNone) return kNone;
    one = mention.entity;
  }
  return one;
}

std::uint32_t told_again(const Reading& reading, const World& world, const AgreementBook& book,
                         const AgreementPhrase& phrase, const Meaning& meaning) {
  std::uint32_t one = same_agreement(book.named, meaning);
  if (one != kNone && made_by_another(reading, book, phrase, one)) return kNone;
  if (one != kNone) return one;
  if (tells_its_name(reading, phrase)) {
    const std::uint32_t last = named_just_before(reading, book.found, phrase.tokens.begin);
    const Named* described = last == kNone ? nullptr : book.named_of(last);
    if (described != nullptr && !described->titled) return last;
  }
  constexpr std::uint32_t kReach = 4;  // sentences, either way: a headline is read last
  const std::uint32_t here = reading.tokens[phrase.tokens.begin].sentence;
  for (const Named& candidate : book.named) {
    const auto first = std::ranges::find(book.found, candidate.entity, &Mention::entity);
    if (first == book.found.end() || !may_be_named(candidate, meaning)) continue;
    const std::uint32_t number = reading.tokens[first->tokens.begin].sentence;
    if (number > here + kReach || here > number + kReach) continue;
    const TokenSpan sentence = reading.sentences[number].tokens;
    const bool there = std::ranges::all_of(meaning.own, [&](const std::string& word) {
      return holds_word(reading, world, sentence, phrase.tokens, word);
    });
    const bool sided = std::ranges::all_of(
        meaning.sides, [&](std::uint32_t side) { return holds_actor(reading, sentence, side); });
    if (!there || !sided) continue;
    if (one != kNone) return kNone;
    one = candidate.entity;
  }
  return one;
}

std::uint32_t text_of_house(const Reading& reading, const std::vector<Named>& named,
                            const Meaning& meaning) {
  const bool plain = meaning.determiner == Determiner::definite && meaning.telling.empty() &&
                     meaning.kind.any(Role::general | Role::solemn) &&
                     !meaning.kind.any(Role::loose | Role::paper);
  if (!plain || meaning.other || meaning.sides.size() != 1) return kNone;
  if (!reading.entities[meaning.sides.front()].acceded) return kNone;
  std::uint32_t only = kNone;
  for (const Named& one : named) {
    if (!one.titled || one.programme) continue;
    if (only != kNone || !one.sides.empty()) return kNone;
    only = one.entity;
  }
  return only;
}

std::uint32_t called_by_place(const Reading& reading, const Acts& acts, const AgreementBook& book,
                              std::uint32_t word) {
  const auto verb = acts.phrases.exact(reading.lower(word - 1));
  if (!verb || acts.forms[*verb].form == ActForm::noun) return kNone;
  if (acts.acts[acts.forms[*verb].act].object == ActObject::none) return kNone;
  const std::string place = std::string(reading.lower(word));
  std::uint32_t called = kNone;
  for (const Named& one : book.named) {
    const Entity& treaty = reading.entities[one.entity];
    const auto calls = [&](const std::string& name) {
      const std::string folded = folded_name(name);
      const bool two = std::ranges::count(folded, ' ') == 1 && folded.starts_with(place + " ");
      return two || (std::ranges::count(folded, ' ') == 2 && folded.ends_with(" of " + place));
    };
    if (!calls(treaty.name) && std::ranges::none_of(treaty.aliases, calls)) continue;
    if (called != kNone) return kNone;
    called = one.entity;
  }
  return called;
}

}  // namespace concord
