#include "reading/agreement_match.h"

#include <algorithm>
#include <sstream>

#include "text/fold.h"

namespace concord {
namespace {

// Whether news uses a noun for any agreement ("pact"); others ("protocol") mean one of their kind.
bool is_general(Roles kind) { return kind.any(Role::general); }

// "the truce" of a "ceasefire", or of a "ceasefire agreement".
bool is_truce_of(const Named& named, const Meaning& meaning) {
  return meaning.kind.any(Role::truce) && named.truce;
}

bool holds(const std::set<std::string>& all, const std::set<std::string>& some) {
  return std::ranges::includes(all, some);
}

bool holds_sides(const Named& named, const Meaning& meaning) {
  return std::ranges::all_of(meaning.sides,
                             [&](std::uint32_t side) { return named.sides.contains(side); });
}

// "Oman and Chad signed the Mina Treaty. ... the pact with Chad": a title, and who stood with it.
bool made_by(const Named& named, const Meaning& meaning) {
  return meaning.telling.empty() && named.makers.size() == 2 &&
         std::ranges::all_of(meaning.sides,
                             [&](std::uint32_t side) { return named.makers.contains(side); });
}

bool like_head(const Named& named, const Meaning& meaning) {
  return named.head == meaning.head || (is_general(meaning.kind) && is_general(named.kind));
}

bool is_year(const std::string& word) {
  constexpr std::size_t kDigits = 4;
  return word.size() == kDigits && word.find_first_not_of("0123456789") == std::string::npos;
}

// What two states signed in 1998 is no "1973 agreement". Others sign a text of many years later.
bool is_of_other_year(const Named& named, const std::string& year) {
  if (named.made.empty() || named.made == year) return false;
  return named.makers.size() == 2 || named.made < year;
}

// "the Ottawa Convention ... the 1997 convention": told by nothing but its year, which the title
// does not have; "the treaty that bans mines ... the 1997 treaty".
bool is_year_of(const Named& named, const Meaning& meaning, bool same_head) {
  const bool like = !meaning.of_year && is_general(meaning.kind);  // "the treaty of 1997" is none
  const bool other = is_general(meaning.kind) || !meaning.sides.empty();
  const bool apart = meaning.of_year && named.titled && other;  // "the UNESCO convention of 1970"
  if ((!same_head && !like) || apart) return false;
  const bool bare = named.is_new && named.words.empty() && named.sides.empty();
  return (named.titled || bare) && meaning.own.size() == 1 && meaning.telling.size() == 1 &&
         is_year(*meaning.own.begin()) && std::ranges::none_of(named.words, is_year) &&
         !is_of_other_year(named, *meaning.own.begin());
}

// A headline tells of no text that the body brings in as "a pact of its own".
bool is_apart(const Named& named, const Meaning& meaning) {
  return named.apart && meaning.at < named.first;
}

// "Britain and Iceland signed the Oslo agreement. Peru signed | its agreement with Iceland |"
bool is_of_two_others(const Named& named, const Meaning& meaning) {
  const std::set<std::uint32_t>& sides = named.sides.size() == 2 ? named.sides : named.makers;
  return meaning.owner != kNone && !meaning.sides.empty() && sides.size() == 2 &&
         !sides.contains(meaning.owner);
}

// "the deal" is no convention, whatever else it may be.
bool is_no_deal(const Named& named, const Meaning& meaning) {
  return meaning.kind.any(Role::loose) && named.kind.any(Role::charter);
}

// "the Belt and Road Initiative ... the Chinese scheme": a title, by whose it is.
bool is_scheme_of(const Named& named, const Meaning& meaning) {
  return named.titled && named.kind.any(Role::programme) && meaning.kind.any(Role::programme) &&
         meaning.sides.size() < 2;
}

// How well a known agreement fits a phrase that refers back; 0 where it cannot be meant.
int fitness(const Named& named, const Meaning& meaning, bool headline) {
  const bool scheme = is_scheme_of(named, meaning);
  const bool same_head = meaning.head == named.head || is_truce_of(named, meaning) || scheme;
  if (!same_head && !is_general(meaning.kind)) return 0;
  if (meaning.capital && !headline && !(named.titled && same_head)) return 0;
  const bool kind = same_head || named.head.empty() || is_general(named.kind) || named.titled;
  const bool year = is_year_of(named, meaning, same_head);
  if (!kind && !year) return 0;
  if (is_no_deal(named, meaning) || is_apart(named, meaning) || is_of_two_others(named, meaning))
    return 0;
  const bool open = named.titled && named.sides.empty() && same_head && named.plural;
  if (!meaning.sides.empty() && !holds_sides(named, meaning) && !open && !scheme &&
      !made_by(named, meaning))
    return 0;
  int shared = 0;
  for (const std::string& word : meaning.telling) shared += named.words.contains(word);
  if (meaning.form == PhraseForm::named && !meaning.telling.empty() && shared == 0 &&
      meaning.sides.empty() && !named.titled && !year)
    return 0;
  // "the fisheries agreement" is the convention that the report is about, whatever its title; but
  // none that was named in passing. "The supply chain agreement" is rather another.
  const bool passing =
      named.titled && (meaning.compound || (!named.in_headline && named.first >= meaning.lead_end));
  if (meaning.form == PhraseForm::named && !meaning.telling.empty() && shared == 0 &&
      meaning.sides.empty() && passing && !year && !headline)
    return 0;
  // "Nations adopt ocean pact" is no treaty of which the report tells only later, nor is "Oman and
  // Qatar sign border treaty" one of others.
  const bool later = headline && named.first >= meaning.lead_end && named.first != kNone;
  const bool of_others = !named.titled && !named.sides.empty() && meaning.sides.empty();
  if (later && (of_others || !holds(named.words, meaning.telling))) return 0;
  // A capitalised or dated word ("the Prespa agreement", "the 1994 pact") fits only its own.
  if (!holds(named.words, meaning.own) && !year) return 0;
  // "the agreement" is rather the one that its paragraph spoke of, whatever it is called.
  const bool meant =
      (!named.programme && !meaning.kind.any(Role::paper)) || meaning.head == kAgreement;
  const bool here = meant && meaning.telling.empty() && meaning.sides.empty() &&
                    meaning.paragraph > 0 && named.last >= meaning.paragraph;
  // "signed the Suva Declaration, and would sign | the pact": rather the other text.
  const bool lesser = named.titled && !same_head && named.kind.any(Role::lesser);
  const bool nameless = !named.titled && named.words.empty() && named.sides.empty();
  return 1 + (same_head && !nameless && !headline ? 2 : 0) + 3 * shared +
         2 * static_cast<int>(meaning.sides.size()) +
         (here && !lesser && (same_head || !meaning.accords) ? 3 : 0) +
         (named.programme && !headline ? 0
          : named.titled               ? 2
                                       : 1);
}

// Of two that fit alike the one named last; but the headline's, where the paragraph names neither.
bool is_nearer(const Named& one, const Named& best, const Meaning& meaning) {
  const std::uint32_t last = std::max(one.last, best.last);
  const bool apart = meaning.paragraph > 0 && last < meaning.paragraph;
  if (apart && one.in_headline != best.in_headline) return one.in_headline;
  const bool here = meaning.paragraph > 0 && std::min(one.last, best.last) >= meaning.paragraph;
  if (here && one.aside != best.aside)
    return best.aside;  // "which replaces the Oslo Pact. The text"
  return one.last >= best.last;
}

// A title whose words another holds, of the same kind.
bool same_title(const Named& named, const Meaning& meaning) {
  const bool words = !meaning.telling.empty() && !named.words.empty() && named.titled &&
                     (holds(named.words, meaning.telling) || holds(meaning.telling, named.words));
  const bool two_of_more = meaning.sides.size() == 2 && named.sides.size() > 2;
  const bool sides =
      meaning.sides.empty() || named.sides.empty() || (holds_sides(named, meaning) && !two_of_more);
  return sides && ((words && named.head == meaning.head) || is_named_later(named, meaning));
}

// The same sides and a like noun: "the trade deal with Chile ... the Chile pact".
bool same_sides(const Named& named, const Meaning& meaning) {
  if (!like_head(named, meaning) || meaning.other || is_apart(named, meaning) ||
      is_of_two_others(named, meaning))
    return false;
  const bool sides = meaning.sides.empty() ? named.sides.empty() || !meaning.telling.empty()
                                           : holds_sides(named, meaning);
  const bool words = holds(named.words, meaning.telling) || holds(meaning.telling, named.words);
  return sides && words && (!meaning.sides.empty() || meaning.telling == named.words);
}

// Whether the noun of a title, where it is none for texts, names what states take part in: a
// "partnership", not an "amendment".
bool is_programme(const Named& named) {
  return !named.head.empty() && !named.kind.any(Role::amends);
}

void tell_kind(const Acts& acts, Named& named) {
  named.kind = acts.roles_of(named.head);
  const auto is_told = [&](Roles role) {
    return std::ranges::any_of(
        named.words, [&](const std::string& word) { return acts.roles_of(word).any(role); });
  };
  named.truce = named.kind.any(Role::truce) || is_told(Role::truce);
  named.club = named.titled && is_told(Role::club);
}

}  // namespace

std::string year_told(const Reading& reading, const AgreementPhrase& phrase) {
  const std::uint32_t made = phrase.tokens.end;
  const SyntaxWord* word = syntax_of(reading, made);
  const bool plain = phrase.form == PhraseForm::plain && phrase.sides.empty();
  if (!plain || word == nullptr || word->tag != Penn::vbn || made + 2 >= reading.tokens.size())
    return {};
  const std::string year(reading.lower(made + 2));
  return reading.lower(made + 1) == "in" && is_year(year) ? year : std::string();
}

Meaning read_meaning(const Reading& reading, const Lexicon& lexicon, const AgreementPhrase& phrase,
                     const std::string& head,
                     const std::function<bool(std::uint32_t token)>& is_side) {
  const World& world = lexicon.world;
  Meaning meaning;
  meaning.form = phrase.form;
  meaning.determiner = phrase.determiner;
  meaning.other = phrase.other || phrase.apart;
  const std::uint32_t first = phrase.tokens.begin;
  meaning.at = first;
  meaning.pointing = first > 0 && is_any(reading.lower(first - 1), {"that", "this"});
  meaning.capital = phrase.form == PhraseForm::plain && phrase.tokens.size() == 1 &&
                    reading.tokens[first].capital && !reading.tokens[first].all_capitals &&
                    first > reading.sentences[reading.tokens[first].sentence].tokens.begin;
  meaning.head = head;
  meaning.accords = phrase.head != kNone && reading.is(phrase.head, Role::accords);
  meaning.kind = lexicon.acts.roles_of(head);
  meaning.sides = phrase.sides;
  std::uint32_t sentence = reading.tokens[first].sentence;
  const std::uint32_t block = reading.sentences[sentence].block;
  while (sentence > 0 && reading.sentences[sentence - 1].block == block) --sentence;
  meaning.paragraph = reading.sentences[sentence].tokens.begin;
  int nouns = 0;
  for (std::uint32_t i = phrase.tokens.begin; i < phrase.tokens.end; ++i) {
    const Token& token = reading.tokens[i];
    if (token.kind == WordKind::mark || i == phrase.head || is_side(i)) continue;
    const auto role = world.agreement_words.find(reading.lower(i));
    const bool known = role != world.agreement_words.end();
    if (known && (role->second == AgreementWord::link || role->second == AgreementWord::tail))
      continue;
    const std::string word = world.singular(reading.lower(i));
    meaning.telling.insert(word);
    const SyntaxWord* syntax = syntax_of(reading, i);
    nouns += syntax != nullptr && syntax->word_class == WordClass::noun &&
             syntax->relation != Dependency::nmod_poss;  // "the women's | rights treaty"
    const bool own = token.capital || token.kind == WordKind::number;
    const bool content = phrase.head != kNone && i > phrase.head;  // "on an [Economic Area]"
    meaning.of_year = meaning.of_year || (content && is_year(word));
    if (own && (content || !world.agreement_words.contains(word))) meaning.own.insert(word);
  }
  meaning.compound = nouns > 1;
  for (std::uint32_t i = phrase.topic.begin; i < phrase.topic.end; ++i)
    meaning.telling.insert(world.singular(reading.lower(i)));
  if (const std::string year = year_told(reading, phrase); !year.empty()) {
    meaning.telling.insert(year);
    meaning.own.insert(year);
  }
  return meaning;
}

Named named_by_title(const std::string& title, const Lexicon& lexicon) {
  const World& world = lexicon.world;
  Named named;
  named.titled = true;
  std::string kind;
  bool told = false;  // "Optional Protocol | to the International Covenant on ..."
  std::istringstream words(title);
  for (std::string word; words >> word;) {
    named.words.insert(world.singular(word));
    told = told || (!named.head.empty() && is_any(word, {"to", "on", "against", "of", "for"}));
    const auto role = world.agreement_words.find(folded_name(word));
    if (role == world.agreement_words.end()) continue;
    if (role->second == AgreementWord::head && !told) {
      named.head = world.singular(folded_name(word));
      named.plural = word.ends_with('s');
    } else if (named.head.empty() &&
               (role->second == AgreementWord::title || role->second == AgreementWord::weak)) {
      kind = folded_name(word);
    }
  }
  const bool text = !named.head.empty();
  if (!text) named.head = kind;
  tell_kind(lexicon.acts, named);
  named.programme = !text && is_programme(named);
  return named;
}

std::string year_made(const Reading& reading, const Acts& acts, const AgreementPhrase& phrase) {
  constexpr std::uint32_t kBack = 6;
  const std::uint32_t behind = phrase.written().end;
  const TokenSpan sentence = reading.sentences[reading.tokens[behind - 1].sentence].tokens;
  const auto word = [&](std::uint32_t t) { return reading.lower(t); };
  bool made = false;
  for (std::uint32_t i = std::max(sentence.begin + kBack, phrase.tokens.begin) - kBack;
       i < phrase.tokens.begin; ++i) {
    const auto hit = acts.phrases.longest(word, i, phrase.tokens.begin);
    made = made || (hit && acts.acts[acts.forms[hit->value].act].stage == Stage::signed_);
  }
  const bool year = made && behind + 1 < sentence.end && word(behind) == "in" &&
                    is_year(std::string(word(behind + 1)));
  return year ? std::string(word(behind + 1)) : std::string();
}

Named named_by_phrase(const Reading& reading, const Acts& acts, const AgreementPhrase& phrase,
                      const Meaning& meaning) {
  Named named;
  named.head = meaning.head;
  named.words = meaning.telling;
  tell_kind(acts, named);
  named.titled = phrase.form == PhraseForm::title;
  named.described = !phrase.topic.empty() && phrase.tokens.begin == phrase.head;
  named.called = !std::ranges::all_of(meaning.own, is_year);
  named.apart = phrase.apart;
  const bool headed = phrase.head != kNone;
  const bool clause =
      reading.tokens.size() > phrase.tokens.end &&  // "the treaty | that bans mines"
      reading.lower(phrase.tokens.end) == "that";
  const bool told = headed && (phrase.tokens.end > phrase.head + 1 || clause);  // "on mines"
  named.is_new = !phrase.plural && (phrase.determiner == Determiner::indefinite || told);
  named.plural = named.titled && headed && reading.lower(phrase.head).ends_with('s');
  const bool text = headed && reading.tokens[phrase.head].agreement == AgreementWord::head;
  named.programme = named.titled && !text && is_programme(named);
  return named;
}

void add_name(Entity& agreement, const std::string& name) {
  if (folded_name(agreement.name) == folded_name(name)) return;
  if (std::ranges::find(agreement.aliases, name) != agreement.aliases.end()) return;
  const auto capitals = [](const std::string& s) {
    return std::ranges::count_if(s, [](char c) { return c >= 'A' && c <= 'Z'; });
  };
  const bool fuller =
      name.size() > agreement.name.size() && capitals(name) >= capitals(agreement.name);
  agreement.aliases.push_back(fuller ? agreement.name : name);
  if (fuller) agreement.name = name;
}

std::uint32_t best_fit(const std::vector<Named>& named, const Meaning& meaning, bool headline) {
  const Named* best = nullptr;
  int most = 0;
  for (const Named& one : named) {
    int here = fitness(one, meaning, headline);
    if (here == 0) continue;
    if (meaning.pointing) here = 1;  // the nearest
    const bool nearer =
        best == nullptr || (headline ? one.first < best->first : is_nearer(one, *best, meaning));
    if (here > most || (here == most && nearer)) {
      best = &one;
      most = here;
    }
  }
  return best == nullptr ? kNone : best->entity;
}

std::uint32_t same_agreement(const std::vector<Named>& named, const Meaning& meaning) {
  for (auto it = named.rbegin(); it != named.rend(); ++it) {
    const bool same =
        meaning.form == PhraseForm::title ? same_title(*it, meaning) : same_sides(*it, meaning);
    if (same) return it->entity;
  }
  return kNone;
}

bool is_named_later(const Named& named, const Meaning& meaning) {
  const bool definite =
      meaning.determiner == Determiner::definite || meaning.determiner == Determiner::none;
  const bool like = named.words.empty() ? named.head == meaning.head : like_head(named, meaning);
  return like && !named.titled && definite && !meaning.other && holds(meaning.telling, named.words);
}

bool is_part_of_name(const Named& named, const std::string& id, const World& world) {
  if (named.titled || named.words.empty() || named.head.empty() || named.is_new) return false;
  const auto known = std::ranges::find(world.agreements, id, &KnownAgreement::id);
  if (known == world.agreements.end()) return false;
  return std::ranges::any_of(known->names, [&](const std::string& name) {
    std::set<std::string> words;
    std::istringstream all(folded_name(name));
    for (std::string word; all >> word;) words.insert(world.singular(word));
    return words.contains(named.head) && holds(words, named.words) &&
           words.size() <= 2 * (named.words.size() + 1);
  });
}

bool may_be_named(const Named& named, const Meaning& meaning) {
  const bool like =
      named.head == meaning.head || is_general(meaning.kind) || is_general(named.kind);
  const bool definite =
      meaning.determiner == Determiner::definite || meaning.determiner == Determiner::none;
  const bool open = !named.titled && !named.called;
  return like && definite && open && !meaning.other && !meaning.own.empty() &&
         (named.words.size() < 2 || named.described || holds(meaning.telling, named.words)) &&
         (meaning.sides.empty() || named.sides.empty() || holds_sides(named, meaning));
}

bool spoke_of_two_sided(const std::vector<Named>& named, const Reading& reading, std::uint32_t at) {
  constexpr std::uint32_t kSentencesBack = 3;
  const auto last = std::ranges::max_element(named, {}, &Named::last);
  if (last == named.end()) return false;
  return !last->titled || !last->sides.empty() ||
         reading.tokens[last->last].sentence + kSentencesBack < reading.tokens[at].sentence;
}

}  // namespace concord
