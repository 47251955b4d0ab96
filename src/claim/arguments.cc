// The arguments of the acts of a sentence, in order: who, what, when, on what condition.
#include "claim/arguments.h"

#include <utility>

#include "claim/stages.h"

namespace concord {
namespace {

constexpr std::uint32_t kNamed = 4;   // "deposited its papers | of accession"
constexpr std::uint32_t kOfMany = 9;  // "by | 17 of the bloc's 27 member states"

class ArgumentReader {
 public:
  ArgumentReader(const SentenceView& view, const Discourse& discourse, std::vector<FoundAct>& acts)
      : view_(view), discourse_(discourse), acts_(acts) {}

  void run() {
    for (number_ = 0; number_ < acts_.size(); ++number_) {
      FoundAct& act = acts_[number_];
      next_ = number_ + 1 < acts_.size() ? acts_[number_ + 1].begin : view_.all.end;
      before_ = number_ > 0 ? acts_[number_ - 1].words.end : view_.all.begin;
      if (act.act->same || joined_by(act)) repeat(act);
      if (joins_doers(act)) {
        act = with_doers(acts_[number_ - 1], act.words);
        continue;
      }
      const ActPlace place = place_of(view_, discourse_, acts_, number_);
      Subject subject = find_subject(place, act);
      const bool shares = subject.same_as != nullptr && subject.same_as->passive &&
                          act.form == ActForm::past && act.begin == act.words.begin &&
                          follows_and(act.begin);
      if (shares) act.passive = true;  // "was agreed in May and | signed in June"
      turn_by_clause(place, subject, act);
      if (act.form == ActForm::noun || act.act->stage == Stage::conditional)
        subject = find_owner_or_speaker(place, act, subject);
      if (act.agreements.empty()) act.agreements = find_objects(place, act, subject);
      act.of_agreement = subject.chunk != nullptr && !subject.chunk->is_actor();
      give_parties(place, subject, act);
      const bool house =  // "Congress approved it. Peru took the same step"
          number_ == 0 ? act.act->approval
                       : acts_[number_ - 1].act == act.act && acts_[number_ - 1].legislature;
      if (act.row->same && house) act.legislature = true;
      part_house(view_, act);
      if (number_ > 0) one_deed(acts_[number_ - 1], act);
      if (asserts_nothing(place, act)) act.effect = Effect::nothing_asserted;
      if (talks_of_another(act)) act.agreements.clear();
      if (is_of_exit(act)) act.of_exit = true;
      if (tied_by(act)) act.act = act_implied(view_, ImpliedAct::bond, {}, {}).act;
      if (const Act* bid = bid_taken_back(act)) {
        act.act = bid;
        act.effect = Effect::refused;
        if (number_ > 0 && !acts_[number_ - 1].agreements.empty())
          act.agreements = acts_[number_ - 1].agreements;  // of what it was an application
      }
      if (opens_next(act)) leave_told(act.effect, acts_[number_ + 1]);
      if (opens_next(act) || ponders_exit(act)) act.effect = Effect::nothing_asserted;
      if (does_none(act) || of_none(act, subject) || denied_by_none(view_, act)) act.denied = true;
      const bool nobody =  // "none of the nine nuclear powers | has signed"
          subject.chunk != nullptr && subject.chunk->denied && !subject.chunk->is_actor();
      if (nobody && act.parties.empty()) act.effect = Effect::nothing_asserted;
      if (act.denied && is_over(act)) act.ended = true;
      give_times(act, subject);
      find_condition(view_, act);
    }
  }

 private:
  std::string_view low(std::uint32_t i) const { return view_.low(i); }

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
    if (view_.is(act.words.end, Role::country) && act.words.end + 1 == next_) return true;
    const Chunk* body = view_.chunk_at(next_ - 1);  // "the first member | of the union | to leave"
    return body != nullptr && body->preposition == act.words.end && next.act->leaving;
  }

  // "would be the first member of the union | to leave": what was spoken of, and not the union.
  void leave_told(Effect effect, FoundAct& next) const {
    if (effect == Effect::planned) next.effect = effect;
    const Told& told = discourse_.told;
    const bool left = told.act != nullptr && told.act->leaving && told.agreement != kNone;
    if (left && next.act->leaving && view_.is_mark(next.words.end))
      next.agreements = {told.agreement};
  }

  // "is tied to | France | by a defence pact": no condition.
  bool tied_by(const FoundAct& act) const {
    if (act.act->stage != Stage::conditional || low(act.words.end - 1) != "to") return false;
    const Chunk* other = view_.chunk_at(act.words.end);
    return other != nullptr && other->is_actor() && low(other->tokens.end) == "by";
  }

