// The arguments of the acts of a sentence, in order: who, what, when, on what condition.
#include "claim/arguments.h"

#include <utility>

#include "claim/acting_bodies.h"
#include "claim/stages.h"

namespace concord {
namespace {

constexpr std::uint32_t kNamed = 4;  // "deposited its papers | of accession"

class ArgumentReader {
 public:
  ArgumentReader(const SentenceView& view, const Discourse& discourse, std::vector<FoundAct>& acts)
      : view_(view), discourse_(discourse), acts_(acts) {}

  void run() {
    for (number_ = 0; number_ < acts_.size(); ++number_) {
      next_ = number_ + 1 < acts_.size() ? acts_[number_ + 1].begin : view_.all.end;
      before_ = number_ > 0 ? acts_[number_ - 1].words.end : view_.all.begin;
      repeat_told(view_, discourse_, acts_, number_);
      read(acts_[number_]);
    }
  }

 private:
  void read(FoundAct& act) {
    if (joins_doers(act)) {
      act = with_doers(acts_[number_ - 1], act.words);
      return;
    }
    if (joins_ranks(act)) {
      act.agreements = acts_[number_ - 1].agreements;
      act.parties = undergoer(view_, act)->actors;
      return;
    }
    const ActPlace place = place_of(view_, discourse_, acts_, number_);
    const Subject subject = find_doer(place, act);
    give_agreements(place, subject, act);
    give_doers(place, subject, act);
    if (number_ > 0) one_deed(acts_[number_ - 1], act);
    assert_only_own(place, subject, act);
    read_as_other_act(place, act);
    pass_on(act);
    ponder_exit(act);
    deny_by_none(subject, act);
    give_times(place, subject, act);
    find_condition(view_, act);
  }

  std::string_view low(std::uint32_t i) const { return view_.low(i); }

  // Who does it; what governs its clause turns it on the way.
  Subject find_doer(const ActPlace& place, FoundAct& act) const {
    Subject subject = find_subject(place, act);
    if (shares_passive(act, subject)) act.passive = true;
    turn_by_clause(place, subject, act);
    if (subject.chunk == nullptr && subject.same_as == nullptr)
      name_body_before(view_, act, subject);
    if (const Chunk* first = over_dashes(act)) subject = {first, nullptr, first->tokens.begin};
    if (is_not_by_members(act)) act.denied = false;
    if (act.form != ActForm::noun && act.act->stage != Stage::conditional) return subject;
    return find_owner_or_speaker(place, act, subject);
  }

  // "was agreed in May and | signed in June"
  bool shares_passive(const FoundAct& act, const Subject& subject) const {
    return subject.same_as != nullptr && subject.same_as->passive && act.form == ActForm::past &&
           act.begin == act.words.begin && follows_and(act.begin);
  }

  // "recognised, but | not by five members |": who are members
  bool is_not_by_members(const FoundAct& act) const {
    return act.act->role == ActRole::members && act.form == ActForm::noun &&
           low(act.begin) == "not" && low(act.begin + 1) == "by" && !act.act->denied;
  }

  void give_agreements(const ActPlace& place, const Subject& subject, FoundAct& act) const {
    if (act.agreements.empty()) act.agreements = acting_body(place, act, subject);
    if (act.agreements.empty()) act.agreements = find_objects(place, act, subject);
    if (tells_of_something_else(place, act)) act.agreements.clear();
    if (subject.same_as != nullptr && talks_of_another(act))
      act.agreements.clear();  // "has deals with Chad and is negotiating | with Oman"
    act.of_agreement = subject.chunk != nullptr && !subject.chunk->is_actor();
    list_joined(view_, subject, act);
  }

  void give_doers(const ActPlace& place, const Subject& subject, FoundAct& act) const {
    give_parties(place, subject, act);
    name_house(place, subject, act);
    if (leaves_out(act)) {
      act.act = act_implied(view_, ImpliedAct::roster, {}, {}).act;
      if (act.agreements.empty()) act.agreements = acts_[number_ - 1].agreements;
      act.denied = true;
    }
    if (repeats_approval(act)) act.legislature = true;
    part_house(view_, act);
  }

