// States and bodies by name, demonym, capital or abbreviation: the longest name of the world's
// table that begins at a capitalised word; and the bodies that a report introduces itself, by name
// and initials: "the Tigray People's Liberation Front (TPLF)". Known agreements are left to
// agreements.cc. A named group ("the Baltic states") is an entity of its own, with the states that
// it counts as its members.
#include <map>
#include <set>

#include "reading/joined_bodies.h"
#include "reading/parties.h"
#include "reading/passes.h"
#include "reading/times_clock.h"
#include "text/fold.h"

namespace concord {
namespace {

class ActorFinder {
 public:
  ActorFinder(const Report& report, const Lexicon& lexicon, Reading& reading)
      : report_(report), world_(lexicon.world), acts_(lexicon.acts), reading_(reading) {}

  void run() {
    for (const Sentence& sentence : reading_.sentences) learn(sentence.tokens);
    for (const Sentence& sentence : reading_.sentences) learn_bands(sentence.tokens);
    for (std::uint32_t i = 0; i < reading_.tokens.size(); ++i)
      tells_of_bands_ = tells_of_bands_ || (is_band(i) && !reading_.tokens[i].capital);
    for (const Sentence& sentence : reading_.sentences) learn_initials(sentence.tokens);
    for (const Sentence& sentence : reading_.sentences) {
      for (std::uint32_t i = sentence.tokens.begin;
           !sentence.dateline && i < sentence.tokens.end;) {
        i = try_at(i, sentence.tokens.end);
      }
    }
  }

 private:
  // "Full Name (FN)": the capitalised words before the bracket give its letters, in order. "Oman
  // left the Red Sea Council", "the RSC": a body that states join.
  void learn(TokenSpan sentence) {
    const bool club = names_club(reading_, sentence);
    for (std::uint32_t i = sentence.begin; club && i < sentence.end; ++i) {
      const TokenSpan name = body_joined_at(reading_, world_, acts_, sentence, i);
      if (name.empty()) continue;
      joined_.insert(words(name));
      learnt_.try_emplace(words(name), name);
      if (reading_.tokens[name.begin].all_capitals)  // "the OPX organisation ... the OPX"
        learnt_.try_emplace(words({name.begin, name.begin + 1}), name);
    }
    for (std::uint32_t i = sentence.begin + 2; i + 1 < sentence.end; ++i) {
      const Token& token = reading_.tokens[i];
      if (!token.all_capitals || reading_.lower(i - 1) != "(" || reading_.lower(i + 1) != ")")
        continue;
      const std::string initials(reading_.lower(i));
      const std::uint32_t begin = name_before(sentence.begin, i - 1, initials);
      if (begin == kNone || known(initials) || names_agreement({begin, i - 1})) continue;
      learnt_[initials] = {begin, i - 1};
    }
  }

  // "the Kachin Independence Army", "the Chin National Front": armed groups go by such names.
  void learn_bands(TokenSpan sentence) {
    for (std::uint32_t end = sentence.begin + 3; end <= sentence.end; ++end) {
      const std::uint32_t last = end - 1;
      if (!reading_.tokens[last].capital || !reading_.is(last, Role::band | Role::army)) continue;
      std::uint32_t begin = last;
      bool fights = false;
      while (begin > sentence.begin && reading_.tokens[begin - 1].capital &&
             (reading_.lower(begin - 1) != "the")) {
        --begin;
        fights = fights || reading_.is(begin, Role::cause);
      }
      const TokenSpan name = {begin, end};
      if (!fights || name.size() < 3 || name_of(begin, end)) continue;
      const std::string key = folded_name(report_.words(bytes_of(reading_, name)));
      if (reading_.lower(end) != "(" && !known(key)) learnt_.try_emplace(key, name);
    }
  }

  // "the rebel NSF", "the rebels of the UFR", "a splinter group, the BIFF", "the NDC, an alliance
  // of five rebel groups", "the FPRC, | the UPC and 3R": initials that a report never spells out.
  void learn_initials(TokenSpan sentence) {
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      if (!is_unknown_initials(sentence, i)) continue;
      if (is_told_as_band(sentence, i) || is_listed_with_band(sentence, i))
        learnt_.try_emplace(std::string(reading_.lower(i)), TokenSpan{i, i + 1});
    }
  }

