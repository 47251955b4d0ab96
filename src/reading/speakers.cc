#include "reading/speakers.h"

namespace concord {
namespace {

constexpr std::uint32_t kPhraseWordsMax = 14;

}  // namespace

SpeakerReader::SpeakerReader(const WordView& view) : view_(view) {
  for (std::uint32_t i = 0; i < view.reading.entities.size(); ++i) {
    const Entity& one = view.reading.entities[i];
    const bool office = one.kind == EntityKind::person && !one.role.empty();
    if (office && officers_.size() < kOfficersMax) officers_.push_back(i);
  }
}

bool SpeakerReader::is_name(std::string_view word) const {
  if (names_) return names_->contains(word);
  names_.emplace();
  for (std::uint32_t i = 1; i < view_.size(); ++i) {
    const bool opens = view_.sentence(i).begin == i || view_.is_mark(i - 1);
    if (view_.is_capital(i) && !opens && !view_.is(i, Role::small) && !view_.is_title(i) &&
        view_.time(i) == nullptr)
      names_->insert(view_.low(i));
  }
  return names_->contains(word);
}

// --- before a verb
// ---------------------------------------------------------------------------------

// Left over "has repeatedly", "on Tuesday", "also": to the end of the subject.
std::uint32_t SpeakerReader::over_small_words(std::uint32_t end, std::uint32_t first) const {
  while (end > first) {
    const std::uint32_t at = end - 1;
    const Time* time = view_.low(at) == "former" ? nullptr : view_.time(at);  // "The former | said"
    if (time != nullptr) {
      end = std::max(time->tokens.begin, first);
      if (end > first && view_.is(end - 1, Role::preposition)) --end;
      continue;
    }
    const std::string_view word = view_.low(at);
    const bool since = word == "since" && view_.is(at - 1, Role::have);  // "has since said"
    const bool each =                                                    // "have all said"
        is_any(word, {"all", "both", "each"}) && view_.is(at - 1, Role::have);
    const bool adverb = since || each || view_.is(at, Role::adverb) ||
                        is_any(word, {"further", "again", "twice", "then"}) ||
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
    const bool opens = view_.is(inside, Role::relative | Role::preposition | Role::determiner |
                                            Role::owner | Role::adverb | Role::subordinate) ||
                       view_.low(inside) == "one" || view_.is_capital(inside) ||
                       view_.reading.tokens[inside].kind == WordKind::number ||
                       view_.low(inside).ends_with("ing") || view_.low(inside).ends_with("ed") ||
                       view_.is(inside, Role::trailing) ||  // "Ruiz, born in Lima, said"
                       view_.speech.speaker(view_.low(inside)).speaks() ||
                       view_.mention(inside) != nullptr ||
                       view_.speech.speaker(view_.low(inside)).qualifier;
    if (opens && at > first) return at;
  }
  return kNone;
}

// "said | his colleague had told him", "told | his colleagues, who said": a verb of saying, before
// the subject of another.
bool SpeakerReader::governs_clause(std::uint32_t at) const {
  const auto verb = view_.speech.verbs.find(view_.low(at));
  if (verb == view_.speech.verbs.end() || verb->second.frame != SayingFrame::says) return false;
  if (verb->second.form != ActForm::past && !view_.is(at, Role::says)) return false;
  const std::uint32_t before = at - 1;
  if (at == 0 || view_.is(before, Role::determiner | Role::owner | Role::be | Role::preposition) ||
      view_.low(before) == "'s")
    return false;
  return view_.is(at + 1, Role::determiner | Role::owner) || view_.is_capital(at + 1) ||
         is_pronoun(view_.low(at + 1)) || view_.mention(at + 1) != nullptr;
}

// "the Justice Party [(JP)] Ana Ruiz": where a short name in brackets opens, its end at `close`.
std::uint32_t SpeakerReader::bracket_of_name(std::uint32_t close) const {
  const bool bracket = view_.low(close) == ")" && close >= 3 && view_.low(close - 2) == "(";
  return bracket && view_.is_capital(close - 1) && view_.is_capital(close - 3) ? close - 2 : close;
}

// "a day | after Peru's president had said": words that stand before nouns and before clauses.
bool SpeakerReader::opens_with_speaker(std::uint32_t at, std::uint32_t end) const {
  if (!view_.is(at, Role::subordinate) || at + 1 >= end) return false;
  return view_.mention(end - 1) != nullptr || is_pronoun(view_.low(end - 1)) ||
         view_.speech.speaker(view_.low(end - 1)).speaks();
}

std::uint32_t SpeakerReader::clause_begin(std::uint32_t end, std::uint32_t first) const {
  std::uint32_t i = end;
  while (i > first && end - i < 40) {
    const std::uint32_t at = i - 1;
    if (const std::uint32_t open = bracket_of_name(at); joins_portfolios(at) || open != at) {
      i = open;
      continue;
    }
    if ((view_.parts_clauses(at) && !joins_names(at)) || governs_clause(at)) break;
    const bool after_noun =
        view_.is(at, Role::preposition) && view_.low(at) != "as" && !opens_with_speaker(at, end);
    if (view_.opens_clause(at) && view_.mention(at) == nullptr && !joins_names(at) && !after_noun)
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
    if (view_.is(begin, Role::adverb) ||
        (view_.low(begin).ends_with("ly") && !view_.is_capital(begin))) {
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

// "the Russian ambassador in Colombo": an office that one person holds.
bool SpeakerReader::names_one_office(TokenSpan phrase) const {
  if (phrase.empty()) return false;
  bool one = is_any(view_.low(phrase.begin), {"the", "its", "his", "her", "their"});
  for (std::uint32_t i = phrase.begin; i < phrase.end; ++i) {
    if (view_.is(i, Role::preposition)) {
      const SpeakerWord noun = view_.speech.speaker(view_.low(i - 1));
      return one && i > phrase.begin && noun.office && !noun.plural;
    }
    one = one || view_.low(i) == "'s";  // "the ministry's undersecretary"
  }
  return false;
}

// Whom a "who" or "which" behind token `end` means: the name just before it ("spoke with Ruiz, who
// said"), else the phrase; over an aside that is no thing ("Chile, a signatory since 2004, which").
Speaker SpeakerReader::antecedent(std::uint32_t end, std::uint32_t first, bool thing) const {
  const Entity* named = end > first ? view_.actor(end - 1) : nullptr;
  if (named != nullptr && named->kind == EntityKind::person && !thing) return person_at(end - 1);
  std::uint32_t name = end;  // "spoke by phone with Ruiz, who called him"
  while (name > first && view_.is_capital(name - 1)) --name;
  if (!thing && name < end && name > first && view_.is(name - 1, Role::preposition))
    return describe({name, end});
  std::uint32_t begin = over_opening(clause_begin(end, first), end);
  if (view_.low(begin) == "it" && view_.is(begin + 1, Role::be) && begin + 2 < end)
    begin += 2;  // "It was Ruiz who said"
  Speaker speaker = describe({begin, end});
  const bool aside = thing && speaker.person && begin > first + 1 && view_.low(begin - 1) == ",";
  if (!aside) return speaker;
  const std::uint32_t before = begin - 1;
  const Speaker main = describe({over_opening(clause_begin(before, first), before), before});
  return main.body ? main : speaker;
}

Speaker SpeakerReader::before(std::uint32_t verb) const {
  const std::uint32_t first = view_.sentence(verb).begin;
  std::uint32_t end = over_small_words(verb, first);
  if (end > first && is_any(view_.low(end - 1), {"who", "which", "that"}) &&
      (end - 1 == first || !view_.is_quote_mark(end - 2))) {
    const bool thing = view_.low(end - 1) == "which";
    --end;
    if (end > first && view_.low(end - 1) == ",") --end;
    return antecedent(end, first, thing);
  }
  if (end > first &&
      (view_.low(end - 1) == "," || view_.is_dash(end - 1) || view_.low(end - 1) == ")")) {
    const std::uint32_t open = opening_of_aside(end - 1, first);
    if (open == kNone) return {};
    const std::uint32_t role = over_small_words(open, first);
    const TokenSpan office{over_opening(clause_begin(role, first), role), role};
    const Speaker described = describe(office);
    const bool one = names_one_office(office);
    Speaker named = name_in({open + 1, end - 1}, one);  // "the prime minister, Ana Ruiz, said"
    const bool by_role = described.person && (one || !view_.is_capital(role - 1));
    if (named.found() && (by_role || named.entity != kNone)) {
      named.phrase = {described.phrase.begin, end};
      return named;
    }
    end = over_small_words(open, first);
  }
  std::uint32_t begin = clause_begin(end, first);
  const bool that = begin > first && view_.low(begin - 1) == "that" &&
                    view_.is(begin, Role::be | Role::have | Role::do_);  // "allies that are in it"
  const bool relative = that || (begin > first && is_any(view_.low(begin - 1), {"who", "which"}));
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
    if (begin > first && is_any(view_.low(begin - 1), {"and", "but"}))
      return subject(view_.sentence(verb), begin - 1);
    return {};
  }
  return describe({begin, end});
}

// --- after a verb
// ----------------------------------------------------------------------------------

std::uint32_t SpeakerReader::phrase_end(std::uint32_t begin) const {
  const TokenSpan sentence = view_.sentence(begin);
  std::uint32_t i = begin;
  for (; i < sentence.end && i < begin + kPhraseWordsMax; ++i) {
    const Mention* inside = view_.mention(i);
    if (inside != nullptr && inside->tokens.begin < i) continue;
    if (view_.low(i) == "-" && !view_.spaced(i)) continue;
    if (joins_portfolios(i)) continue;
    if (view_.parts_clauses(i) && !joins_names(i)) break;
    const bool within = view_.is(i, Role::preposition) && view_.low(i) != "as";
    if (view_.opens_clause(i) && !joins_names(i) && !within) break;
    const bool when = view_.time(i) != nullptr && view_.low(i) != "former";
    if (when || (view_.is(i, Role::preposition) && view_.time(i + 1) != nullptr)) break;
    if (view_.is(i, Role::be | Role::have)) break;
    if (i > begin && opens_subject(i)) break;
  }
  return i;
}

// "according to an official | the Uzbeks will follow", "to diplomats | Chile will".
bool SpeakerReader::opens_subject(std::uint32_t i) const {
  const SpeakerWord before = view_.speech.speaker(view_.low(i - 1));
  if (!before.office && !before.person) return false;
  const Mention* mention = view_.mention(i);
  const Entity* actor = view_.actor(i);
  const bool state = actor != nullptr && actor->kind != EntityKind::person &&
                     mention->tokens.begin == i && mention->form != MentionForm::adjective;
  return state || is_any(view_.low(i), {"the", "its", "their"});
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
  while (stop < sentence.end && (!view_.parts_clauses(stop) || view_.low(stop) == "-")) ++stop;
  const Mention* mention = view_.mention(end + 1);
  if (mention != nullptr && !mention->possessive) stop = mention->tokens.end;
  Speaker named = name_in({end + 1, stop});
  if (!named.found() || (named.entity == kNone && !speaker.person)) return speaker;
  named.phrase = speaker.phrase;
  return named;
}

// --- without a verb
// --------------------------------------------------------------------------------

// The name between two commas, the first of them at `comma`.
Speaker SpeakerReader::named_beside(std::uint32_t comma, std::uint32_t end) const {
  if (comma >= end || view_.low(comma) != ",") return {};
  std::uint32_t close = comma + 1;
  while (close < end && !view_.parts_clauses(close)) ++close;
  const Speaker named = name_in({comma + 1, close});
  return view_.low(close) == "," ? named : Speaker{};
}

// Past "Asked whether Peru would follow,", "Under the pact,": to where the subject begins, or
// `end`.
std::uint32_t SpeakerReader::subject_begin(std::uint32_t begin, std::uint32_t end) const {
  while (begin < end &&
         ((view_.is_mark(begin) && !view_.is_quote_mark(begin)) || view_.time(begin) != nullptr))
    ++begin;  // "22:00 Ana Ruiz on the radio: ...", "* Ruiz: ..."
  if (view_.is(begin, Role::asked)) {
    while (begin < end && view_.low(begin) != ",") ++begin;
  }
  while (begin < end && (view_.is(begin, Role::list | Role::adverb) || view_.low(begin) == "," ||
                         view_.is(begin, Role::subordinate | Role::preposition))) {
    const std::uint32_t past = over_opening(begin, end);
    if (past > begin && past < end && !view_.parts_clauses(past)) {
      begin = past;
      continue;
    }
    ++begin;
    while (begin < end && view_.is(begin - 1, Role::subordinate | Role::preposition) &&
           !view_.parts_clauses(begin))
      ++begin;  // to the comma that ends the opening
  }
  return begin;
}

// "Ruiz | was sorry", "the talks | that failed": a word behind the subject.
bool SpeakerReader::ends_subject(std::uint32_t at) const {
  if (view_.parts_clauses(at) || view_.is(at, Role::be | Role::have | Role::do_)) return true;
  const bool then =  // "Chad's then president"
      view_.low(at) == "then" && view_.speech.speaker(view_.low(at + 1)).speaks();
  return view_.opens_clause(at) && !joins_names(at) && !then;
}

// "A [UN] spokeswoman was sorry"
bool SpeakerReader::describes_speaker(const Mention& mention, std::uint32_t end) const {
  const std::uint32_t next = mention.tokens.end;
  return next < end && !view_.is_capital(next) && view_.speech.speaker(view_.low(next)).speaks();
}

// Where the name ends that holds the token `at` and ends the subject; kNone where none does.
std::uint32_t SpeakerReader::name_end(TokenSpan rest, std::uint32_t at) const {
  const Mention* mention = view_.mention(at);
  if (mention != nullptr && mention->form != MentionForm::adjective && !mention->possessive &&
      !describes_speaker(*mention, rest.end))
    return std::min(mention->tokens.end, rest.end);
  if (at != rest.begin || !view_.is_capital(at)) return kNone;
  if (view_.is_capital(at + 1) && !view_.is(at, Role::determiner)) {
    std::uint32_t last = at + 2;
    while (last < rest.end && view_.is_capital(last)) ++last;
    return last;
  }
  const bool alone =  // "Ruiz took the floor."
      mention == nullptr && !view_.speech.speaker(view_.low(at)).speaks() &&
      view_.is_word(at + 1) && is_name(view_.low(at));
  return alone ? at + 1 : kNone;
}

// "The finance | minister | smiled"; not "the minister's aide", "the press officer", "Minister
// Ruiz".
bool SpeakerReader::is_last_noun(std::uint32_t at) const {
  const bool owns = is_any(view_.low(at + 1), {"'s", "'"});
  return !owns && !view_.speech.speaker(view_.low(at + 1)).speaks() && !view_.is_capital(at + 1);
}

// "A veteran | of | the talks was blunt", "The head | of | the central bank, Ana Ruiz, smiled".
Speaker SpeakerReader::subject_with_of(TokenSpan rest, std::uint32_t of) const {
  std::uint32_t last = of + 1;
  while (last < rest.end && view_.is(last, Role::determiner | Role::owner)) ++last;
  while (last + 1 < rest.end && view_.is_capital(last) && view_.is_capital(last + 1)) ++last;
  while (last + 1 < rest.end && view_.speech.speaker(view_.low(last + 1)).speaks()) ++last;
  const Speaker named = named_beside(last + 1, rest.end);
  return named.found() ? named : describe({rest.begin, std::min(last + 1, rest.end)});
}

Speaker SpeakerReader::subject(TokenSpan sentence, std::uint32_t end) const {
  if (is_any(view_.low(sentence.begin), {"for", "to"})) {  // "For Ruiz the deal is ..."
    const Speaker whose = person_at(sentence.begin + 1);
    if (whose.person) return whose;
  }
  const std::uint32_t begin = subject_begin(sentence.begin, end);
  if (begin >= end || view_.is_quoted(begin) || is_pronoun(view_.low(begin))) return {};
  for (std::uint32_t at = begin; at < end && at < begin + kPhraseWordsMax; ++at) {
    if (at > begin) {  // "Another, Mira Sol, was kinder"
      if (const Speaker named = named_beside(at, end); named.found()) return named;
      if (ends_subject(at)) break;
    }
    const std::uint32_t name = name_end({begin, end}, at);
    if (name != kNone) return describe({begin, name});
    if (!view_.speech.speaker(view_.low(at)).speaks()) continue;
    if (view_.low(at + 1) == "of") return subject_with_of({begin, end}, at + 1);
    if (is_last_noun(at)) return describe({begin, at + 1});
  }
  return {};
}

}  // namespace concord
