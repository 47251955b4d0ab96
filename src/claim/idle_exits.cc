// Exits from something else than an agreement: from a hall, from a race, of a bill or of a clause.
//
//   The envoy spoke, and [left]     [bowed out of] the race     [withdrew] a clause of the pact
#include "claim/arguments.h"

namespace concord {
namespace {

class IdleExits {
 public:
  explicit IdleExits(const ActPlace& place) : place_(place), view_(place.view) {}

  bool holds(const FoundAct& act) const {
    return signs_and_goes(act) || walks_out(act) || leaves_other(act) || leaves_part(act) ||
           is_what_is_left(act) || leaves_under_it(act) || withdraws_bill(act) ||
           leaves_talks_at(act) || goes_as_person(act) || withdraws_thing(act) ||
           takes_back_notice(act);
  }

 private:
  std::string_view low(std::uint32_t i) const { return view_.low(i); }

  // "left | the talks at the European Union": a meeting.
  bool leaves_talks_at(const FoundAct& act) const {
    const std::uint32_t noun = act.words.end + (view_.is(act.words.end, Role::determiner) ? 1 : 0);
    return act.act->leaving && act.form != ActForm::noun && view_.is(noun, Role::talks) &&
           is_any(low(noun + 1), {"at", "in"});
  }

  // "| withdrew | its ambassador", "| withdrew | them"; not "withdrew its signature from the pact".
  bool withdraws_thing(const FoundAct& act) const {
    constexpr std::uint32_t kNounsMax = 3;
    const std::uint32_t next = act.words.end;
    if (!act.act->leaving || act.passive || !view_.is(next - 1, Role::withdraws)) return false;
    if (low(next) == "them") return true;
    if (!view_.is(next, Role::determiner | Role::owner)) return false;
    std::uint32_t end = next + 1;
    while (end <= next + kNounsMax && names_thing(end)) {
      if (view_.is(end, Role::naming | Role::entry | Role::club | Role::process | Role::scheme))
        return false;
      ++end;
    }
    const std::uint32_t whose = end + (view_.is(end + 1, Role::determiner) ? 2 : 1);
    const Chunk* of = view_.is(end, Role::preposition) ? view_.chunk_at(whose) : nullptr;
    const Chunk* named = view_.chunk_at(next + 1);
    const bool text = named != nullptr && !named->agreements.empty() && !named->is_actor();
    return end > next + 1 && !text && (of == nullptr || of->agreements.empty());
  }

  bool names_thing(std::uint32_t i) const {
    if (view_.tree.empty() || !view_.all.contains(i)) return view_.is_content(i);
    const WordClass word = view_.tree.word(i).word_class;
    return word == WordClass::noun || word == WordClass::adj;
  }

  // "gave notice in 2016, but both | revoked | it": the notice.
  bool takes_back_notice(const FoundAct& act) const {
    if (!act.act->leaving || low(act.words.end) != "it" || place_.number == 0) return false;
    const FoundAct& before = place_.acts[place_.number - 1];
    if (!before.act->leaving || view_.is(act.words.begin, Role::leaves | Role::withdraws))
      return false;
    for (std::uint32_t i = before.words.end; i < act.words.begin; ++i) {
      if (low(i) == "but") return true;
    }
    return false;
  }

  // "Ana Ruiz of Peru joined the fund in 1998 as a clerk and | left it |": a career.
  bool goes_as_person(const FoundAct& act) const {
    constexpr std::uint32_t kWordsMax = 8;
    if (!(act.act->joins || act.act->leaving) || act.form == ActForm::noun) return false;
    const bool person = std::ranges::any_of(
        view_.persons, [&](const Chunk& one) { return one.tokens.end <= act.begin; });
    return person && std::ranges::any_of(place_.acts, [&](const FoundAct& joins) {
             const std::uint32_t end = joins.words.end;
             for (std::uint32_t as = end; joins.act->joins && as < end + kWordsMax; ++as) {
               if (names_trade(as)) return true;
             }
             return false;
           });
  }
  bool names_trade(std::uint32_t as) const {
    return low(as) == "as" && is_any(low(as + 1), {"a", "an"}) && view_.is_content(as + 2) &&
           view_.chunk_at(as + 2) == nullptr &&
           !view_.is(as + 2, Role::naming | Role::member | Role::country);
  }

  // "signed the charter and | left |.": the hall.
  bool signs_and_goes(const FoundAct& act) const {
    if (place_.number == 0 || !act.act->leaving || act.words.size() != 1) return false;
    const FoundAct& before = place_.acts[place_.number - 1];
    return before.act->stage == Stage::signed_ && !before.denied && act.form == ActForm::past &&
           low(act.begin - 1) == "and" && view_.is_mark(act.words.end);
  }

  // "The vice-president spoke, and | left before lunch": a person's way out of a hall.
  bool walks_out(const FoundAct& act) const {
    if (!act.act->leaving || act.words.size() != 1 || act.form != ActForm::past || act.passive)
      return false;
    const bool named = std::ranges::any_of(
        view_.chunks, [&](const Chunk& chunk) { return !chunk.agreements.empty(); });
    const bool state = std::ranges::any_of(view_.chunks, [&](const Chunk& chunk) {
      return chunk.actors == act.parties && chunk.tokens.end <= act.begin && !chunk.government;
    });
    const bool spoke = place_.number == 0 && low(act.begin - 1) == "and";
    return spoke && !named && !state;
  }

