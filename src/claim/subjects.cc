// Who does an act, found leftwards from its verb group: over adverbs, times and what stands between
// two commas; "which" points at the chunk before it; "and" at the subject of the verb before.
//
//   [Kenya], which [opposed] it until 2003, [signed] [the treaty] in 2005
#include "claim/arguments.h"
#include "claim/governor.h"
#include "claim/relative_subjects.h"

namespace concord {
namespace {

// Of an act joined to another: the same.
Subject subject_of(const FoundAct& main) { return {nullptr, &main, main.begin, false}; }

// One search. All words from `here_` to the act have been passed over.
class SubjectFinder {
 public:
  SubjectFinder(const ActPlace& place, const FoundAct& act)
      : place_(place), view_(place.view), act_(act), here_(act.begin), reach_(act.begin) {}

  Subject find() {
    if (const std::optional<Subject> told = told_outright()) return *told;
    if (const FoundAct* main = joined_to()) return subject_of(*main);
    while (!found_ && here_ > view_.all.begin) {
      const std::uint32_t at = here_ - 1;
      // Whose word it is reads it; a word that is nobody's is passed over.
      const bool read = pass_time(at) || pass_roster(at) || meet_chunk(at) || meet_act(at) ||
                        meet_relative(at) || meet_mark(at) || meet_crowd(at) || meet_link(at) ||
                        meet_noun(at);
      if (!read) here_ = at;
    }
    return found_ ? *found_ : found_nowhere();
  }

 private:
  std::string_view low(std::uint32_t i) const { return view_.low(i); }

  // How a step ends that has read the word it met: with a subject, with nobody that is known, or
  // further left.
  bool take(const Subject& subject) {
    found_ = subject;
    return true;
  }
  bool take_nobody() { return take({}); }
  bool go_on(std::uint32_t from) {
    here_ = from;
    return true;
  }

  // No word stands between the act and the one at hand.
  bool is_at_act() const { return here_ == act_.begin; }

  // Whom words around the act or the tree tell at once.
  std::optional<Subject> told_outright() const {
    const Chunk* counted = view_.chunk_at(act_.begin);  // "but | neither has signed"
    if (counted != nullptr && counted->denied && counted->is_actor()) return subject_by(*counted);
    if (const FoundAct* main = done_before()) return subject_of(*main);
    if (has_own_subject()) return Subject{};
    if (const Chunk* does = subject_of_means(view_, act_)) return subject_by(*does);
    if (const Chunk* told = told_of_before(view_, act_)) return subject_by(*told);
    if (const FoundAct* main = joined_over_clause(place_, act_)) return subject_of(*main);
    if (const Chunk* main = subject_over_clause(place_, act_)) return subject_by(*main);
    return std::nullopt;
  }

  // "ratified the pact in May, | having signed it in March", "eleven years | after signing": by
  // those of the act before.
  const FoundAct* done_before() const {
    const bool having = low(act_.begin) == "having" && low(act_.begin - 1) == ",";
    const bool after = act_.form == ActForm::gerund && act_.begin > view_.all.begin + 1 &&
                       (low(act_.begin) == "after" || low(act_.begin - 1) == "after");
    if ((!having && !after) || place_.number == 0) return nullptr;
    const FoundAct& before = place_.acts[place_.number - 1];
    if (clause_between(before.words.end, act_.begin)) return nullptr;
    const bool does = before.form != ActForm::noun && before.act->role == ActRole::agent &&
                      !before.parties.empty() && !before.passive;
    return does ? &before : nullptr;
  }

  // "joined in 1973, | two voters in three | having said no": who is in nobody's name.
  bool has_own_subject() const {
    if (low(act_.begin) != "having" || act_.begin == view_.all.begin) return false;
    for (std::uint32_t i = act_.begin; i > view_.all.begin && !view_.is_mark(i - 1); --i) {
      const Chunk* chunk = view_.chunk_at(i - 1);
      if (view_.is(i - 1, Role::subordinate) || (chunk != nullptr && chunk->can_act()))
        return false;
      if (i < act_.begin && view_.is(i - 1, Role::count) && view_.is_mark(i - 2)) return true;
    }
    return false;
  }

