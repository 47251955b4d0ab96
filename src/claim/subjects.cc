// Who does an act, found leftwards from its verb group: over adverbs, times and what stands between
// two commas; "which" points at the chunk before it; "and" at the subject of the verb before.
//
//   [Kenya], which [opposed] it until 2003, [signed] [the treaty] in 2005
#include "claim/arguments.h"
#include "claim/governor.h"

namespace concord {
namespace {

class SubjectFinder {
 public:
  explicit SubjectFinder(const ActPlace& place) : place_(place), view_(place.view) {}

  // "ratified the pact in May, | having signed it in March", "eleven years | after signing": by
  // those of the act before.
  const FoundAct* done_before(const FoundAct& act) const {
    const bool having = low(act.begin) == "having" && low(act.begin - 1) == ",";
    const bool after = act.form == ActForm::gerund && act.begin > view_.all.begin + 1 &&
                       (low(act.begin) == "after" || low(act.begin - 1) == "after");
    if ((!having && !after) || place_.number == 0) return nullptr;
    const FoundAct& before = place_.acts[place_.number - 1];
    if (clause_between(before.words.end, act.begin)) return nullptr;
    const bool does = before.form != ActForm::noun && before.act->role == ActRole::agent &&
                      !before.parties.empty() && !before.passive;
    return does ? &before : nullptr;
  }

  // "joined in 1973, | two voters in three | having said no": who is in nobody's name.
  bool has_own_subject(const FoundAct& act) const {
    if (low(act.begin) != "having" || act.begin == view_.all.begin) return false;
    for (std::uint32_t i = act.begin; i > view_.all.begin && !view_.is_mark(i - 1); --i) {
      const Chunk* chunk = view_.chunk_at(i - 1);
      if (view_.is(i - 1, Role::subordinate) || (chunk != nullptr && chunk->can_act()))
        return false;
      if (i < act.begin && view_.is(i - 1, Role::count) && view_.is_mark(i - 2)) return true;
    }
    return false;
  }

  // "Peru is pulling out, | the Europeans | are staying": nobody that is known.
  bool has_subject_of_its_own(const FoundAct& act, std::uint32_t noun) const {
    if (view_.tree.empty() || noun < view_.all.begin + 2 || act.form == ActForm::noun) return false;
    const bool alone = low(noun - 1) == "the" && low(noun - 2) == ",";
    return alone && view_.tree.word(noun).relation == Dependency::nsubj &&
           view_.tree.parent(noun) == view_.tree.head_of(act.words);
  }

