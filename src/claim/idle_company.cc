// Acts that put somebody beside a party, and make none of them a party.
//
//   signed [as a witness]    the council's observers [were admitted]    He [was joined] by Oman's
//   premier    [belongs to] France
#include "claim/arguments.h"

namespace concord {
namespace {

class IdleCompany {
 public:
  explicit IdleCompany(const ActPlace& place) : place_(place), view_(place.view) {}

  bool holds(const FoundAct& act) const {
    return looks_on(act) || of_onlookers(act) || joins_person(act) || serves(act) ||
           belongs_to_state(act) || belongs_there(act) || comes_in_for(act);
  }

 private:
  std::string_view low(std::uint32_t i) const { return view_.low(i); }

  // "was brought in | to mediate"
  bool comes_in_for(const FoundAct& act) const {
    return act.act->role == ActRole::patient && low(act.words.end - 1) == "in" &&
           low(act.words.end) == "to" && view_.chunk_at(act.words.end + 1) == nullptr &&
           !view_.is(act.words.end + 1, Role::determiner);
  }

  // "The union is where Peru | belongs": a wish.
  bool belongs_there(const FoundAct& act) const {
    const Chunk* doer = act.begin > view_.all.begin ? view_.chunk_at(act.begin - 1) : nullptr;
    return doer != nullptr && doer->tokens.begin > view_.all.begin &&
           low(doer->tokens.begin - 1) == "where" && view_.is(act.words.begin, Role::belongs);
  }

  // "Ana Ruiz, who | negotiates for | the ministry": what she is paid for.
  bool serves(const FoundAct& act) const {
    if (act.act->stage != Stage::negotiating || low(act.words.end) != "for") return false;
    const std::uint32_t i = act.words.end + 1;
    return view_.is(i, Role::government) ||
           (view_.is(i, Role::determiner | Role::owner) &&
            (view_.is(i + 1, Role::government) || view_.is(i + 2, Role::government)));
  }

  // "is part of | France", "belongs to | Russia": no agreement; "joined Peru" is told of others.
  bool belongs_to_state(const FoundAct& act) const {
    const bool joins = act.act->joins && act.act->role == ActRole::agent && !act.passive;
    if (!joins || act.form == ActForm::noun || act.act->stage != Stage::party) return false;
    if (act.words.size() < 2 || !is_any(low(act.words.end - 1), {"of", "to", "into"})) return false;
    const Chunk* whose = view_.chunk_at(act.words.end);
    return whose != nullptr && whose->is_actor() && whose->agreements.empty() && !whose->anaphor &&
           !whose->possessive && whose->preposition + 1 == act.words.end &&
           view_.reading.entities[whose->actors.front()].kind == EntityKind::state;
  }

  // "Eight of the council's observers, among them Chad, | were admitted | in May": no members.
  bool of_onlookers(const FoundAct& act) const {
    if (!act.act->joins || act.form == ActForm::noun || !act.passive) return false;
    for (std::uint32_t i = act.begin; i > place_.before; --i) {
      if (low(i - 1) == ";") return false;
      if (view_.is(i - 1, Role::onlooker) && low(i - 1).ends_with('s') &&
          is_any(low(i - 2), {"'s", "of", "the"}))
        return true;
    }
    return false;
  }

  // "He | was joined | at the table by Chad's premier": who stands beside a person joins no pact.
  bool joins_person(const FoundAct& act) const {
    if (!act.act->joins || act.form == ActForm::noun || !act.passive) return false;
    return is_any(low(act.begin - 1), {"he", "she"}) || view_.person_at(act.begin - 1) != nullptr;
  }

  // "signed as a witness", "joined as an observer": no party. Of "with Peru as a witness" the
  // witness is another.
  bool looks_on(const FoundAct& act) const {
    for (std::uint32_t as = act.words.end; as < place_.next && low(as) != ";"; ++as) {
      if (low(as) != "as") continue;
      std::uint32_t noun = as + 1 + (view_.is(as + 1, Role::determiner) ? 1 : 0);
      noun += view_.is(noun + 1, Role::onlooker) ? 1 : 0;  // "as a global partner"
      if (!view_.is(noun, Role::onlooker)) continue;
      return !with_another(act.words.end, as);
    }
    return false;
  }

  // "with Peru", "with the ambassador of Peru": somebody named with the act, and no body joined.
  bool with_another(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t i = from; i < to; ++i) {
      if (low(i) != "with") continue;
      const Chunk* chunk = view_.chunk_at(i + 1);
      return chunk == nullptr || chunk->agreements.empty() || chunk->tokens.end == to;
    }
    return false;
  }

  const ActPlace& place_;
  const SentenceView& view_;
};

}  // namespace

bool is_idle_company(const ActPlace& place, const FoundAct& act) {
  return IdleCompany(place).holds(act);
}

}  // namespace concord
