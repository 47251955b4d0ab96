#include "claim/focus.h"

#include <algorithm>
#include <cmath>

#include "reading/agreement_match.h"
#include "reading/block_opening.h"
#include "text/fold.h"

namespace concord {
namespace {

using Group = std::vector<std::uint32_t>;

// How much an agreement is in mind: each mention counts its weight, and fades with every sentence
// after it (Lappin and Leass, 1994), more over the end of a paragraph ("Next is the NDB, a lender.
// Peru has applied"); a pronoun reaches less far. The report's main agreement is never quite
// forgotten, less in mind where its paragraph speaks of another. Best on training of a grid.
constexpr std::uint32_t kRemembered = 6;  // sentences
constexpr double kFading = 0.5;
constexpr double kFadingForPronouns = 0.15;
constexpr double kOtherParagraph = 0.4;
constexpr double kOtherQuestion = 0.3;  // what an answer to another question spoke of
constexpr double kMain = 1.0;
constexpr double kMainBesideAnother = 0.5;
constexpr double kBodyAsText = 0.1;  // what is signed is rather a text than a body
constexpr double kNamed = 0.2;       // a body that was named, and no more
constexpr double kTextAsBody = 0.1;  // "applied for membership": rather of a body than of a text
constexpr double kSameSort = 2.0;
constexpr double kBroughtIn = 4.0;  // by the sentence before, and nothing told of it yet
constexpr double kOtherSort = 0.3;  // signed before, and now one to be left is wanted
constexpr double kOnlyDrawnUp =
    0.1;                         // "agreed on a new text in May. Oman | will leave |": not that
constexpr double kMaker = 0.02;  // "The union signed the pact. Peru | voted against |": the pact

// The last group of a size; size 0 asks for more than one.
const Group* last_of(const std::vector<Group>& groups, std::uint32_t size) {
  for (auto it = groups.rbegin(); it != groups.rend(); ++it) {
    if (size == 0 ? it->size() > 1 : it->size() == size) return &*it;
  }
  return nullptr;
}

// What the last word of its name says it is.
Roles kind_of(const Acts& acts, const Entity& agreement) {
  const std::string_view name = agreement.name;
  return acts.roles_of(name.substr(name.find_last_of(' ') + 1));
}

// One that others than two sides can join.
bool is_open(const Entity& agreement) {
  return agreement.kind == EntityKind::body || agreement.members.empty() ||
         agreement.members.size() > 2;
}

// Whether the act wanted can be about an agreement: nobody "joins" a two-way deal, and its acts
// are its sides'.
bool suits(const Discourse& discourse, const Reading& reading, const Wanted& wanted,
           std::uint32_t number) {
  const Entity& entity = reading.entities[number];
  const bool itself = wanted.act->role == ActRole::agent &&
                      std::ranges::find(wanted.parties, number) != wanted.parties.end();
  if (itself) return false;  // "The bloc | joined in 2015": not itself
  const Stage stage = wanted.act->stage;
  const bool of_text = stage == Stage::in_force || stage == Stage::terminated ||
                       (stage == Stage::agreed && wanted.act->sides);
  const Told& told = discourse.told;  // "They signed its charter in 2012. | It came into force |"
  const bool its_text = wanted.pronoun && stage == Stage::in_force && told.agreement == number &&
                        told.sentence + 1 == wanted.sentence && told.act != nullptr &&
                        (told.act->stage == Stage::signed_ || told.act->stage == Stage::ratified);
  if (of_text && entity.kind == EntityKind::body && !its_text) return false;
  if (wanted.joined) return wanted.pronoun || is_open(entity);
  const bool two_way = entity.kind != EntityKind::body && !entity.members.empty();
  if (!two_way || wanted.parties.empty()) return true;
  Group sides = entity.members;
  if (const auto learnt = discourse.sides.find(number); learnt != discourse.sides.end())
    sides.insert(sides.end(), learnt->second.begin(), learnt->second.end());
  if (sides.size() < 2) return true;
  const auto holds = [&](std::uint32_t party) {
    return std::ranges::find(sides, party) != sides.end();
  };
  if (wanted.act->sides && wanted.parties.size() == 2)  // "Oman and Chad signed theirs"
    return std::ranges::all_of(wanted.parties, holds);
  const bool of_union = stage == Stage::ratified &&  // "France will not ratify": what its union did
                        std::ranges::any_of(sides, [&](std::uint32_t side) {
                          return reading.entities[side].acceded;
                        });
  return of_union || std::ranges::any_of(wanted.parties, holds);
}

// "Seoul has not ratified": rather its own deal than the one with Bogotá.
bool is_of_others(const Discourse& discourse, const Entity& agreement, std::uint32_t number,
                  const Wanted& wanted) {
  if (wanted.parties.empty() || wanted.act->role == ActRole::own) return false;
  const auto makers = discourse.makers.find(number);
  if (makers != discourse.makers.end()) {
    return std::ranges::none_of(makers->second, [&](std::uint32_t side) {
      return std::ranges::find(wanted.parties, side) != wanted.parties.end();
    });
  }
  if (is_open(agreement)) return false;
  return std::ranges::none_of(agreement.members, [&](std::uint32_t side) {
    return std::ranges::find(wanted.parties, side) != wanted.parties.end();
  });
}

bool writes(const Act& act) {
  return act.object == ActObject::agreement &&
         (act.stage == Stage::signed_ || act.stage == Stage::agreed);
}

// How well what was done with an agreement so far goes with the act wanted: in "signed the accord
// ... is part of the forum ... has not left" it is the forum that is left.
double sort_of(const Discourse& discourse, const Wanted& wanted, std::uint32_t agreement) {
  bool joined = false;
  bool written = false;
  for (const Spoken& one : discourse.spoken) {
    if (one.agreement != agreement || one.act == nullptr) continue;
    const bool both = one.act->stage == Stage::ratified;  // signed before, joined by it
    joined = joined || both || one.act->joins || one.act->leaving ||
             one.act->stage == Stage::party || one.act->stage == Stage::suspended;
    written = written || both || writes(*one.act);
  }
  const bool leaves = wanted.act->joins || wanted.act->leaving;
  if (!leaves && !writes(*wanted.act)) return 1.0;
  return (leaves ? joined : written) ? kSameSort : 1.0;
}

// "A Second Protocol was opened for signature. Among those that | signed | ...": the text that the
// sentence before brings in as its subject, and not what others did sign.
bool is_brought_in(const Discourse& discourse, const Reading& reading, const Wanted& wanted,
                   std::uint32_t agreement) {
  const auto named = discourse.named.find(agreement);
  if (named == discourse.named.end() || named->second + 1 != wanted.sentence) return false;
  const TokenSpan before = reading.sentences[named->second].tokens;
  constexpr std::uint32_t kShort = 8;  // "That leaves | the Lima Group |. Peru applied"
  const auto names = [&](const Mention& mention) { return before.contains(mention.tokens.begin); };
  if (before.size() <= kShort && std::ranges::count_if(reading.mentions, names) == 1) {
    const auto only = std::ranges::find_if(reading.mentions, names);
    if (only->entity == agreement && only->tokens.end + 1 == before.end) return true;
  }
  const std::uint32_t begin =
      before.begin + (is_any(reading.lower(before.begin), {"a", "an", "another"}) ? 1 : 0);
  return std::ranges::any_of(reading.mentions, [&](const Mention& mention) {
    return mention.entity == agreement && mention.tokens.contains(begin) && begin > before.begin;
  });
}

// "Peru is a partner of the bloc; Chile has asked to be one. | Neither | is a member": of states.
bool is_body_beside_state(const Reading& reading, std::uint32_t one, std::uint32_t state) {
  return reading.entities[one].acceded && reading.entities[state].kind == EntityKind::state;
}

// "Both" of actors named one by one: the last `size` of them.
Group last_apart(const Reading& reading, const std::vector<Group>& groups, std::uint32_t size) {
  Group found;
  for (auto it = groups.rbegin(); it != groups.rend() && found.size() < size; ++it) {
    if (it->size() != 1) break;
    if (!found.empty() && is_body_beside_state(reading, it->front(), found.front())) continue;
    if (std::ranges::find(found, it->front()) == found.end()) found.push_back(it->front());
  }
  std::ranges::reverse(found);
  return size > 1 && found.size() == size ? found : Group{};
}

// "What about the Sky Shield? | We are looking at it.": whether a block answers the one
// before.
bool answers_block(const Reading& reading, std::uint32_t sentence) {
  const std::uint32_t block = reading.sentences[sentence].block;
  while (sentence > 0 && reading.sentences[sentence - 1].block == block) --sentence;
  return sentence > 0 && reading.lower(reading.sentences[sentence].tokens.begin - 1) == "?";
}

// "Who has signed?", alone in its paragraph: a heading, which asks of what the report is about.
bool is_asked_alone(const Reading& reading, std::uint32_t sentence) {
  const auto& all = reading.sentences;
  const std::uint32_t block = all[sentence].block;
  const bool first = sentence == 0 || all[sentence - 1].block != block;
  const bool last = sentence + 1 == all.size() || all[sentence + 1].block != block;
  return first && last && reading.lower(all[sentence].tokens.end - 1) == "?";
}

// Whether only one item of a digest, and another than the one that begins at a sentence, names the
// report's main agreement: each item has its own texts.
bool told_in_other_item(const Discourse& discourse, const Reading& reading, std::uint32_t item) {
  std::set<std::uint32_t> items;
  for (const Mention& mention : reading.mentions) {
    if (mention.entity != discourse.main) continue;
    const std::uint32_t sentence = reading.token(mention.tokens.begin).sentence;
    const auto next = std::ranges::upper_bound(discourse.items, sentence);
    items.insert(next == discourse.items.begin() ? 0 : *(next - 1));
  }
  return items.size() == 1 && *items.begin() > 0 && *items.begin() != item;
}

// The agreements in mind where an act wants one, and how well each suits the act.
class AgreementChoice {
 public:
  AgreementChoice(const Discourse& discourse, const Reading& reading, const Acts& acts,
                  const Wanted& wanted)
      : discourse_(discourse), reading_(reading), acts_(acts), wanted_(wanted) {
    const auto next = std::ranges::upper_bound(discourse.items, wanted.sentence);
    if (next != discourse.items.begin()) item_ = *(next - 1);
    const std::uint32_t block = reading.sentences[wanted.sentence].block;
    const bool answers = answers_block(reading, wanted.sentence);
    opened_ = block - (answers ? 1 : 0);
    asked_ = answers || is_asked_alone(reading, wanted.sentence);
  }