  Subject subject_of(const FoundAct& act) const {
    const Chunk* counted = view_.chunk_at(act.begin);  // "but | neither has signed"
    if (counted != nullptr && counted->denied && counted->is_actor())
      return {counted, nullptr, counted->tokens.begin, false};
    if (const FoundAct* main = done_before(act)) return {nullptr, main, main->begin, false};
    if (has_own_subject(act)) return {};
    if (const Chunk* does = subject_of_means(view_, act))
      return {does, nullptr, does->tokens.begin, false};
    if (const Chunk* told = told_of_before(view_, act))
      return {told, nullptr, told->tokens.begin, false};
    if (const FoundAct* main = joined_over_clause(place_, act))
      return {nullptr, main, main->begin, false};
    if (const Chunk* main = subject_over_clause(place_, act))
      return {main, nullptr, main->tokens.begin, false};
    std::uint32_t i = act.begin;
    std::uint32_t reach = i;  // over phrases that tell of the chunk before them
    bool noun_met = false;
    bool jumped = false;                       // over an aside right before the act
    const Time* dated = view_.time_at(i - 1);  // "and | last May | ratified it"
    std::uint32_t link = dated == nullptr ? i : std::min(dated->tokens.begin, i);
    if (dated != nullptr && view_.is(link - 1, Role::preposition)) --link;  // "but in 2017 signed"
    if (low(link - 1) == ",") {  // "joined in 1955 and, after Iran, | pulled out"
      const std::uint32_t open = aside(link - 1);
      if (open != kNone && is_any(low(open - 1), {"and", "but"})) link = open;
    }
    const bool bare = act.form == ActForm::gerund && !view_.is(act.begin, Role::be | Role::have);
    if (link > view_.all.begin && is_any(low(link - 1), {"and", "but", "or"}) && !bare) {
      for (std::size_t n = place_.number; n > 0; --n) {  // "signed the pact and ratified it"
        if (place_.acts[n - 1].form == ActForm::noun || place_.acts[n - 1].words.end > act.begin)
          continue;
        if (clause_between(place_.acts[n - 1].words.end, act.begin)) break;
        if (is_passed_over(place_, n - 1, act)) continue;
        if (joined_to_other(view_, place_.acts[n - 1], act)) break;
        return {nullptr, &place_.acts[n - 1], place_.acts[n - 1].begin, false};
      }
    }
    while (i > view_.all.begin) {
      const std::uint32_t at = i - 1;
      if (const Time* time = view_.time_at(at)) {
        i = time->tokens.begin;
        if (i > view_.all.begin && view_.is(i - 1, Role::preposition)) --i;
        continue;
      }
      if (const std::uint32_t roster = over_roster(place_, at); roster != at) {
        i = roster;
        continue;
      }
      if (const Chunk* chunk = is_within_act(place_, at) ? nullptr : view_.chunk_at(at)) {
        const bool modifies = !chunk->agreements.empty() && !chunk->possessive &&
                              view_.is(chunk->tokens.end, Role::naming | Role::process);
        const bool ranks = chunk->tokens.end == act.begin && !chunk->agreements.empty() &&
                           view_.is(act.begin, Role::country);  // "the first | EU | states to join"
        if (!noun_met && !ranks && describes_members(view_, *chunk)) return {};
        const bool passed = speaks_aside(*chunk) || is_object(*chunk, act);
        if (passed || modifies || ranks) {  // "Turkey's | EU | accession talks"
          i = chunk->tokens.begin;
          continue;
        }
        const bool describes =  // "Five members bordering | Russia | will leave": nobody by name
            chunk->preposition != kNone && !view_.is(chunk->preposition, Role::preposition);
        if (describes && i == act.begin) return {};
        const bool decides_by = act.infinitive && i == act.begin && chunk->is_actor() &&
                                chunk->preposition != kNone && act.effect != Effect::done &&
                                !act.first && is_any(low(chunk->preposition), {"by", "of", "for"});
        if (decides_by)
          return {chunk, nullptr, chunk->tokens.begin, false};  // "decision by Oman to"
        if (const FoundAct* main = noun_met ? nullptr : act_of_object(*chunk, act))
          return {nullptr, main, main->begin, false};
        const bool agreement = chunk->actors.empty() && chunk->preposition == kNone;
        const bool finite = view_.is(act.begin, Role::be | Role::have | Role::do_);
        if (act.infinitive && !finite) noun_met = false;  // "were the first big powers to sign"
        const bool invites =  // "Peru is considering | Chile's | invitation to join"
            chunk->possessive && chunk->is_actor() && act.infinitive &&
            view_.is(act.begin, Role::invites);
        if (invites) {
          i = chunk->tokens.begin;
          continue;
        }
        const bool decides = chunk->possessive && chunk->is_actor() && at + 2 >= act.begin;
        if (decides && low(act.begin) != "is") return {chunk, nullptr, chunk->tokens.begin, false};
        const bool owner = chunk->possessive && act.passive && chunk->preposition == kNone &&
                           chunk->is_actor();  // "Somalia's instrument was deposited"
        if (owner && !noun_met) return {chunk, nullptr, chunk->tokens.begin, false};
        if (!noun_met && (chunk->can_act() || agreement || absolute(*chunk, act)))
          return {chunk, nullptr, chunk->tokens.begin, false};
        const bool beside = chunk->tokens.end == i && i == reach;
        const bool clause =
            chunk->preposition != kNone && !chunk->possessive && beside &&
            (chunk->is_actor() ? i == act.begin || jumped : act.form != ActForm::noun) &&
            view_.is(chunk->preposition, Role::subordinate);
        if (clause) return {chunk, nullptr, chunk->tokens.begin, false};  // "before Oman leaves"
        if (chunk->can_act() && chunk->government && !chunk->anaphor)
          return {chunk, nullptr, chunk->tokens.begin, false};
        i = chunk->tokens.begin;
        if (noun_met && chunk->possessive && i > view_.all.begin && view_.is(i - 1, Role::relative))
          return {};  // "talks at which | Chad's rivals | signed"
        if (chunk->preposition != kNone) i = chunk->preposition;
        if (chunk->possessive) noun_met = false;
        if (beside && chunk->preposition != kNone) reach = i;
        continue;
      }
      if (const FoundAct* earlier = act_at(at)) {
        const bool listed = earlier->act->role == ActRole::members && earlier->parties.empty();
        if (listed && i == act.begin && is_crowd(at)) return {};  // "Eleven members | did not sign"
        const bool idle = earlier->form == ActForm::noun && (earlier->parties.empty() || noun_met);
        if (earlier->effect == Effect::nothing_asserted || idle) {
          i = std::min(earlier->begin, at);
          continue;
        }
        return {nullptr, earlier, earlier->begin, false};
      }
      if (view_.is(at, Role::relative)) {
        if (noun_met && low(at) != "that") return {};  // "they wonder which tariff | will apply"
        if (const Chunk* single = singled_out(at))
          return {single, nullptr, single->tokens.begin, true};
        if (is_any(low(at - 1), {"those", "others"}) && !counts_in(at - 1)) return {};
        const bool anyone = is_any(low(at - 1), {"nobody", "anybody", "anyone", "everybody"}) ||
                            (low(at - 1) == "one" && low(at - 2) == "no");
        if (anyone && low(at) != "which") return {};  // "bound nobody who had not | signed it"
        const Chunk* head = chunk_ending(at);
        if (head != nullptr && low(head->tokens.begin - 1) == "not" &&
            low(head->tokens.begin - 2) == "," && head->tokens.begin > view_.all.begin + 3)
          head = view_.chunk_at(head->tokens.begin - 3);  // "It was Chad, not Peru, that | left"
        if (head == nullptr && view_.is(at - 1, Role::country) && low(at - 1).ends_with('s') &&
            act_at(at - 1) == nullptr) {
          if (const Chunk* list = apposed_before(at))
            return {list, nullptr, list->tokens.begin, true};
          const Chunk* one = one_of_crowd(at - 1);  // "is one of four countries that belong to it"
          if (one != nullptr) return {one, nullptr, one->tokens.begin, true};
          if (is_crowd(at - 1)) return {};  // "four countries that do not belong to it"
        }
        const bool of_crowd = head != nullptr && head->preposition != kNone &&
                              low(head->preposition) == "of" &&
                              view_.is(head->preposition - 1, Role::country);
        const bool crowd = head != nullptr && head->is_actor() && (head->definite || of_crowd);
        if (crowd) return {};  // "the only member of the bloc that has not signed"
        if (head != nullptr) return {head, nullptr, head->tokens.begin, true};
        i = at;
        continue;
      }
      if (low(at) == "(" && at > view_.all.begin) {  // "Oman (signed, not ratified)"
        const Chunk* chunk = view_.chunk_at(at - 1);
        if (chunk != nullptr && chunk->is_actor())
          return {chunk, nullptr, chunk->tokens.begin, false};
      }
      if (low(at) == ":") return i == act.begin ? labelled(at) : Subject{};
      if (low(at) == ";") break;
      if (low(at) == ",") {
        const std::uint32_t open = aside(at);
        // "Niger, which lies in the Sahel, is said | to have signed": over both.
        if (open != kNone && (!noun_met || act.infinitive)) {
          jumped = jumped || i == act.begin;  // "as Oman, which opened talks, | joined"
          if (jumped) reach = open;
          i = open;
          continue;
        }
      } else if (i == act.begin && is_crowd(at)) {
        const Chunk* one = one_of_crowd(at);  // "six countries | will join": nobody
        return one == nullptr ? Subject{} : Subject{one, nullptr, one->tokens.begin, false};
      } else if (i == act.begin && view_.is(at, Role::country) && one_of_crowd(at) != nullptr) {
        const Chunk* one = one_of_crowd(at);  // "Oman is one of six states | invited"
        return {one, nullptr, one->tokens.begin, false};
      } else if (view_.is(at, Role::coordinate | Role::list)) {
        if (noun_met && opens_clause(at)) return {};
        noun_met = false;
      } else if (!view_.is_mark(at) && !low(at).ends_with("ly") && i == act.begin &&
                 !view_.is(at, Role::remains) &&
                 (view_.is_content(at) || view_.is(at, Role::inhabitants))) {
        if (has_subject_of_its_own(act, at)) return {};
        noun_met = true;  // "opponents could": the subject is no actor
      }
      i = at;
    }
    return noun_met ? Subject{} : inverted(act);
  }