  // "| bowed out of | the race for a seat in the pact", "| turned up its nose at | the wine but
  // signed": of something else.
  bool leaves_other(const FoundAct& act) const {
    constexpr std::uint32_t kReach = 9;
    const bool rejects = act.act->stage == Stage::rejected && act.form != ActForm::noun;
    if (!act.act->leaving && !rejects) return false;
    if (!is_any(low(act.words.end - 1), {"of", "from", "at", "on"})) return false;
    bool noun = false;
    for (std::uint32_t i = act.words.end; i < act.words.end + kReach; ++i) {
      const bool more = is_any(low(i), {"for", "in", "on"}) && view_.time_at(i + 1) == nullptr;
      if (noun && (more || (rejects && is_any(low(i), {"and", "but"})))) return true;
      const Chunk* chunk = view_.chunk_at(i);
      if (chunk != nullptr || view_.is_mark(i) || !view_.all.contains(i)) return false;
      noun = view_.is_content(i) &&
             !view_.is(i, Role::text | Role::club | Role::naming | Role::process | Role::scheme);
    }
    return false;
  }

  // "tore up | the old draft of the pact", "withdrew | a clause of it", "the withdrawal of | its
  // reservation to the pact", "left | the signing of the pact to its envoy": of a part, or of a
  // step.
  bool leaves_part(const FoundAct& act) const {
    const bool noun = act.form == ActForm::noun;
    const bool rejects = act.act->stage == Stage::rejected && !noun && !act.passive;
    if (!act.act->leaving && !rejects) return false;
    std::uint32_t i = act.words.end;
    if (noun && low(i - 1) != "of" && low(i++) != "of") return false;
    if (!rejects && !view_.is(i, Role::determiner | Role::owner)) return false;
    if (view_.is(i, Role::determiner | Role::owner)) ++i;  // "rejected | criticism of the pact"
    if (!is_any(low(i + 1), {"of", "to"})) ++i;            // "the | old | draft"
    if (!is_any(low(i + 1), {"of", "to"}) || view_.chunk_at(i) != nullptr) return false;
    const bool step = view_.is(act.words.begin, Role::leaves) && view_.is(i, Role::naming) && !noun;
    const bool part = view_.is_content(i) && !view_.is(i, Role::text | Role::club | Role::naming |
                                                              Role::process | Role::scheme);
    const bool whose = view_.chunk_at(i + 2) != nullptr || view_.is(i + 2, Role::determiner);
    const Chunk* whole =
        whose ? view_.chunk_behind(i + 2) : nullptr;  // not "the idea of | joining it"
    return (step || part) && whole != nullptr && whole->agreements == act.agreements;
  }

  // "a party to it, but that is all that | is left |", "has one hurdle | left |": nobody goes.
  bool is_what_is_left(const FoundAct& act) const {
    if (!act.act->leaving || !view_.is(act.words.end - 1, Role::leaves)) return false;
    return act.passive ? low(act.words.end) != "by" : has_left_over(act.words);
  }
  bool has_left_over(TokenSpan words) const {
    constexpr std::uint32_t kObjectMax = 5;
    const std::uint32_t noun = words.begin - 1;
    if (words.size() > 1 || words.begin < view_.all.begin + 3 || view_.tree.empty()) return false;
    if (view_.tree.word(noun).word_class != WordClass::noun || view_.chunk_at(noun) != nullptr)
      return false;
    for (std::uint32_t i = noun; i > view_.all.begin && i + kObjectMax > noun; --i) {
      if (view_.is(i - 1, Role::have)) return true;
      if (view_.is_mark(i - 1) || view_.chunk_at(i - 1) != nullptr) return false;
    }
    return false;
  }

  // "a pact under which Peru | renounced | enrichment": what the pact provides for.
  bool leaves_under_it(const FoundAct& act) const {
    constexpr std::uint32_t kSubjectMax = 6;
    if (!act.act->leaving || act.form == ActForm::noun || !view_.is_content(act.words.end) ||
        view_.chunk_at(act.words.end) != nullptr ||
        view_.is(act.words.end, Role::text | Role::club | Role::naming))
      return false;
    for (std::uint32_t i = act.begin; i > view_.all.begin + 1 && i + kSubjectMax > act.begin; --i) {
      if (low(i - 1) == "which") return is_any(low(i - 2), {"in", "under", "by"});
    }
    return false;
  }

  // "withdrew | it from the legislature", "The bill approving the pact | was withdrawn": what lay
  // before it.
  bool withdraws_bill(const FoundAct& act) const {
    constexpr std::uint32_t kObjectMax = 7;
    if (!act.act->leaving || act.form == ActForm::noun) return false;
    if (act.passive) {
      const std::uint32_t bill = view_.all.begin + (view_.is(view_.all.begin, Role::determiner));
      return view_.is(bill, Role::draft) || view_.is(bill + 1, Role::draft);
    }
    for (std::uint32_t i = act.words.end; i < act.words.end + kObjectMax; ++i) {
      if (view_.is_mark(i) || !view_.all.contains(i + 2)) return false;
      const std::uint32_t house = i + (view_.is(i + 1, Role::determiner | Role::owner) ? 2 : 1);
      if (low(i) == "from" && i > act.words.end) return view_.is(house, Role::legislature);
    }
    return false;
  }

  const ActPlace& place_;
  const SentenceView& view_;
};

}  // namespace

bool is_idle_exit(const ActPlace& place, const FoundAct& act) {
  return IdleExits(place).holds(act);
}

}  // namespace concord