  // Where the word ends that joins the act to what is before: "and | last May | ratified it".
  std::uint32_t link_end() const {
    const Time* dated = view_.time_at(act_.begin - 1);
    std::uint32_t link = dated == nullptr ? act_.begin : std::min(dated->tokens.begin, act_.begin);
    if (dated != nullptr && view_.is(link - 1, Role::preposition)) --link;  // "but in 2017 signed"
    if (low(link - 1) == ",") {  // "joined in 1955 and, after Iran, | pulled out"
      const std::uint32_t open = aside(link - 1);
      if (open != kNone && is_any(low(open - 1), {"and", "but"})) link = open;
    }
    return link;
  }

  // "signed the pact and | ratified it": the act that it is joined to, or nullptr.
  const FoundAct* joined_to() const {
    const std::uint32_t link = link_end();
    const bool bare = act_.form == ActForm::gerund && !view_.is(act_.begin, Role::be | Role::have);
    if (link <= view_.all.begin || !is_any(low(link - 1), {"and", "but", "or"}) || bare)
      return nullptr;
    for (std::size_t n = place_.number; n > 0; --n) {
      const FoundAct& before = place_.acts[n - 1];
      if (before.form == ActForm::noun || before.words.end > act_.begin) continue;
      if (clause_between(before.words.end, act_.begin)) return nullptr;
      if (is_passed_over(place_, n - 1, act_)) continue;
      return joined_to_other(view_, before, act_) ? nullptr : &before;
    }
    return nullptr;
  }

  bool pass_time(std::uint32_t at) {
    const Time* time = view_.time_at(at);
    if (time == nullptr) return false;
    const std::uint32_t begin = time->tokens.begin;
    const bool led = begin > view_.all.begin && view_.is(begin - 1, Role::preposition);
    return go_on(led ? begin - 1 : begin);
  }

  bool pass_roster(std::uint32_t at) {
    const std::uint32_t roster = over_roster(place_, at);
    return roster != at && go_on(roster);
  }

  bool meet_chunk(std::uint32_t at) {
    const Chunk* chunk = is_within_act(place_, at) ? nullptr : view_.chunk_at(at);
    if (chunk == nullptr) return false;
    if (!noun_met_ && !ranks(*chunk) && describes_members(view_, *chunk)) return take_nobody();
    if (is_passed_by(*chunk)) return go_on(chunk->tokens.begin);
    if (is_at_act() && describes(*chunk)) return take_nobody();
    if (is_decided_by(*chunk)) return take(subject_by(*chunk));
    if (const FoundAct* main = noun_met_ ? nullptr : act_of_object(*chunk))
      return take(subject_of(*main));
    const bool finite = view_.is(act_.begin, Role::be | Role::have | Role::do_);
    if (act_.infinitive && !finite) noun_met_ = false;  // "were the first big powers to sign"
    if (is_invited(*chunk)) return go_on(chunk->tokens.begin);
    if (owns_act(*chunk, at) || does_act(*chunk) || opens_subordinate(*chunk))
      return take(subject_by(*chunk));
    return leave_behind(*chunk);
  }

  // "the first | EU | states to join"
  bool ranks(const Chunk& chunk) const {
    return chunk.tokens.end == act_.begin && !chunk.agreements.empty() &&
           view_.is(act_.begin, Role::country);
  }

  // "Turkey's | EU | accession talks", and who only speaks or is an object of another verb.
  bool is_passed_by(const Chunk& chunk) const {
    const bool modifies = !chunk.agreements.empty() && !chunk.possessive &&
                          view_.is(chunk.tokens.end, Role::naming | Role::process);
    return modifies || ranks(chunk) || speaks_aside(chunk) || is_object(chunk);
  }

  // "Five members bordering | Russia | will leave": nobody by name.
  bool describes(const Chunk& chunk) const {
    return chunk.preposition != kNone && !view_.is(chunk.preposition, Role::preposition);
  }

  // "decision by | Oman | to"
  bool is_decided_by(const Chunk& chunk) const {
    return act_.infinitive && is_at_act() && chunk.is_actor() && chunk.preposition != kNone &&
           act_.effect != Effect::done && !act_.first &&
           is_any(low(chunk.preposition), {"by", "of", "for"});
  }

  // "Peru is considering | Chile's | invitation to join"
  bool is_invited(const Chunk& chunk) const {
    return chunk.possessive && chunk.is_actor() && act_.infinitive &&
           view_.is(act_.begin, Role::invites);
  }

