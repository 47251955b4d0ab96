#include "claim/linked_times.h"

#include <algorithm>

namespace concord {
namespace {

class LinkedTimes {
 public:
  LinkedTimes(const ActPlace& place, const FoundAct& act, const ForeignTimes& foreign)
      : place_(place), view_(place.view), act_(act), foreign_(foreign) {}

  const Time* time() const {
    for (const auto find :
         {&LinkedTimes::time_of_when, &LinkedTimes::time_told_of, &LinkedTimes::time_since,
          &LinkedTimes::time_of_cause, &LinkedTimes::time_of_same, &LinkedTimes::time_of_relative,
          &LinkedTimes::time_of_rite, &LinkedTimes::time_of_main, &LinkedTimes::time_of_both}) {
      if (const Time* time = (this->*find)()) return time;
    }
    return nullptr;
  }

 private:
  // "left when its notice ran out [on 2 June]", "was its 32nd member when it handed in the papers
  // [on 7 March]": of one day with what is told after "when".
  const Time* time_of_when() const {
    if (view_.tree.empty() || act_.form == ActForm::noun) return nullptr;
    for (const Time* time : view_.times) {
      if (time->tokens.begin < act_.words.end || foreign_.is_of_another(*time)) continue;
      const std::uint32_t verb = foreign_.verb_of(*time);
      if (verb == kNone || view_.tree.word(verb).relation != Dependency::advcl) continue;
      const std::uint32_t above = view_.tree.parent(verb);
      if (above == kNone || !foreign_.is_of_act(above)) continue;
      for (std::uint32_t i = act_.words.end; i < verb; ++i) {
        if (low(i) == "when" && view_.tree.parent(i) == verb) return time;
      }
    }
    return nullptr;
  }

  // "in [2008], the year in which it | left", "on [5 May], on which day it | took effect", "[on
  // Tuesday], when the papers | were handed over"
  const Time* time_told_of() const {
    constexpr std::uint32_t kReach = 12;
    std::uint32_t at = std::min(act_.begin, act_.words.begin);
    const std::uint32_t first = at > view_.all.begin + kReach ? at - kReach : view_.all.begin;
    while (at > first && low(at) != "when" && !is_any(low(at), {"which", "that"})) {
      const Chunk* chunk = view_.chunk_at(at);  // "when | Chad, Oman and Peru | ratified"
      if (chunk != nullptr && chunk->tokens.begin > first) at = chunk->tokens.begin;
      if (is_any(low(at), {",", ";"})) return nullptr;
      --at;
    }
    if (low(at) != "when") {
      const bool own_unit = is_any(low(at + 1), {"day", "date", "month", "year"});
      if (is_any(low(at - 1), {"in", "on"})) --at;
      const bool unit = is_any(low(at - 1), {"day", "month", "year"}) && low(at - 2) == "the";
      if (!unit && !own_unit) return nullptr;
      if (unit) at -= 2;
    }
    if (at <= first) return nullptr;
    const Time* time = view_.time_at(low(at - 1) == "," ? at - 2 : at - 1);
    return time != nullptr && tells_when(*time) ? time : nullptr;
  }

  // "a signing ceremony is set for [20 May], at which Nepal and Bhutan | will add their names"
  const Time* time_of_rite() const {
    std::uint32_t at = act_.begin;
    while (at > place_.before && low(at) != "which") --at;
    if (at == place_.before || low(at - 1) != "at") return nullptr;
    const Time* told = nullptr;
    for (const Time* time : view_.times) {
      if (time->tokens.end < at && tells_when(*time)) told = time;
    }
    for (std::uint32_t i = view_.all.begin; told != nullptr && i < told->tokens.begin; ++i) {
      if (view_.is(i, Role::rite)) return told;
    }
    return nullptr;
  }

  // "became the sixth member [yesterday], on paper at least, when its president | signed"
  const Time* time_of_main() const {
    if (view_.tree.empty() || act_.form == ActForm::noun) return nullptr;
    const std::uint32_t verb = view_.tree.head_of(act_.words);
    const std::uint32_t above = view_.tree.parent(verb);
    if (view_.tree.word(verb).relation != Dependency::advcl || above > verb) return nullptr;
    std::uint32_t when = verb;
    while (when > above && !(low(when) == "when" && view_.tree.parent(when) == verb)) --when;
    for (std::size_t n = 0; n < place_.number && when > above; ++n) {
      if (place_.acts[n].words.contains(above)) return place_.acts[n].time;
    }
    for (const Time* time : view_.times) {
      if (time->tokens.end > when || !tells_when(*time)) continue;
      if (foreign_.verb_of(*time) == above) return time;
    }
    return nullptr;
  }

  // "its approval | by Brazil, which came on 28 November"
  const Time* time_of_relative() const {
    if (view_.tree.empty() || act_.form != ActForm::noun) return nullptr;
    for (const Time* time : view_.times) {
      if (!tells_when(*time) || time->tokens.begin < act_.words.end) continue;
      const std::uint32_t verb = view_.tree.parent(view_.tree.head_of(time->tokens));
      if (verb == kNone || view_.tree.word(verb).relation != Dependency::acl_relcl) continue;
      const std::uint32_t noun = view_.tree.parent(verb);
      if (noun != kNone && act_.words.contains(noun) && tells_of_itself(verb)) return time;
    }
    return nullptr;
  }

