#include "reading/reported_name.h"

#include <algorithm>

#include "reading/agreement_match.h"

namespace concord {
namespace {

// "Britain", where the report says so: the first name that it gives a side, and shouts not.
std::string side_as_reported(const Report& report, const Reading& reading, std::uint32_t side) {
  for (const Mention& mention : reading.mentions) {
    const Token& first = reading.tokens[mention.tokens.begin];
    const bool shouted = first.all_capitals && reading.lower(mention.tokens.begin).size() > 2;
    if (mention.entity == side && mention.form == MentionForm::name && first.capital && !shouted &&
        reading.entities[side].kind == EntityKind::state)
      return words_of(report, reading, mention.tokens);
  }
  return reading.entities[side].name;
}

class ReportedName {
 public:
  ReportedName(const Report& report, const Reading& reading, const Lexicon& lexicon,
               const AgreementPhrase& phrase, const std::vector<std::uint32_t>& sides,
               const SpokenOf& before, const ActorAtToken& actors)
      : report_(report),
        reading_(reading),
        lexicon_(lexicon),
        phrase_(phrase),
        sides_(sides),
        before_(before),
        actors_(actors) {}

  std::string run() const {
    if (phrase_.form == PhraseForm::title) return words(phrase_.tokens);
    if (stands_for_noun() && phrase_.tokens.begin < phrase_.head)  // "the Peruvian one"
      return words({phrase_.tokens.begin, phrase_.head}) + " " + before_.head;
    const bool alone = phrase_.outer.empty();
    if (alone && !phrase_.topic.empty()) return noun() + topic();
    if (alone && needs_both_sides())
      return noun() + " between " + side_name(sides_[0]) + " and " + side_name(sides_[1]);
    if (alone && phrase_.talks && sides_.size() == 1)  // "With Peru talks began in May"
      return noun() + " with " + side_name(sides_.front());
    if (const std::string year = year_told(reading_, phrase_); !year.empty())
      return noun() + " of " + year;  // "the agreement made in 1973"
    return alone ? noun_with_seat() : noun_with_outer_sides();
  }

 private:
  std::string words(TokenSpan span) const { return words_of(report_, reading_, span); }
  std::string side_name(std::uint32_t side) const {
    return side_as_reported(report_, reading_, side);
  }
  std::string topic() const { return phrase_.topic.empty() ? "" : " " + words(phrase_.topic); }

  bool stands_for_noun() const { return phrase_.form == PhraseForm::pro; }
  bool is_one_of_many() const { return phrase_.plural && sides_.size() == 1; }

  // What it is called before sides, topic and place are added.
  std::string noun() const {
    const bool same_kind = phrase_.similar && !before_.like.empty();
    if (is_one_of_many() && !same_kind && !stands_for_noun()) return one_of_them();
    const bool text =
        lexicon_.acts.roles_of(before_.head).any(Role::paper) && !phrase_.outer.empty();
    if ((phrase_.talks || text) && !before_.kind.empty()) return before_.kind;
    if (same_kind && sides_.size() == 1) return before_.like;
    return stands_for_noun() ? noun_before() : words(phrase_.tokens);
  }

  // "agreements of co-operation with Oman": "agreement of co-operation".
  std::string one_of_them() const {
    const std::string before_head = words({phrase_.tokens.begin, phrase_.head});
    const std::string behind = words({phrase_.head + 1, phrase_.tokens.end});
    return before_head + (before_head.empty() ? "" : " ") +
           lexicon_.world.singular(reading_.lower(phrase_.head)) + (behind.empty() ? "" : " ") +
           behind;
  }

  // "one with Peru": the noun that the pro-form stands for.
  std::string noun_before() const {
    const std::string& one = before_.words.empty() ? before_.head : before_.words;
    const bool apart =  // "another on fish": of no kind before
        phrase_.other || !phrase_.outer.empty();
    if (phrase_.tokens.size() > 1)  // "the one on fishing"
      return (apart ? before_.head : one) + " " + words({phrase_.head + 1, phrase_.tokens.end});
    return apart && !phrase_.topic.empty() ? before_.head : one;
  }

