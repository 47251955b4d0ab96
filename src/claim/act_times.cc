// Which of a sentence's times is an act's.
//
//   adopted it at the end of their first summit [since 2019]       the summit's
//   terminated the accord that they had revised [in 2019]          the revision's
#include "claim/foreign_times.h"
#include "claim/linked_times.h"
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
    if (best == nullptr) best = time_on_tree();
    if (best == nullptr) best = linked_time(place_, act_, foreign_);
    if (best == nullptr) best = opening_time();
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
      const bool coarser = best != nullptr && best->grain == TimeGrain::day &&
                           time->grain != TimeGrain::day;  // "on Friday became the third this year"
      if ((!taken || time->tokens.begin > act_.begin) && !coarser) best = time;
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