  // Whether "which" is the subject, and the verb no act of its own.
  bool tells_of_itself(std::uint32_t verb) const {
    for (const FoundAct& other : place_.acts) {
      if (other.words.contains(verb)) return false;
    }
    for (std::uint32_t i = act_.words.end; i < verb; ++i) {
      const Dependency relation = view_.tree.word(i).relation;
      const bool subject = relation == Dependency::nsubj || relation == Dependency::nsubj_pass;
      if (subject && view_.tree.parent(i) == verb) return is_any(low(i), {"which", "that"});
    }
    return false;
  }

  // "has been a member since it was founded | in 1960", "have been frozen since a prize was given |
  // in 2010"
  const Time* time_since() const {
    const Stage stage = act_.act->stage;
    const std::uint32_t since = std::max(act_.words.end, act_.tail.end);
    const bool lasts =
        stage == Stage::party || stage == Stage::suspended || stage == Stage::negotiating;
    if (!lasts || low(since) != "since") return nullptr;
    for (std::uint32_t i = since + 1; i < view_.all.end && !is_any(low(i), {",", ";"}); ++i) {
      const Time* time = view_.time_at(i);
      if (time != nullptr && tells_when(*time)) return time;
    }
    return nullptr;
  }

  // "signed it [in May] at a summit where Chile | did the same"
  const Time* time_of_same() const {
    if (act_.row == nullptr || !act_.row->same || place_.number == 0) return nullptr;
    const FoundAct& first = place_.acts[place_.number - 1];
    return first.act == act_.act && low(act_.words.end - 1) == "same" ? first.time : nullptr;
  }

  // "entered into force [today], upon | the deposit by Chile", "was handed over [on Monday], and
  // with it Chile | became ...": of one day with what brought it about.
  const Time* time_of_cause() const {
    if (place_.number == 0) return nullptr;
    const FoundAct& cause = place_.acts[place_.number - 1];
    const std::uint32_t begin = std::min(act_.begin, act_.words.begin);
    const bool notice =  // "gave notice [on Friday] that it was | ending the pact"
        cause.act->leaving && act_.act->leaving && cause.effect == Effect::nothing_asserted;
    bool linked = notice || holds(cause) ||
                  (act_.form == ActForm::noun && is_any(low(begin - 1), {"upon", "with"}));
    for (std::uint32_t i = cause.words.end; i <= begin; ++i) {
      if (is_any(low(i), {"which", "who", ";"})) return nullptr;
      // ", making it the 50th member", ", becoming the 50th member"
      const bool makes =
          low(i - 1) == "," && low(i).ends_with("ing") && view_.is(i, Role::makes | Role::becomes);
      linked = linked || makes || is_any(low(i), {"thereby", "thus"}) ||
               (low(i) == "with" && is_any(low(i + 1), {"it", "that", "this"}));
    }
    return linked ? cause.time : nullptr;
  }

  // "[on Monday] | formally applied to | join", "[on Monday] approved | the country's withdrawal
  // |": the act before is a part of this one, or the vote on it.
  bool holds(const FoundAct& before) const {
    const bool part = before.words.begin >= act_.begin && before.words.end <= act_.words.end;
    if (part && before.form != ActForm::noun) return true;
    if (view_.tree.empty() || before.effect != Effect::nothing_asserted) return false;
    const std::uint32_t act = view_.tree.head_of(act_.words);
    const Dependency relation = view_.tree.word(act).relation;
    std::uint32_t verb = view_.tree.parent(act);
    if (relation == Dependency::acl || relation == Dependency::acl_relcl) {
      const bool law = verb != kNone && view_.is(verb, Role::decree | Role::draft);
      verb = law ? view_.tree.parent(verb) : kNone;
    } else if (act_.form != ActForm::noun || act_.turned_by != "vote") {
      return false;
    }
    return verb != kNone && before.words.contains(verb);
  }

  // "[on Friday] signed the pact and | ratified the protocol |": a time ahead of the verbs is of
  // both.
  const Time* time_of_both() const {
    if (view_.tree.empty() || act_.form != ActForm::past || act_.effect != Effect::nothing)
      return nullptr;
    const std::uint32_t verb = view_.tree.head_of(act_.words);
    const std::uint32_t first = view_.tree.parent(verb);
    const bool both = view_.tree.word(verb).relation == Dependency::conj && first < verb &&
                      view_.tree.word(first).tag == Penn::vbd && !view_.is(act_.begin, Role::have);
    for (std::size_t n = 0; n < place_.number && both; ++n) {
      const FoundAct& other = place_.acts[n];
      const bool ahead = other.words.contains(first) && other.time != nullptr &&
                         other.time->tokens.end <= other.words.begin;
      if (ahead) return other.time;
    }
    return nullptr;
  }

  // "on 2 June"; not "for six weeks", nor "one day".
  static bool tells_when(const Time& time) { return !time.value.empty() && !time.duration; }

  std::string_view low(std::uint32_t i) const { return view_.low(i); }

  const ActPlace& place_;
  const SentenceView& view_;
  const FoundAct& act_;
  const ForeignTimes& foreign_;
};

}  // namespace

const Time* linked_time(const ActPlace& place, const FoundAct& act, const ForeignTimes& foreign) {
  return LinkedTimes(place, act, foreign).time();
}

}  // namespace concord