  std::uint32_t best() const {
    std::uint32_t best = kNone;
    double most = -1;
    for (const auto& [agreement, weight] : in_mind()) {
      if (is_ruled_out(agreement)) continue;
      const double here = weight * fit_of(agreement);
      if (here <= most) continue;
      best = agreement;
      most = here;
    }
    if (best == kNone && item_ == 0) best = named_soon();
    for (const std::uint32_t one : discourse_.headline) {  // where the body has named none
      if (best == kNone && item_ == 0 && suits(discourse_, reading_, wanted_, one)) best = one;
    }
    return best;
  }

 private:
  const Entity& entity(std::uint32_t agreement) const { return reading_.entities[agreement]; }
  bool is_body(std::uint32_t agreement) const { return entity(agreement).kind == EntityKind::body; }

  std::map<std::uint32_t, double> in_mind() const {
    std::map<std::uint32_t, double> salience;
    for (const Spoken& one : discourse_.spoken) {
      if (one.sentence < item_) continue;  // another item of a digest
      const std::uint32_t ago = wanted_.sentence - std::min(one.sentence, wanted_.sentence);
      if (ago > kRemembered) continue;
      const bool aside = asked_ && discourse_.main_in_headline &&
                         one.agreement != discourse_.main &&
                         one.agreement != discourse_.main_treaty;
      const double apart = aside ? kOtherParagraph * kOtherQuestion : kOtherParagraph;
      salience[one.agreement] += one.weight * (in_paragraph(one) ? 1.0 : apart) *
                                 std::pow(wanted_.pronoun ? kFadingForPronouns : kFading, ago);
    }
    const std::uint32_t main = item_ > 0             ? kNone
                               : wanted_.signed_text ? discourse_.main_treaty
                                                     : discourse_.main;
    if (is_known(main)) salience[main] += advance_of(main);
    const bool elsewhere =
        item_ > 0 && (discourse_.headed || told_in_other_item(discourse_, reading_, item_));
    if (!elsewhere && is_known(discourse_.main)) salience[discourse_.main] += 0.0;  // if no other
    for (const auto& [one, since] : discourse_.named) {  // "an accord with the union": its side too
      if (wanted_.member && entity(one).acceded && since <= wanted_.sentence)
        salience[one] += kNamed;
    }
    return salience;
  }

