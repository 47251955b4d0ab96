// Acts told by words for doing the same: they are what the act before was.
//
//   did so    followed suit    took the same step    is not one of them    were joined by Mali
#include "claim/arguments.h"
#include "claim/idle_repeats.h"

namespace concord {
namespace {

bool says_leaves(const SentenceView& view, const FoundAct& act) {
  for (std::uint32_t i = act.words.begin; i < act.words.end; ++i) {
    if (view.is(i, Role::leaves)) return true;
  }
  return false;
}

class SameActs {
 public:
  SameActs(const SentenceView& view, const Discourse& discourse, std::vector<FoundAct>& acts,
           std::size_t number)
      : view_(view),
        discourse_(discourse),
        acts_(acts),
        number_(number),
        place_(place_of(view, discourse, acts, number)) {}

  void tell(FoundAct& act) const {
    if (act.act->same || joined_by(act)) repeat(act);
    if (const FoundAct* notice = notice_taken_back(view_, acts_, number_)) {
      act.act = notice->act;
      act.denied = true;
      return;
    }
    if (!rules_out_exit(act)) return;
    act.act = discourse_.meant.act;
    act.effect = Effect::planned;
    act.denied = !act.denied;
  }

 private:
  std::string_view low(std::uint32_t i) const { return view_.low(i); }
  std::uint32_t here() const { return view_.reading.token(view_.all.begin).sentence; }

  // "A deputy demanded that Peru leave. | That | is out of the question": no refusal of the pact.
  bool rules_out_exit(const FoundAct& act) const {
    const Told& meant = discourse_.meant;
    return act.act->stage == Stage::rejected && view_.is(act.words.begin, Role::be) &&
           is_any(low(act.begin - 1), {"that", "this", "it"}) && meant.act != nullptr &&
           meant.act->leaving && meant.sentence + 1 == here();
  }

  // "Kenya and Chad were joined by Mali", "Mali joined them": in what was told before.
  bool joined_by(const FoundAct& act) const {
    if (act.act->together && low(act.words.end) == "them") return true;
    if (!act.passive || !act.act->together || low(act.words.end) != "by") return false;
    if (act.begin == act.words.begin) return false;
    const Subject subject = find_subject(place_, act);
    const bool of_text = subject.same_as != nullptr && subject.same_as->of_agreement;
    return !of_text && (subject.chunk == nullptr || subject.chunk->agreements.empty());
  }

  // Whom an act says that it follows: "follow | Moscow", "going the way of | Mali".
  const Chunk* followed(const FoundAct& act) const {
    const Chunk* whom = view_.chunk_at(act.words.end);
    const bool actor = whom != nullptr && whom->is_actor() && whom->agreements.empty();
    return actor && view_.is(act.words.begin, Role::follows) ? whom : nullptr;
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
    if (deed == discourse_.deeds.end()) return assert_nothing(act);
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
    if (act.row->denied && is_one_of_members(place_, act)) return;
    if (tells_no_act(place_, act)) return assert_nothing(act);
    if (const Chunk* whom = followed(act)) return repeat_of(*whom, act);
    if (is_told_with(act)) return take_step_with(act);
    if (is_done_by_deed(place_, act)) return assert_nothing(act);
    if (repeat_here(act)) return;
    if (is_of_nobody_or_duty(place_, act)) return assert_nothing(act);
    repeat_earlier(last_told(discourse_), act);
  }

  static void assert_nothing(FoundAct& act) { act.effect = Effect::nothing_asserted; }

  // "followed | with a suspension |", not "| with a note |".
  bool is_told_with(const FoundAct& act) const {
    const std::uint32_t with = act.words.end;
    return low(with) == "with" && view_.is(with + 1, Role::determiner) &&
           !view_.is(with + 2, Role::notice);
  }
  void take_step_with(FoundAct& act) const {
    const Act* step = step_named(low(act.words.end + 2));
    if (step == nullptr) return assert_nothing(act);
    act.act = step;
  }

  // Repeats the last act of this sentence; whether one is told in it.
  bool repeat_here(FoundAct& act) const {
    for (std::size_t i = number_; i > 0; --i) {
      FoundAct& before = acts_[i - 1];
      if (!is_repeatable(before, act)) continue;
      if (before.act->opens && before.words.end == act.words.begin) {
        assert_nothing(before);  // "has ruled out | doing so": of what?
        continue;
      }
      take_over(before, act);
      return true;
    }
    return false;
  }

  bool is_repeatable(const FoundAct& before, const FoundAct& act) const {
    const bool noun = before.form == ActForm::noun &&
                      !view_.is(before.begin, Role::be);  // not "were the first members"
    // "Oman, a signatory too, has done so"
    const bool aside = noun || tells_of_doer(view_, before, act);
    const bool governs = before.words.begin >= act.begin;  // "is considering | doing so"
    return !aside && !governs && !before.act->same && before.effect != Effect::nothing_asserted;
  }