  bool owns_act(const Chunk& chunk, std::uint32_t at) const {
    if (!chunk.possessive || !chunk.is_actor()) return false;
    const bool decides = at + 2 >= act_.begin && low(act_.begin) != "is";
    const bool undergoes =  // "Somalia's instrument was deposited"
        act_.passive && chunk.preposition == kNone && !noun_met_;
    return decides || undergoes;
  }

  bool does_act(const Chunk& chunk) const {
    const bool agreement = chunk.actors.empty() && chunk.preposition == kNone;
    if (!noun_met_ && (chunk.can_act() || agreement || absolute(chunk))) return true;
    return chunk.can_act() && chunk.government && !chunk.anaphor;
  }

  // Whether no word but a phrase that tells of it stands between a chunk and the act.
  bool stands_beside(const Chunk& chunk) const {
    return chunk.tokens.end == here_ && here_ == reach_;
  }

  // "before | Oman | leaves", "as | Oman |, which opened talks, joined"
  bool opens_subordinate(const Chunk& chunk) const {
    const bool may = chunk.is_actor() ? is_at_act() || jumped_ : act_.form != ActForm::noun;
    return chunk.preposition != kNone && !chunk.possessive && stands_beside(chunk) && may &&
           view_.is(chunk.preposition, Role::subordinate);
  }

  // Goes on before a chunk that is no subject, and what it hangs on.
  bool leave_behind(const Chunk& chunk) {
    const std::uint32_t begin = chunk.tokens.begin;
    if (noun_met_ && chunk.possessive && begin > view_.all.begin &&
        view_.is(begin - 1, Role::relative))
      return take_nobody();  // "talks at which | Chad's rivals | signed"
    if (chunk.possessive) noun_met_ = false;
    if (chunk.preposition == kNone) return go_on(begin);
    if (stands_beside(chunk)) reach_ = chunk.preposition;
    return go_on(chunk.preposition);
  }

  bool meet_act(std::uint32_t at) {
    const FoundAct* earlier = earlier_act_at(place_, at);
    if (earlier == nullptr) return false;
    const bool listed = earlier->act->role == ActRole::members && earlier->parties.empty();
    if (listed && is_at_act() && is_crowd(view_, at))
      return take_nobody();  // "Eleven members | did not sign"
    const bool idle = earlier->form == ActForm::noun && (earlier->parties.empty() || noun_met_);
    if (earlier->effect == Effect::nothing_asserted || idle)
      return go_on(std::min(earlier->begin, at));
    return take(subject_of(*earlier));
  }

  bool meet_relative(std::uint32_t at) {
    if (!view_.is(at, Role::relative)) return false;
    if (noun_met_ && low(at) != "that") return take_nobody();  // "wonder which tariff | will apply"
    const std::optional<Subject> meant = relative_subject(place_, at);
    return meant ? take(*meant) : go_on(at);
  }

  bool meet_mark(std::uint32_t at) {
    if (low(at) == "(" && at > view_.all.begin) {  // "Oman (signed, not ratified)"
      const Chunk* chunk = view_.chunk_at(at - 1);
      if (chunk != nullptr && chunk->is_actor()) return take(subject_by(*chunk));
    }
    if (low(at) == ":") return is_at_act() ? take(labelled(at)) : take_nobody();
    if (low(at) == ";") return take(found_nowhere());
    return low(at) == "," && pass_comma(at);
  }

  // "Niger, which lies in the Sahel, is said | to have signed": over both commas.
  bool pass_comma(std::uint32_t at) {
    const std::uint32_t open = aside(at);
    if (open == kNone || (noun_met_ && !act_.infinitive)) return go_on(at);
    jumped_ = jumped_ || is_at_act();  // "as Oman, which opened talks, | joined"
    if (jumped_) reach_ = open;
    return go_on(open);
  }

  bool meet_crowd(std::uint32_t at) {
    if (!is_at_act() || !view_.is(at, Role::country)) return false;
    if (const Chunk* one = one_of_crowd(view_, at))
      return take(subject_by(*one));              // "Oman is one of six states | invited"
    return is_crowd(view_, at) && take_nobody();  // "six countries | will join"
  }

  bool meet_link(std::uint32_t at) {
    if (!view_.is(at, Role::coordinate | Role::list)) return false;
    if (noun_met_ && opens_clause(at)) return take_nobody();
    noun_met_ = false;
    return go_on(at);
  }