  // "applied to join the union and | withdrew it | in 2016": the application, or nullptr.
  const Act* bid_taken_back(const FoundAct& act) const {
    const bool it = act.act->leaving && act.form == ActForm::past &&
                    act.effect == Effect::nothing && !act.passive && act.words.size() == 1 &&
                    low(act.words.end) == "it" && low(act.words.end + 1) != "from";
    if (!it) return nullptr;
    const Act* told = number_ > 0 ? acts_[number_ - 1].act : discourse_.told.act;
    const bool bid = told != nullptr && told->joins && told->stage == Stage::considering;
    const bool notice = told != nullptr && told->stage == Stage::withdrawing;
    if (notice && low(act.words.begin) == "withdrew") return told;
    if (number_ > 0 && names_bid(acts_[number_ - 1].words))
      return act_implied(view_, ImpliedAct::application, {}, {}).act;
    const bool wanted = number_ > 0 && acts_[number_ - 1].effect == Effect::wanted;
    return bid || wanted ? told : nullptr;
  }

  // "froze its | application | to the union and withdrew it"
  bool names_bid(TokenSpan words) const {
    bool bid = false;
    for (std::uint32_t i = words.begin; i < words.end; ++i)
      bid = bid || view_.is(i, Role::candidacy);
    return bid;
  }

  // "Chad decided to leave the court. The papers were filed in May": no accession's.
  bool is_of_exit(const FoundAct& act) const {
    if (act.act->mode != RatificationMode::accession || act.agreements.empty()) return false;
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
    if (low(act.words.end) == "nothing") return true;
    if (low(act.begin) == "have" && low(act.begin - 1) == "to" && low(act.begin - 2) == "not")
      return true;  // "the only state not to have signed"
    return low(act.words.end) == "no" && act.form != ActForm::noun &&
           !is_any(low(act.words.end + 1), {"longer", "later", "less", "more", "fewer", "sooner"});
  }

  // "no ceasefire with Pakistan | has been agreed"
  bool of_none(const FoundAct& act, const Subject& subject) const {
    if (subject.chunk == nullptr || subject.chunk->is_actor() || act.denied) return false;
    const std::uint32_t begin = subject.chunk->tokens.begin;
    return low(begin) == "no" || (begin > view_.all.begin && low(begin - 1) == "no");
  }

  // "No other member has left. Oman is | thinking about it": of leaving.
  bool ponders_exit(const FoundAct& act) const {
    if (act.act->stage != Stage::considering || low(act.words.end - 1) != "it") return false;
    const Told& told = number_ > 0 ? told_by(view_, acts_[number_ - 1]) : discourse_.told;
    return told.act != nullptr && told.act->leaving;
  }

  // "is not bound by the pact | any more"
  bool is_over(const FoundAct& act) const {
    for (std::uint32_t i = act.words.end; i < next_ && !view_.is_mark(i); ++i) {
      if (low(i) == "any" && is_any(low(i + 1), {"more", "longer"})) return true;
      if (low(i) == "anymore") return true;
    }
    return false;
  }

  // "Britain has been negotiating since 2022", after words on a body: not on joining it, unless
  // that was told. "The union, with which India is negotiating": a body is talked with.
  bool talks_of_another(const FoundAct& act) const {
    const bool left =  // "walked out of | trade talks | with the union"
        act.act->stage == Stage::rejected && view_.is(act.words.end - 1, Role::process);
    const bool talks = act.act->stage == Stage::negotiating || left;
    if (!talks || act.agreements.size() != 1) return false;
    if (talks_with_another(view_, act)) return true;
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
    const Told& told = discourse_.told;
    if (told.act == nullptr || told.agreement != body) return true;
    return told.act->stage != Stage::considering && !(told.act->joins && discourse_.main == body);
  }

