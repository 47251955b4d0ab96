// The sides of a two-way deal, who do an act together: "signed a trade agreement with China".
#include "claim/arguments.h"
#include "claim/deal_makers.h"
#include "text/fold.h"

namespace concord {
namespace {

class Sides {
 public:
  explicit Sides(const ActPlace& place) : place_(place), view_(place.view) {}

  void give(FoundAct& act) const {
    if (!act.act->sides || act.first) return;
    const bool refuses =
        act.effect == Effect::refused || (act.effect == Effect::planned && act.denied);
    if (refuses) return;  // "Ghana will not sign its deal with the EU"
    if (act.denied && act.parties.size() == 1 && act.effect != Effect::denied_plan && !act.passive)
      return;  // "Uganda has not signed the deal": of Uganda alone
    const Entities own = act.parties;
    add_all(act, own);
    for (const std::uint32_t one : act.parties) {
      if (!own.empty() && std::ranges::find(own, one) == own.end()) act.partners.push_back(one);
    }
  }

 private:
  void add_all(FoundAct& act, const Entities& own) const {
    for (const Chunk& chunk : view_.chunks) {
      if (is_side(chunk, act)) add_new(act.parties, chunk.actors);
    }
    with_before(act);
    if (act.parties.size() == 1 && is_signed_aside(act)) add_new(act.parties, only_other(act));
    other_side_told(act);
    if (act.agreements.size() > 1) add_sides_of_each(act);
    if (act.agreements.size() != 1) return;
    if (const Chunk* owner = owner_of_deal(act)) add_new(act.parties, owner->actors);
    if (act.parties.empty()) act.parties = pronoun_owner(place_, act);
    const Entities members = sides_named(view_, act.agreements.front());
    if (belongs_to_many(act, members) || is_of_strangers(own, members)) return;
    add_new(act.parties, members);
    if (tells_other_side(act, members)) add_new(act.parties, maker_with(place_, act, members));
    if (act.parties.empty()) {
      act.parties = makers_of(place_, act);
      act.untold = !act.parties.empty();
    }
  }

  // "signed a trade agreement | with China", "talks | between Oman and Chad".
  bool is_side(const Chunk& chunk, const FoundAct& act) const {
    const std::uint32_t by = chunk.preposition != kNone ? chunk.preposition : over_kin(chunk);
    if (by == kNone || !chunk.is_actor() || chunk.anaphor || view_.title) return false;
    return is_any(view_.low(by), {"with", "between"}) && stands_behind(chunk, act) &&
           !is_of_aside(chunk, by) && !of_later_verb(chunk, act) && !of_other_deal(chunk, act) &&
           !of_other_noun(chunk, act) && takes_sides(act, chunk, by);
  }

  // Behind the act in its clause, or within its words.
  bool stands_behind(const Chunk& chunk, const FoundAct& act) const {
    if (chunk.tokens.begin >= clause_end(place_, act)) return false;
    if (chunk.tokens.begin >= act.words.end) return true;
    const Chunk* object = view_.chunk_at(act.words.end);  // "bargains with Chad over | a pact"
    return object != nullptr && object->agreements == act.agreements &&
           chunk.preposition != kNone && chunk.tokens.end < act.words.end &&
           chunk.tokens.begin > act.words.begin;
  }

  // "signed, | with Iceland to follow |": told of it besides.
  bool is_of_aside(const Chunk& chunk, std::uint32_t by) const {
    const std::uint32_t end = chunk.tokens.end;
    const bool watches = view_.low(end) == "as" &&  // "with Oman as guarantor"
                         (view_.is(end + 1, Role::onlooker) || view_.is(end + 2, Role::onlooker));
    std::uint32_t behind = end;
    while (view_.is(behind, Role::adverb)) ++behind;  // "with Oman | still | to follow"
    const bool absolute = watches || view_.low(behind) == "to" ||
                          view_.is(behind, Role::due | Role::slated) ||
                          view_.low(behind).ends_with("ing");
    const bool dated =  // "a pact with Peru in 2020 and | with Chile in 2025"
        view_.low(by - 1) == "and" && view_.time_at(by - 2) != nullptr;
    const bool owns = chunk.possessive && !chunk.government;  // "with Kenya's | blessing"
    return absolute || dated || owns;
  }

