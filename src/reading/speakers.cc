#include "reading/speakers.h"

#include "text/fold.h"

namespace concord {
namespace {

using Role = WordView::Role;

constexpr std::uint32_t kPhraseWordsMax = 14;
constexpr std::uint32_t kDescriptionWordsMax = 9;

bool is_pronoun(std::string_view word) {
  return is_any(word, {"he", "she", "it", "they", "him", "her", "them"});
}

bool opens_clause(const WordView& view, std::uint32_t i) {
  return view.is(i, Role::subordinate | Role::relative | Role::list) ||
         is_any(view.low(i), {"what", "how", "where", "why", "whom"});
}

bool is_own_pronoun(std::string_view word) {  // said by the outlet or by a speaker: no source
  return is_any(word, {"i", "we", "you", "i'm", "we're"});
}

bool parts_clauses(const WordView& view, std::uint32_t i) {
  if (view.is_inner_stop(i)) return false;
  return is_any(view.low(i), {",", ";", ":", "(", ")", "[", "]", ".", "?", "!", "..."}) ||
         view.is_quote_mark(i) || view.is_dash(i) || view.is_quoted(i);
}

}  // namespace

SpeakerReader::SpeakerReader(const WordView& view) : view_(view) {
  for (std::uint32_t i = 1; i < view.size(); ++i) {
    if (view.is_capital(i) && view.sentence(i).begin < i && !view.is_title(i) && view.time(i) == nullptr)
      names_.insert(std::string(view.low(i)));
  }
}

// --- the words of the phrase ---------------------------------------------------------------------

// Where the noun that the phrase is about ends: before "of", "at", "who", "familiar with".
std::uint32_t SpeakerReader::head_end(TokenSpan phrase) const {
  for (std::uint32_t i = phrase.begin + 1; i < phrase.end; ++i) {
    const Mention* inside = view_.mention(i);
    if (inside != nullptr && inside->tokens.begin < i) continue;
    if (view_.is(i, Role::preposition | Role::relative) ||
        is_any(view_.low(i), {"familiar", "close", "present", "briefed", "involved", "here", "there"}))
      return i;
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
    if (saying || is_any(view_.low(i), {"condition", "interview", "telephone", "phone"})) break;
    if (view_.is(i, Role::relative) || view_.time(i) != nullptr) break;
    if (!preposition && !view_.is(i, Role::determiner | Role::owner) && view_.is_word(i)) end = i + 1;
  }
  return std::max(end, head);
}

bool SpeakerReader::joins_names(std::uint32_t at) const {
  if (!is_any(view_.low(at), {"and", ",", "&"}) || at == 0) return false;
  const std::uint32_t next = at + 1 + (view_.is(at + 1, Role::determiner) ? 1 : 0);
  const bool list = view_.low(at) == "," && joins_names(at + 2);
  if (view_.low(at) == "," && !list) return false;
  return view_.mention(at - 1) != nullptr && view_.mention(next) != nullptr;
}

Speaker SpeakerReader::person_at(std::uint32_t i) const {
  Speaker speaker;
  const Mention* mention = view_.mention(i);
  const Entity* entity = view_.actor(i);
  if (entity == nullptr || entity->kind == EntityKind::agreement) return speaker;
  speaker.entity = mention->entity;
  speaker.strong = true;
  if (entity->kind == EntityKind::person) {
    speaker.source.name = entity->family_name;
    speaker.source.role = entity->role;
    speaker.gender = entity->gender;
    speaker.phrase = mention->tokens;
    speaker.person = true;
  } else {
    speaker.source.name = view_.text(mention->tokens);
    speaker.phrase = mention->tokens;
    speaker.body = true;
  }
  return speaker;
}

// "a farmer in Beni, North Kivu, said": what stands behind a place is one, too.
bool SpeakerReader::follows_place(std::uint32_t comma) const {
  std::uint32_t i = comma;
  while (i > 0 && view_.is_capital(i - 1)) --i;
  return i < comma && i > 0 && view_.is(i - 1, Role::preposition);
}

// "the head of the agency, [Mira Sol], said": an apposition that is nothing but a name.
Speaker SpeakerReader::name_in(TokenSpan apposition) const {
  const Mention* mention = view_.mention(apposition.begin);
  if (mention != nullptr && mention->tokens.end >= apposition.end) {
    const Speaker speaker = person_at(apposition.begin);
    return speaker.person ? speaker : Speaker{};
  }
  std::uint32_t capitals = 0;
  for (std::uint32_t i = apposition.begin; i < apposition.end; ++i) {
    const SpeakerWord noun = view_.speech.speaker(view_.low(i));
    const auto name = view_.speech.names.find(view_.low(i));
    const bool particle = name != view_.speech.names.end() && name->second.particle;
    capitals += view_.is_capital(i);
    if (noun.speaks() || noun.qualifier || view_.actor(i) != nullptr || view_.time(i) != nullptr) return {};
    if (!view_.is_capital(i) && !particle && view_.low(i) != "-" && !view_.is_inner_stop(i)) return {};
  }
  if (capitals < 2 || capitals > 5 || follows_place(apposition.begin - 1)) return {};
  Speaker speaker;
  speaker.source.name = view_.text(apposition);
  speaker.strong = speaker.person = true;
  return speaker;
}

// The person who holds the office that a phrase names, where the text tells one.
Speaker SpeakerReader::holder_of(const Speaker& described, TokenSpan head) const {
  const SpeakerWord office = view_.speech.speaker(view_.low(head.end - 1));
  if ((!office.office && !office.person) || office.plural) return described;
  std::string party;
  for (std::uint32_t i = head.begin; i < head.end; ++i) {
    const Entity* actor = view_.actor(i);
    if (actor != nullptr) party = actor->party;
  }
  const std::string name(view_.low(head.end - 1));
  const Mention* best = nullptr;
  for (const Mention& mention : view_.reading.mentions) {
    const Entity& entity = view_.reading.entities[mention.entity];
    if (entity.kind != EntityKind::person) continue;
    if (best != nullptr && mention.tokens.begin > head.begin) break;
    const std::string role = " " + lower(entity.role) + " ";
    if (role.find(" " + name + " ") == std::string::npos &&
        role.find("-" + name + " ") == std::string::npos)
      continue;
    if (!party.empty() && !entity.party.empty() && party != entity.party) continue;
    bool same = true;  // "the foreign minister" is not the prime minister
    for (std::uint32_t i = head.begin; i + 1 < head.end; ++i) {
      if (view_.speech.speaker(view_.low(i)).qualifier && view_.low(i) != "former" &&
          role.find(" " + std::string(view_.low(i)) + " ") == std::string::npos)
        same = false;
    }
    if (same) best = &mention;
  }
  if (best == nullptr) return named_before(described, head);
  Speaker holder = person_at(best->tokens.begin);
  holder.phrase = described.phrase;
  return holder;
}

// Whether somebody was called so before without a name: "a forum official ... the official".
bool SpeakerReader::was_unnamed(std::string_view noun) const {
  return std::ranges::any_of(spoken_, [&](const Speaker& one) {
    return one.entity == kNone && (" " + lower(one.source.name) + " ").find(" " + std::string(noun) + " ") !=
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
    const bool fits = before.entity != kNone && before.person &&
                      (noun.gender == 0 || before.gender == 0 || noun.gender == before.gender);
    if (!before.found()) continue;
    if (!fits || (before.phrase.contains(head.begin) && back == 0)) break;
    Speaker same = before;
    same.phrase = described.phrase;
    return same;
  }
  return described;
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
  if (begin >= phrase.end || !view_.is_word(begin)) return {};
  const std::uint32_t head = head_end({begin, phrase.end});
  const Mention* last = view_.mention(head - 1);
  const bool listed = last != nullptr && last->tokens.begin > begin && joins_names(last->tokens.begin - 1);
  const Entity* named = view_.actor(head - 1);
  if (named != nullptr && !listed && last->form != MentionForm::adjective &&
      named->kind != EntityKind::agreement && !last->possessive) {
    speaker = person_at(head - 1);
    speaker.phrase = phrase;
    return speaker;
  }
  // A plain run of capitals after titles: "Mr Vale".
  std::uint32_t name = head;
  while (name > begin && view_.is_capital(name - 1) && !view_.speech.speaker(view_.low(name - 1)).title &&
         !view_.speech.speaker(view_.low(name - 1)).office)
    --name;
  const SpeakerWord noun = view_.speech.speaker(view_.low(head - 1));
  const bool all_capital = name < head && !noun.speaks() && name > begin &&
                           view_.speech.speaker(view_.low(name - 1)).title;
  speaker.strong = noun.speaks() || view_.is_capital(head - 1) || listed ||
                   view_.speech.nouns.contains(view_.low(head - 1)) || one_of;
  speaker.gender = noun.gender;
  speaker.plural = noun.plural || listed;
  speaker.body = noun.body;
  speaker.person = noun.office || noun.person || (!noun.speaks() && view_.is_capital(head - 1));
  const std::uint32_t end = one_of || !all_capital ? description_end({begin, phrase.end}, head) : head;
  speaker.source.name = view_.text({all_capital ? name : begin, end});
  if ((!definite && view_.is(phrase.begin, Role::determiner)) || end > head) return speaker;
  return holder_of(speaker, {begin, head});
}

// --- pronouns ------------------------------------------------------------------------------------

Speaker SpeakerReader::pronoun(std::uint32_t at) const {
  const std::string_view word = view_.low(at);
  const char gender = is_any(word, {"he", "him"}) ? 'm' : is_any(word, {"she", "her"}) ? 'f' : 0;
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
  return {};
}

// --- before a verb -------------------------------------------------------------------------------

// Left over "has repeatedly", "on Tuesday", "also": to the end of the subject.
std::uint32_t SpeakerReader::over_small_words(std::uint32_t end, std::uint32_t first) const {
  while (end > first) {
    const std::uint32_t at = end - 1;
    if (const Time* time = view_.time(at)) {
      end = std::max(time->tokens.begin, first);
      if (end > first && view_.is(end - 1, Role::preposition)) --end;
      continue;
    }
    const std::string_view word = view_.low(at);
    const bool adverb = view_.is(at, Role::adverb) || is_any(word, {"further", "again", "twice", "then"}) ||
                        (word.ends_with("ly") && word.size() > 4 && !view_.is_capital(at));
    if (!adverb && !view_.is(at, Role::have | Role::be | Role::do_) && word != "n't") break;
    end = at;
  }
  return end;
}

// From a closing comma to the one that opens what lies between, or kNone.
std::uint32_t SpeakerReader::opening_of_aside(std::uint32_t comma, std::uint32_t first) const {
  for (std::uint32_t i = comma; i > first && comma - i < 40; --i) {
    const std::uint32_t at = i - 1;
    if (view_.is_quoted(at) || view_.is_quote_mark(at) || is_any(view_.low(at), {";", ":"})) break;
    if (view_.low(at) != "," && !view_.is_dash(at) && view_.low(at) != "(") continue;
    const std::uint32_t inside = at + 1;
    const bool opens =
        view_.is(inside, Role::relative | Role::preposition | Role::determiner | Role::owner |
                             Role::adverb | Role::subordinate) ||
        view_.is_capital(inside) || view_.reading.tokens[inside].kind == WordKind::number ||
        view_.low(inside).ends_with("ing") || view_.low(inside).ends_with("ed") ||
        view_.speech.speaker(view_.low(inside)).speaks() || view_.mention(inside) != nullptr ||
        view_.speech.speaker(view_.low(inside)).qualifier;
    if (opens && at > first) return at;
  }
  return kNone;
}

std::uint32_t SpeakerReader::clause_begin(std::uint32_t end, std::uint32_t first) const {
  std::uint32_t i = end;
  while (i > first && end - i < 40) {
    const std::uint32_t at = i - 1;
    if (parts_clauses(view_, at) && !joins_names(at)) break;
    const bool after_noun = view_.is(at, Role::preposition) && view_.low(at) != "as";
    if (opens_clause(view_, at) && view_.mention(at) == nullptr && !joins_names(at) && !after_noun)
      break;
    i = at;
  }
  return i;
}

// Past "On Tuesday", "In a statement", "Later": to where the subject begins, or `end`.
std::uint32_t SpeakerReader::over_opening(std::uint32_t begin, std::uint32_t end) const {
  while (begin < end) {
    if (const Time* time = view_.time(begin)) {
      begin = time->tokens.end;
      continue;
    }
    if (view_.is(begin, Role::adverb) || (view_.low(begin).ends_with("ly") && !view_.is_capital(begin))) {
      ++begin;
      continue;
    }
    if (!view_.is(begin, Role::preposition) || view_.mention(begin) != nullptr) break;
    if (const Time* time = view_.time(begin + 1)) {
      begin = time->tokens.end;
      continue;
    }
    std::uint32_t at = begin + 1;
    while (at < end && view_.is(at, Role::determiner | Role::owner)) ++at;
    for (++at; at < end; ++at) {
      const bool after_noun = !view_.is(at - 1, Role::preposition | Role::determiner | Role::owner);
      const bool starts = view_.is(at, Role::determiner) || is_pronoun(view_.low(at)) ||
                          (view_.mention(at) != nullptr && view_.mention(at)->tokens.begin == at &&
                           !view_.is_capital(at - 1)) ||
                          (view_.is_capital(at) && !view_.is_capital(at - 1));
      if (after_noun && starts) break;
    }
    begin = at;
  }
  return std::min(begin, end);
}

Speaker SpeakerReader::before(std::uint32_t verb) const {
  const std::uint32_t first = view_.sentence(verb).begin;
  std::uint32_t end = over_small_words(verb, first);
  if (end > first && is_any(view_.low(end - 1), {"who", "which", "that"}) &&
      (end - 1 == first || !view_.is_quote_mark(end - 2))) {
    --end;
    if (end > first && view_.low(end - 1) == ",") --end;
    const std::uint32_t begin = over_opening(clause_begin(end, first), end);
    return describe({begin, end});
  }
  if (end > first && (view_.low(end - 1) == "," || view_.is_dash(end - 1) || view_.low(end - 1) == ")")) {
    const std::uint32_t open = opening_of_aside(end - 1, first);
    if (open == kNone) return {};
    Speaker named = name_in({open + 1, end - 1});  // "the prime minister, Ana Ruiz, said"
    const std::uint32_t role = over_small_words(open, first);
    const Speaker described = describe({over_opening(clause_begin(role, first), role), role});
    const bool by_role = described.person && !view_.is_capital(role - 1);
    if (named.found() && (by_role || named.entity != kNone)) {
      named.phrase = {described.phrase.begin, end};
      return named;
    }
    end = over_small_words(open, first);
  }
  std::uint32_t begin = clause_begin(end, first);
  const bool relative = begin > first && is_any(view_.low(begin - 1), {"who", "which"});
  const bool own = view_.is(begin, Role::determiner | Role::owner) || view_.is_capital(begin) ||
                   view_.mention(begin) != nullptr || is_pronoun(view_.low(begin)) ||
                   is_any(view_.low(begin), {"one", "some", "many"}) ||
                   view_.speech.speaker(view_.low(begin)).speaks();  // "which one aide called ..."
  if (relative && begin < end && !own) {  // "an official who asked not to be named said"
    std::uint32_t noun = begin - 1;
    if (noun > first && view_.low(noun - 1) == ",") --noun;
    return describe({over_opening(clause_begin(noun, first), noun), noun});
  }
  begin = over_opening(begin, end);
  if (begin >= end) {  // "went home and said": the subject of the sentence
    if (begin > first && is_any(view_.low(begin - 1), {"and", "but"})) return subject(view_.sentence(verb), begin - 1);
    return {};
  }
  return describe({begin, end});
}

// --- after a verb --------------------------------------------------------------------------------

std::uint32_t SpeakerReader::phrase_end(std::uint32_t begin) const {
  const TokenSpan sentence = view_.sentence(begin);
  std::uint32_t i = begin;
  for (; i < sentence.end && i < begin + kPhraseWordsMax; ++i) {
    const Mention* inside = view_.mention(i);
    if (inside != nullptr && inside->tokens.begin < i) continue;
    if (view_.low(i) == "-" && !view_.spaced(i)) continue;
    if (parts_clauses(view_, i) && !joins_names(i)) break;
    const bool within = view_.is(i, Role::preposition) && view_.low(i) != "as";
    if (opens_clause(view_, i) && !joins_names(i) && !within) break;
    if (view_.time(i) != nullptr || (view_.is(i, Role::preposition) && view_.time(i + 1) != nullptr)) break;
    if (view_.is(i, Role::be | Role::have)) break;
  }
  return i;
}

Speaker SpeakerReader::after(std::uint32_t begin) const {
  if (begin >= view_.size() || begin == 0) return {};
  const TokenSpan sentence = view_.sentence(begin - 1);
  while (begin < sentence.end && view_.is(begin, Role::adverb)) ++begin;
  if (begin >= sentence.end) return {};
  if (view_.is(begin, Role::preposition) || view_.is_mark(begin)) return {};
  const std::uint32_t end = phrase_end(begin);
  Speaker speaker = describe({begin, end});
  if (!speaker.found() || view_.low(end) != ",") return speaker;
  if (speaker.entity != kNone || speaker.body) return speaker;
  std::uint32_t stop = end + 1;  // "said the minister, Ana Ruiz"
  while (stop < sentence.end && (!parts_clauses(view_, stop) || view_.low(stop) == "-")) ++stop;
  const Mention* mention = view_.mention(end + 1);
  if (mention != nullptr && !mention->possessive) stop = mention->tokens.end;
  Speaker named = name_in({end + 1, stop});
  if (!named.found() || (named.entity == kNone && !speaker.person)) return speaker;
  named.phrase = speaker.phrase;
  return named;
}

// --- without a verb ------------------------------------------------------------------------------

Speaker SpeakerReader::subject(TokenSpan sentence, std::uint32_t end) const {
  std::uint32_t begin = sentence.begin;
  if (is_any(view_.low(begin), {"for", "to"})) {  // "For Ruiz the deal is ..."
    const Speaker whose = person_at(begin + 1);
    if (whose.person) return whose;
  }
  while (begin < end && (view_.is(begin, Role::list | Role::adverb) || view_.low(begin) == "," ||
                         view_.is(begin, Role::subordinate | Role::preposition))) {
    const std::uint32_t past = over_opening(begin, end);
    if (past > begin && past < end && !parts_clauses(view_, past)) {
      begin = past;
      continue;
    }
    ++begin;
    while (begin < end && view_.is(begin - 1, Role::subordinate | Role::preposition) &&
           !parts_clauses(view_, begin))
      ++begin;  // to the comma that ends the opening
  }
  if (begin >= end || view_.is_quoted(begin) || is_pronoun(view_.low(begin))) return {};
  std::uint32_t stop = begin;
  while (stop < end && stop < begin + kPhraseWordsMax) {
    if (stop > begin && (parts_clauses(view_, stop) || view_.is(stop, Role::be | Role::have | Role::do_))) break;
    if (stop > begin && opens_clause(view_, stop) && !joins_names(stop)) break;
    const Mention* mention = view_.mention(stop);
    if (mention != nullptr && mention->form != MentionForm::adjective && !mention->possessive) {
      return describe({begin, std::min(mention->tokens.end, end)});
    }
    if (stop == begin && view_.is_capital(begin) && view_.is_capital(begin + 1) &&
        !view_.is(begin, Role::determiner)) {
      std::uint32_t last = begin + 2;
      while (last < end && view_.is_capital(last)) ++last;
      return describe({begin, last});
    }
    const SpeakerWord noun = view_.speech.speaker(view_.low(stop));
    if (stop == begin && view_.is_capital(begin) && !noun.speaks() && names_.contains(view_.low(begin)) &&
        mention == nullptr && view_.is_word(begin + 1))
      return describe({begin, begin + 1});  // "Ruiz took the floor."
    if (noun.speaks() && view_.low(stop + 1) == "of") {  // "A veteran of the talks was blunt"
      std::uint32_t last = stop + 2;
      while (last < end && view_.is(last, Role::determiner | Role::owner)) ++last;
      while (last + 1 < end && view_.is_capital(last) && view_.is_capital(last + 1)) ++last;
      return describe({begin, std::min(last + 1, end)});
    }
    const bool of = is_any(view_.low(stop + 1), {"'s", "'"});
    if (noun.speaks() && !of && !view_.speech.speaker(view_.low(stop + 1)).speaks() &&
        !view_.is_capital(stop + 1)) {
      return describe({begin, stop + 1});
    }
    ++stop;
  }
  return {};
}

}  // namespace concord