  bool is_unknown_initials(TokenSpan sentence, std::uint32_t i) const {
    constexpr std::size_t kLettersMax = 8;
    const Token& token = reading_.tokens[i];
    if (!token.all_capitals) return false;
    const std::string word(reading_.lower(i));
    if (word.size() < 3 || word.size() > kLettersMax) return false;
    if (known(word) || learnt_.contains(word)) return false;
    std::uint32_t shouted = 0;  // a headline in capitals tells of no initials
    for (std::uint32_t t = sentence.begin; t < sentence.end; ++t)
      shouted += reading_.tokens[t].all_capitals ? 1 : 0;
    return 2 * shouted < sentence.size();
  }

  bool is_band(std::uint32_t i) const {
    return i < reading_.tokens.size() && reading_.is(i, Role::band);
  }

  bool is_told_as_band(TokenSpan sentence, std::uint32_t i) const {
    const bool article = i > sentence.begin && reading_.lower(i - 1) == "the";
    const std::uint32_t begin = article ? i - 1 : i;
    const bool before = begin > sentence.begin && is_band(begin - 1);  // "the rebel | NSF"
    const bool apposed = article && begin > sentence.begin + 1 && is_band(begin - 2) &&
                         is_any(reading_.lower(begin - 1), {",", "of"});
    if (before || apposed || is_band(i + 1)) return true;
    constexpr std::uint32_t kWordsMax = 7;
    if (i + 2 >= sentence.end || reading_.lower(i + 1) != ",") return false;
    if (!is_any(reading_.lower(i + 2), {"a", "an", "the", "one", "another"})) return false;
    for (std::uint32_t t = i + 3; t < sentence.end && t < i + 3 + kWordsMax; ++t) {
      if (reading_.tokens[t].kind == WordKind::mark) return false;
      if (is_band(t)) return true;
    }
    return false;
  }

  // "the FPRC, the UPC | and 3R": beside a party without a state, or, where the report tells of
  // rebels, beside a state.
  bool is_listed_with_band(TokenSpan sentence, std::uint32_t i) const {
    std::uint32_t end = i > sentence.begin && reading_.lower(i - 1) == "the" ? i - 1 : i;
    const std::uint32_t begin = end;
    while (end > sentence.begin && is_any(reading_.lower(end - 1), {",", "and"})) --end;
    if (end == begin || end <= sentence.begin) return false;
    const std::string before(reading_.lower(end - 1));
    if (learnt_.contains(before)) return !joined_.contains(before);
    const auto hit = world_.phrases.exact(before);
    if (!hit) return false;
    const bool article = reading_.lower(i - 1) == "the";
    if (world_.names[*hit].kind == NameKind::state) return article && tells_of_bands_;
    if (world_.names[*hit].kind != NameKind::body) return false;
    return !world_.bodies[world_.names[*hit].row].acceded;
  }

  // Where the name before a bracket begins: the words whose capitals are the initials, else a run
  // of two or more capitalised words ("Free Aceh Movement (GAM)"); kNone where there is neither.
  std::uint32_t name_before(std::uint32_t from, std::uint32_t end,
                            const std::string& initials) const {
    std::size_t left = initials.size();
    for (std::uint32_t i = end; i > from && left > 0; --i) {
      const Token& token = reading_.tokens[i - 1];
      if (token.capital && reading_.lower(i - 1)[0] == initials[left - 1]) {
        if (--left == 0 && end - (i - 1) >= 2) return i - 1;
      } else if (token.capital || end - i > 8) {
        break;
      }
    }
    std::uint32_t begin = end;
    while (begin > from && reading_.tokens[begin - 1].capital) --begin;
    return end - begin >= 2 ? begin : kNone;
  }

  bool known(const std::string& word) const { return world_.phrases.exact(word).has_value(); }

  bool names_agreement(TokenSpan name) const {
    for (std::uint32_t i = name.begin; i < name.end; ++i) {
      const auto role = reading_.tokens[i].agreement;
      if (role == AgreementWord::head || role == AgreementWord::title) return true;
    }
    return false;
  }

  // The learnt body that is named, in full or by its initials, at token i; else i.
  std::uint32_t learnt_at(std::uint32_t i, std::uint32_t end) {
    for (const auto& [initials, name] : learnt_) {
      std::uint32_t length = reading_.lower(i) == initials && reading_.tokens[i].all_capitals;
      if (length == 0 && i + name.size() <= end) {
        for (; length < name.size(); ++length) {
          if (reading_.lower(i + length) != reading_.lower(name.begin + length)) break;
        }
        if (length < name.size()) length = 0;
      }
      if (length == 0) continue;
      const auto [found, fresh] = learnt_entities_.try_emplace(
          initials, static_cast<std::uint32_t>(reading_.entities.size()));
      if (fresh) {
        Entity entity;
        entity.kind = EntityKind::body;
        entity.name = std::string(report_.words(bytes_of(reading_, name)));
        entity.acceded = joined_.contains(words(name)) || joined_.contains(initials);
        for (const char c : initials) entity.id += c >= 'a' && c <= 'z' ? char(c - 32) : c;
        if (initials.find(' ') != std::string::npos) entity.id = entity.name;
        entity.aliases = {entity.id};
        entity.party = entity.id;
        reading_.entities.push_back(std::move(entity));
      }
      const bool possessive = i + length < end && owns_behind(reading_, i + length);
      reading_.mentions.push_back({{i, i + length}, found->second, MentionForm::name, possessive});
      return i + length;
    }
    return i;
  }