  // "| opponents | could": the subject is no actor.
  bool meet_noun(std::uint32_t at) {
    const bool noun = is_at_act() && !view_.is_mark(at) && !low(at).ends_with("ly") &&
                      !view_.is(at, Role::remains) &&
                      (view_.is_content(at) || view_.is(at, Role::inhabitants));
    if (!noun) return false;
    if (has_subject_of_its_own(at)) return take_nobody();
    noun_met_ = true;
    return go_on(at);
  }

  Subject found_nowhere() const { return noun_met_ ? Subject{} : inverted(); }

  // "Peru is pulling out, | the Europeans | are staying": nobody that is known.
  bool has_subject_of_its_own(std::uint32_t noun) const {
    if (view_.tree.empty() || noun < view_.all.begin + 2 || act_.form == ActForm::noun)
      return false;
    const bool alone = low(noun - 1) == "the" && low(noun - 2) == ",";
    return alone && view_.tree.word(noun).relation == Dependency::nsubj &&
           view_.tree.parent(noun) == view_.tree.head_of(act_.words);
  }

  // "has | a pact | with Chad, is negotiating with Mali": the verb before, whose object it is.
  const FoundAct* act_of_object(const Chunk& object) const {
    const std::size_t n = place_.number;
    if (n == 0 || act_.passive || !is_any(low(act_.begin - 1), {",", "and"})) return nullptr;
    if (act_.form == ActForm::gerund || act_.form == ActForm::noun) return nullptr;
    const FoundAct& main = place_.acts[n - 1];
    const bool does =
        main.form != ActForm::noun && !main.passive && main.act->role == ActRole::agent;
    const bool object_of = !object.is_actor() && object.agreements == main.agreements &&
                           object.tokens.begin >= main.words.end &&
                           object.tokens.begin <= main.words.end + 3;
    return does && object_of ? &main : nullptr;
  }

  // "would recognise | Oman | and join it", "reactivated | it | in January and suspended it again",
  // "helped to write | the pact | but never joined it": of the verb that the act goes on from.
  bool is_object(const Chunk& chunk) const {
    const bool names = chunk.can_act() || !chunk.agreements.empty() ||
                       is_any(low(chunk.tokens.begin), {"it", "them"});
    if (view_.tree.empty() || !names) return false;
    const std::uint32_t head = view_.tree.head_of(chunk.tokens);
    const std::uint32_t own = view_.tree.head_of(act_.words);
    if (own == kNone || head == kNone) return false;
    const std::uint32_t verb = view_.tree.parent(head);
    return view_.tree.word(head).relation == Dependency::obj && verb != kNone && verb < head &&
           view_.tree.word(own).relation == Dependency::conj &&
           (view_.tree.parent(own) == verb || view_.tree.parent(own) == view_.tree.parent(verb));
  }

  // "stayed in the bloc | and its troops left": what follows has a subject of its own.
  bool opens_clause(std::uint32_t link) const {
    const Chunk* before = link > view_.all.begin ? view_.chunk_at(link - 1) : nullptr;
    return before != nullptr && before->preposition != kNone && is_any(low(link), {"and", "but"});
  }

  // "signed it; | Oman's minister was late and | will sign": a clause with a subject of its own.
  bool clause_between(std::uint32_t from, std::uint32_t to) const {
    bool closed = false;
    for (std::uint32_t i = from; i < to; ++i) {
      closed = closed || low(i) == ";";
      const Chunk* chunk = closed ? view_.chunk_at(i) : nullptr;
      if (chunk != nullptr && chunk->can_act()) return true;
    }
    return false;
  }

  // "Oman: signed in 2003, not ratified": whom a line tells of.
  Subject labelled(std::uint32_t colon) const {
    const Chunk* chunk = colon > view_.all.begin ? view_.chunk_at(colon - 1) : nullptr;
    if (chunk == nullptr || !chunk->can_act() || chunk->anaphor) return {};
    std::uint32_t i = view_.all.begin;
    while (view_.is_mark(i)) ++i;
    return i < chunk->tokens.begin ? Subject{} : Subject{chunk, nullptr, i, false};
  }

