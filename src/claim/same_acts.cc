// Acts told by words for doing the same: they are what the act before was.
//
//   did so    followed suit    took the same step    is not one of them    were joined by Mali
#include "claim/arguments.h"

namespace concord {
namespace {

bool says_leaves(const SentenceView& view, const FoundAct& act) {
  for (std::uint32_t i = act.words.begin; i < act.words.end; ++i) {
    if (view.is(i, Role::leaves)) return true;
  }
  return false;
}

constexpr std::uint32_t kOfMany = 9;  // "by | 17 of the bloc's 27 member states"

class SameActs {
 public:
  SameActs(const SentenceView& view, const Discourse& discourse, std::vector<FoundAct>& acts,
           std::size_t number)
      : view_(view), discourse_(discourse), acts_(acts), number_(number) {}

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

  // "A deputy demanded that Peru leave. | That | is out of the question": no refusal of the pact.
  bool rules_out_exit(const FoundAct& act) const {
    const Told& meant = discourse_.meant;
    const std::uint32_t here = view_.reading.token(view_.all.begin).sentence;
    return act.act->stage == Stage::rejected && view_.is(act.words.begin, Role::be) &&
           is_any(low(act.begin - 1), {"that", "this", "it"}) && meant.act != nullptr &&
           meant.act->leaving && meant.sentence + 1 == here;
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

  // "Chile's | U-turn | came first": no step like the one before.
  bool is_told_of_turn(const FoundAct& act) const {
    std::uint32_t noun = act.begin - 1;
    if (act.begin < view_.all.begin + 3 || view_.chunk_at(noun) != nullptr) return false;
    if (!view_.is_content(noun) || view_.is_mark(noun)) return false;
    while (noun > view_.all.begin + 2 && low(noun - 1) == "-") noun -= 2;
    return low(noun - 1) == "'s";
  }

  // "did so": the act before, of this sentence or an earlier one.
  void repeat(FoundAct& act) const {
    if (act.row->denied && is_one_of_members(act)) return;
    if (act.row->leaving && !left_before()) {  // "signed in May. Chad will | go |": where?
      act.effect = Effect::nothing_asserted;
      return;
    }
    if (act.row->denied && low(act.begin) == "had") {  // "which had held out": till then
      act.effect = Effect::nothing_asserted;
      return;
    }
    if (act.row->denied && low(act.begin) == "did" && !misses_signing(act)) {
      act.effect = Effect::nothing_asserted;
      return;
    }
    const bool told_behind =  // "Palau | was first |, ratifying it in May"
        number_ + 1 < acts_.size() && acts_[number_ + 1].form == ActForm::gerund &&
        low(act.words.end) == "," && acts_[number_ + 1].begin == act.words.end + 1;
    if (told_behind) {
      act.effect = Effect::nothing_asserted;
      return;
    }
    if (const Chunk* whom = followed(act)) {
      repeat_of(*whom, act);
      return;
    }
    if (low(act.words.end) == "with" && view_.is(act.words.end + 1, Role::determiner) &&
        !view_.is(act.words.end + 2, Role::notice)) {
      const Act* step = step_named(low(act.words.end + 2));
      if (step == nullptr) act.effect = Effect::nothing_asserted;
      if (step != nullptr) act.act = step;
      return;
    }
    const bool by_deed =  // "a signature never followed by ratification"
        act.passive && low(act.words.end) == "by" && view_.chunk_at(act.words.end + 1) == nullptr;
    if (by_deed || is_told_of_turn(act) || (number_ > 0 && is_subject(acts_[number_ - 1], act))) {
      act.effect = Effect::nothing_asserted;  // "Ratification by Chad followed in May"
      return;
    }
    for (std::size_t i = number_; i > 0; --i) {
      const bool noun = acts_[i - 1].form == ActForm::noun &&
                        !view_.is(acts_[i - 1].begin, Role::be);  // not "were the first members"
      const bool aside = noun || tells_of_doer(view_, acts_[i - 1], act);  // "Oman, a signatory
                                                                           // too, has done so"
      const bool governs = acts_[i - 1].words.begin >= act.begin;  // "is considering | doing so"
      if (aside || governs || acts_[i - 1].act->same ||
          acts_[i - 1].effect == Effect::nothing_asserted)
        continue;
      if (acts_[i - 1].act->opens && acts_[i - 1].words.end == act.words.begin) {
        acts_[i - 1].effect = Effect::nothing_asserted;  // "has ruled out | doing so": of what?
        continue;
      }
      if (holds_out_of_refusal(act, acts_[i - 1].act->stage, acts_[i - 1].denied)) {
        act.effect = Effect::nothing_asserted;
        return;
      }
      const bool thing = view_.is(acts_[i - 1].words.end, Role::determiner);
      if (acts_[i - 1].act->leaving && acts_[i - 1].agreements.empty() && thing) {
        act.effect = Effect::nothing_asserted;  // "Iran left the hall, and Iraq | followed"
        return;
      }
      act.act = acts_[i - 1].act;
      if (acts_[i - 1].effect == Effect::wanted && of_another(act, acts_[i - 1].parties))
        act.effect = Effect::wanted;  // "Oman applied to join, and Chad | did so | in May"
      turn_like(acts_[i - 1].effect, acts_[i - 1].denied, acts_[i - 1].turned_by, act);
      if (acts_[i - 1].effect == Effect::refused && low(act.begin - 1) == "and") {
        act.effect = Effect::refused;  // "declined to sign, and | did so | again"
        act.turned_by = acts_[i - 1].turned_by;
      }
      return;
    }
    const bool nobody = low(act.begin - 1) == "else" || view_.is(act.begin - 1, Role::none);
    if (low(act.words.end - 1) == "so" && (nobody || tells_duty_before(act))) {
      act.effect = Effect::nothing_asserted;
      return;
    }
    const Told& told = last_told(discourse_);
    const bool roster =
        act.row->role == ActRole::members;  // "The holdouts on the deal are A and B"
    if (roster && (told.act == nullptr || told.agreement == kNone)) {
      if (says_leaves(view_, act)) act.effect = Effect::nothing_asserted;  // of what was not told
      return;
    }
    if (roster &&
        told.act->role != ActRole::agent) {  // "until eight more | ratify it. The holdouts"
      if (discourse_.meant.act != nullptr && discourse_.meant.agreement == told.agreement)
        act.act = discourse_.meant.act;
      return;
    }
    if (const Act* step = counted_before(told)) {
      act.act = step;
      return;
    }
    if (told.act == nullptr) {  // "was the first", after nothing; "would like to follow"
      const bool done = act.effect == Effect::nothing || act.effect == Effect::done;
      if (done && (view_.chunks.empty() || !is_labelled(act)))
        act.effect = Effect::nothing_asserted;
      return;
    }
    if (told.act->role == ActRole::members) {  // "has 40 members. Oman is one of them"
      if (low(act.words.end - 1) == "so") act.effect = Effect::nothing_asserted;
      return;
    }
    const bool told_so =  // "| are the exceptions", "| keeps away"
        view_.is(act.words.begin, Role::be) || act.form == ActForm::present;
    if (!told_so && holds_out_of_refusal(act, told.act->stage, told.denied)) {
      act.effect = Effect::nothing_asserted;
      return;
    }
    const bool own = told.act->role == ActRole::own ||
                     (told.act->stage == Stage::agreed && told.passive);  // "was adopted in May"
    const bool of_text =
        own && told.time != nullptr && !discourse_.joiners.contains(told.agreement);
    if (told.agreement == kNone || of_text) {  // "It took effect. Peru came next."
      act.effect = Effect::nothing_asserted;  // "entered a club that nobody knows. Oman did so too"
      return;
    }
    if (repeats_words(act) && (told.effect == Effect::nothing || told.effect == Effect::done))
      return void(act.effect = Effect::nothing_asserted);  // "signed. Its banks | said the same |"
    const std::uint32_t here = view_.reading.token(view_.all.begin).sentence;
    if (low(act.begin - 1) == "'s" && told.sentence + 1 < here) {
      act.effect = Effect::nothing_asserted;  // "Togo's followed": its what, was told just before
      return;
    }
    if (roster && told.act->leaving && !told.denied && stays_or_is_out(act)) return;
    act.act = told.act;
    if (announces_too(act, told)) act.effect = Effect::planned;
    const auto joiners = discourse_.joiners.find(told.agreement);
    if (told.effect == Effect::wanted && joiners != discourse_.joiners.end() &&
        of_another(act, joiners->second))
      act.effect = Effect::wanted;
    turn_like(told.effect, told.denied, told.turned_by, act);
    if (low(act.words.begin - 1) == "to" && another_verb_before(act))
      act.effect = Effect::nothing_asserted;
  }

  // "Palau | has said the same |"
  bool repeats_words(const FoundAct& act) const {
    return view_.is(act.words.begin, Role::says) || view_.is(act.words.begin + 1, Role::says);
  }

  // Whether the last act before, here or in an earlier sentence, is a way out.
  bool left_before() const {
    constexpr std::uint32_t kSentencesBack = 2;
    for (std::size_t n = number_; n > 0; --n) {
      const FoundAct& before = acts_[n - 1];
      if (before.form != ActForm::noun && !before.agreements.empty()) return before.act->leaving;
    }
    const Told& told = last_told(discourse_);
    const std::uint32_t here = view_.reading.token(view_.all.begin).sentence;
    return told.act != nullptr && told.act->leaving && told.sentence + kSentencesBack >= here;
  }

  // "Each was to hand over its maps; Chad has not | done so |": not handed them over.
  bool tells_duty_before(const FoundAct& act) const {
    bool apart = false;
    for (std::uint32_t i = act.begin; i > view_.all.begin && !view_.tree.empty(); --i) {
      apart = apart || low(i - 1) == ";";
      if (apart && low(i - 1) == "to" && view_.tree.word(i).tag == Penn::vb) return true;
    }
    return false;
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
    const std::uint32_t here = view_.reading.token(view_.all.begin).sentence;
    for (std::uint32_t i = view_.all.begin; i > 0; --i) {
      if (view_.reading.token(i - 1).sentence + 1 < here) break;
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

  // "They signed the pact in May. Chad | did not take part |": in that, and in nothing else.
  bool misses_signing(const FoundAct& act) const {
    const Told& told = discourse_.told;
    const std::uint32_t here = view_.reading.token(view_.all.begin).sentence;
    const bool signs = told.act != nullptr && told.act->stage == Stage::signed_ && !told.denied &&
                       (told.effect == Effect::nothing || told.effect == Effect::done);
    return signs && told.sentence + 1 == here && low(act.words.end) != "in" &&
           std::ranges::all_of(acts_.begin(), acts_.begin() + static_cast<long>(number_),
                               [](const FoundAct& one) { return one.form == ActForm::noun; });
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

  // Whether a noun is what a verb tells of.
  bool is_subject(const FoundAct& noun, const FoundAct& verb) const {
    if (view_.tree.empty() || noun.form != ActForm::noun || noun.act->role == ActRole::members ||
        (noun.row != nullptr && noun.row->role == ActRole::members))
      return false;  // "The stragglers, Chad and Mali, | followed"
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
