// Persons, learnt from what the text says of them, and every later place where their name stands.
//
//   US President Donald Trump             a title before the name; the state from its adjective
//   Ana Ruiz, Chile's foreign minister,   an apposition behind two capitals
//   Oren Vale                             a given name that the language knows
//   Ruiz, Mr Vale                         the family name later, once somebody bears it
//
// Which word is the family name is the text's own choice where it uses one alone ("Moon", "Lula");
// else the last one, with its particles ("von der Leyen"), or the first where it is known to stand
// first ("Xi").
#include <map>
#include <set>

#include "reading/passes.h"
#include "reading/word_view.h"
#include "text/fold.h"

namespace concord {
namespace {

constexpr std::uint32_t kNameWordsMax = 6;

struct Introduction {
  TokenSpan name;     // "Ana Ruiz"
  TokenSpan role;     // "foreign minister", empty where none is told
  std::string party;  // of the office
  char gender = 0;
};

class PeopleFinder {
 public:
  PeopleFinder(const Report& report, const Lexicon& lexicon, Reading& reading)
      : view_(report, lexicon, reading), reading_(reading) {}

  void run() {
    count_lone_words();
    std::vector<Introduction> found;
    for (const Sentence& sentence : reading_.sentences) {
      for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end;) {
        const TokenSpan run = capital_run(i, sentence.tokens.end);
        if (!run.empty() && !view_.is_title(i)) introduce(run, sentence.tokens, found);
        i = std::max(i + 1, run.end);
      }
    }
    for (const Introduction& one : found) add_person(one);
    find_mentions();
  }

 private:
  using Role = WordView::Role;
  std::string_view low(std::uint32_t i) const { return view_.low(i); }
  SpeakerWord speaker(std::uint32_t i) const { return view_.speech.speaker(low(i)); }

  const NameWord* name_word(std::uint32_t i) const {
    const auto found = view_.speech.names.find(low(i));
    return found == view_.speech.names.end() ? nullptr : &found->second;
  }
  bool is_particle(std::uint32_t i) const {
    const NameWord* word = name_word(i);
    return word != nullptr && word->particle;
  }
  bool is_name_word(std::uint32_t i) const {
    return view_.is_capital(i) && !is_month(i) && low(i) != "'s" &&
           !(view_.is(i, Role::preposition | Role::determiner | Role::subordinate | Role::singular |
                             Role::relative | Role::owner) &&
             !is_particle(i));
  }
  // A word of a date; but "Theresa May" is a name.
  bool is_month(std::uint32_t i) const {
    const Time* time = view_.time(i);
    if (time == nullptr) return false;
    const NameWord* before = i == 0 ? nullptr : name_word(i - 1);
    const bool named = before != nullptr && before->given && view_.is_capital(i - 1);
    return !(time->tokens.size() == 1 && i > 0 && (named || speaker(i - 1).title));
  }

  // The capitalised words from token i on, with the hyphens, particles and initials among them.
  TokenSpan capital_run(std::uint32_t i, std::uint32_t end) const {
    if (!is_name_word(i)) return {i, i};
    std::uint32_t last = i + 1;
    while (last < end) {
      if (view_.is_inner_stop(last) && last + 1 < end && is_name_word(last + 1)) {
        last += 2;  // "Dr. Ruiz", "Ana B. Ruiz"
      } else if (is_name_word(last) && view_.spaced(last)) {
        ++last;
      } else if (low(last) == "-" && !view_.spaced(last) && last + 1 < end &&
                 view_.is_word(last + 1) && !view_.spaced(last + 1)) {
        last += 2;
      } else if (const std::uint32_t name = over_particles(last, end); name != last) {
        last = name + 1;
      } else {
        break;
      }
    }
    return {i, last};
  }

  // "Ursula [von der] Leyen", "Bashar [al-]Assad": the name word behind particles, or `from`.
  std::uint32_t over_particles(std::uint32_t from, std::uint32_t end) const {
    std::uint32_t at = from;
    while (at < end && at < from + 4 && (is_particle(at) || low(at) == "-")) ++at;
    return at > from && at < end && low(from) != "-" && is_name_word(at) ? at : from;
  }