  // Whether those behind "with" do the act: of a verb, only with a doer of its own.
  bool takes_sides(const FoundAct& act, const Chunk& chunk, std::uint32_t by) const {
    if (!act.parties.empty() || act.form == ActForm::noun) return true;
    const bool between = act.passive && view_.low(by) == "between" && chunk.actors.size() > 1;
    const bool right_behind =  // "ANZUS, | signed | with Oman and Peru in 1951"
        act.form == ActForm::past && by == act.words.end;
    return between || right_behind;
  }

  // "Peru and Chile signed the UN convention": of many, not with it.
  bool belongs_to_many(const FoundAct& act, const Entities& members) const {
    return members.size() == 1 && view_.reading.entities[members.front()].acceded &&
           (act.parties.size() > 1 || is_of_many(view_.reading.entities[act.agreements.front()]));
  }

  // "Fiji signed the Lima pact of Togo and Mali": not with these.
  static bool is_of_strangers(const Entities& own, const Entities& members) {
    return members.size() > 1 && !own.empty() &&
           std::ranges::find_first_of(own, members) == own.end();
  }

  // "A deal with Peru was signed": not by whom.
  bool tells_other_side(const FoundAct& act, const Entities& members) const {
    const bool with_both =  // "talks with Peru and Chile are under way": whose, with each
        members.size() == 2 && act.form == ActForm::noun && act.act->stage == Stage::negotiating &&
        view_.reading.entities[act.agreements.front()].name.find(" with ") != std::string::npos;
    return (members.size() == 1 || with_both) && act.parties == members;
  }

  // "the UN convention", "the WHO's treaty on tobacco": of those who join it, not with the body.
  bool is_of_many(const Entity& text) const {
    const std::string name = folded_name(text.name);
    return name.find(" with ") == std::string::npos &&
           view_.acts.any_word(name, Role::solemn | Role::charter);
  }

  // "those with Peru and Chile were signed in May": each with its own, by whose deals they are.
  void add_sides_of_each(FoundAct& act) const {
    if (!act.parties.empty() || !act.passive) return;
    Entities all;
    for (const std::uint32_t deal : act.agreements) {
      const Entities members = sides_named(view_, deal);
      if (members.size() != 1) return;
      add_new(all, members);
    }
    add_new(act.parties, all);
    add_new(act.parties, owner_of_like(place_, all));
  }

  // "with | its Caspian neighbours | Iran and Russia": the token before what they are called.
  std::uint32_t over_kin(const Chunk& chunk) const {
    constexpr std::uint32_t kWordsMax = 5;
    std::uint32_t i = chunk.tokens.begin;
    if (!view_.is(i - 1, Role::country)) return kNone;
    while (i > view_.all.begin && chunk.tokens.begin - i < kWordsMax) {
      --i;
      if (view_.low(i) == "with") return i;
      if (view_.chunk_at(i) != nullptr || view_.is_mark(i)) return kNone;
    }
    return kNone;
  }

  // "has a pact with Chad and no treaty | with Mali"
  bool of_other_deal(const Chunk& chunk, const FoundAct& act) const {
    const Chunk* deal =
        chunk.preposition == kNone ? nullptr : view_.chunk_at(chunk.preposition - 1);
    return deal != nullptr && !deal->is_actor() && !deal->agreements.empty() &&
           std::ranges::none_of(deal->agreements, [&](std::uint32_t one) {
             return std::ranges::find(act.agreements, one) != act.agreements.end();
           });
  }

  // "signed the protocol after a row | with Kenya": by the tree.
  bool of_other_noun(const Chunk& chunk, const FoundAct& act) const {
    if (view_.tree.empty()) return false;
    const std::uint32_t noun = view_.tree.parent(view_.tree.head_of(chunk.tokens));
    if (noun == kNone || noun < act.words.end || noun >= chunk.tokens.begin) return false;
    if (act.tail.contains(noun)) return false;  // "talks are under way | with Kenya"
    if (view_.tree.word(noun).word_class != WordClass::noun || view_.chunk_at(noun) != nullptr)
      return false;
    const std::uint32_t governor = view_.tree.parent(noun);
    const bool of_deal = governor == kNone || view_.chunk_at(governor) != nullptr ||
                         view_.low(governor) == "one";  // "one on customs with Peru"
    return !of_deal && !view_.is(noun, Role::text | Role::club | Role::union_);
  }