  // "six countries", "several European states"; not "Oman and eleven states".
  bool is_crowd(std::uint32_t at) const {
    if (!view_.is(at, Role::country) || !low(at).ends_with('s')) return false;
    for (std::uint32_t i = at; i > view_.all.begin && i + 4 > at; --i) {
      // "Oman and eleven states", "is among the countries", "is one of three countries"
      if (is_any(low(i - 1), {"and", ",", "or", "among"})) return false;
      if (low(i - 1) == "of") return low(i - 2) != "one" && !view_.is(i - 2, Role::ranks);
      if (view_.is(i - 1, Role::preposition | Role::relative)) break;
    }
    return true;
  }

 private:
  std::string_view low(std::uint32_t i) const { return view_.low(i); }

  // "leaves Oman as the only member of the body that ...", "Oman is the only state which ...".
  const Chunk* singled_out(std::uint32_t relative) const {
    for (std::uint32_t i = relative; i > view_.all.begin && i + 16 > relative; --i) {
      if (low(i) != "only") continue;
      std::uint32_t k = low(i - 1) == "the" ? i - 2 : i - 1;
      if (low(k) != "as" && !view_.is(k, Role::be)) return nullptr;
      while (k > view_.all.begin && view_.is(k - 1, Role::adverb)) --k;
      const Chunk* chunk = k > view_.all.begin ? view_.chunk_at(k - 1) : nullptr;
      return chunk != nullptr && chunk->is_actor() && chunk->tokens.end == k ? chunk : nullptr;
    }
    return nullptr;
  }

