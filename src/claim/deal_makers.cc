// Steps towards who made a deal: the texts told before, then who is spoken of right before, then
// whom the report is about.
#include "claim/deal_makers.h"

namespace concord {
namespace {

class DealMakers {
 public:
  explicit DealMakers(const ActPlace& place) : place_(place), view_(place.view) {}

  Entities with(const FoundAct& act, const Entities& named) const {
    const Entities makers = of(act);
    const bool known = std::ranges::find(makers, named.front()) != makers.end();
    Entities told = known ? makers : teller_of(act);
    if (told.empty()) told = owner_told(act, named);
    if (told.empty()) told = owner_of_like(named);
    if (told.empty()) told = offerer(act, named);
    return told.empty() ? protagonist(named) : told;
  }

  // "Peru and Chile signed the accord. ... It was initialled in May": by the two who made it.
  Entities of(const FoundAct& act) const {
    constexpr std::size_t kTwo = 2;
    const auto made = place_.discourse.doers.find(act.agreements.front());
    const bool untold = act.passive || act.form == ActForm::noun;
    if (!untold || act.by_crowd || act.denied) return {};
    for (std::size_t i = place_.number; i > 0; --i) {  // "began talks on a deal; it was signed"
      const FoundAct& earlier = place_.acts[i - 1];
      if (earlier.agreements == act.agreements && earlier.act->sides &&
          earlier.parties.size() == kTwo)
        return earlier.parties;
    }
    if (made == place_.discourse.doers.end()) return last_makers(act);
    return made->second.size() == kTwo ? made->second : Entities{};
  }

  // "Oman signed a pact with Chad. One with Mali followed": who has made the last such deal, told
  // by its other side alone.
  Entities owner_of_like(const Entities& named) const {
    for (std::size_t i = place_.number; i > 0; --i) {
      const FoundAct& earlier = place_.acts[i - 1];
      if (earlier.agreements.size() == 1)
        return other_side(earlier.agreements.front(), earlier.parties, named);
    }
    const Told& told = place_.discourse.told;
    const std::uint32_t here = view_.reading.token(view_.all.begin).sentence;
    if (told.agreement == kNone || told.sentence + 1 < here) return {};
    const auto doers = place_.discourse.joiners.find(told.agreement);
    return doers == place_.discourse.joiners.end()
               ? Entities{}
               : other_side(told.agreement, doers->second, named);
  }

 private:
  // "Oman and the rebels initialled a draft. ... The memorandum will be signed in May": by the two
  // who made the text told last.
  Entities last_makers(const FoundAct& act) const {
    constexpr std::uint32_t kSentencesBack = 2;
    constexpr std::size_t kTwo = 2;
    const Told& told = place_.discourse.told;
    const std::uint32_t here = view_.reading.token(view_.all.begin).sentence;
    const bool near = told.act != nullptr && told.act->sides && told.agreement != kNone &&
                      told.sentence + kSentencesBack >= here;
    if (!near || act.effect != Effect::planned || !act.act->sides) return {};
    const auto made = place_.discourse.doers.find(told.agreement);
    const bool two = made != place_.discourse.doers.end() && made->second.size() == kTwo;
    return two ? made->second : Entities{};
  }

  // "[Israel]'s cabinet approved the deal with Lebanon, hours before it was signed"
  Entities teller_of(const FoundAct& act) const {
    if (place_.number == 0 || !act.passive) return {};
    const FoundAct& earlier = place_.acts[place_.number - 1];
    const bool same = earlier.agreements == act.agreements && earlier.parties.size() == 1;
    return same && earlier.parties != act.parties ? earlier.parties : Entities{};
  }

  // "Oman approved a pact with Chad. ... It was signed in May": who did something with it before.
  Entities owner_told(const FoundAct& act, const Entities& named) const {
    const auto last = place_.discourse.joiners.find(act.agreements.front());
    return last == place_.discourse.joiners.end()
               ? Entities{}
               : other_side(act.agreements.front(), last->second, named);
  }