  // "Congress approved it. Peru took the same step"
  bool repeats_approval(const FoundAct& act) const {
    if (!act.row->same) return false;
    if (number_ == 0) return act.act->approval;
    return acts_[number_ - 1].act == act.act && acts_[number_ - 1].legislature;
  }

  // Nothing of what others do, or of what it does to others.
  void assert_only_own(const ActPlace& place, const Subject& subject, FoundAct& act) const {
    if (asserts_nothing(place, act)) act.effect = Effect::nothing_asserted;
    if (talks_of_another(act)) act.agreements.clear();
    if (is_turned_down(act, subject) || invites_members(act)) act.effect = Effect::nothing_asserted;
  }

  // "Britain, which applied, | was turned down by | Brussels"
  bool is_turned_down(const FoundAct& act, const Subject& subject) const {
    const bool applicant = subject.chunk != nullptr && subject.chunk->is_actor() &&
                           subject.chunk->agreements.empty() && !subject.chunk->possessive;
    return applicant && act.passive && act.act->stage == Stage::rejected &&
           low(act.words.end) == "by";
  }

  // A step of an exit, a bond, or the bid that is taken back.
  void read_as_other_act(const ActPlace& place, FoundAct& act) const {
    if (is_of_exit(act)) act.of_exit = true;
    if (tied_by(act)) act.act = act_implied(view_, ImpliedAct::bond, {}, {}).act;
    const Act* bid = bid_taken_back(place, act);
    if (bid == nullptr) return;
    act.act = bid;
    act.effect = Effect::refused;
    if (number_ > 0 && !acts_[number_ - 1].agreements.empty())
      act.agreements = acts_[number_ - 1].agreements;  // of what it was an application
  }

  // What only opens the next act leaves it what it tells.
  void pass_on(FoundAct& act) const {
    if (!opens_next(act)) return;
    leave_told(act.effect, acts_[number_ + 1]);
    act.effect = Effect::nothing_asserted;
  }

  void deny_by_none(const Subject& subject, FoundAct& act) const {
    if (does_none(act) || of_none(act, subject) || denied_by_none(view_, act)) act.denied = true;
    const bool nobody =  // "none of the nine nuclear powers | has signed"
        subject.chunk != nullptr && subject.chunk->denied && !subject.chunk->is_actor();
    if (nobody && act.parties.empty()) act.effect = Effect::nothing_asserted;
    if (act.denied && is_over(act)) act.ended = true;
  }

  // "and | signed", "and, if all goes well, | signed"
  bool follows_and(std::uint32_t i) const {
    constexpr std::uint32_t kAside = 8;
    if (is_any(low(i - 1), {"and", "but", "then"})) return true;
    if (low(i - 1) != ",") return false;
    for (std::uint32_t back = 2; back <= kAside && i >= before_ + back; ++back) {
      if (low(i - back) == ",") return low(i - back - 1) == "and";
    }
    return false;
  }

  // "is the only member | state not to have ratified": of what it is a member is not told.
  bool opens_next(const FoundAct& act) const {
    const bool member = act.act->standing || act.act->role == ActRole::members;
    if (!member || number_ + 1 >= acts_.size()) return false;
    const FoundAct& next = acts_[number_ + 1];
    const bool goes_on =
        low(act.words.end) == "to" && next.row->same && next.words.begin <= act.words.end + 1;
    if (goes_on) return true;  // "is the last of the four | members to do so"
    if (!next.infinitive) return false;
    if (view_.is(act.words.end, Role::country) && next_ <= act.words.end + 1) return true;
    const Chunk* body = view_.chunk_at(next_ - 1);  // "the first member | of the union | to leave"
    return body != nullptr && body->preposition == act.words.end && next.act->leaving;
  }

  // "would be the first member of the union | to leave": what was spoken of, and not the union.
  void leave_told(Effect effect, FoundAct& next) const {
    if (effect == Effect::planned) next.effect = effect;
    const Told& told = discourse_.told;
    if (told.act == nullptr || !told.act->leaving || told.agreement == kNone) return;
    if (next.act->leaving && view_.is_mark(next.words.end)) next.agreements = {told.agreement};
  }

  // "is tied to | France | by a defence pact": no condition.
  bool tied_by(const FoundAct& act) const {
    if (act.act->stage != Stage::conditional || low(act.words.end - 1) != "to") return false;
    const Chunk* other = view_.chunk_at(act.words.end);
    return other != nullptr && other->is_actor() && low(other->tokens.end) == "by";
  }