  // Makes an act what another was, turned as that was.
  void take_over(const FoundAct& before, FoundAct& act) const {
    if (holds_out_of_refusal(act, before.act->stage, before.denied)) return assert_nothing(act);
    const bool thing = view_.is(before.words.end, Role::determiner);
    if (before.act->leaving && before.agreements.empty() && thing)
      return assert_nothing(act);  // "Iran left the hall, and Iraq | followed"
    act.act = before.act;
    if (before.effect == Effect::wanted && of_another(act, before.parties))
      act.effect = Effect::wanted;  // "Oman applied to join, and Chad | did so | in May"
    turn_like(before.effect, before.denied, before.turned_by, act);
    if (before.effect == Effect::refused && low(act.begin - 1) == "and") {
      act.effect = Effect::refused;  // "declined to sign, and | did so | again"
      act.turned_by = before.turned_by;
    }
  }

  // Repeats what an earlier sentence told.
  void repeat_earlier(const Told& told, FoundAct& act) const {
    const bool roster = act.row->role == ActRole::members;
    if (roster && list_otherwise(told, act)) return;
    if (const Act* step = counted_before(told)) {
      act.act = step;
      return;
    }
    if (told.act == nullptr) {  // "was the first", after nothing; "would like to follow"
      const bool done = act.effect == Effect::nothing || act.effect == Effect::done;
      if (done && (view_.chunks.empty() || !is_labelled(act))) assert_nothing(act);
      return;
    }
    if (told.act->role == ActRole::members) {  // "has 40 members. Oman is one of them"
      if (low(act.words.end - 1) == "so") assert_nothing(act);
      return;
    }
    if (is_of_no_step(told, act)) return assert_nothing(act);
    if (roster && told.act->leaving && !told.denied && stays_or_is_out(act)) return;
    take_over(told, act);
  }

  // "The holdouts on the deal are A and B": lists them by another act than the one told last, where
  // that is none of a party.
  bool list_otherwise(const Told& told, FoundAct& act) const {
    if (told.act == nullptr || told.agreement == kNone) {
      if (says_leaves(view_, act)) assert_nothing(act);  // of what was not told
      return true;
    }
    if (told.act->role == ActRole::agent) return false;
    const Told& meant = discourse_.meant;  // "until eight more | ratify it. The holdouts"
    if (meant.act != nullptr && meant.agreement == told.agreement) act.act = meant.act;
    return true;
  }

  // Whether what was told is no step that a party can take after another.
  bool is_of_no_step(const Told& told, const FoundAct& act) const {
    const bool told_so =  // "| are the exceptions", "| keeps away"
        view_.is(act.words.begin, Role::be) || act.form == ActForm::present;
    if (!told_so && holds_out_of_refusal(act, told.act->stage, told.denied)) return true;
    if (told.agreement == kNone)
      return true;  // "entered a club that nobody knows. Oman did so too"
    const bool own = told.act->role == ActRole::own ||
                     (told.act->stage == Stage::agreed && told.passive);  // "was adopted in May"
    if (own && told.time != nullptr && !discourse_.joiners.contains(told.agreement))
      return true;  // "It took effect. Peru came next."
    if (repeats_words(view_, act) &&
        (told.effect == Effect::nothing || told.effect == Effect::done))
      return true;  // "signed. Its banks | said the same |"
    return low(act.begin - 1) == "'s" &&
           told.sentence + 1 < here();  // "Togo's followed": its what, was told just before
  }

  void take_over(const Told& told, FoundAct& act) const {
    act.act = told.act;
    if (announces_too(act, told)) act.effect = Effect::planned;
    const auto joiners = discourse_.joiners.find(told.agreement);
    if (told.effect == Effect::wanted && joiners != discourse_.joiners.end() &&
        of_another(act, joiners->second))
      act.effect = Effect::wanted;
    turn_like(told.effect, told.denied, told.turned_by, act);
    if (low(act.words.begin - 1) == "to" && is_of_other_verb(view_, act)) assert_nothing(act);
  }

  // "followed with a | suspension |": the act that a noun names, as in "its suspension came".
  const Act* step_named(std::string_view noun) const {
    const auto tails = view_.acts.tail_heads.exact(noun);
    if (!tails) return nullptr;
    for (const ActFrame& tail : view_.acts.tails[*tails].all) {
      const std::string_view verb = std::string_view(tail.noun).substr(0, tail.noun.size() - 1);
      if (view_.acts.roles_of(verb).any(Role::came)) return &view_.acts.acts[tail.phrase.act];
    }
    return nullptr;
  }

