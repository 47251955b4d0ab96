// Whom the words of a speaker stand for: who holds an office, who was named just before.
//
//   [the minister], [the old soldier], [the 61-year-old], [she], [the three], [the country]
#include <algorithm>

#include "reading/speakers.h"
#include "text/fold.h"

namespace concord {

bool SpeakerReader::leads_state(const Entity& person) const {
  const std::string role = lower(person.role);
  if (role.find("former") != std::string::npos) return false;
  const std::size_t last = role.rfind(' ') + 1;
  if (view_.speech.speaker(role.substr(last)).rules) return true;
  const std::size_t first = last < 2 ? 0 : role.rfind(' ', last - 2) + 1;  // "prime | minister"
  return last > 1 && is_prime(role.substr(first, last - 1 - first));
}

// "prime" minister: the word that makes another office one that leads a state.
bool SpeakerReader::is_prime(std::string_view word) const {
  const SpeakerWord office = view_.speech.speaker(word);
  return office.rules && office.qualifier;
}

// "the Russian president": the one person of that state whom the text names without an office.
std::uint32_t SpeakerReader::leader_of(const std::string& party, std::string_view noun,
                                       TokenSpan head) const {
  const bool prime = head.size() > 1 && is_prime(view_.low(head.end - 2));
  if (party.empty() || (!prime && !view_.is(head.end - 1, Role::leader))) return kNone;
  for (std::uint32_t i = head.begin; i + (prime ? 2 : 1) < head.end; ++i) {
    if (view_.speech.speaker(view_.low(i)).qualifier) return kNone;  // "the supreme leader"
  }
  std::uint32_t best = kNone;
  for (std::uint32_t i = 0; i < view_.reading.entities.size(); ++i) {
    const Entity& one = view_.reading.entities[i];
    if (one.kind != EntityKind::person || one.party != party) continue;
    if (!prime && !view_.speech.speaker(noun).rules && leads_state(one))
      return i;  // "the Thai leader": its prime minister
    if (!one.role.empty()) continue;
    if (best != kNone) return kNone;
    best = i;
  }
  return best;
}

// Whether a phrase for one who acts for `party` can mean a person, by the office that the text
// gives.
bool SpeakerReader::holds_office(const Entity& entity, TokenSpan head,
                                 const std::string& party) const {
  const std::string role = " " + lower(entity.role) + " ";
  const auto told = [&](std::string_view word, std::string_view before) {
    return role.find(std::string(before) + std::string(word) + " ") != std::string::npos;
  };
  const std::string_view noun = view_.low(head.end - 1);
  if (!told(noun, " ") && !told(noun, "-")) return false;
  if (!party.empty() && !entity.party.empty() && party != entity.party) return false;
  bool former = false;
  for (std::uint32_t i = head.begin; i + 1 < head.end; ++i) {
    const std::string_view word = view_.low(i);
    former = former || is_any(word, {"former", "ex"});
    if (view_.speech.speaker(word).qualifier && word != "former" && !told(word, " "))
      return false;  // "the foreign minister" is not the prime minister
  }
  return former || !told("former", " ");  // "said the minister": no former one
}

// The state or body named last in the sentence, before "its".
std::string SpeakerReader::party_before(std::uint32_t at) const {
  for (std::uint32_t i = at; i > view_.sentence(at).begin; --i) {
    const Entity* actor = view_.actor(i - 1);
    if (actor != nullptr && actor->kind == EntityKind::state) return actor->party;
  }
  return {};
}

// The person who holds the office that a phrase names, where the text tells one: of several, who
// was named last, else who is named first behind.
Speaker SpeakerReader::holder_of(const Speaker& described, TokenSpan head) const {
  const SpeakerWord office = view_.speech.speaker(view_.low(head.end - 1));
  if ((!office.office && !office.person) || office.plural) return described;
  std::string party;
  for (std::uint32_t i = head.begin; i < head.end; ++i) {
    const Entity* actor = view_.actor(i);
    if (actor != nullptr) party = actor->party;
  }
  const bool its =
      described.phrase.size() > head.size() && view_.low(described.phrase.begin) == "its";
  if (its && party.empty()) party = party_before(described.phrase.begin);
  std::uint32_t best = kNone;
  for (const Mention& mention : view_.reading.mentions) {
    const bool behind = mention.tokens.begin >= head.begin;
    if (behind && best != kNone) break;
    const bool officer = std::ranges::find(officers_, mention.entity) != officers_.end();
    if (!officer) continue;
    const Entity& holder = view_.reading.entities[mention.entity];
    const bool others = its && !party.empty() && holder.party != party;  // "Peru, its president"
    if (!others && holds_office(holder, head, party)) best = mention.entity;
  }
  if (best == kNone) best = leader_of(party, view_.low(head.end - 1), head);
  const bool his = is_any(view_.low(described.phrase.begin), {"his", "her"});
  if (best == kNone && his) return described;  // "Vale was ill. His minister said"
  if (best == kNone) return named_before(described, head);
  Speaker holder = person(best);
  holder.phrase = described.phrase;
  return holder;
}

// Whether somebody was called so before without a name: "a forum official ... the official". Not
// "its energy minister announced", whose name may follow.
bool SpeakerReader::was_unnamed(std::string_view noun) const {
  const bool office = view_.speech.speaker(noun).office;
  return std::ranges::any_of(spoken_, [&](const Speaker& one) {
    const bool own = office && !one.phrase.empty() && view_.is(one.phrase.begin, Role::owner);
    return one.entity == kNone && !own &&
           (" " + lower(one.source.name) + " ").find(" " + std::string(noun) + " ") !=
               std::string::npos;
  });
}

// "Vale took the pen. '...,' the old soldier said.": the person who is the subject of the sentence
// before, where the noun is not one for people who speak for others.
Speaker SpeakerReader::named_before(const Speaker& described, TokenSpan head) const {
  const SpeakerWord noun = view_.speech.speaker(view_.low(head.end - 1));
  const std::uint32_t here = view_.reading.tokens[head.begin].sentence;
  if (noun.voice || here == 0 || was_unnamed(view_.low(head.end - 1))) return described;
  for (std::uint32_t back = 0; back <= 2 && back <= here; ++back) {
    const Sentence& sentence = view_.reading.sentences[here - back];
    if (sentence.block != view_.reading.sentences[here].block) break;
    const std::uint32_t end = back == 0 ? head.begin : sentence.tokens.end;
    const Speaker before = subject(sentence.tokens, end);
    const bool named =
        before.entity != kNone ||  // "Lina Sahat said ...": never introduced
        (before.strong && before.source.name.find(' ') != std::string::npos &&
         view_.is_capital(before.phrase.begin) && !view_.is(before.phrase.begin, Role::determiner));
    const bool fits = named && before.person &&
                      (noun.gender == 0 || before.gender == 0 || noun.gender == before.gender);
    if (!before.found()) continue;
    const std::string role =
        before.entity != kNone ? lower(view_.reading.entities[before.entity].role) : "";
    if (noun.office &&
        !role.empty() &&  // "Ana Ruiz, a deputy, cried out. "Order," said the speaker"
        role.find(view_.low(head.end - 1)) == std::string::npos)
      break;
    if (!fits || (before.phrase.contains(head.begin) && back == 0)) break;
    Speaker same = before;
    same.phrase = described.phrase;
    return same;
  }
  return described;
}

// "the | 61-year-old | said": the token after it, or `i`.
std::uint32_t SpeakerReader::over_age(std::uint32_t i) const {
  const bool age = i + 4 < view_.size() && view_.low(i + 1) == "-" && view_.low(i + 2) == "year" &&
                   view_.low(i + 3) == "-" && view_.is(i + 4, Role::aged);
  return age ? i + 5 : i;
}

// The person last spoken of, in this paragraph or the one before: first a subject.
Speaker SpeakerReader::person_before(TokenSpan phrase) const {
  constexpr std::uint32_t kSentences = 3;
  const std::uint32_t here = view_.reading.tokens[phrase.begin].sentence;
  for (std::uint32_t back = 1; back <= kSentences && back <= here; ++back) {
    const TokenSpan words = view_.reading.sentences[here - back].tokens;
    Speaker named = subject(words, words.end);
    for (std::uint32_t i = words.end; i > words.begin && !(named.person && named.found()); --i)
      named = person_at(i - 1);
    if (!named.person || named.entity == kNone) continue;
    named.phrase = phrase;
    return named;
  }
  return {};
}

// "The three accused it of": those named together last, where they are as many; "The latter": one.
Speaker SpeakerReader::several_before(TokenSpan phrase, std::uint32_t number) const {
  const bool one = is_any(view_.low(number), {"former", "latter"});  // of two
  const std::uint32_t told = one ? 2 : view_.reading.token(number).clause.size;
  const bool alone = number > phrase.begin && number + 1 == phrase.end;
  if (!alone || told < 2 || !(one || view_.is(number, Role::count))) return {};
  for (auto it = spoken_.rbegin(); it != spoken_.rend() && !one; ++it) {
    if (!it->plural || it->source.name.find(" and ") == std::string::npos) continue;
    Speaker same = *it;  // "The ministers of A and B said ... The two added"
    same.phrase = phrase;
    return same;
  }
  Speaker speaker;
  for (std::uint32_t i = phrase.begin; i > 1; --i) {
    const Mention* last = view_.mention(i - 1);
    if (last == nullptr || last->tokens.end != i) continue;
    TokenSpan list = last->tokens;
    std::uint32_t count = 1;
    while (list.begin > 1) {
      const bool article = list.begin > 2 && view_.is(list.begin - 1, Role::determiner);
      if (article && joins_names(list.begin - 2)) --list.begin;  // "A and the Czech Republic"
      if (!joins_names(list.begin - 1)) break;
      const bool serial = view_.low(list.begin - 2) == ",";  // "A, B, and C"
      const Mention* before = view_.mention(list.begin - (serial ? 3 : 2));
      if (before == nullptr) break;
      list.begin = before->tokens.begin;
      ++count;
    }
    if (count != told) continue;
    if (one) {
      speaker = person_at(view_.low(number) == "former" ? list.begin : i - 1);
      speaker.phrase = phrase;
      return speaker;
    }
    speaker.source.name = view_.text(list);
    speaker.phrase = phrase;
    speaker.strong = speaker.plural = true;
    break;
  }
  return speaker;
}

// "the country", "the alliance": the state or body of states named last.
Speaker SpeakerReader::actor_meant(TokenSpan phrase, std::uint32_t head) const {
  constexpr std::uint32_t kReach = 120;
  const bool country = view_.is(head - 1, Role::country) && head == phrase.end;
  const bool bloc = view_.is(head - 1, Role::union_) && head == phrase.begin + 2;
  if (!country && !bloc) return {};
  for (std::uint32_t i = phrase.begin; i > 0 && phrase.begin - i < kReach; --i) {
    const Mention* mention = view_.mention(i - 1);
    const Entity* actor = view_.actor(i - 1);
    if (actor == nullptr || mention->form == MentionForm::definite) continue;
    const bool state = actor->kind == EntityKind::state;
    if (country ? !state : !actor->acceded) continue;
    Speaker meant = person_at(i - 1);
    meant.phrase = phrase;
    if (mention->form != MentionForm::name) meant.source.name = actor->name;
    return meant;
  }
  return {};
}

Speaker SpeakerReader::pronoun(std::uint32_t at) const {
  const std::string_view word = view_.low(at);
  const char gender = is_any(word, {"he", "him", "his"}) ? 'm'
                      : is_any(word, {"she", "her"})     ? 'f'
                                                         : 0;
  const bool thing = word == "it";
  const bool many = is_any(word, {"they", "them"});
  const auto fits = [&](const Speaker& one) {
    if (gender != 0) return one.person && !one.plural && (one.gender == 0 || one.gender == gender);
    return thing ? one.body : many ? one.plural || one.body : false;
  };
  const std::uint32_t sentence = view_.reading.tokens[at].sentence;
  for (std::uint32_t back = 0; back <= 4 && back <= sentence; ++back) {
    const TokenSpan words = view_.reading.sentences[sentence - back].tokens;
    for (auto it = spoken_.rbegin(); it != spoken_.rend(); ++it) {
      if (words.contains(it->phrase.begin) && it->phrase.begin < at && fits(*it)) return *it;
    }
    const Speaker first = subject(words, std::min(at, words.end));
    if (first.found() && fits(first)) return first;
    for (std::uint32_t i = words.begin; i < words.end && i < at; ++i) {
      const Speaker one = person_at(i);
      if (one.found() && fits(one) && !view_.is_quoted(i)) return one;
    }
  }
  for (auto it = spoken_.rbegin(); it != spoken_.rend(); ++it) {
    if (fits(*it)) return *it;
  }
  return gender != 0 && sentence > 0 ? office_in(view_.reading.sentences[sentence - 1].tokens)
                                     : Speaker{};
}

// "It was left to [Kenya's delegate] to speak. ..., she said": whoever may speak there.
Speaker SpeakerReader::office_in(TokenSpan sentence) const {
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    const SpeakerWord noun = view_.speech.speaker(view_.low(i));
    if ((!noun.office && !noun.person) || noun.plural || view_.is_quoted(i)) continue;
    std::uint32_t begin = i;
    while (begin > sentence.begin && (view_.low(begin - 1) == "'s" || view_.actor(begin - 1) ||
                                      view_.speech.speaker(view_.low(begin - 1)).qualifier))
      --begin;
    return describe({begin, i + 1});
  }
  return {};
}

}  // namespace concord