  // "Chad decided to leave the court. The papers were filed in May": no accession's. "Oman's
  // parliament voted to leave. In Peru the lower house gave its approval": to the same.
  bool is_of_exit(const FoundAct& act) const {
    const bool lodges = act.act->mode == RatificationMode::accession;
    const bool approves = act.act->approval && act.legislature &&
                          std::ranges::none_of(view_.chunks, [](const Chunk& c) {
                            return !c.agreements.empty() && !c.is_actor();
                          });
    if (!(lodges || approves) || act.agreements.empty()) return false;
    for (std::uint32_t i = act.begin; i < act.words.end + kNamed; ++i) {
      if (view_.is(i, Role::naming)) return false;  // "its instrument of ratification"
    }
    const Told* told = &discourse_.told;
    const Told here = number_ > 0 ? told_by(view_, acts_[number_ - 1]) : Told{};
    if (here.act != nullptr && here.agreement != kNone) told = &here;
    return told->act != nullptr && told->act->leaving && !told->denied &&
           told->agreement == act.agreements.front();
  }

  // "gave [notice] of withdrawal from the pact": the verb has the party, the noun the object.
  static bool is_one_deed(const FoundAct& verb, const FoundAct& noun) {
    return verb.words.contains(noun.begin) && stage_after(verb) == stage_after(noun);
  }
  // "froze its | application to join", "approved | accession": the noun of what is done.
  static bool is_noun_of(const FoundAct& verb, const FoundAct& noun) {
    if (verb.act->stage == Stage::suspended) return verb.words.contains(noun.begin);
    return verb.act->approval && verb.form != ActForm::noun && noun.form == ActForm::noun &&
           noun.act->joins && noun.words.begin == verb.words.end;
  }
  static void one_deed(FoundAct& verb, FoundAct& noun) {
    const bool on_exit = noun.act->leaving && noun.effect == Effect::talks;
    if (on_exit && noun.begin == verb.begin) verb.effect = Effect::nothing_asserted;
    if (is_noun_of(verb, noun) && !noun.agreements.empty()) verb.agreements = noun.agreements;
    if (is_noun_of(verb, noun) && verb.act->approval) noun.effect = Effect::nothing_asserted;
    if (!is_one_deed(verb, noun)) return;
    if (noun.parties.empty()) noun.parties = verb.parties;
    if (!noun.agreements.empty()) verb.agreements = noun.agreements;
    verb.denied = noun.denied = verb.denied || noun.denied;  // "gave no notice of withdrawal"
  }

  // "has signed no treaty", "signs nothing"; not "left no later than May".
  bool does_none(const FoundAct& act) const {
    const Time* while_ = view_.time_at(act.words.end + 2);  // "ratified nothing | for years"
    if (while_ != nullptr && while_->duration) return false;
    if (low(act.words.end) == "nothing" || is_neither_time(act)) return true;
    if (low(act.begin) == "have" && low(act.begin - 1) == "to" && low(act.begin - 2) == "not")
      return true;  // "the only state not to have signed"
    return low(act.words.end) == "no" && act.form != ActForm::noun &&
           !is_any(low(act.words.end + 1), {"longer", "later", "less", "more", "fewer", "sooner"});
  }

  // "ratified it | neither in 2019 nor later |"
  bool is_neither_time(const FoundAct& act) const {
    for (std::uint32_t i = act.words.end; i < next_ && !view_.is_mark(i); ++i) {
      const bool time = view_.time_at(i + 2) != nullptr || low(i + 1) == "then";
      if (low(i) == "neither" && time) return true;
    }
    return false;
  }

  // "no ceasefire | has been agreed", "neither the pact nor the protocol | was signed"
  bool of_none(const FoundAct& act, const Subject& subject) const {
    if (subject.chunk == nullptr || subject.chunk->is_actor() || act.denied) return false;
    const std::uint32_t begin = subject.chunk->tokens.begin;
    if (low(begin) == "no" || begin == view_.all.begin) return low(begin) == "no";
    const bool verb = view_.is(act.begin, Role::be | Role::have);  // not "nor the pact, | signed |"
    return low(begin - 1) == "no" || (verb && is_any(low(begin - 1), {"nor", "neither"}));
  }