  std::string words(TokenSpan name) const {
    return folded_name(report_.words(bytes_of(reading_, name)));
  }

  std::optional<std::uint32_t> name_of(std::uint32_t begin, std::uint32_t end) const {
    const auto hit =
        world_.phrases.longest([&](std::uint32_t t) { return reading_.lower(t); }, begin, end);
    if (!hit || begin + hit->length != end) return std::nullopt;
    return hit->value;
  }

  // "Albania, Serbia and Montenegro" ends a list of three, though the last two together are a name
  // as well: where the first of them ends, else `begin`.
  std::uint32_t first_of_list(std::uint32_t begin, std::uint32_t end) const {
    if (begin == 0 || reading_.lower(begin - 1) != ",") return begin;
    for (std::uint32_t i = begin + 1; i + 1 < end; ++i) {
      if (reading_.lower(i) == "and" && name_of(begin, i) && name_of(i + 1, end)) return i;
    }
    return begin;
  }

  // Adds the name that begins at token i, if one does; returns the token after it.
  std::uint32_t try_at(std::uint32_t i, std::uint32_t end) {
    const Token& token = reading_.tokens[i];
    const bool capital = token.capital || token.all_capitals;
    if (token.kind == WordKind::mark) return i + 1;
    if (const std::uint32_t after = capital ? learnt_at(i, end) : i; after > i) return after;
    if (!reading_.opens(i, Opens::name)) return i + 1;
    const auto hit =
        world_.phrases.longest([&](std::uint32_t t) { return reading_.lower(t); }, i, end);
    if (!hit) return i + 1;
    const std::uint32_t first = first_of_list(i, i + hit->length);
    const WorldName& name = world_.names[first > i ? *name_of(i, first) : hit->value];
    const std::uint32_t after = first > i ? first : i + hit->length;
    if (!capital && !name.small) return i + 1;  // "the five permanent members", "the euro area"
    if (name.kind == NameKind::place) return after;
    if (name.kind == NameKind::group && is_part(i)) return after;
    if (name.kind == NameKind::agreement || (name.abbreviation && !in_capitals(i, after)) ||
        is_shouted(i, after) || is_part_of_other_name(i, after, end, name)) {
      return name.kind == NameKind::agreement ? after : i + 1;
    }
    // "the first European member of it", "every European state": a region's, and not the Union's.
    const bool region = name.kind == NameKind::body && name.form == NameForm::adjective &&
                        after < end && reading_.is(after, Role::country);
    if (region) return after;
    const bool possessive = after < end && owns_behind(reading_, after);
    reading_.mentions.push_back({{i, after}, entity_of(name), form_of(name.form), possessive});
    return after;
  }

  // "NATO"; also "Nato", as British papers write what is said as a word.
  bool in_capitals(std::uint32_t begin, std::uint32_t end) const {
    constexpr std::size_t kSaidAsWord = 4;  // letters at least
    if (end == begin + 1 && reading_.tokens[begin].capital &&
        reading_.lower(begin).size() >= kSaidAsWord)
      return true;
    for (std::uint32_t i = begin; i < end; ++i) {
      for (const char c : report_.words(reading_.tokens[i].span)) {
        if (c >= 'a' && c <= 'z') return false;
      }
    }
    return true;
  }

  // "WHO LEFT FIRST", "WHO'S IN": a small word among others in capitals, not the organisation.
  bool is_shouted(std::uint32_t begin, std::uint32_t end) const {
    if (!reading_.is(begin, ~Role::listed) || !reading_.tokens[begin].all_capitals) return false;
    const std::uint32_t next = end + (end < reading_.tokens.size() && reading_.lower(end) == "'s");
    return end == begin + 1 && next < reading_.tokens.size() && reading_.tokens[next].all_capitals;
  }

