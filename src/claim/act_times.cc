// Which of a sentence's times is an act's.
//
//   adopted it at the end of their first summit [since 2019]       the summit's
//   terminated the accord that they had revised [in 2019]          the revision's
#include "claim/foreign_times.h"
#include "reading/times.h"

namespace concord {
namespace {

constexpr std::string_view kAgree = "agree";  // "concluded", "struck": a row of acts.toml

class ActTimes {
 public:
  ActTimes(const ActPlace& place, const FoundAct& act)
      : place_(place), view_(place.view), act_(act), foreign_(place, act) {}

  // "a year and a half later, on [18 December 2012]": the finer of two side by side.
  const Time* time() const {
    const Time* time = first_time();
    const bool vague = time != nullptr && act_.effect != Effect::planned &&
                       time->grain == TimeGrain::year &&
                       is_any(low(time->tokens.begin - 1), {"after", "before"});
    if (vague) return nullptr;  // "joined after 1999"
    for (const Time* finer : view_.times) {
      if (time == nullptr || time->value.empty() || finer->tokens.begin <= time->tokens.end)
        continue;
      const std::uint32_t gap = finer->tokens.begin - time->tokens.end;
      const bool beside =
          low(time->tokens.end) == "," &&
          (gap == 1 || (gap == 2 && view_.is(finer->tokens.begin - 1, Role::preposition)));
      if (beside && finer->value.starts_with(time->value + "-")) return finer;
    }
    return time;
  }

  const Time* first_time() const {
    if (told_in_aside()) return time_in_aside();
    if (const Time* own = time_behind_tail()) return own;
    const Time* best = nullptr;
    for (const Time* time : view_.times) {
      if (foreign_.is_of_another(*time) || foreign_.dates_other_clause(*time) ||
          is_past_stop(*time))
        continue;
      if (time->tokens.begin >= act_.words.end && best != nullptr && beside(*best)) break;
      if (opens_next(*time) || (act_.act->standing && is_past_comma(*time))) break;
      const bool inside = act_.words.contains(time->tokens.begin);  // "became today a member"
      if (inside || (time->tokens.begin >= act_.words.end && time->tokens.begin < own_end()))
        return time;
      const bool within = time->tokens.begin > act_.begin;  // "agreed in May to | join"
      const bool taken = !within && place_.number > 0 &&
                         takes(place_.acts[place_.number - 1], *time) &&
                         time->tokens.begin > place_.acts[place_.number - 1].begin;
      if (time->tokens.end <= act_.words.begin && time->tokens.begin >= place_.before && !taken &&
          !closes_aside(*time))
        best = time;
    }
    for (const auto find :
         {&ActTimes::time_on_tree, &ActTimes::time_of_when, &ActTimes::time_told_of,
          &ActTimes::time_since, &ActTimes::time_of_cause, &ActTimes::time_of_same,
          &ActTimes::time_of_relative, &ActTimes::time_of_rite, &ActTimes::time_of_main,
          &ActTimes::opening_time})
      best = best == nullptr ? (this->*find)() : best;
    return best != nullptr ? best : year_of_name();
  }

  // "The pact, ratified by Peru in 2019 and by Chile in [2020], | is in force |": of the act
  // before.
  bool closes_aside(const Time& time) const {
    if (place_.number == 0) return false;
    const FoundAct& before = place_.acts[place_.number - 1];
    return low(before.begin - 1) == "," && before.begin == before.words.begin &&
           time.tokens.begin > before.begin && low(time.tokens.end) == "," &&
           act_.begin == time.tokens.end + 1;
  }

  // "Oman, a founder of the league along with Chad, | took the chair in May": not since then.
  bool is_past_comma(const Time& time) const {
    for (std::uint32_t i = act_.words.end; act_.form == ActForm::noun && i < time.tokens.begin;
         ++i) {
      const bool of_all =
          is_any(low(i + 1), {"all", "both", "each"});  // "A and B, all in December"
      if (low(i) == "," && !of_all && view_.chunk_at(i) == nullptr) return true;
    }
    return false;
  }