  // "has pacts with Chad and Mali": with whom a deal is named to be.
  bool is_other_side(std::uint32_t one) const {
    return std::ranges::any_of(view_.reading.entities, [&](const Entity& entity) {
      return entity.kind == EntityKind::agreement && entity.members == Entities{one};
    });
  }

  // Who of the parties to a deal with somebody is not this somebody, nor any of `apart`.
  Entities other_side(std::uint32_t deal, const Entities& parties, const Entities& apart) const {
    const Entities named = sides_named(view_, deal);
    if (named.size() != 1) return {};
    Entities rest;
    for (const std::uint32_t one : parties) {
      const bool side = one == named.front() || is_other_side(one);
      if (!side && std::ranges::find(apart, one) == apart.end()) rest.push_back(one);
    }
    return rest.size() == 1 ? rest : Entities{};
  }

  // "Oman offered minerals; a deal with Chad was signed in June": who is spoken of right before.
  Entities offerer(const FoundAct& act, const Entities& named) const {
    Entities last;
    for (const Chunk& chunk : view_.chunks) {
      const bool doer = chunk.is_actor() && chunk.preposition == kNone && !chunk.possessive;
      if (chunk.tokens.begin >= act.begin || !doer || chunk.actors == named) continue;
      last = chunk.actors.size() == 1 ? chunk.actors : Entities{};
    }
    return last;
  }

  // "A deal with Peru was signed": by whom, where the report speaks of one before all others.
  Entities protagonist(const Entities& apart) const {
    std::vector<std::uint32_t> counts(view_.reading.entities.size(), 0);
    for (const Mention& mention : view_.reading.mentions) {
      if (mention.entity < counts.size()) ++counts[mention.entity];
    }
    constexpr std::uint32_t kFiledFrom = 3;  // mentions that the state of the dateline is worth
    if (place_.discourse.home != kNone) counts[place_.discourse.home] += kFiledFrom;
    constexpr std::uint32_t kMentionsMin = 2;
    std::uint32_t best = kNone;
    for (std::uint32_t i = 0; i < counts.size(); ++i) {
      const EntityKind kind = view_.reading.entities[i].kind;
      if (kind != EntityKind::state && kind != EntityKind::body) continue;
      if (std::ranges::find(apart, i) != apart.end() || counts[i] < kMentionsMin) continue;
      if (best == kNone || counts[i] > counts[best]) best = i;
    }
    return best == kNone ? Entities{} : Entities{best};
  }

  const ActPlace& place_;
  const SentenceView& view_;
};

}  // namespace

Entities sides_named(const SentenceView& view, std::uint32_t deal) {
  Entities members = view.reading.entities[deal].members;
  std::erase_if(members,
                [&](std::uint32_t one) { return view.reading.entities[one].party.empty(); });
  return members;
}

Entities makers_of(const ActPlace& place, const FoundAct& act) { return DealMakers(place).of(act); }

Entities maker_with(const ActPlace& place, const FoundAct& act, const Entities& named) {
  return DealMakers(place).with(act, named);
}

Entities owner_of_like(const ActPlace& place, const Entities& named) {
  return DealMakers(place).owner_of_like(named);
}

Entities pronoun_owner(const ActPlace& place, const FoundAct& act) {
  const SentenceView& view = place.view;
  for (const Chunk& deal : view.chunks) {
    if (deal.agreements != act.agreements || deal.tokens.end > act.begin) continue;
    const std::uint32_t own = deal.tokens.begin - (view.low(deal.tokens.begin - 1) == "own");
    const bool two_sided = !view.reading.entities[deal.agreements.front()].members.empty();
    const bool of_several = view.low(own - 1) == "their";
    if (!of_several && (view.low(own - 1) != "its" || !two_sided)) continue;
    std::vector<Entities> before;
    for (const Chunk& chunk : view.chunks) {
      if (chunk.is_actor() && chunk.tokens.end <= own) before.push_back(chunk.actors);
    }
    if (of_several) return resolve(place.discourse, view.reading, before, 0);
    return before.empty() ? Entities{} : resolve(place.discourse, view.reading, before, 1);
  }
  return {};
}

}  // namespace concord