  // "Washington Post", "Michael Jordan", "Paris Saint-Germain": a capital or a name glued to other
  // capitalised words that are no title of a state's office.
  bool is_part_of_other_name(std::uint32_t begin, std::uint32_t end, std::uint32_t stop,
                             const WorldName& name) const {
    if (name.kind == NameKind::state && is_surname(begin)) return true;
    if (name.form != NameForm::capital) return false;
    if (reading_.tokens[begin].all_capitals) return false;
    const bool before = begin > 0 &&
                        reading_.tokens[begin - 1].sentence == reading_.tokens[begin].sentence &&
                        reading_.tokens[begin - 1].capital && begin - 1 > 0 &&
                        reading_.tokens[begin - 2].sentence == reading_.tokens[begin].sentence &&
                        reading_.lower(begin - 1) != "the" && !ends_time(begin);
    const bool after =
        end < stop && reading_.tokens[end].capital && reading_.tokens[end].space_before;
    return before || after;
  }

  // "Ada Marlow-Ireland", not "the Egypt-Israel treaty", "the new Anglo-Irish pact".
  bool is_surname(std::uint32_t begin) const {
    const std::uint32_t first = reading_.sentences[reading_.tokens[begin].sentence].tokens.begin;
    if (begin < first + 3 || reading_.lower(begin - 1) != "-") return false;
    const Token& hyphen = reading_.tokens[begin - 1];
    const Token& family = reading_.tokens[begin - 2];
    const Token& given = reading_.tokens[begin - 3];
    const bool glued = !hyphen.space_before && !reading_.tokens[begin].space_before;
    const auto is_name = [](const Token& token) { return token.capital && !token.all_capitals; };
    return glued && is_name(family) && is_name(given) && !reading_.opens(begin - 2, Opens::name) &&
           !reading_.opens(begin - 3, Opens::name);
  }

  // "In November Ankara signed": the word before is a date's.
  bool ends_time(std::uint32_t end) const {
    return std::ranges::any_of(reading_.times,
                               [&](const Time& time) { return time.tokens.end == end; });
  }

  std::uint32_t entity_of(const WorldName& name) {
    const auto known = entities_.find({name.kind, name.row});
    if (known != entities_.end()) return known->second;
    const std::uint32_t entity = name.kind == NameKind::group
                                     ? group_entity(world_.groups[name.row])
                                     : party_entity(world_, name.kind, name.row, reading_);
    entities_[{name.kind, name.row}] = entity;
    return entity;
  }

  // "most [Gulf states]", "two of the [Baltic states]", "Of the [Baltic states] only ...": whoever
  // is meant is not named.
  bool is_part(std::uint32_t begin) const {
    const std::uint32_t first = reading_.sentences[reading_.tokens[begin].sentence].tokens.begin;
    const auto word = [&](std::uint32_t back) {
      return begin >= first + back ? reading_.lower(begin - back) : std::string_view();
    };
    const std::uint32_t back = word(1) == "the" ? 2 : 1;
    if (word(back) != "of") return world_.part_words.contains(word(1));
    return word(back + 1).empty() || world_.part_words.contains(word(back + 1));
  }

  // "BRICS countries" has its members of the year in which the report appeared.
  std::uint32_t group_entity(const NamedGroup& group) {
    const int year = report_year(report_.published);
    Entity entity;
    entity.kind = EntityKind::group;
    entity.id = entity.name = group.name;
    for (const GroupMember& member : group.members) {
      if (member.since > year) continue;
      entity.members.push_back(party_entity(world_, member.party, reading_));
    }
    reading_.entities.push_back(std::move(entity));
    return static_cast<std::uint32_t>(reading_.entities.size() - 1);
  }

  static MentionForm form_of(NameForm form) {
    switch (form) {
      case NameForm::adjective:
        return MentionForm::adjective;
      case NameForm::capital:
        return MentionForm::capital;
      default:
        return MentionForm::name;
    }
  }

  const Report& report_;
  const World& world_;
  const Acts& acts_;
  Reading& reading_;
  std::map<std::pair<NameKind, std::uint32_t>, std::uint32_t> entities_;
  std::map<std::string, TokenSpan> learnt_;  // initials, or all its words, to the full name
  bool tells_of_bands_ = false;              // of rebels, a militia: such may be a side
  std::set<std::string> joined_;             // words of those that states join
  std::map<std::string, std::uint32_t> learnt_entities_;
};

}  // namespace

void find_actors(const Report& report, const Lexicon& lexicon, Reading& reading) {
  ActorFinder(report, lexicon, reading).run();
}

}  // namespace concord