  // Up to the act after; "deposited it on behalf of its 27 | members | on 8 June" is one act.
  std::uint32_t own_end() const {
    const std::size_t next = place_.number + 1;
    if (next >= place_.acts.size()) return place_.next;
    const FoundAct& roster = place_.acts[next];
    if (roster.begin == act_.begin) return roster.words.end;  // "| refused | last June to back"
    const std::uint32_t count = roster.words.begin - 1;
    const bool counted =
        roster.form == ActForm::noun && roster.act->role == ActRole::members &&
        act_.form != ActForm::noun && count > act_.words.begin &&
        (view_.is(count, Role::count) || view_.reading.token(count).kind == WordKind::number);
    const bool as_member =  // "was admitted | as a full member | in May"
        act_.passive && (low(count) == "as" || low(count - 1) == "as" || low(count - 2) == "as");
    if (!counted && !as_member) return place_.next;
    return next + 1 < place_.acts.size() ? place_.acts[next + 1].begin : view_.all.end;
  }

  // "Talks, which | began in 2013, | gathered pace": the verb of a noun, in an aside.
  bool told_in_aside() const {
    if (act_.form != ActForm::noun || act_.tail.empty()) return false;
    return low(act_.tail.begin - 1) == "," || view_.is(act_.tail.begin - 1, Role::relative);
  }
  // "Its suspension in 2011 | was lifted | in 2023"
  const Time* time_behind_tail() const {
    if (act_.form != ActForm::noun || act_.tail.empty()) return nullptr;
    const bool small = view_.is(act_.tail.end, Role::preposition);
    const Time* time = view_.time_at(act_.tail.end + (small ? 1 : 0));
    const bool none = time == nullptr || time->duration || time->value.empty();
    return none || foreign_.is_of_another(*time) ? nullptr : time;
  }
  const Time* time_in_aside() const {
    for (std::uint32_t i = act_.tail.end; view_.all.contains(i) && low(i) != ","; ++i) {
      const Time* time = view_.time_at(i);
      if (time != nullptr && !time->value.empty() && !time->duration) return time;
    }
    return nullptr;
  }

  // "Norway has signed; Peru said in [2021] that it would join": of what stands behind a semicolon.
  bool is_past_stop(const Time& time) const {
    const std::uint32_t from = std::min(time.tokens.end, act_.words.end);
    return has_stop(view_, from, std::max(time.tokens.begin, act_.words.begin));
  }

  // "signed the [1998] pact", "concluded the pact of [May 1998]", "a signatory of the 1998 pact"
  const Time* year_of_name() const {
    const bool noun = act_.form == ActForm::noun && act_.act->stage != Stage::signed_;
    const bool made = act_.act->stage == Stage::signed_ || act_.act->name == kAgree;
    if (!made || noun || act_.effect != Effect::nothing) return nullptr;
    for (const Time& time : view_.reading.times) {
      if (!view_.all.contains(time.tokens.begin) || time.value.empty() || time.duration) continue;
      const bool year = time.grain == TimeGrain::year;
      if (!year && time.grain != TimeGrain::month && time.grain != TimeGrain::day) continue;
      const std::uint32_t end = time.tokens.end;
      const bool of = low(time.tokens.begin - 1) == "of";
      const Chunk* chunk = view_.chunk_at(of ? time.tokens.begin - 2 : end);
      if (chunk == nullptr) chunk = view_.chunk_at(time.tokens.begin);
      if (chunk == nullptr || !(of || (year && time.named)) || chunk->agreements.empty()) continue;
      if (std::ranges::find_first_of(chunk->agreements, act_.agreements) != chunk->agreements.end())
        return &time;
    }
    return nullptr;
  }

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
    return time != nullptr && !time->value.empty() && !time->duration ? time : nullptr;
  }