  // Words that stand alone between small words somewhere: what the text calls people by.
  void count_lone_words() {
    for (std::uint32_t i = 0; i < view_.size(); ++i) {
      if (!view_.is_capital(i) || view_.is_title(i)) continue;
      const std::uint32_t first = view_.sentence(i).begin;
      std::uint32_t begin = i;
      while (begin > first && is_particle(begin - 1)) --begin;
      const bool before = begin > first && view_.is_capital(begin - 1) && !speaker(begin - 1).title;
      const bool joined = (begin > first && low(begin - 1) == "-") || low(i + 1) == "-";
      if (!before && !joined && !is_name_word(i + 1) && !is_particle(i + 1))
        lone_.insert(std::string(low(i)));
    }
  }

  // Reads who a run of capitals introduces, if it does.
  void introduce(TokenSpan run, TokenSpan sentence, std::vector<Introduction>& found) const {
    Introduction one;
    std::uint32_t begin = run.begin;
    bool titled = false;
    for (std::uint32_t i = run.begin; i < run.end; ++i) {
      const SpeakerWord word = speaker(i);
      const bool title = word.title || word.office || (word.person && i > run.begin) ||
                         (word.person && view_.mention(i) == nullptr && i + 2 < run.end);
      if (title && i + 1 < run.end) {
        begin = i + 1;
        titled = true;
        if (word.gender != 0) one.gender = word.gender;
      } else if (const Mention* mention = view_.mention(i); mention != nullptr && i >= begin) {
        if (!titled || mention->tokens.end < run.end)
          begin = std::min(mention->tokens.end, run.end);
        i = std::max(i, begin > 0 ? begin - 1 : 0);
      }
    }
    if (low(begin) == ".") ++begin;
    if (low(begin) == "-") begin += 2;  // "President-elect Oren Vale"
    while (begin < run.end && (speaker(begin).qualifier || low(begin) == ".")) ++begin;
    if (low(begin) == "state" && begin >= 2 && low(begin - 1) == "of" &&
        speaker(begin - 2).office) {
      ++begin;  // "Secretary of State Oren Vale"
      titled = true;
    }
    one.name = {begin, std::max(begin, run.end)};
    if (!could_be_name(one.name)) return;
    one.role = role_before(one.name, sentence, titled);
    titled = titled || !one.role.empty();
    if (one.role.empty()) one.role = role_after(one.name, sentence);
    const std::uint32_t words = words_in(one.name);
    const NameWord* first = name_word(begin);
    const bool known = first != nullptr && (first->given || first->family) && words >= 2;
    const bool told = words >= 2 && (!one.role.empty() || is_told_of(one.name, sentence));
    if (!titled && !known && !told) return;
    one.party = party_of(one, sentence);
    if (one.gender == 0 && first != nullptr && first->given) one.gender = first->gender;
    found.push_back(std::move(one));
  }

  std::uint32_t words_in(TokenSpan name) const {
    std::uint32_t words = 0;
    for (std::uint32_t i = name.begin; i < name.end; ++i) words += view_.is_capital(i);
    return words;
  }

  bool could_be_name(TokenSpan name) const {
    if (name.empty() || words_in(name) == 0 || words_in(name) > kNameWordsMax) return false;
    for (std::uint32_t i = name.begin; i < name.end; ++i) {
      const bool head = reading_.tokens[i].agreement == AgreementWord::head;
      const SpeakerWord word = speaker(i);
      if (head || word.body || word.qualifier || view_.speech.nouns.contains(low(i))) return false;
      if (i + 1 == name.end && (word.office || word.person)) return false;
      if (view_.is_capital(i) && reading_.tokens[i].all_capitals &&
          reading_.tokens[i].span.size() > 2)
        return false;
    }
    const std::uint32_t last = name.end - 1;
    return low(name.end) != "-" && !view_.is(last, Role::be | Role::have) && low(last) != "and";
  }