  // How much more the report's main agreement is in mind.
  double advance_of(std::uint32_t main) const {
    if (!is_spoken_of(main) || wanted_.pronoun) return 0.0;
    const bool beside = std::ranges::any_of(discourse_.spoken, [&](const Spoken& one) {
      return one.agreement != main && one.sentence < wanted_.sentence && in_paragraph(one);
    });
    return beside ? kMainBesideAnother : kMain;
  }
  bool in_paragraph(const Spoken& one) const {
    return reading_.sentences[one.sentence].block >= opened_;
  }
  bool is_spoken_of(std::uint32_t agreement) const {
    return std::ranges::find(discourse_.spoken, agreement, &Spoken::agreement) !=
           discourse_.spoken.end();
  }

  // Whether the report has named it by now; not "Eleven EU countries take part in the talks. Oman |
  // dropped out |": of the talks.
  bool is_known(std::uint32_t agreement) const {
    const auto named = discourse_.named.find(agreement);
    if (named == discourse_.named.end()) return false;
    const bool described = wanted_.act->leaving && !is_spoken_of(agreement) &&
                           discourse_.described.contains(agreement);
    return !described && (wanted_.ahead || named->second <= wanted_.sentence);
  }

  bool is_ruled_out(std::uint32_t agreement) const {
    if (!suits(discourse_, reading_, wanted_, agreement)) return true;
    const bool of_texts = wanted_.act->object == ActObject::agreement;
    if (of_texts && discourse_.sources.contains(agreement)) return true;
    const Roles kind = kind_of(acts_, entity(agreement));
    if (wanted_.solemn && kind.any(Role::loose | Role::truce)) return true;
    // Nobody "did not sign it" of the union, nor is "a party to the deal" of one only named later.
    const bool text = wanted_.pronoun ? wanted_.act->stage == Stage::signed_
                                      : wanted_.signed_text && wanted_.joined;
    return is_body(agreement) && text && !was_signed(agreement);
  }