  // "came into force after five | ratifications |. Chad was first": the step that was counted in
  // the sentence before, where no party was told to take another.
  const Act* counted_before(const Told& told) const {
    if (act_of_party(told) || number_ > 0) return nullptr;
    for (std::uint32_t i = view_.all.begin; i > 0; --i) {
      if (view_.reading.token(i - 1).sentence + 1 < here()) break;
      const std::string_view word = view_.reading.lower(i - 1);
      const std::string plural = std::string(word) + (word.ends_with('s') ? "" : "s");
      const auto form = view_.acts.phrases.exact(plural);
      if (!form || view_.acts.forms[*form].form != ActForm::noun) continue;
      const Act& step = view_.acts.acts[view_.acts.forms[*form].act];
      if (step.stage == Stage::ratified) return &step;
    }
    return nullptr;
  }

  static bool act_of_party(const Told& told) {
    return told.act != nullptr && told.act->role != ActRole::own;
  }

  // "The Paris Agreement: Chad | stayed away |": whatever was told before it.
  bool is_labelled(const FoundAct& act) const {
    const Chunk& first = view_.chunks.front();
    return act.row->denied && !first.agreements.empty() && low(first.tokens.end) == ":";
  }

  // "Peru voted it down; Chile | held out |": for it or against?
  static bool holds_out_of_refusal(const FoundAct& act, Stage before, bool denied) {
    return act.row->denied && (before == Stage::rejected || denied);
  }

  // Whether one who is none of `told`, and named, does an act.
  bool of_another(const FoundAct& act, const Entities& told) const {
    const Chunk* doer = act.begin > view_.all.begin ? view_.chunk_at(act.begin - 1) : nullptr;
    const bool named = doer != nullptr && doer->is_actor() && !doer->anaphor;
    return named && act.effect == Effect::nothing &&
           std::ranges::none_of(told, [&](std::uint32_t one) {
             return std::ranges::find(doer->actors, one) != doer->actors.end();
           });
  }

  // "Three members have left. | That leaves | A and B", "| Still out are | C and D": in it or not.
  bool stays_or_is_out(FoundAct& act) const {
    const bool stays = says_leaves(view_, act);
    bool out = false;
    for (std::uint32_t i = act.words.begin; i < act.words.end; ++i)
      out = out || is_any(low(i), {"out", "outside"});
    if (!stays && !out) return false;
    act.act = act_implied(view_, ImpliedAct::membership, {}, {}).act;
    act.denied = !stays;
    return true;
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

  // "will not sign; Oman takes the same line": turned as the first was. "Did so" tells of its own.
  void turn_like(Effect effect, bool denied, const std::string& by, FoundAct& act) const {
    const std::string_view last = low(act.words.end - 1);
    if (effect == Effect::wanted && act.effect == Effect::done && act.infinitive)
      act.effect = effect;  // "applied to join; it was the third to do so"
    if (act.effect != Effect::nothing || act.denied || act.infinitive || last == "so") return;
    act.effect = effect;
    act.denied = denied;
    act.turned_by = by;
  }

  const SentenceView& view_;
  const Discourse& discourse_;
  std::vector<FoundAct>& acts_;
  const std::size_t number_;
  const ActPlace place_;
};

}  // namespace

bool tells_no_holdouts(const ActPlace& place, const FoundAct& act) {
  const SentenceView& view = place.view;
  if (act.parties.empty()) return true;
  // "The stragglers, [Oman and Peru], | followed | in 2023": told by what they do then.
  const Chunk* list = view.low(act.words.end) == "," ? view.chunk_at(act.words.end + 1) : nullptr;
  const bool does_next = list != nullptr && list->actors == act.parties &&
                         view.low(list->tokens.end) == "," && place.next == list->tokens.end + 1;
  if (does_next || !says_leaves(view, act)) return does_next;
  // "That leaves Oman | with two pacts", "| to foot the bill".
  list = actors_after(view, act.words.end, 2);
  if (list == nullptr) return true;
  const std::uint32_t end = list->tokens.end;
  const bool to =
      view.low(end) == "to" && (view.acts.phrases.exact(view.low(end + 1)) ||
                                view.is(end + 1, Role::moves | Role::do_ | Role::occurs));
  return !to && !view.is_mark(end) && !is_any(view.low(end), {"still", "yet", "out", "outside"});
}

// "ratified by 17 of the EU's members; Peru is not among them": of the act that it repeats.
Entities find_repeated(const ActPlace& place, const FoundAct& act) {
  for (std::size_t n = place.number; n > 0; --n) {
    if (place.acts[n - 1].act == act.act) return place.acts[n - 1].agreements;
  }
  const Told& told = last_told(place.discourse);  // "Of its members | Ireland did so in May"
  if (told.act == act.act && told.agreement != kNone) return {told.agreement};
  return place.number > 0 ? place.acts[place.number - 1].agreements : Entities{};
}

void repeat_told(const SentenceView& view, const Discourse& discourse, std::vector<FoundAct>& acts,
                 std::size_t number) {
  SameActs(view, discourse, acts, number).tell(acts[number]);
}

}  // namespace concord