  // "with Oman and Peru being candidates", "with Oman to follow"
  bool absolute(const Chunk& chunk) const {
    return chunk.is_actor() && chunk.tokens.end == act_.begin && chunk.preposition != kNone &&
           low(chunk.preposition) == "with" &&
           ((act_.infinitive && act_.effect == Effect::planned) ||
            act_.form == ActForm::gerund ||  // "with Oman | joining | a year later"
            is_any(low(act_.begin), {"being", "having", "still", "already", "yet"}));
  }

  // From a closing comma to the token of its opening one, where what lies between is an aside.
  std::uint32_t aside(std::uint32_t comma) const {
    bool over_list = false;
    std::uint32_t listed = comma;  // where its last list begins
    for (std::uint32_t i = comma; i > view_.all.begin; --i) {
      if (is_any(low(i - 1), {";", ":"})) return kNone;
      if (low(i - 1) != ",") continue;
      const Chunk* list = view_.chunk_at(i - 1);  // "Oman, backed by | Chad, Mali and Peru, | quit"
      if (list != nullptr && list->actors.size() > 1) {
        over_list = true;
        listed = list->tokens.begin;
        continue;
      }
      const bool opens =
          view_.is(i, Role::relative | Role::preposition | Role::determiner | Role::owner |
                          Role::adverb | Role::subordinate | Role::have) ||
          (low(i) == "one" && low(i + 1) == "of");
      const bool told =  // "those with Peru, | launched in May, | were suspended"
          !view_.tree.empty() && view_.tree.word(i).tag == Penn::vbn &&
          view_.tree.word(i).relation == Dependency::acl && view_.tree.parent(i) < i;
      const bool along =  // "Chile, | along with Peru, Oman and Chad, | signed"
          over_list && listed <= i + 2 &&
          (is_any(low(i), {"along", "together", "like", "alongside", "besides"}));
      if ((opens && !over_list) || along || told || says_aside(i)) return i - 1;
      const Chunk* chunk = view_.chunk_at(i);
      const bool whole = chunk != nullptr && chunk->tokens.begin == i;  // no comma of a list
      if (whole && chunk->tokens.end == comma) return kNone;
    }
    return kNone;
  }

  // "Peru, | says Chile, | has left"
  bool says_aside(std::uint32_t verb) const {
    return std::ranges::find(view_.reading.attributions, verb, [](const Attribution& said) {
             return said.cue.begin;
           }) != view_.reading.attributions.end();
  }

  // "Oman joined, | the White House said, | becoming the first to do so"
  bool speaks_aside(const Chunk& chunk) const {
    if (low(chunk.tokens.begin - 1) != ",")  // "told | Chad | of its plan to leave"
      return low(chunk.tokens.end) == "of" && view_.is_hearer(chunk);
    const std::uint32_t end = chunk.tokens.end;  // "Peru, | they point out |, left"
    const bool they = chunk.anaphor && low(chunk.tokens.begin) == "they";
    if (they && (low(end + 1) == "," || low(end + 2) == ",")) return true;
    return std::ranges::any_of(view_.reading.attributions, [&](const Attribution& said) {
      return said.cue.begin == end && low(said.cue.end) == ",";
    });
  }

  // "Nor has Switzerland", "so did Oman": the subject follows. Gerunds and
  // participles that open the sentence take the main clause's.
  Subject inverted() const {
    const bool leads =
        act_.form == ActForm::gerund || (act_.infinitive && low(act_.begin).ends_with("ing")) ||
        (act_.passive && act_.begin == act_.words.begin && act_.begin == view_.all.begin);
    for (const Chunk& chunk : view_.chunks) {
      if (leads && chunk.tokens.begin >= act_.words.end && chunk.can_act() &&
          low(chunk.tokens.begin - 1) == ",") {
        return {&chunk, nullptr, chunk.tokens.begin, false};
      }
    }
    return {};
  }

  const ActPlace& place_;
  const SentenceView& view_;
  const FoundAct& act_;
  std::uint32_t here_;
  std::uint32_t reach_;    // up to here only phrases that tell of the chunk before them
  bool noun_met_ = false;  // that is no actor: what stands before it is no subject
  bool jumped_ = false;    // over an aside right before the act
  std::optional<Subject> found_;
};

}  // namespace

Subject find_subject(const ActPlace& place, const FoundAct& act) {
  if (act.form != ActForm::noun)
    return past_passive(place.view, act, SubjectFinder(place, act).find());
  return {owner_of(place, act), nullptr, kNone, false};
}

}  // namespace concord