  // "Peru and Chile signed | a tax treaty |": told from others only by the two that conclude it.
  bool needs_both_sides() const {
    return sides_.size() == 2 && are_of_states() && !reading_.is(phrase_.head, Role::truce) &&
           !names_side_inside() && !names_place() && !is_told_by_words();
  }

  // "the truce": not by the rebels' name.
  bool are_of_states() const {
    return std::ranges::all_of(sides_, [&](std::uint32_t side) {
      const Entity& entity = reading_.entities[side];
      return entity.kind == EntityKind::state || entity.acceded;
    });
  }

  // "the Swiss deal"
  bool names_side_inside() const {
    return std::ranges::any_of(sides_, [&](std::uint32_t side) {
      const auto begin = actors_.lower_bound(phrase_.tokens.begin);
      const auto end = actors_.lower_bound(phrase_.tokens.end);
      return std::any_of(begin, end, [&](const auto& actor) { return actor.second == side; });
    });
  }

  // "the Cairo deal" needs no sides
  bool names_place() const {
    for (std::uint32_t i = phrase_.tokens.begin; i < phrase_.head; ++i) {
      if (i > 0 && reading_.tokens[i].capital) return true;
    }
    return false;
  }

  // "a comprehensive air transport agreement" is told from others by its own words.
  bool is_told_by_words() const {
    constexpr int kTellingWords = 4;
    int telling = 0;
    for (std::uint32_t i = phrase_.tokens.begin; i < phrase_.tokens.end; ++i)
      telling += reading_.tokens[i].kind == WordKind::word && reading_.lower(i) != "of" ? 1 : 0;
    return phrase_.form == PhraseForm::named && telling >= kTellingWords;
  }

  // "signed an accord | in Sirte |"
  std::string noun_with_seat() const {
    const TokenSpan seat = seat_of(reading_, phrase_, actors_);
    return seat.empty() ? noun() : noun() + " in " + words(seat);
  }

  // "tax treaty | with Chile and Peru |"; "tax treaties with Chile and Peru": each with one.
  std::string noun_with_outer_sides() const {
    if (!is_one_of_many() || phrase_.sides.size() == 1)
      return noun() + " " + words(phrase_.outer) + topic();
    const TokenSpan side = words_of_side(phrase_, sides_.front(), actors_);
    return side.empty() ? noun() : noun() + " with " + words(side);
  }

  const Report& report_;
  const Reading& reading_;
  const Lexicon& lexicon_;
  const AgreementPhrase& phrase_;
  const std::vector<std::uint32_t>& sides_;
  const SpokenOf& before_;
  const ActorAtToken& actors_;
};

}  // namespace

std::string generic_name(const Report& report, const Reading& reading, const World& world,
                         const AgreementPhrase& phrase) {
  const auto words = [&](TokenSpan span) { return words_of(report, reading, span); };
  const bool title = phrase.form == PhraseForm::title;
  const std::uint32_t begin =
      phrase.tokens.begin + (reading.is(phrase.tokens.begin, Role::mutual) ? 1 : 0);
  if (begin >= phrase.head || phrase.tokens.end != phrase.head + 1) return "";
  if (!title && phrase.form != PhraseForm::named) return "";
  for (std::uint32_t i = begin; title && i < phrase.head; ++i) {
    if (!reading.tokens[i].agreement) return "";
  }
  const bool whole = title && !reading.lower(phrase.head).ends_with('s');
  if (whole) return words({begin, phrase.head + 1});
  return words({begin, phrase.head}) + " " + world.singular(reading.lower(phrase.head));
}

std::string name_as_reported(const Report& report, const Reading& reading, const Lexicon& lexicon,
                             const AgreementPhrase& phrase, const std::vector<std::uint32_t>& sides,
                             const SpokenOf& before, const ActorAtToken& actors) {
  return ReportedName(report, reading, lexicon, phrase, sides, before, actors).run();
}

}  // namespace concord
