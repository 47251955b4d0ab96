#include "reading/agreement_name.h"

#include <algorithm>

#include "reading/agreement_deeds.h"
#include "reading/agreement_match.h"
#include "text/fold.h"

namespace concord {
namespace {

// The verb that has the noun as its object or passive subject: "[signed] a deal", "[concluded]
// negotiations on a deal"; kRoot where there is none.
std::uint32_t governor_of(const Reading& reading, TokenSpan sentence, std::uint32_t noun,
                          bool& passive) {
  const SyntaxWord* word = syntax_of(reading, noun);
  if (word != nullptr && word->relation == Dependency::nmod && word->head != kRoot)
    word = syntax_of(reading, sentence.begin + word->head);
  if (word == nullptr || word->head == kRoot) return kRoot;
  passive = word->relation == Dependency::nsubj_pass;
  return passive || word->relation == Dependency::obj ? word->head : kRoot;
}

// The list of actors that a token is in, or that it governs: "Peru, [Chile] and Oman", "the
// [presidents] of Peru and Chile", "Peru's [government] and Oman".
std::vector<std::uint32_t> list_around(const Reading& reading, TokenSpan sentence, std::uint32_t at,
                                       const ActorAtToken& actors) {
  const auto goes_on = [&](std::uint32_t i) {
    return actors.contains(i) || is_any(reading.lower(i), {",", "and", "the", "'s"}) ||
           reading.is(i, Role::government);
  };
  if (reading.lower(at + 1) == "of" && reading.is(at, Role::government)) at += 2;
  std::uint32_t begin = at;
  while (begin > sentence.begin && goes_on(begin - 1)) --begin;
  std::vector<std::uint32_t> found;
  for (std::uint32_t i = begin; i < sentence.end && goes_on(i); ++i) {
    const auto actor = actors.find(i);
    if (actor == actors.end()) continue;
    if (reading.entities[actor->second].kind == EntityKind::person) return {};
    if (std::ranges::find(found, actor->second) == found.end()) found.push_back(actor->second);
  }
  return found;
}

// "After years of debate, | India and Britain | announced": the pair that stands before the verb,
// where the tree has lost it.
std::vector<std::uint32_t> pair_before(const Reading& reading, TokenSpan sentence,
                                       std::uint32_t verb, const ActorAtToken& actors) {
  std::uint32_t last = verb;
  while (last > sentence.begin && !actors.contains(last - 1)) {
    const SyntaxWord& word = *syntax_of(reading, last - 1);
    const bool inner = word.word_class == WordClass::aux || word.word_class == WordClass::adv ||
                       (word.word_class == WordClass::verb && reading.is(last - 1, Role::have));
    if (!inner) return {};
    --last;
  }
  if (last == sentence.begin) return {};
  const auto pair = list_around(reading, sentence, last - 1, actors);
  return pair.size() == 2 ? pair : std::vector<std::uint32_t>{};
}

// "a treaty that | Turkey and Iraq | signed": the two before the verb of its clause.
std::vector<std::uint32_t> makers_in_clause(const Reading& reading, TokenSpan clause,
                                            const ActorAtToken& actors) {
  const TokenSpan places = verb_places(reading, clause);
  for (std::uint32_t i = places.begin; i < places.end; ++i) {
    const SyntaxWord* word = syntax_of(reading, i);
    if (word == nullptr || actors.contains(i) || word->word_class != WordClass::verb) continue;
    return pair_before(reading, clause, i, actors);
  }
  return {};
}

// The two states or bodies that conclude a deal; empty where the tree knows no two.
std::vector<std::uint32_t> doers_of(const Reading& reading, const AgreementPhrase& phrase,
                                    const ActorAtToken& actors) {
  if (phrase.head == kNone) return {};
  const TokenSpan sentence = reading.sentences[reading.tokens[phrase.head].sentence].tokens;
  const TokenSpan behind = {phrase.tokens.end, sentence.end};
  if (auto both = makers_in_clause(reading, behind, actors); !both.empty()) return both;
  bool passive = false;
  const std::uint32_t verb = governor_of(reading, sentence, phrase.head, passive);
  for (std::uint32_t i = sentence.begin; verb != kRoot && i < sentence.end; ++i) {
    const SyntaxWord& word = *syntax_of(reading, i);
    const bool by = passive && i > sentence.begin && reading.lower(i - 1) == "by";
    const bool does = by || (!passive && word.relation == Dependency::nsubj);
    if (word.head != verb || !does) continue;
    const auto doers = list_around(reading, sentence, i, actors);
    return doers.size() == 2 ? doers : std::vector<std::uint32_t>{};
  }
  return verb == kRoot || passive ? std::vector<std::uint32_t>{}
                                  : pair_before(reading, sentence, sentence.begin + verb, actors);
}

// Whether a token names a town: neither a state or body nor a time.
bool is_town(const Reading& reading, std::uint32_t i, const ActorAtToken& actors) {
  if (!reading.tokens[i].capital) return false;
  if (std::ranges::any_of(reading.times, [&](const Time& time) { return time.tokens.contains(i); }))
    return false;
  return !actors.contains(i) || std::ranges::any_of(reading.mentions, [&](const Mention& one) {
    return one.form == MentionForm::capital && one.tokens.contains(i);
  });
}

// "signed an agreement in Athens on Thursday | to build a pipeline": told by what it is for.
bool aims_behind(const Reading& reading, TokenSpan rest) {
  std::uint32_t at = rest.begin;
  for (const Time& time : reading.times) {
    const bool next = time.tokens.begin == at || time.tokens.begin == at + 1;
    if (next && rest.contains(time.tokens.begin)) at = time.tokens.end;
  }
  return at < rest.end && reading.lower(at) == "to";
}

// "signed the treaty | at Rarotonga |"
bool is_placed(const Reading& reading, const AgreementPhrase& phrase) {
  const std::uint32_t end = phrase.tokens.end;
  return end + 1 < reading.tokens.size() && reading.lower(end) == "at" &&
         reading.tokens[end + 1].capital;
}

}  // namespace

std::string words_of(const Report& report, const Reading& reading, TokenSpan span) {
  return one_line(report.words(bytes_of(reading, span)));
}

bool is_shouted(const Reading& reading, TokenSpan phrase) {
  const TokenSpan all = reading.sentences[reading.tokens[phrase.begin].sentence].tokens;
  for (std::uint32_t i = all.begin; i < all.end; ++i) {
    const Token& token = reading.tokens[i];  // "OMAN WANTS A BETTER DEAL": one letter is no word
    const bool word = token.kind == WordKind::word && reading.lower(i).size() > 1;
    if (word && !token.all_capitals) return false;
  }
  constexpr std::uint32_t kShortName = 2;  // "OTTAWA CONVENTION", but "OMAN RATIFIES OCEAN TREATY"
  return all.size() > std::min(phrase.size(), kShortName);
}

bool cut_to_name(const Reading& reading, AgreementPhrase& phrase) {
  for (std::uint32_t i = phrase.tokens.end; i > phrase.tokens.begin; --i) {
    if (reading.lower(i - 1) != "the") continue;
    phrase.tokens.begin = i;
    return i + 1 < phrase.tokens.end;
  }
  return false;
}

bool says_what_it_is_not(const Reading& reading, const AgreementPhrase& phrase) {
  const std::uint32_t at = phrase.tokens.begin;
  return phrase.determiner == Determiner::indefinite && at >= 3 &&
         is_any(reading.lower(at - 2), {"not", "n't", "never"}) && reading.is(at - 3, Role::be);
}

// Whether a copula before the phrase says it of a subject that `is_meant` knows.
template <typename IsMeant>
static bool says_of(const Reading& reading, const AgreementPhrase& phrase,
                    const IsMeant& is_meant) {
  const TokenSpan sentence = reading.sentences[reading.tokens[phrase.head].sentence].tokens;
  bool copula = false;
  bool subject = false;
  for (std::uint32_t i = sentence.begin; i < phrase.tokens.begin; ++i) {
    const SyntaxWord* word = syntax_of(reading, i);
    if (word == nullptr || word->head == kRoot || sentence.begin + word->head != phrase.head)
      continue;
    copula = copula || word->relation == Dependency::cop;
    subject = subject || (word->relation == Dependency::nsubj && is_meant(i));
  }
  return copula && subject;
}

bool says_what_it_is(const Reading& reading, const AgreementPhrase& phrase) {
  if (phrase.head == kNone || phrase.talks || phrase.form == PhraseForm::title) return false;
  return says_of(reading, phrase, [&](std::uint32_t i) {
    return is_any(reading.lower(i), {"it", "this", "that"});
  });
}

bool says_what_named_is(const Reading& reading, const AgreementPhrase& phrase,
                        const std::vector<Mention>& found) {
  if (phrase.head == kNone || phrase.determiner != Determiner::indefinite) return false;
  const auto is_named = [&](std::uint32_t i) {
    return std::ranges::any_of(reading.mentions,
                               [&](const Mention& one) {
                                 return one.tokens.contains(i) &&
                                        reading.entities[one.entity].acceded;
                               }) ||
           std::ranges::any_of(found, [&](const Mention& one) {
             return one.tokens.contains(i) && one.form == MentionForm::name;
           });
  };
  return says_of(reading, phrase, is_named);
}

bool answers_what(const Reading& reading, const AgreementPhrase& phrase) {
  const std::uint32_t number = reading.tokens[phrase.tokens.begin].sentence;
  if (number == 0 || reading.sentences[number].tokens.begin + 1 != phrase.tokens.begin)
    return false;
  const TokenSpan asked = reading.sentences[number - 1].tokens;
  return !asked.empty() && reading.lower(asked.begin) == "what" &&
         reading.lower(asked.end - 1) == "?";
}

bool names_something(const Reading& reading, const Acts& acts, const AgreementPhrase& phrase,
                     bool headline) {
  if (phrase.form == PhraseForm::title || !phrase.sides.empty()) return true;
  if (headline || is_judgement(reading, phrase)) return false;
  if (phrase.form == PhraseForm::pro) return true;
  const bool office = phrase.head > 0 && reading.is(phrase.head - 1, Role::government);
  if (office && phrase.determiner == Determiner::indefinite)
    return false;  // "a cabinet memorandum"
  if (phrase.form != PhraseForm::plain)
    return phrase.determiner != Determiner::none || !phrase.plural ||
           is_object_of_act(reading, acts, phrase);        // "signed association agreements"
  if (reading.is(phrase.head, Role::paper)) return false;  // "initialled a text"
  const bool the_one = phrase.determiner == Determiner::definite && !phrase.plural;
  if (the_one && !year_told(reading, phrase).empty()) return true;
  if (the_one && is_placed(reading, phrase)) return is_object_of_act(reading, acts, phrase);
  if (the_one && is_told_under(reading, phrase)) return is_object_of_act(reading, acts, phrase);
  if (the_one && phrase.tokens.end < reading.tokens.size() &&
      is_any(reading.lower(phrase.tokens.end), {"that", "which"})) {
    const TokenSpan sentence =
        reading.sentences[reading.tokens[phrase.head].sentence].tokens;  // "that two signed"
    const TokenSpan clause = {phrase.tokens.end, sentence.end};
    const std::uint32_t maker = clause.begin + (reading.lower(clause.begin + 1) == "the" ? 2 : 1);
    const bool named = sentence.contains(maker) && reading.tokens[maker].capital;
    return tells_what_it_does(reading, acts, phrase) ||
           (named && tells_makers(reading, acts, clause));
  }
  if (reading.is(phrase.head, Role::amends) && phrase.determiner == Determiner::owner)
    return phrase.owner == kNone && !phrase.plural;  // "signed its protocol"
  if (reading.is(phrase.head, Role::forerunner))     // not a man's
    return phrase.owner == kNone && phrase.tokens.begin > 0 && !phrase.plural &&
           is_any(reading.lower(phrase.tokens.begin - 1), {"the", "its"});
  const std::uint32_t before = phrase.tokens.begin == 0 ? 0 : phrase.tokens.begin - 1;
  if (reading.lower(before) == "any") return false;  // "would not sign any pact"
  const bool further = reading.is(before, Role::further) ||
                       reading.is(phrase.tokens.begin, Role::further) ||
                       reading.lower(before) == "another";
  if (further && phrase.determiner == Determiner::indefinite && !phrase.plural)
    return true;  // "under a separate treaty"
  const bool alone = reading.is(phrase.head, Role::halts);
  const bool fresh =
      phrase.determiner == Determiner::indefinite && is_object_of_act(reading, acts, phrase);
  return !phrase.plural && (fresh || (alone && phrase.determiner != Determiner::none));
}

std::string kind_of(const Reading& reading, const World& world, const AgreementPhrase& phrase) {
  const auto describes = [&](std::uint32_t i) {
    const auto role = world.agreement_words.find(reading.lower(i));
    return role != world.agreement_words.end() && role->second == AgreementWord::modifier;
  };
  std::uint32_t begin = phrase.head;
  while (begin > phrase.tokens.begin && describes(begin - 1)) --begin;
  const bool hyphen = begin > phrase.tokens.begin && reading.lower(begin - 1) == "-";
  if (begin == phrase.head || hyphen) return "";
  std::string kind;
  for (std::uint32_t i = begin; i < phrase.head; ++i) kind += std::string(reading.lower(i)) + " ";
  return kind;
}

std::vector<std::uint32_t> sides_of(const Reading& reading, const AgreementPhrase& phrase,
                                    const ActorAtToken& actors) {
  const bool fresh = phrase.determiner == Determiner::indefinite && !phrase.plural;
  const bool told =  // "a treaty on shared rivers"
      phrase.tokens.end != phrase.head + 1 || !phrase.topic.empty();
  if (!phrase.sides.empty() || phrase.form == PhraseForm::title || !fresh || told)
    return phrase.sides;
  return doers_of(reading, phrase, actors);
}

TokenSpan words_of_side(const AgreementPhrase& phrase, std::uint32_t side,
                        const ActorAtToken& actors) {
  TokenSpan found;
  for (std::uint32_t i = phrase.outer.begin; i < phrase.outer.end; ++i) {
    const auto actor = actors.find(i);
    if (actor == actors.end() || actor->second != side) continue;
    found = {found.empty() ? i : found.begin, i + 1};
  }
  return found;
}

TokenSpan seat_of(const Reading& reading, const AgreementPhrase& phrase,
                  const ActorAtToken& actors) {
  const bool nameless = phrase.form == PhraseForm::plain && phrase.tokens.size() == 1 &&
                        !phrase.plural &&
                        (phrase.determiner == Determiner::indefinite ||
                         (phrase.determiner == Determiner::definite && is_placed(reading, phrase)));
  const TokenSpan sentence = reading.sentences[reading.tokens[phrase.head].sentence].tokens;
  const std::uint32_t that = phrase.tokens.end;
  const SyntaxWord* next = that < sentence.end ? syntax_of(reading, that) : nullptr;
  const bool says = next != nullptr && next->relation == Dependency::mark;  // "that they would"
  if (!nameless || says) return {};
  bool passive = false;
  const std::uint32_t governor = governor_of(reading, sentence, phrase.head, passive);
  for (std::uint32_t i = sentence.begin + 1; i < sentence.end; ++i) {
    if (!is_any(reading.lower(i - 1), {"in", "at"})) continue;
    std::uint32_t end = i;  // "New York"
    while (end < sentence.end && is_town(reading, end, actors)) ++end;
    const SyntaxWord* place = end == i ? nullptr : syntax_of(reading, end - 1);
    if (place == nullptr || place->head == kRoot) continue;
    const SyntaxWord* made = syntax_of(reading, sentence.begin + place->head);
    const bool of_it = made->relation == Dependency::acl && made->tag == Penn::vbn &&
                       sentence.begin + made->head == phrase.head;
    if (of_it || place->head == governor || sentence.begin + place->head == phrase.head)
      return aims_behind(reading, {end, sentence.end}) ? TokenSpan{} : TokenSpan{i, end};
  }
  return {};
}

std::string initials_of(const Reading& reading, const AgreementPhrase& phrase) {
  std::string initials;
  for (std::uint32_t i = phrase.tokens.begin; i < phrase.tokens.end; ++i) {
    if (reading.tokens[i].capital) initials += reading.lower(i)[0];
  }
  return initials;
}

std::string initials_of(std::string_view name) {
  std::string initials;
  for (std::size_t at = 0; at < name.size(); ++at) {
    const bool opens = at == 0 || name[at - 1] == ' ' || name[at - 1] == '-';
    if (opens && name[at] >= 'A' && name[at] <= 'Z')
      initials += static_cast<char>(name[at] - 'A' + 'a');
  }
  return initials;
}

std::set<std::uint32_t> actors_beside(const Reading& reading, const AgreementPhrase& phrase,
                                      const ActorAtToken& actors) {
  const TokenSpan sentence = reading.sentences[reading.tokens[phrase.tokens.begin].sentence].tokens;
  std::set<std::uint32_t> found;
  for (auto at = actors.lower_bound(sentence.begin); at != actors.end() && at->first < sentence.end;
       ++at)
    found.insert(at->second);
  return found;
}

}  // namespace concord