  // "a signing ceremony is set for [20 May], at which Nepal and Bhutan | will add their names"
  const Time* time_of_rite() const {
    std::uint32_t at = act_.begin;
    while (at > place_.before && low(at) != "which") --at;
    if (at == place_.before || low(at - 1) != "at") return nullptr;
    const Time* told = nullptr;
    for (const Time* time : view_.times) {
      if (time->tokens.end < at && !time->value.empty() && !time->duration) told = time;
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
      if (time->tokens.end > when || time->value.empty() || time->duration) continue;
      if (foreign_.verb_of(*time) == above) return time;
    }
    return nullptr;
  }

  // "its approval | by Brazil, which came on 28 November"
  const Time* time_of_relative() const {
    if (view_.tree.empty() || act_.form != ActForm::noun) return nullptr;
    for (const Time* time : view_.times) {
      if (time->value.empty() || time->duration || time->tokens.begin < act_.words.end) continue;
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
      if (time != nullptr && !time->value.empty() && !time->duration) return time;
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
    const std::uint32_t verb =
        view_.tree.empty() ? kNone : view_.tree.parent(view_.tree.head_of(act_.words));
    return act_.form == ActForm::noun && act_.turned_by == "vote" && verb != kNone &&
           before.effect == Effect::nothing_asserted && before.words.contains(verb);
  }

  // "signed the pact, their only one since the war ended, [on 23 November]": hung on the act
  // itself, whatever stands between.
  const Time* time_on_tree() const {
    if (view_.tree.empty() || act_.form == ActForm::noun) return nullptr;
    for (const Time* time : view_.times) {
      if (foreign_.is_of_another(*time) || opens_next(*time) || is_of_same_next(*time)) continue;
      const std::uint32_t verb = foreign_.verb_of(*time);
      if (verb != kNone && act_.words.contains(verb)) return time;
    }
    return nullptr;
  }

  // "on Wednesday | endorsed a pledge to treble output by 2050"
  bool beside(const Time& time) const {
    return time.tokens.end == act_.begin || time.tokens.end == act_.words.begin;
  }

  // "In 2005 it quit, | in 2006 it acceded to ...": set off before the subject of the act after.
  bool opens_next(const Time& time) const {
    if (time.tokens.begin >= act_.words.end && dates_answer(time)) return true;
    if (place_.number + 1 >= place_.acts.size() || time.tokens.begin < act_.words.end) return false;
    const FoundAct& after = place_.acts[place_.number + 1];
    std::uint32_t open = time.tokens.begin;
    if (view_.is(open - 1, Role::preposition)) --open;
    const bool apart = is_any(low(open - 1), {",", ";", "and", "but"});
    const bool fronted =  // "will quit, and | on 5 May | their exit took effect"
        after.form == ActForm::noun && !after.tail.empty() &&
        after.words.begin <= time.tokens.end + 1;
    if (apart && fronted) return true;
    if (!apart || after.form == ActForm::noun || time.tokens.end > after.begin) return false;
    if (time.tokens.end == after.begin)  // "quit it and | in 2006 | acceded to"
      return is_any(low(open - 1), {"and", "but"});
    const Chunk* subject = view_.chunk_at(over_place(time.tokens.end));
    const bool tells = subject != nullptr && (subject->is_actor() || after.passive);
    return tells && subject->tokens.end <= after.begin;
  }

  // "promised to sign and | did so | in May"
  bool is_of_same_next(const Time& time) const {
    if (place_.number + 1 >= place_.acts.size()) return false;
    const FoundAct& after = place_.acts[place_.number + 1];
    return after.row != nullptr && after.row->same && after.form != ActForm::noun &&
           time.tokens.begin >= after.words.end;
  }

  // "vowed to leave, and in [2021] | it did |."
  bool dates_answer(const Time& time) const {
    const std::uint32_t in = time.tokens.begin - 1;
    const bool opens = is_any(low(in), {"and", "but"}) ||
                       (view_.is(in, Role::preposition) && is_any(low(in - 1), {"and", "but"}));
    const Chunk* who = view_.chunk_at(time.tokens.end + (low(time.tokens.end) == "," ? 1 : 0));
    return opens && who != nullptr && who->is_actor() &&
           view_.is(who->tokens.end, Role::do_ | Role::have) && view_.is_mark(who->tokens.end + 1);
  }

  // "and in May, | in Nuuk, | it signed": past where it was; else token `i`.
  std::uint32_t over_place(std::uint32_t i) const {
    constexpr std::uint32_t kWordsMax = 5;
    if (low(i) != "," || !view_.is(i + 1, Role::preposition)) return i;
    for (std::uint32_t end = i + 1; end < i + kWordsMax; ++end) {
      if (low(end) == ",") return end + 1;
    }
    return i;
  }

  // "In May 2004 A joined, B signed and C ...", "October 2018. The text is adopted ...", "5 May
  // 2004: a great day. Ten countries enter ...": a time that opens the sentence, or heads its
  // paragraph, holds for what has none of its own.
  const Time* opening_time() const {
    for (std::uint32_t i = act_.words.end; i < act_.words.end + 4; ++i) {
      const Time* own =
          view_.time_at(i);  // "At noon A left; B had rejected it | six weeks earlier"
      const bool open = own != nullptr && (own->value.empty() || own->duration);
      if (open && is_any(low(own->tokens.end - 1), {"earlier", "before"})) return nullptr;
    }
    const auto fits = [&](const Time& time) {
      if (time.value.empty() || time.duration) return false;
      if (heads_entry(view_.reading, time)) return true;
      const bool named = time.named && !is_head_mark(time.tokens.end);  // "1949: twelve states ..."
      return !named && !foreign_.tells_of_other(time);
    };
    for (const Time* time : view_.times) {
      const bool effect =
          low(view_.all.begin) == "with" && view_.is(view_.all.begin + 1, Role::effect);
      const std::uint32_t first = view_.all.begin + (effect ? 3 : 1);  // "With effect from 1 May"
      const bool opens = time->tokens.begin <= first && fits(*time) && !foreign_.stands(*time);
      if (opens && act_.words.begin >= time->tokens.end) return time;
    }
    const std::uint32_t number = view_.reading.token(view_.all.begin).sentence;
    for (std::uint32_t back = number; back > 0; --back) {
      const Sentence& before = view_.reading.sentences[back - 1];
      if (before.block != view_.reading.sentences[number].block) break;
      for (const Time& time : view_.reading.times) {
        if (time.tokens.begin != before.tokens.begin || !fits(time)) continue;
        if (is_head_mark(time.tokens.end)) return &time;
      }
    }
    return nullptr;
  }
  bool is_head_mark(std::uint32_t i) const {
    return i < view_.reading.tokens.size() &&
           is_any(view_.reading.lower(i), {":", ".", "-", "\xE2\x80\x93", "\xE2\x80\x94"});
  }

  // Not "signed an order on Sunday | to withdraw": what is signed there is no agreement.
  static bool takes(const FoundAct& earlier, const Time& time) {
    const bool other =
        earlier.effect == Effect::nothing_asserted && earlier.act->stage == Stage::signed_;
    return earlier.time == &time && !other;
  }

  // "announced on Thursday that it will leave", "agreed on Thursday to | join by May": when it was
  // said.
  const Time* told() const {
    const Time* best = nullptr;
    for (const Time* time : view_.times) {
      if (time->value.empty() || time->duration || time->tokens.end > act_.words.begin) continue;
      bool taken = false;
      for (std::size_t n = 0; n < place_.number; ++n) taken = taken || takes(place_.acts[n], *time);
      if (!taken || time->tokens.begin > act_.begin) best = time;
    }
    return best;
  }

  std::string_view low(std::uint32_t i) const { return view_.low(i); }

  const ActPlace& place_;
  const SentenceView& view_;
  const FoundAct& act_;
  const ForeignTimes foreign_;
};

}  // namespace

const Time* time_of(const ActPlace& place, const FoundAct& act) {
  return ActTimes(place, act).time();
}

const Time* told_of(const ActPlace& place, const FoundAct& act) {
  return ActTimes(place, act).told();
}

}  // namespace concord
