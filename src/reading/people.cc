// Persons, learnt from what the text says of them, and every later place where their name stands.
//
//   Ana Ruiz, Chile's foreign minister    once introduced (introductions.h),
//   Ruiz, Mr Ruiz                         by the family name later
//   Trump                                 or in office, and too well known to be introduced
//
// Which word is the family name is the text's own choice where it uses one alone ("Moon", "Lula");
// else the last one, with its particles ("von der Leyen"), or the first where it is known to stand
// first ("Xi").
#include <map>

#include "reading/introductions.h"
#include "reading/parties.h"
#include "reading/passes.h"
#include "reading/times_clock.h"
#include "reading/word_view.h"
#include "text/fold.h"
#include "text/word_map.h"

namespace concord {
namespace {

class PeopleFinder : NameView {
 public:
  PeopleFinder(const WordView& view, const Lexicon& lexicon, Reading& reading)
      : NameView(view),
        lexicon_(lexicon),
        year_(report_year(view.report.published)),
        reading_(reading) {}

  void run() {
    count_lone_words();
    for (const Introduction& one : find_introductions(view_, lexicon_)) add_person(one);
    introduce_leaders();
    find_mentions();
  }

 private:
  // Words that stand alone between small words somewhere: what the text calls people by.
  void count_lone_words() {
    for (std::uint32_t i = 0; i < view_.size(); ++i) {
      if (!view_.is_capital(i) || view_.is_title(i) || is_short_title(i)) continue;
      const std::uint32_t first = view_.sentence(i).begin;
      std::uint32_t begin = i;
      while (begin > first && is_particle(begin - 1)) --begin;
      const bool before = begin > first && view_.is_capital(begin - 1) &&
                          !speaker(begin - 1).title && !speaker(begin - 1).office &&
                          !view_.is(begin - 1, Role::determiner);
      const bool joined = (begin > first && low(begin - 1) == "-") || low(i + 1) == "-";
      if (!before && !joined && !is_name_word(i + 1) && !is_particle(i + 1)) lone_.insert(low(i));
    }
  }

  // "| Sen. | Ana Ruiz": no Hun Sen.
  bool is_short_title(std::uint32_t i) const {
    return speaker(i).title && low(i + 1) == "." && !view_.spaced(i + 1) && is_name_word(i + 2);
  }

  // "Oren Vale | Jr", "King Oren | II"
  bool is_suffix(std::uint32_t i) const {
    const bool numeral = low(i).find_first_not_of("ivx") == std::string_view::npos;
    const bool short_form = view_.speech.abbreviations.contains(low(i));
    return view_.is_capital(i) && (short_form || (numeral && reading_.tokens[i].all_capitals));
  }

  // The words by which a person is known: see the head of this file. Where nothing tells, the
  // whole name: "Anwar Ibrahim" may be Anwar, "Oren Vale" Vale.
  TokenSpan family_name(TokenSpan name) const {
    while (name.size() > 1 && is_suffix(name.end - 1)) --name.end;
    for (std::uint32_t i = name.end; i > name.begin; --i) {
      if (view_.is_capital(i - 1) && lone_.contains(low(i - 1)))
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
      const bool hyphen = low(at) == "-" && at > first && !view_.spaced(at);
      if (!hyphen && !(is_particle(at) && word.begin - 1 > first)) break;
      word.begin = hyphen ? at - 1 : at;
    }
    return word;
  }

  std::uint32_t bearer_of(TokenSpan family) const {
    const auto known = by_family_.find(lower(view_.text(family)));
    return known == by_family_.end() ? kNone : known->second;
  }

  // "Abdul Ghani Baradar", where the "Ghani" of the text leads another party.
  bool is_name_of_another(TokenSpan family, TokenSpan name, const std::string& party) const {
    if (family.end == name.end || party.empty()) return false;
    const std::string leads = lexicon_.leaders.party_of_family(view_.text(family), year_);
    return !leads.empty() && leads != party;
  }

  // One of the same family name: known to act for others, or with another first letter.
  bool is_another(const Entity& known, const std::string& name, TokenSpan family,
                  const std::string& party) const {
    const std::size_t alone = view_.text(family).size();
    if (name.size() <= alone) return false;
    const bool acts_for_others = !party.empty() && !known.party.empty() && party != known.party;
    const bool another_letter =
        known.name.size() > alone && lower(known.name).substr(0, 1) != lower(name).substr(0, 1);
    return acts_for_others || another_letter;
  }

  // "DR Congo", "St Lucia": a title's word that opens a country's name.
  bool is_in_place_name(TokenSpan name) const {
    const Mention* place = view_.mention(name.begin);
    return place != nullptr && place->tokens.begin < name.begin && place->tokens.end >= name.end;
  }

  void add_person(const Introduction& one) {
    if (is_in_place_name(one.name)) return;
    const std::string name = view_.text(one.name);
    const std::string party =
        one.party.empty() ? lexicon_.leaders.party_of(name, year_) : one.party;
    if (lexicon_.world.party(party))
      party_entity(lexicon_.world, party, reading_);  // not of bodies that the report names
    TokenSpan family = family_name(one.name);
    if (is_name_of_another(family, one.name, party))
      family = with_particles({one.name.end - 1, one.name.end}, one.name.begin);
    std::uint32_t number = bearer_of(family);
    if (number != kNone && is_another(reading_.entities[number], name, family, party))
      number = kNone;
    const std::string key = lower(view_.text(family));
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
    if (person.party.empty()) person.party = party;
    if (person.gender == 0) person.gender = one.gender;
    places_.push_back({one.name, number});
  }

  // "the | Ruiz | administration", of whatever year: who led no state has none.
  bool has_government(std::uint32_t i) const { return view_.is(i + 1, Role::regime); }

  // "Trump gave notice", "de Gaulle took France out": in office, and too well known to be
  // introduced.
  void introduce_leaders() {
    for (std::uint32_t i = 0; i < view_.size(); ++i) {
      if (!is_name_word(i) || !lone_.contains(low(i)) || view_.mention(i) != nullptr) continue;
      const std::string key(low(i));
      const auto known = by_family_.find(key);
      Entity* person = known == by_family_.end() ? nullptr : &reading_.entities[known->second];
      if (person != nullptr && (!person->party.empty() || lower(person->name) != key)) continue;
      std::string party = lexicon_.leaders.party_of_family(key, year_);
      if (party.empty() && has_government(i))
        party = lexicon_.leaders.party_of_family_once(key, year_);
      if (party.empty()) continue;
      Introduction one;
      one.name = {i, i + 1};
      one.party = party;
      add_person(one);
    }
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
    if (!view_.is_capital(i) || view_.mention(i) != nullptr || is_short_title(i)) return false;
    std::string_view word = low(i);
    if (word.ends_with('\'')) word.remove_suffix(1);
    const auto known = by_last_word_.find(word);
    if (known == by_last_word_.end()) return false;
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

  const Lexicon& lexicon_;
  const int year_;
  Reading& reading_;
  WordSet lone_;
  std::map<std::string, std::uint32_t, std::less<>> by_family_;
  std::map<std::string, std::uint32_t, std::less<>> by_last_word_;
  std::vector<Mention> places_;
};

}  // namespace

void find_people(const Report& report, const Lexicon& lexicon, Reading& reading) {
  const WordView view(report, lexicon, reading);
  PeopleFinder(view, lexicon, reading).run();
}

}  // namespace concord