  // The words of an office right before a name: "[Chile's foreign minister], Ana Ruiz", "Kremlin
  // [spokesman] Oren Vale", "the [head of the agency], Ana Ruiz". Empty where there is none.
  TokenSpan role_before(TokenSpan name, TokenSpan sentence, bool titled) const {
    std::uint32_t end = name.begin;
    const bool apposed = end > sentence.begin && low(end - 1) == ",";
    if (apposed) --end;
    std::uint32_t begin = end;
    std::uint32_t noun = kNone;  // the leftmost word that names who it is
    while (begin > sentence.begin && end - begin < 9) {
      const std::uint32_t at = begin - 1;
      if (view_.is_quoted(at) || !belongs_to_role(at, apposed, noun != kNone)) break;
      const SpeakerWord word = speaker(at);
      if (word.office || word.person || (word.title && !apposed)) noun = at;
      begin = at;
    }
    if (noun == kNone) return titled ? TokenSpan{begin, end} : TokenSpan{end, end};
    while (begin < noun && !speaker(begin).qualifier && !speaker(begin).body &&
           view_.actor(begin) == nullptr)
      ++begin;
    const auto titled_on = [&](std::uint32_t i) { return speaker(i).title || speaker(i).office; };
    while (begin < end && (low(begin) == "." ||
                           (titled_on(begin) && !speaker(begin).office && !titled_on(begin + 1))))
      ++begin;  // "Mr", "Dr." are no offices
    return {begin, end};
  }

  bool belongs_to_role(std::uint32_t at, bool apposed, bool has_noun) const {
    const SpeakerWord word = speaker(at);
    if (word.office || word.person || word.title || word.qualifier || word.body) return true;
    if (view_.actor(at) != nullptr && view_.actor(at)->kind != EntityKind::person) return true;
    if (is_any(low(at), {"of", "-", "elect"}) || view_.is_inner_stop(at)) return true;
    if (low(at) == "'s") return has_noun;
    return apposed && !has_noun && (view_.is_capital(at) || is_any(low(at), {"for", "the", "at"}));
  }

  // "Ana Ruiz, [Chile's foreign minister],": the apposition behind a name.
  TokenSpan role_after(TokenSpan name, TokenSpan sentence) const {
    if (low(name.end) != ",") return {};
    std::uint32_t begin = name.end + 1;
    while (view_.is(begin, Role::determiner)) ++begin;
    for (std::uint32_t i = begin; i < sentence.end && i < begin + 7; ++i) {
      if (view_.is_mark(i) && low(i) != "-") return {};
      if (view_.is(i, Role::relative | Role::be | Role::have | Role::list)) return {};
      if (!speaker(i).office && !speaker(i).person) continue;
      std::uint32_t end = i + 1;
      while (end < sentence.end && (speaker(end).office || low(end) == "-")) ++end;
      return {begin, end};
    }
    return {};
  }

  // ", who", ", 54,": said of people only.
  bool is_told_of(TokenSpan name, TokenSpan sentence) const {
    if (low(name.end) != "," || name.end + 1 >= sentence.end) return false;
    return is_any(low(name.end + 1), {"who", "whose", "whom"});
  }