  // "signed a pact with Chad and announced | another with Mali": Mali is of the second verb; so is
  // Peru in "Oman, which has not signed, is building | a port with Peru".
  bool of_later_verb(const Chunk& chunk, const FoundAct& act) const {
    if (view_.tree.empty()) return false;
    constexpr int kStepsMax = 6;
    std::uint32_t at = view_.tree.head_of(chunk.tokens);
    bool later = false;
    for (int step = 0; at != kNone && step < kStepsMax; ++step) {
      at = view_.tree.parent(at);
      if (at == kNone) return later;
      if (act.words.contains(at)) return false;
      const SyntaxWord& word = view_.tree.word(at);
      const bool verb = word.word_class == WordClass::verb && at >= act.words.end;
      if (verb && word.relation == Dependency::conj) return true;
      later = later || verb;
    }
    return false;
  }

  // "the Lima Pact, | signed | with Peru in 1994"
  bool is_signed_aside(const FoundAct& act) const {
    const bool bare = act.form == ActForm::past && act.begin == act.words.begin;
    if (!act.act->sides || !bare || act.begin < view_.all.begin + 2) return false;
    const Chunk* text = view_.chunk_at(act.begin - 2);
    return text != nullptr && text->agreements == act.agreements &&
           view_.low(act.begin - 1) == "," && view_.low(act.words.end) == "with";
  }

  // The one other actor whom the sentence tells of outright; of several, none.
  Entities only_other(const FoundAct& act) const {
    Entities others;
    for (const Chunk& chunk : view_.chunks) {
      const bool outright = chunk.is_actor() && chunk.preposition == kNone && !chunk.possessive;
      if (outright && chunk.agreements.empty() && chunk.actors != act.parties)
        add_new(others, chunk.actors);
    }
    return others.size() == 1 ? others : Entities{};
  }

  // "Oman and Chad on the one side and | Peru on the other | are negotiating"
  void other_side_told(FoundAct& act) const {
    for (const Chunk& chunk : view_.chunks) {
      const std::uint32_t end = chunk.tokens.end;
      const bool other = view_.low(end) == "on" && view_.low(end + 1) == "the" &&
                         view_.low(end + 2) == "other" &&
                         view_.low(chunk.tokens.begin - 1) == "and";
      if (other && chunk.is_actor() && !chunk.possessive && !act.parties.empty())
        add_new(act.parties, chunk.actors);
    }
  }

  // "which, with Rwanda, signed ...", "With Russia, Norway signed ...": company before the verb.
  void with_before(FoundAct& act) const {
    if (act.parties.empty() || act.passive || act.form == ActForm::noun) return;
    for (const Chunk& chunk : view_.chunks) {
      if (!chunk.is_actor() || chunk.anaphor || chunk.preposition == kNone) continue;
      if (chunk.tokens.end > act.begin || chunk.preposition < place_.before) continue;
      if (view_.low(chunk.preposition) != "with" || of_other_deal(chunk, act)) continue;
      const std::uint32_t end = chunk.tokens.end + (view_.low(chunk.tokens.end) == "," ? 1 : 0);
      const bool beside = end == act.begin;
      const Chunk* doer = view_.chunk_at(chunk.tokens.end);  // "With A and B | Mexico | signed"
      const bool leads = chunk.preposition == view_.all.begin &&
                         (view_.low(chunk.tokens.end) == "," ||
                          (doer != nullptr && doer->can_act() && doer->actors == act.parties));
      if (beside || leads) add_new(act.parties, chunk.actors);
    }
  }

  // "its own agreement with Peru was signed", "Oman's deal with the bloc": whose the deal is.
  const Chunk* owner_of_deal(const FoundAct& act) const {
    for (const Chunk& deal : view_.chunks) {
      if (deal.agreements != act.agreements || deal.is_actor()) continue;
      if (deal.tokens.end > act.begin || deal.tokens.begin < place_.before) continue;
      for (const Chunk& owner : view_.chunks) {
        if (!owner.is_actor() || owner.tokens.end > deal.tokens.begin) continue;
        const std::uint32_t verb = owner.tokens.end;  // "Japan | has | a similar deal with Peru"
        const bool has = owner.preposition == kNone && view_.is(verb, Role::have) &&
                         !view_.tree.empty() && view_.tree.word(verb).word_class == WordClass::verb;
        if (!owner.possessive && !has) continue;
        const Entity& house = view_.reading.entities[owner.actors.front()];
        if (house.acceded && is_of_many(view_.reading.entities[deal.agreements.front()])) continue;
        if (deal.tokens.begin - owner.tokens.end <= 3) return &owner;
      }
    }
    return nullptr;
  }