  double fit_of(std::uint32_t agreement) const {
    const bool body = is_body(agreement);
    double fit = is_brought_in(discourse_, reading_, wanted_, agreement)
                     ? kBroughtIn
                     : sort_of(discourse_, wanted_, agreement);
    if (body && wanted_.signed_text && !was_signed(agreement)) fit *= kBodyAsText;
    if (wanted_.member && !entity(agreement).acceded) fit *= kTextAsBody;
    const bool closed =  // nobody is invited to a truce, or applies for it
        !is_open(entity(agreement)) || kind_of(acts_, entity(agreement)).any(Role::truce);
    if (wanted_.joined && closed) fit *= kOtherSort;
    const bool applied_to = wanted_.joined && wanted_.act->stage == Stage::considering;
    if (applied_to && !body) fit *= kOtherSort;  // one applies to bodies, seldom to conventions
    if (is_of_others(discourse_, entity(agreement), agreement, wanted_)) fit *= kOtherSort;
    if (wanted_.fresh && is_over(agreement)) fit *= kOtherSort;
    if (wanted_.act->leaving && is_only_drawn_up(agreement)) fit *= kOnlyDrawnUp;
    if (body && !wanted_.joined && !wanted_.member && is_maker(agreement)) fit *= kMaker;
    if (wanted_.enters && are_inside(agreement)) return 0.0;  // only where there is nothing else
    return fit;
  }

  // "The agreement that set up the court was signed in May. Peru put its name to | it |".
  bool was_signed(std::uint32_t agreement) const {
    return std::ranges::any_of(discourse_.spoken, [&](const Spoken& one) {
      return one.agreement == agreement && one.act != nullptr && one.act->stage == Stage::signed_ &&
             one.sentence + kRemembered > wanted_.sentence;
    });
  }

  // Whether a body is a side of a text that the report speaks of.
  bool is_maker(std::uint32_t body) const {
    return std::ranges::any_of(discourse_.makers, [&](const auto& made) {
      return std::ranges::find(made.second, body) != made.second.end();
    });
  }

  // "The Lima Pact replaced | the Doha Treaty |"
  bool is_over(std::uint32_t agreement) const {
    return std::ranges::any_of(discourse_.spoken, [&](const Spoken& one) {
      return one.agreement == agreement && one.act != nullptr &&
             one.act->stage == Stage::terminated;
    });
  }