  // "Three members have left. Oman is | thinking about it": of leaving.
  void ponder_exit(FoundAct& act) const {
    if (act.act->stage != Stage::considering || low(act.words.end - 1) != "it") return;
    const bool here = number_ > 0 && !acts_[number_ - 1].act->standing;
    const Told& told = here ? told_by(view_, acts_[number_ - 1]) : discourse_.told;
    if (told.act == nullptr || !told.act->leaving) return;
    act.act = told.act;
    act.effect = act.denied ? Effect::denied_plan : Effect::nothing_asserted;
  }

  // "is not bound by the pact | any more"
  bool is_over(const FoundAct& act) const {
    for (std::uint32_t i = act.words.end; i < next_ && !view_.is_mark(i); ++i) {
      const bool more = low(i) == "any" && is_any(low(i + 1), {"more", "longer"});
      if (more || low(i) == "anymore") return true;
    }
    return false;
  }

  // "Britain has been negotiating", after words on a body: not on joining it, unless that was told.
  // "The union, with which India is negotiating": a body is talked with.
  bool talks_of_another(const FoundAct& act) const {
    const bool left =  // "walked out of | trade talks | with the union"; not "ended its bid"
        act.act->stage == Stage::rejected && view_.is(act.words.end - 1, Role::process) &&
        !view_.is(act.words.end - 1, Role::candidacy);
    if ((act.act->stage != Stage::negotiating && !left) || act.agreements.empty()) return false;
    if (talks_with_another(view_, act)) return true;
    if (act.agreements.size() != 1) return false;
    const std::uint32_t body = act.agreements.front();
    if (view_.reading.entities[body].kind != EntityKind::body) return false;
    if (left && !act.act->joins) return true;
    for (std::uint32_t i = before_; i < act.begin; ++i) {
      if (low(i) == "with" && view_.is(i + 1, Role::relative)) return true;
    }
    if (act.act->joins) return false;
    for (std::uint32_t i = view_.all.begin; i < view_.all.end; ++i) {
      if (view_.is(i, Role::entry | Role::accedes)) return false;
      const Chunk* chunk = view_.chunk_at(i);
      if (chunk != nullptr && chunk->agreements == act.agreements) return false;
    }
    const bool applied =  // "applied in 2009 and | began talks | in 2010"
        number_ > 0 && acts_[number_ - 1].act->joins && !acts_[number_ - 1].denied &&
        acts_[number_ - 1].act->stage == Stage::considering;
    if (applied && acts_[number_ - 1].agreements == act.agreements) return false;
    const Told& told = discourse_.told;
    if (told.act == nullptr || told.agreement != body) return true;
    return told.act->stage != Stage::considering && !(told.act->joins && discourse_.main == body);
  }

  void give_times(const ActPlace& place, const Subject& subject, FoundAct& act) const {
    act.time = time_of(place, act);
    const bool until = act.denied && act.effect == Effect::nothing && act.time != nullptr &&
                       low(act.time->tokens.begin - 1) == "until";
    const bool held_out = act.row != nullptr && act.row->denied && act.row->same;
    if (until && (low(act.begin) == "did" || (held_out && act.begin == act.words.begin)))
      act.denied = false;  // "did not sign until 2019", "held out until 2019"
    act.told = told_of(place, act);
    if (number_ > 0 && is_one_deed(acts_[number_ - 1], act)) {
      if (act.time == nullptr) act.time = acts_[number_ - 1].time;
      acts_[number_ - 1].time = act.time;
    }
    bool apart = false;  // "froze its application, | submitted in May"
    for (std::uint32_t i = act.words.end; act.time != nullptr && i < act.time->tokens.begin; ++i)
      apart = apart || low(i) == ",";
    if (number_ > 0 && !apart && is_noun_of(acts_[number_ - 1], act))
      acts_[number_ - 1].time = std::exchange(act.time, nullptr);
    const bool applies = act.act->role == ActRole::own && number_ > 0 && low(act.begin - 1) == ",";
    if (applies && acts_[number_ - 1].row->owns && acts_[number_ - 1].time == nullptr)
      acts_[number_ - 1].time = act.time;  // "has a pact with Peru, applied since 2011"
    if (subject.same_as == nullptr || act.time == nullptr || number_ == 0) return;
    FoundAct& first = acts_[number_ - 1];  // "signed and ratified it in 2003"
    if (&first == subject.same_as && first.time == nullptr && act.begin - first.words.end <= 4)
      first.time = act.time;
  }