  // The state or body that the office speaks for: named in the role, around it or behind it.
  std::string party_of(const Introduction& one, TokenSpan sentence) const {
    bool office = false;
    const std::uint32_t from = std::min(one.name.begin, one.role.empty() ? kNone : one.role.begin);
    const std::uint32_t begin = from - std::min(from - sentence.begin, 5u);
    for (std::uint32_t i = begin; i < one.name.begin; ++i) office = office || speaker(i).office;
    for (std::uint32_t i = one.role.begin; i < one.role.end; ++i)
      office = office || speaker(i).office;
    const bool owned = one.name.begin >= sentence.begin + 2 && low(one.name.begin - 1) == "'s";
    if (!office && !owned) return {};  // "Finland's Ana Ruiz" is taken to speak for it
    const auto party_at = [&](std::uint32_t i) -> std::string {
      const Entity* entity = view_.actor(i);
      return entity == nullptr ? "" : entity->party;
    };
    for (std::uint32_t i = one.role.begin; i < one.role.end; ++i) {
      if (std::string party = party_at(i); !party.empty()) return party;
    }
    const bool its =
        !one.role.empty() && one.role.begin > sentence.begin && low(one.role.begin - 1) == "its";
    if (its) return first_state(sentence, one.role.begin);
    const std::uint32_t stop = std::max(one.name.end, one.role.end);
    if (low(stop) == "of" || low(stop) == "for") {
      const std::uint32_t at = stop + 1 + (view_.is(stop + 1, Role::determiner) ? 1 : 0);
      if (at < sentence.end) {
        if (std::string party = party_at(at); !party.empty()) return party;
      }
    }
    for (std::uint32_t i = one.name.begin; i > begin; --i) {
      const std::uint32_t at = i - 1;
      const bool between = speaker(at).office || speaker(at).title || speaker(at).qualifier ||
                           speaker(at).body || is_any(low(at), {"'s", "-", ",", "of", "state"});
      if (std::string party = party_at(at); !party.empty()) return party;
      if (!between) break;
    }
    return {};
  }

  // "Kiribati has left, its president, Taneti Maamau, said": the state that the sentence opens
  // with.
  std::string first_state(TokenSpan sentence, std::uint32_t before) const {
    for (std::uint32_t i = sentence.begin; i < before; ++i) {
      const Entity* entity = view_.actor(i);
      if (entity != nullptr && entity->kind == EntityKind::state) return entity->party;
    }
    return {};
  }

  // The words by which a person is known: see the head of this file. Where nothing tells, the
  // whole name: "Anwar Ibrahim" may be Anwar, "Oren Vale" Vale.
  TokenSpan family_name(TokenSpan name) const {
    for (std::uint32_t i = name.end; i > name.begin; --i) {
      if (view_.is_capital(i - 1) && lone_.contains(std::string(low(i - 1))))
        return with_particles({i - 1, i}, name.begin);
    }
    const NameWord* first = name_word(name.begin);
    const bool eastern = words_in(name) >= 3 || low(name.begin + 2) == "-";  // "Kim Jong Un"
    if (first != nullptr && first->family && (!first->given || eastern))
      return {name.begin, name.begin + 1};
    const TokenSpan last = with_particles({name.end - 1, name.end}, name.begin);
    const bool western = first != nullptr && first->given && words_in(name) <= 3 &&
                         (name_word(last.end - 1) == nullptr || !name_word(last.end - 1)->given);
    return western ? last : name;
  }

  TokenSpan with_particles(TokenSpan word, std::uint32_t first) const {
    while (word.begin > first) {
      const std::uint32_t at = word.begin - 1;
      const bool hyphen = low(at) == "-" && at > first;
      if (!hyphen && !(is_particle(at) && word.begin - 1 > first)) break;
      word.begin = hyphen ? at - 1 : at;
    }
    return word;
  }

  void add_person(const Introduction& one) {
    const TokenSpan family = family_name(one.name);
    const std::string key = lower(view_.text(family));
    std::uint32_t number = kNone;
    if (const auto known = by_family_.find(key); known != by_family_.end()) number = known->second;
    const std::string name = view_.text(one.name);
    if (number != kNone) {  // another bearer of the name?
      const std::string& old = reading_.entities[number].name;
      const bool longer = old.size() > key.size() && name.size() > key.size();
      if (longer && lower(old).substr(0, 1) != lower(name).substr(0, 1)) number = kNone;
    }
    if (number == kNone) {
      number = static_cast<std::uint32_t>(reading_.entities.size());
      Entity person;
      person.kind = EntityKind::person;
      person.id = view_.text(family);
      person.family_name = person.id;
      reading_.entities.push_back(std::move(person));
      by_family_.insert_or_assign(key, number);
      by_last_word_.insert_or_assign(std::string(low(family.end - 1)), number);
    }
    Entity& person = reading_.entities[number];
    if (name.size() > person.name.size()) person.name = name;
    if (person.role.empty() && !one.role.empty()) person.role = view_.text(one.role);
    if (person.party.empty()) person.party = one.party;
    if (person.gender == 0) person.gender = one.gender;
    places_.push_back({one.name, number});
  }