  const ActPlace& place_;
  const SentenceView& view_;
};

}  // namespace

void add_sides(const ActPlace& place, FoundAct& act) { Sides(place).give(act); }

// "Accession | talks between Oman and the union": with the body that would be joined.
void part_house(const SentenceView& view, FoundAct& act) {
  const bool talks = act.act->stage == Stage::negotiating && act.form == ActForm::noun;
  const bool on_joining = view.is(act.words.begin - 1, Role::naming);
  if (!talks || !on_joining || !act.agreements.empty() || act.parties.size() != 2) return;
  const auto is_house = [&](std::uint32_t one) { return view.reading.entities[one].acceded; };
  if (std::ranges::count_if(act.parties, is_house) != 1) return;
  const auto house = std::ranges::find_if(act.parties, is_house);
  act.agreements = {*house};
  act.parties.erase(house);
}

// "signed a pact with Chad and is negotiating | with Oman": on a pact of their own.
bool talks_with_another(const SentenceView& view, const FoundAct& act) {
  for (std::uint32_t i = act.begin; i <= act.words.end; ++i) {
    const Chunk* on = view.chunk_at(i + 1);  // "are negotiating | separately | in Doha"
    if (view.low(i) == "separately") return on == nullptr || on->agreements != act.agreements;
  }
  const Entity& deal = view.reading.entities[act.agreements.front()];
  const Chunk* other = view.chunk_at(act.words.end + (view.low(act.words.end) == "with" ? 1 : 0));
  if (deal.kind != EntityKind::agreement || deal.members.empty() || other == nullptr ||
      other->preposition == kNone || view.low(other->preposition) != "with" || !other->is_actor() ||
      other->anaphor)
    return false;
  for (const Chunk& chunk : view.chunks) {
    if (chunk.tokens.begin >= act.words.begin && chunk.agreements == act.agreements) return false;
  }
  return std::ranges::find_first_of(other->actors, deal.members) == other->actors.end();
}

// "to suspend | its memorandum": the owner's.
static bool is_owned(const SentenceView& view, std::uint32_t agreement) {
  return std::ranges::any_of(view.chunks, [&](const Chunk& chunk) {
    return chunk.agreements == Entities{agreement} && chunk.tokens.begin > view.all.begin &&
           view.is(chunk.tokens.begin - 1, Role::owner);
  });
}

void learn_sides(const SentenceView& view, const std::vector<FoundAct>& acts,
                 Discourse& discourse) {
  for (const FoundAct& act : acts) {
    for (const std::uint32_t one : act.agreements) {
      const Entity& deal = view.reading.entities[one];
      if (view.title || deal.kind != EntityKind::agreement || deal.members.empty()) continue;
      const bool both = act.act->stage == Stage::signed_ && act.parties.size() == 2;
      const bool makes = (act.act->sides || both) && act.effect != Effect::nothing_asserted;
      if (makes || (act.parties.size() == 1 && is_owned(view, one)))
        add_new(discourse.sides[one], act.parties);
    }
  }
}

Entities sides_meant(const ActPlace& place, const Subject& subject, const FoundAct& act) {
  const Chunk* two = subject.chunk;
  if (two == nullptr || !two->anaphor || act.agreements.size() != 1) return {};
  const bool named = two->tokens.size() > 1 && place.view.is(two->tokens.end - 1, Role::sides);
  if (!named || act.parties.size() != 2) return {};
  Entities sides = place.view.reading.entities[act.agreements.front()].members;
  const auto learnt = place.discourse.sides.find(act.agreements.front());
  if (learnt != place.discourse.sides.end()) add_new(sides, learnt->second);
  return sides.size() == 2 ? sides : Entities{};
}

}  // namespace concord
