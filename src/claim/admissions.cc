// Whose admission it is that members approve: the parties of the act are those let in.
//
//   ministers approved [China]'s accession     leaders accepted [its] application
//
// And which body a capital stands for: "opened accession talks with [Brussels]".
#include "claim/arguments.h"

namespace concord {
namespace {

class AdmissionReader {
 public:
  explicit AdmissionReader(const ActPlace& place)
      : view_(place.view), discourse_(place.discourse) {}

  // "Mali will sign, a day after leaders accepted | its application": none accepts its own.
  void of_applicant(std::uint32_t noun, FoundAct& act) const {
    bool its = false;
    for (std::uint32_t i = act.words.begin; i < noun; ++i)
      its = its || is_any(low(i), {"its", "their"});
    if (!its) return;
    const Chunk* first = nullptr;
    for (const Chunk& chunk : view_.chunks) {
      if (chunk.tokens.end > act.begin || !chunk.is_actor() || chunk.actors == act.parties)
        continue;
      if (first == nullptr && chunk.preposition == kNone && !chunk.possessive) first = &chunk;
    }
    act.parties = first == nullptr ? Entities{} : first->actors;
    act.legislature = false;
    act.admits_other = true;
  }

  // "The bloc let | Oman | into the market": whom it let in, where no parliament gives its word.
  bool let_other_in(FoundAct& act) const {
    if (!act.act->taken || !act.act->approval || act.legislature) return false;
    for (const Chunk& chunk : view_.chunks) {
      const bool inside = chunk.tokens.begin > act.words.begin && chunk.tokens.end < act.words.end;
      if (!inside || !chunk.is_actor()) continue;
      act.parties = chunk.actors;
      act.admits_other = true;
    }
    return act.admits_other;
  }

  // "ministers approved China's accession", "members approved the admission of Congo".
  void admit_other(FoundAct& act) const {
    if (act.passive && act.act->approval && act.parties.empty()) of_approved(act);
    if (let_other_in(act)) return;
    for (std::uint32_t i = act.words.begin; i < act.words.end + 8; ++i) {
      const bool conditions = view_.is(i, Role::terms) && view_.is(i, Role::text);  // "its terms"
      if (!view_.is(i, Role::naming) && !conditions) continue;
      if (view_.is(i, Role::candidacy) && act.words.contains(i)) of_applicant(i, act);
      if (const Entities joiner = spoken_of(act, i); !joiner.empty()) {
        act.parties = joiner;
        act.admits_other = true;
        return;
      }
      for (const Chunk& chunk : view_.chunks) {
        const bool owner =
            chunk.possessive && chunk.tokens.end <= i && chunk.tokens.begin > act.words.begin;
        const bool of = chunk.preposition == i + 1 && low(i + 1) == "of";
        const bool both = chunk.anaphor && chunk.tokens.end == i && low(i).ends_with('s') &&
                          chunk.tokens.begin >= act.words.end;  // "approved | both | accessions"
        if (!chunk.is_actor() || (!owner && !of && !both)) continue;
        const bool ratifies = act.legislature || act.act->mode == RatificationMode::ratification;
        if (ratifies && chunk.actors == act.parties)
          return;  // "Peru's congress approved the country's accession"
        act.parties = chunk.actors;
        if (act.act->mode == RatificationMode::ratification && act.words.contains(i) &&
            !view_.is(i, Role::entry))
          return;  // "the law completed Peru's ratification": its own
        act.legislature = false;
        act.admits_other = true;
        return;
      }
    }
  }

 private:
  std::string_view low(std::uint32_t i) const { return view_.low(i); }

  // "Algeria | was approved | last August": by those whom it joins.
  void of_approved(FoundAct& act) const {
    const Chunk* who = act.begin > view_.all.begin ? view_.chunk_at(act.begin - 1) : nullptr;
    const bool house =
        act.agreements.size() == 1 && view_.reading.entities[act.agreements.front()].acceded;
    if (!house || who == nullptr || !who->can_act() || !who->agreements.empty()) return;
    act.parties = who->actors;
    act.admits_other = true;
  }

  // "Ministers approved | its return |": of whom was spoken, and not of the body itself.
  Entities spoken_of(const FoundAct& act, std::uint32_t noun) const {
    const bool owned = is_any(low(noun - 1), {"its", "their"}) && noun <= act.words.end + 2;
    if (!owned || !view_.is(noun, Role::entry) || !act.parties.empty()) return {};
    const Entities& last = discourse_.parties;
    const bool states = std::ranges::all_of(last, [&](std::uint32_t one) {
      return view_.reading.entities[one].kind == EntityKind::state;
    });
    return states && last != act.agreements ? last : Entities{};
  }

  const SentenceView& view_;
  const Discourse& discourse_;
};

}  // namespace

void admit_other(const ActPlace& place, FoundAct& act) { AdmissionReader(place).admit_other(act); }

void name_house(const ActPlace& place, const Subject& subject, FoundAct& act) {
  const SentenceView& view = place.view;
  const bool talks = act.act->stage == Stage::negotiating || act.effect == Effect::talks;
  if (!act.agreements.empty() || !act.act->joins || !talks) return;
  for (const Chunk& chunk : view.chunks) {
    const bool with = chunk.preposition != kNone && view.low(chunk.preposition) == "with";
    const bool behind = chunk.tokens.begin >= act.words.begin;
    if (!with || !behind || chunk.actors.size() != 1 || chunk.possessive) continue;
    if (!view.reading.entities[chunk.actors.front()].acceded) continue;
    act.agreements = chunk.actors;
    std::erase(act.parties, chunk.actors.front());
    const Chunk* who = subject.chunk;
    if (act.parties.empty() && who != nullptr && who->is_actor()) act.parties = who->actors;
    return;
  }
}

// "froze its | application | to the union and withdrew it"
static bool names_bid(const SentenceView& view, TokenSpan words) {
  bool bid = false;
  for (std::uint32_t i = words.begin; i < words.end; ++i) bid = bid || view.is(i, Role::candidacy);
  return bid;
}

const Act* bid_taken_back(const ActPlace& place, const FoundAct& act) {
  const SentenceView& view = place.view;
  const bool it = act.act->leaving && act.form == ActForm::past && act.effect == Effect::nothing &&
                  !act.passive && act.words.size() == 1 && view.low(act.words.end) == "it" &&
                  view.low(act.words.end + 1) != "from";
  if (!it) return nullptr;
  const FoundAct* before = place.number > 0 ? &place.acts[place.number - 1] : nullptr;
  const Act* told = before != nullptr ? before->act : place.discourse.told.act;
  const bool bid = told != nullptr && told->joins && told->stage == Stage::considering;
  const bool notice = told != nullptr && told->stage == Stage::withdrawing;
  if (notice && view.is(act.words.begin, Role::withdraws)) return told;
  if (before != nullptr && names_bid(view, before->words))
    return act_implied(view, ImpliedAct::application, {}, {}).act;
  const bool wanted = before != nullptr && before->effect == Effect::wanted;
  return bid || wanted ? told : nullptr;
}

}  // namespace concord