  // "Its six members, A, B ..., | had been invited |": to something else.
  bool invites_members(const FoundAct& act) const {
    if (act.act->role != ActRole::patient || act.act->stage != Stage::considering) return false;
    return std::ranges::any_of(acts_, [&](const FoundAct& before) {
      return before.begin < act.begin && before.act->role == ActRole::members &&
             before.agreements == act.agreements && before.parties == act.parties &&
             !before.denied && !act.parties.empty();
    });
  }

  // "Oman, unlike its neighbours - Chad, Mali and Niger - and | is not in | the pact": the first
  // subject, over what stands between two dashes.
  const Chunk* over_dashes(const FoundAct& act) const {
    if (view_.chunks.empty() || act.form == ActForm::noun || low(act.begin - 1) != "and")
      return nullptr;
    const Chunk& first = view_.chunks.front();
    const bool opens = first.can_act() && first.tokens.begin <= view_.all.begin + 1;
    for (const Chunk& list : view_.chunks) {
      const bool within = list.actors.size() > 1 && list.tokens.end + 2 == act.begin &&
                          is_bullet(low(list.tokens.end)) && is_bullet(low(list.tokens.begin - 1));
      if (opens && within && &list != &first) return &first;
    }
    return nullptr;
  }

  // "The members of the pact | exclude | Oman": who was never put out.
  bool leaves_out(const FoundAct& act) const {
    if (number_ == 0 || act.passive || act.form == ActForm::noun) return false;
    const FoundAct& before = acts_[number_ - 1];
    return !act.parties.empty() && act.act->role == ActRole::patient &&
           act.act->stage == Stage::withdrawn && before.act->role == ActRole::members &&
           before.form == ActForm::noun && before.parties.empty() && !before.denied;
  }

  // "Norway signed the pact, joined by Chile": who comes with its doers.
  bool joins_doers(const FoundAct& act) const {
    return act.act->together && act.form == ActForm::past && act.begin == act.words.begin &&
           number_ > 0 && low(act.begin - 1) == "," && low(act.words.end) == "by" &&
           acts_[number_ - 1].act->role == ActRole::agent && !acts_[number_ - 1].parties.empty();
  }
  // "Oman became a member in 2023, | joining | Chad and Mali": who was one before.
  bool joins_ranks(const FoundAct& act) const {
    if (!act.act->together || act.form != ActForm::gerund || number_ == 0) return false;
    if (act.begin != act.words.begin || low(act.begin - 1) != ",") return false;
    const FoundAct& first = acts_[number_ - 1];
    const bool joined = first.act->joins && first.act->stage == Stage::party && !first.denied &&
                        first.effect == Effect::nothing && first.agreements.size() == 1 &&
                        first.form != ActForm::noun;
    const Chunk* ranks = joined ? undergoer(view_, act) : nullptr;
    if (ranks == nullptr || !ranks->is_actor() || ranks->anaphor) return false;
    const std::uint32_t in = ranks->tokens.end;  // "joining Chad in sending troops"
    return ranks->agreements.empty() && !(low(in) == "in" && low(in + 1).ends_with("ing"));
  }
  FoundAct with_doers(const FoundAct& first, TokenSpan words) const {
    FoundAct act = first;
    act.words = words;
    act.begin = words.begin;
    const Chunk* more = actors_after(view_, words.end + 1, 2);
    act.parties = more != nullptr ? more->actors : Entities{};
    const Time* own = more == nullptr ? nullptr : time_after(view_, more->tokens.end);
    if (own != nullptr) act.time = own;  // "followed by Peru | in 2004"
    return act;
  }

  const SentenceView& view_;
  const Discourse& discourse_;
  std::vector<FoundAct>& acts_;
  std::size_t number_ = 0;
  std::uint32_t next_ = 0, before_ = 0;
};

}  // namespace

void find_arguments(const SentenceView& view, const Discourse& discourse,
                    std::vector<FoundAct>& acts) {
  ArgumentReader(view, discourse, acts).run();
}

}  // namespace concord