  void give_times(FoundAct& act, const Subject& subject) {
    const ActPlace place = place_of(view_, discourse_, acts_, number_);
    act.time = time_of(place, act);
    const bool until = act.denied && act.effect == Effect::nothing && act.time != nullptr &&
                       low(act.time->tokens.begin - 1) == "until";
    if (until && low(act.begin) == "did") act.denied = false;  // "did not sign until 2019"
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

  // "Kenya and Chad were joined by Mali", "Mali joined them": in what was told before.
  bool joined_by(const FoundAct& act) const {
    if (act.act->together && low(act.words.end) == "them") return true;
    if (!act.passive || !act.act->together || low(act.words.end) != "by") return false;
    if (act.begin == act.words.begin) return false;
    const Subject subject = find_subject(place_of(view_, discourse_, acts_, number_), act);
    const bool of_text = subject.same_as != nullptr && subject.same_as->of_agreement;
    return !of_text && (subject.chunk == nullptr || subject.chunk->agreements.empty());
  }

  // "Norway signed the pact, joined by Chile": who comes with its doers.
  bool joins_doers(const FoundAct& act) const {
    return act.act->together && act.form == ActForm::past && act.begin == act.words.begin &&
           number_ > 0 && low(act.begin - 1) == "," && low(act.words.end) == "by" &&
           acts_[number_ - 1].act->role == ActRole::agent && !acts_[number_ - 1].parties.empty();
  }
  FoundAct with_doers(const FoundAct& first, TokenSpan words) const {
    FoundAct act = first;
    act.words = words;
    act.begin = words.begin;
    const Chunk* more = actors_after(view_, words.end + 1, 2);
    act.parties = more != nullptr ? more->actors : Entities{};
    return act;
  }

  // "The convention counts 191 parties; the United States | is not one of them": of its members,
  // whatever else was told of it.
  bool is_one_of_members(const FoundAct& act) const {
    for (std::uint32_t i = act.begin; i > view_.all.begin; --i) {
      if (view_.is(i - 1, Role::fellows)) return !are_doers(i - 1);
    }
    return false;
  }

  // "ratified by 17 of its | members; Peru is not one of them": of those that ratified.
  bool are_doers(std::uint32_t members) const {
    return std::ranges::any_of(acts_, [&](const FoundAct& act) {
      const std::uint32_t by = act.words.end;
      return act.form != ActForm::noun && low(by) == "by" && by < members && members < by + kOfMany;
    });
  }

  // Whom an act says that it follows: "follow | Moscow", "going the way of | Mali".
  const Chunk* followed(const FoundAct& act) const {
    const Chunk* whom = view_.chunk_at(act.words.end);
    const bool actor = whom != nullptr && whom->is_actor() && whom->agreements.empty();
    return actor && low(act.words.begin).starts_with("follow") ? whom : nullptr;
  }

  // "does not mean to follow Moscow", "followed its neighbour": what the other did last, told in
  // this sentence or before; what it did besides is nobody's step.
  void repeat_of(const Chunk& whom, FoundAct& act) const {
    const std::uint32_t leader = whom.actors.front();
    for (std::size_t i = 0; i < acts_.size(); ++i) {
      const FoundAct& other = acts_[i];
      const bool told = i < number_
                            ? std::ranges::find(other.parties, leader) != other.parties.end()
                            : other.begin > act.words.end && is_doer(leader, other);
      if (!told || other.act->same || other.form == ActForm::noun) continue;
      act.act = other.act;
      if (other.agreements.size() == 1) act.agreements = other.agreements;
      for (const Chunk& chunk : view_.chunks) {
        const bool ahead = i > number_ && chunk.tokens.begin >= other.words.end;
        if (ahead && act.agreements.empty()) act.agreements = chunk.agreements;
      }
      return;
    }
    const auto deed = discourse_.deeds.find(leader);
    if (deed == discourse_.deeds.end()) {
      act.effect = Effect::nothing_asserted;
      return;
    }
    act.act = deed->second.act;
    act.agreements = {deed->second.agreement};
    turn_like(deed->second.effect, false, deed->second.turned_by, act);
  }

  // "after | Russia | left": who stands right before a verb whose parties are still to be found.
  bool is_doer(std::uint32_t one, const FoundAct& act) const {
    const Chunk* chunk = act.begin > view_.all.begin ? view_.chunk_at(act.begin - 1) : nullptr;
    return chunk != nullptr && std::ranges::find(chunk->actors, one) != chunk->actors.end();
  }

  // "did so": the act before, of this sentence or an earlier one.
  void repeat(FoundAct& act) const {
    if (act.row->denied && is_one_of_members(act)) return;
    if (act.row->denied && low(act.begin) == "had") {  // "which had held out": till then
      act.effect = Effect::nothing_asserted;
      return;
    }
    if (const Chunk* whom = followed(act)) {
      repeat_of(*whom, act);
      return;
    }
    const bool by_deed =  // "a signature never followed by ratification"
        act.passive && low(act.words.end) == "by" && view_.chunk_at(act.words.end + 1) == nullptr;
    if (by_deed || (number_ > 0 && is_subject(acts_[number_ - 1], act))) {
      act.effect = Effect::nothing_asserted;  // "Ratification by Chad followed in May"
      return;
    }
    for (std::size_t i = number_; i > 0; --i) {
      const bool aside = acts_[i - 1].form == ActForm::noun ||     // "Oman, a signatory too, has
                         tells_of_doer(view_, acts_[i - 1], act);  // done so"
      if (aside || acts_[i - 1].act->same || acts_[i - 1].effect == Effect::nothing_asserted)
        continue;
      if (acts_[i - 1].act->opens && acts_[i - 1].words.end == act.words.begin) {
        acts_[i - 1].effect = Effect::nothing_asserted;  // "has ruled out | doing so": of what?
        continue;
      }
      act.act = acts_[i - 1].act;
      turn_like(acts_[i - 1].effect, acts_[i - 1].denied, acts_[i - 1].turned_by, act);
      return;
    }
    const Told& told = last_told(discourse_);
    const bool roster =
        act.row->role == ActRole::members;  // "The holdouts on the deal are A and B"
    if (roster && (told.act == nullptr || told.agreement == kNone)) return;
    if (roster &&
        told.act->role != ActRole::agent) {  // "until eight more | ratify it. The holdouts"
      if (discourse_.meant.act != nullptr && discourse_.meant.agreement == told.agreement)
        act.act = discourse_.meant.act;
      return;
    }
    if (told.act == nullptr) {  // "was the first", after nothing; "would like to follow"
      const bool done = act.effect == Effect::nothing || act.effect == Effect::done;
      if (done) act.effect = Effect::nothing_asserted;
      return;
    }
    if (told.act->role == ActRole::members) return;  // "has 40 members. Oman is one of them"
    if (told.agreement == kNone) {
      act.effect = Effect::nothing_asserted;  // "entered a club that nobody knows. Oman did so too"
      return;
    }
    act.act = told.act;
    if (announces_too(act, told)) act.effect = Effect::planned;
    turn_like(told.effect, told.denied, told.turned_by, act);
    if (low(act.words.begin - 1) == "to" && another_verb_before(act))
      act.effect = Effect::nothing_asserted;
  }

  // "Spain announced that it was leaving. France did so in May": another's notice, not its exit.
  bool announces_too(const FoundAct& act, const Told& told) const {
    const std::uint32_t owner =
        low(act.begin - 1) == "'s" ? 1 : 0;  // "Spain's [parliament] did so"
    const Chunk* other =
        act.begin > view_.all.begin + owner ? view_.chunk_at(act.begin - 1 - owner) : nullptr;
    return told.act->leaving && told.effect == Effect::planned && other != nullptr &&
           other->is_actor() && !other->anaphor && act.effect == Effect::nothing && !act.denied &&
           act.form == ActForm::past;
  }

  // Whether a noun is what a verb tells of.
  bool is_subject(const FoundAct& noun, const FoundAct& verb) const {
    if (view_.tree.empty() || noun.form != ActForm::noun) return false;
    const std::uint32_t head = view_.tree.head_of(noun.words);
    const Dependency relation = view_.tree.word(head).relation;
    return (relation == Dependency::nsubj || relation == Dependency::nsubj_pass) &&
           verb.words.contains(view_.tree.parent(head));
  }

  // "visited Astana, the first envoy to do so": what is done again is no act.
  bool another_verb_before(const FoundAct& act) const {
    for (std::uint32_t i = view_.all.begin; i < act.begin && !view_.tree.empty(); ++i) {
      if (view_.chunk_at(i) == nullptr && view_.tree.word(i).word_class == WordClass::verb)
        return true;
    }
    return false;
  }

  // "will not sign; Oman takes the same line": turned as the first was. "Did so" tells of its own.
  void turn_like(Effect effect, bool denied, const std::string& by, FoundAct& act) const {
    const std::string_view last = low(act.words.end - 1);
    if (act.effect != Effect::nothing || act.denied || act.infinitive || last == "so") return;
    act.effect = effect;
    act.denied = denied;
    act.turned_by = by;
  }

  const SentenceView& view_;
  const Discourse& discourse_;
  std::vector<FoundAct>& acts_;
  std::size_t number_ = 0;
  std::uint32_t next_ = 0;
  std::uint32_t before_ = 0;
};

}  // namespace

void find_arguments(const SentenceView& view, const Discourse& discourse,
                    std::vector<FoundAct>& acts) {
  ArgumentReader(view, discourse, acts).run();
}

}  // namespace concord