  // Of which the report tells that it is or was negotiated, and no more.
  bool is_only_drawn_up(std::uint32_t agreement) const {
    bool drawn_up = false;
    for (const Spoken& one : discourse_.spoken) {
      if (one.agreement != agreement || one.act == nullptr || one.act->leaving) continue;
      if (one.act->stage != Stage::agreed && one.act->stage != Stage::negotiating) return false;
      drawn_up = true;
    }
    return drawn_up;
  }

  // "Peru and Chad are in the union. They want to | join |": something else.
  bool are_inside(std::uint32_t agreement) const {
    const auto inside = discourse_.inside.find(agreement);
    return inside != discourse_.inside.end() && !wanted_.parties.empty() &&
           std::ranges::all_of(wanted_.parties,
                               [&](std::uint32_t one) { return inside->second.contains(one); });
  }

  // "Three did not sign: A, B and C. ... the shipping accord."
  std::uint32_t named_soon() const {
    constexpr std::uint32_t kAhead = 2;
    const std::uint32_t treaty = discourse_.main_treaty;
    const auto ahead = discourse_.named.find(treaty);
    const bool soon = ahead != discourse_.named.end() && ahead->second > wanted_.sentence &&
                      ahead->second <= wanted_.sentence + kAhead;
    const bool step = wanted_.act->stage == Stage::signed_ || wanted_.act->stage == Stage::ratified;
    const bool fits = soon && step && wanted_.signed_text;
    return fits && suits(discourse_, reading_, wanted_, treaty) ? treaty : kNone;
  }

  const Discourse& discourse_;
  const Reading& reading_;
  const Acts& acts_;
  const Wanted& wanted_;
  std::uint32_t item_ = 0;    // first sentence of the item that it stands in, or 0
  std::uint32_t opened_ = 0;  // first block of its paragraph, with a question that this answers
  bool asked_ = false;        // it is a question that heads a paragraph, or answers one
};

}  // namespace

const Told& last_told(const Discourse& discourse) {
  const Told& meant = discourse.meant;
  const bool later = discourse.told.act == nullptr || meant.sentence > discourse.told.sentence;
  return meant.act != nullptr && later ? meant : discourse.told;
}

std::uint32_t agreement_in_focus(const Discourse& discourse, const Reading& reading,
                                 const Acts& acts, const Wanted& wanted) {
  return AgreementChoice(discourse, reading, acts, wanted).best();
}

Group resolve(const Discourse& discourse, const Reading& reading, const std::vector<Group>& here,
              std::uint32_t size) {
  if (size == 1) {
    if (!here.empty() && here.front().size() == 1) return here.front();
    if (discourse.parties.size() == 1) return discourse.parties;
    if (!discourse.subject.empty()) return discourse.subject;
    if (const Group* last = last_of(discourse.groups, 1)) return *last;
    return {};
  }
  if (const Group* last = last_of(here, size)) return *last;
  if (Group apart = last_apart(reading, here, size); !apart.empty()) return apart;
  const Group* latest = discourse.groups.empty() ? nullptr : &discourse.groups.back();
  if (size == 0 && discourse.parties.size() == 1 && latest != nullptr && latest->size() > 1)
    return *latest;  // "Oslo's minister said that Peru and Chile had agreed. They ..."
  if (size == 0 && !discourse.parties.empty()) return discourse.parties;
  if (discourse.parties.size() == size) return discourse.parties;
  if (discourse.told.agreement != kNone) {  // "the two": the sides of the deal spoken of
    const Group& sides = reading.entities[discourse.told.agreement].members;
    if (sides.size() == size) return sides;
  }
  // "Britain's premier and his Mauritian counterpart signed": rather they than whoever else was
  // named since.
  const auto doers = discourse.doers.find(discourse.told.agreement);
  const bool made = doers != discourse.doers.end() && doers->second.size() == size;
  const auto is_state = [&](std::uint32_t one) {
    return reading.entities[one].kind == EntityKind::state;
  };
  if (made && std::ranges::all_of(doers->second, is_state)) return doers->second;
  if (const Group* last = last_of(discourse.groups, size)) return *last;
  if (made) return doers->second;
  return last_apart(reading, discourse.groups, size);
}

}  // namespace concord