  // "has | a pact | with Chad, is negotiating with Mali": the verb before, whose object it is.
  const FoundAct* act_of_object(const Chunk& object, const FoundAct& act) const {
    const std::size_t n = place_.number;
    if (n == 0 || act.passive || !is_any(low(act.begin - 1), {",", "and"})) return nullptr;
    if (act.form == ActForm::gerund || act.form == ActForm::noun) return nullptr;
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
  bool is_object(const Chunk& chunk, const FoundAct& act) const {
    const bool names = chunk.can_act() || !chunk.agreements.empty() ||
                       is_any(low(chunk.tokens.begin), {"it", "them"});
    if (view_.tree.empty() || !names) return false;
    const std::uint32_t head = view_.tree.head_of(chunk.tokens);
    const std::uint32_t own = view_.tree.head_of(act.words);
    if (own == kNone || head == kNone) return false;
    const std::uint32_t verb = view_.tree.parent(head);
    return view_.tree.word(head).relation == Dependency::obj && verb != kNone && verb < head &&
           view_.tree.word(own).relation == Dependency::conj &&
           (view_.tree.parent(own) == verb || view_.tree.parent(own) == view_.tree.parent(verb));
  }

  // "Oman is among the countries | lining up", "is one of three states | yet to sign".
  const Chunk* one_of_crowd(std::uint32_t crowd) const {
    constexpr std::uint32_t kWordsMax = 5;
    for (std::uint32_t i = crowd; i > view_.all.begin + 1 && i + kWordsMax > crowd; --i) {
      const Chunk* told = view_.is(i - 1, Role::be) ? view_.chunk_at(i - 2) : nullptr;
      if (told != nullptr && told->can_act() && told->actors.size() > 1)
        return told;  // "A and B are the EU countries | that did not sign"
      const bool one = low(i) == "one" && low(i + 1) == "of";
      const bool joins = low(i) == "of" && view_.is(i - 1, Role::ranks);
      if (joins && view_.is(i - 3, Role::accedes)) return view_.chunk_at(i - 4);
      if (low(i) != "among" && !one) continue;
      std::uint32_t verb = i - 1;
      while (verb > view_.all.begin && view_.is(verb, Role::adverb)) --verb;
      const bool apposed = one && low(verb) == ",";  // "Oman, | one of five states to join it"
      if ((!apposed && !view_.is(verb, Role::be)) || verb == view_.all.begin) return nullptr;
      const Chunk* chunk = view_.chunk_at(verb - 1);
      return chunk != nullptr && chunk->can_act() ? chunk : nullptr;
    }
    return nullptr;
  }

  // "Oman and Chad, the two coastal states | that did join": the list that the crowd says more of.
  const Chunk* apposed_before(std::uint32_t relative) const {
    constexpr std::uint32_t kWordsMax = 6;
    for (std::uint32_t i = relative; i > view_.all.begin + 1 && i + kWordsMax > relative; --i) {
      if (view_.is_mark(i - 1) && low(i - 1) != ",") return nullptr;
      if (low(i - 1) != ",") continue;
      const Chunk* list = view_.chunk_at(i - 2);
      const bool apposed = view_.is(i, Role::determiner | Role::count) && list != nullptr &&
                           list->can_act() && list->actors.size() > 1 && !list->anaphor;
      return apposed ? list : nullptr;
    }
    return nullptr;
  }

  // "stayed in the bloc | and its troops left": what follows has a subject of its own.
  bool opens_clause(std::uint32_t link) const {
    const Chunk* before = link > view_.all.begin ? view_.chunk_at(link - 1) : nullptr;
    return before != nullptr && before->preposition != kNone && is_any(low(link), {"and", "but"});
  }

  // "Oman is among | those that", "belongs to | those that"; not "wrote to | those that".
  bool counts_in(std::uint32_t those) const {
    return is_any(low(those - 1), {"among", "of"}) || view_.is(those - 2, Role::belongs);
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
  bool absolute(const Chunk& chunk, const FoundAct& act) const {
    return chunk.is_actor() && chunk.tokens.end == act.begin && chunk.preposition != kNone &&
           low(chunk.preposition) == "with" &&
           ((act.infinitive && act.effect == Effect::planned) ||
            act.form == ActForm::gerund ||  // "with Oman | joining | a year later"
            is_any(low(act.begin), {"being", "having", "still", "already", "yet"}));
  }

  // The chunk that ends right before token `end`, over a closing comma.
  const Chunk* chunk_ending(std::uint32_t end) const {
    if (low(end - 1) == "," || low(end - 1) == "-") --end;
    return end > view_.all.begin ? view_.chunk_at(end - 1) : nullptr;
  }

  const FoundAct* act_at(std::uint32_t i) const {
    for (std::size_t n = 0; n < place_.number; ++n) {
      if (place_.acts[n].words.contains(i)) return &place_.acts[n];
    }
    return nullptr;
  }

  // From a closing comma to the token of its opening one, where what lies between is an aside.
  std::uint32_t aside(std::uint32_t comma) const {
    bool over_list = false;
    std::uint32_t listed = comma;  // where its last list begins
    for (std::uint32_t i = comma; i > view_.all.begin; --i) {
      if (is_any(low(i - 1), {";", ":"})) return kNone;
      if (low(i - 1) != ",") continue;
      const Chunk* list = view_.chunk_at(i - 1);  // "Oman, backed by | Chad, Mali and Peru, | quit"
      over_list = over_list || (list != nullptr && list->actors.size() > 1);
      if (list != nullptr && list->actors.size() > 1) listed = list->tokens.begin;
      if (list != nullptr && list->actors.size() > 1) continue;
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
  Subject inverted(const FoundAct& act) const {
    const bool leads =
        act.form == ActForm::gerund || (act.infinitive && low(act.begin).ends_with("ing")) ||
        (act.passive && act.begin == act.words.begin && act.begin == view_.all.begin);
    for (const Chunk& chunk : view_.chunks) {
      if (leads && chunk.tokens.begin >= act.words.end && chunk.can_act() &&
          low(chunk.tokens.begin - 1) == ",") {
        return {&chunk, nullptr, chunk.tokens.begin, false};
      }
    }
    return {};
  }

  const ActPlace& place_;
  const SentenceView& view_;
};

}  // namespace

Subject find_subject(const ActPlace& place, const FoundAct& act) {
  if (act.form != ActForm::noun)
    return past_passive(place.view, act, SubjectFinder(place).subject_of(act));
  return {owner_of(place, act), nullptr, kNone, false};
}

}  // namespace concord