  // Every place where a person's name stands, the introductions and the family names alone.
  void find_mentions() {
    std::vector<std::uint32_t> at(view_.size(), kNone);
    for (std::size_t n = 0; n < places_.size(); ++n) {
      for (std::uint32_t i = places_[n].tokens.begin; i < places_[n].tokens.end; ++i)
        at[i] = static_cast<std::uint32_t>(n);
    }
    std::vector<Mention> people;
    for (std::uint32_t i = 0; i < view_.size(); ++i) {
      Mention mention;
      if (at[i] != kNone) {
        mention.tokens = places_[at[i]].tokens;
        mention.entity = places_[at[i]].entity;
      } else if (!is_family_name_alone(i, mention)) {
        continue;
      }
      mention.possessive =
          low(mention.tokens.end) == "'s" || reading_.lower(mention.tokens.end - 1).ends_with("'");
      i = mention.tokens.end - 1;
      people.push_back(mention);
    }
    merge(people);
  }

  bool is_family_name_alone(std::uint32_t i, Mention& mention) const {
    if (!view_.is_capital(i) && !is_particle(i)) return false;
    if (view_.mention(i) != nullptr) return false;
    std::string_view word = low(i);
    if (word.ends_with('\'')) word.remove_suffix(1);
    const auto known = by_last_word_.find(word);
    if (known == by_last_word_.end() || !view_.is_capital(i)) return false;
    TokenSpan tokens = with_particles({i, i + 1}, view_.sentence(i).begin);
    const std::uint32_t before = tokens.begin - 1;
    const bool named = i > view_.sentence(i).begin && view_.is_capital(before) &&
                       !speaker(before).title && !speaker(before).office &&
                       view_.mention(before) == nullptr && tokens.begin > view_.sentence(i).begin &&
                       !view_.is_title(i) && view_.time(before) == nullptr;
    const Entity& person = reading_.entities[known->second];
    const bool own =
        named && lower(person.name).find(std::string(low(before))) != std::string::npos;
    if (named && !own && before > view_.sentence(i).begin) return false;  // another bearer
    if (own) tokens.begin = before;
    const bool longer =
        is_name_word(i + 1) && view_.spaced(i + 1) && !view_.is_title(i) && speaker(i + 1).body;
    if (longer || (low(i + 1) == "-" && !view_.spaced(i + 1) && !view_.spaced(i + 2))) return false;
    mention.tokens = tokens;
    mention.entity = known->second;
    return true;
  }

  // A person named like a place is no place: "President Jordan".
  void merge(const std::vector<Mention>& people) {
    std::vector<bool> taken(view_.size(), false);
    for (const Mention& person : people) {
      for (std::uint32_t i = person.tokens.begin; i < person.tokens.end; ++i) taken[i] = true;
    }
    std::vector<Mention> all;
    for (const Mention& mention : reading_.mentions) {
      if (!taken[mention.tokens.begin] && !taken[mention.tokens.end - 1]) all.push_back(mention);
    }
    all.insert(all.end(), people.begin(), people.end());
    std::ranges::stable_sort(all, {}, [](const Mention& m) { return m.tokens; });
    reading_.mentions = std::move(all);
  }

  const WordView view_;
  Reading& reading_;
  std::set<std::string, std::less<>> lone_;
  std::map<std::string, std::uint32_t, std::less<>> by_family_;
  std::map<std::string, std::uint32_t, std::less<>> by_last_word_;
  std::vector<Mention> places_;
};

}  // namespace

void find_people(const Report& report, const Lexicon& lexicon, Reading& reading) {
  PeopleFinder(report, lexicon, reading).run();
}

}  // namespace concord
