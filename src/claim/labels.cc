// Lists without a verb of their own: what is told of them stands in a label, a question or the
// sentence before.
//
//   Signed: [A, B, C]. Not yet ratified: [D]        Inside the euro area: [A, B]. Outside: [C]
//   Who has signed but not ratified? [A] and [B].   Six countries will join. They are [A, B ...]
#include <algorithm>

#include "claim/name_lists.h"

namespace concord {
namespace {

class LabelReader {
 public:
  LabelReader(const SentenceView& view, const Discourse& discourse, std::vector<FoundAct>& acts)
      : view_(view), discourse_(discourse), acts_(acts) {}

  void run() {
    if (dated_names() || read_standing_lists(view_, discourse_, acts_)) return;
    const std::uint32_t colon = label_end();
    if (colon != kNone && give_list(colon)) return;
    if (bullets()) return;
    if (counts_members_only() && is_asked_for() && answers_without_verb()) acts_.clear();
    if (!acts_.empty()) {
      read_late_lists(view_, discourse_, acts_);
      return;
    }
    if (dated_line()) return;
    read_late_lists(view_, discourse_, acts_);
    answer();
  }

 private:
  static constexpr std::uint32_t kHeadingMax = 9;  // words of a heading, or of a name's line

  std::string_view low(std::uint32_t i) const { return view_.low(i); }

  // "Peru in May, Chad in June and Mali in 2006: so the three | joined |": who did it when.
  bool dated_names() {
    std::uint32_t colon = view_.all.begin;
    while (colon < view_.all.end && low(colon) != ":") ++colon;
    const auto act = std::ranges::find_if(acts_, [&](const FoundAct& one) {
      const bool done = one.effect == Effect::nothing || one.effect == Effect::done;
      return one.begin > colon && done && !one.denied && !one.agreements.empty() &&
             one.form != ActForm::noun;
    });
    if (act == acts_.end()) return false;
    std::vector<FoundAct> parts;
    for (const Chunk& chunk : view_.chunks) {
      if (chunk.tokens.begin > colon) break;
      const std::uint32_t end = chunk.tokens.end;
      const Time* time = view_.time_at(end + (view_.is(end, Role::preposition) ? 1 : 0));
      const bool ends = time != nullptr &&
                        (view_.is_mark(time->tokens.end) || view_.is(time->tokens.end, Role::list));
      if (!chunk.can_act() || chunk.anaphor || !ends) return false;
      parts.push_back(*act);
      parts.back().parties = chunk.actors;
      parts.back().time = time;
    }
    if (parts.size() < 2) return false;
    acts_.erase(act);
    acts_.insert(acts_.end(), parts.begin(), parts.end());
    return true;
  }

  // The colon behind a label that names no party, before a list.
  std::uint32_t label_end() const {
    constexpr std::uint32_t kLabelWordsMax = 10;
    for (std::uint32_t i = view_.all.begin; i < view_.all.begin + kLabelWordsMax; ++i) {
      const Chunk* chunk = view_.chunk_at(i);
      if (chunk != nullptr && chunk->is_actor() && chunk->agreements.empty()) return kNone;
      if (low(i) == ":") return i > view_.all.begin && opens_list(i + 1) ? i : kNone;
    }
    return kNone;
  }

  // Names, each perhaps with what is told of it: "Mexico and Peru, whose deposit ...; Chile", "66
  // states, among them Chile".
  bool opens_list(std::uint32_t from) const {
    if (only_names(view_, from)) return true;
    const bool number =
        view_.all.contains(from) &&
        (view_.is(from, Role::count) || view_.reading.token(from).kind == WordKind::number);
    const bool counted = number && view_.is(from + 1, Role::country);
    if (counted && low(from + 2) == "," && low(from + 3) == "among" && low(from + 4) == "them")
      return opens_list(from + 5);
    const std::uint32_t at = from + (view_.is(from, Role::determiner | Role::adverb) ? 1 : 0);
    const Chunk* first = view_.chunk_at(at);
    return first != nullptr && is_listed(view_, *first, from) &&
           listed_names(view_, from).size() > 1;
  }

  // "Signed and ratified: A, B, C": the acts of the label are of all that are listed.
  bool give_list(std::uint32_t colon) {
    const Entities all = listed_names(view_, colon + 1);
    const bool out = view_.is(view_.all.begin, Role::absent);  // "from the signing: A"
    bool any = false;
    for (std::size_t n = acts_.size(); n > 1;
         --n) {  // "have ratified it: Peru in May, Chad in June"
      const FoundAct& copy = acts_[n - 1];
      const bool repeats = std::ranges::any_of(
          acts_.begin(), acts_.begin() + static_cast<long>(n - 1), [&](const FoundAct& act) {
            return act.words.begin == copy.words.begin && act.act == copy.act;
          });
      if (repeats && copy.words.end <= colon) acts_.erase(acts_.begin() + static_cast<long>(n - 1));
    }
    for (FoundAct& act : acts_) {
      const bool other = act.act->role == ActRole::own && act.act->stage != Stage::in_force;
      const bool owned =  // "Its withdrawal leaves four hopefuls: A ..."
          act.form == ActForm::noun && act.act->role == ActRole::agent &&
          (low(act.begin) == "its" || low(act.begin - 1) == "its");
      if (act.words.end > colon || other || owned) continue;
      if (act.agreements.empty() && discourse_.told.agreement != kNone && opens_line(act))
        act.agreements = {discourse_.told.agreement};  // "Withdrawn: A", "In force: B, C"
      if (act.agreements.empty()) continue;
      const bool counted = act.act->role == ActRole::members && acts_.size() > 1;
      if (counted) continue;  // "five of its members have signed: A ..."
      if (out) act.denied = true;
      act.parties = all;
      any = true;
    }
    return any && !all.empty();
  }

  bool opens_line(const FoundAct& act) const {
    std::uint32_t i = act.begin;
    while (i > view_.all.begin &&
           (view_.is_mark(i - 1) || low(i - 1) == "among" || view_.is(i - 1, Role::determiner)))
      --i;  // "Among the | latest to join: A, B"
    return i == view_.all.begin;
  }

  // "It was signed by:" and bullets under it, each with a list: "- in Europe: France and Malta".
  bool bullets() {
    if (!discourse_.opens_list || !is_bullet(view_.all.begin)) return false;
    const std::size_t before = acts_.size();
    for (const Chunk& chunk : view_.chunks) {
      if (!chunk.is_actor() || chunk.anaphor || chunk.possessive || chunk.preposition != kNone ||
          !chunk.agreements.empty())
        continue;
      for (const Told& told : discourse_.together) {
        FoundAct act = repeated_act(told);
        act.words = chunk.tokens;
        act.begin = chunk.tokens.begin;
        act.parties = chunk.actors;
        act.time = told.time;
        acts_.push_back(std::move(act));
      }
    }
    return acts_.size() > before;
  }

  // "1973: Denmark and Ireland join. 1981: Greece.": a date, a colon and names. "Here is everyone,
  // in order. 2020: Japan and Peru (13 October); Chile.": who came in when.
  bool dated_line() {
    const Time* time = view_.time_at(view_.all.begin);
    if (time == nullptr || low(time->tokens.end) != ":" || !only_names(view_, time->tokens.end + 1))
      return false;
    Told told = discourse_.told;
    if (told.act == nullptr || told.agreement == kNone) {
      if (discourse_.main == kNone) return false;
      told = told_by(view_, act_implied(view_, ImpliedAct::entry, {discourse_.main}, {}));
    }
    if (told.act == nullptr || told.denied || !(told.act->joins || told.act->leaving)) return false;
    for (const Chunk& chunk : view_.chunks) {
      const std::uint32_t end = chunk.tokens.end;
      if (chunk.tokens.begin <= time->tokens.end || !is_listed(view_, chunk, time->tokens.end + 1))
        continue;
      give({told}, chunk.tokens, chunk.actors, low(end) == "(" ? end + 2 : kNone);
      if (acts_.back().time == nullptr) acts_.back().time = time;
    }
    return true;
  }

  // "Who has signed but not ratified? Egypt, Haiti and Syria.", and the lines of a list under
  // "Signed:": names without a verb, each with its time, do what was told or asked.
  void answer() {
    const bool names = only_names(view_, view_.all.begin);
    const bool bullet = is_bullet(view_.all.begin);
    const bool asked = is_asked_for();
    const std::vector<Told> told = asked ? discourse_.asked : std::vector<Told>{discourse_.told};
    if (told.empty() || told.front().act == nullptr) return;
    if (asked && !names && !bullet && answers_without_verb()) {
      give(told, view_.all, listed_names(view_, view_.all.begin), kNone);
      return;
    }
    if (!opens_with_name() || (!names && !bullet)) {
      // "- the northern three: A, B and C", "- all ten of the bloc, that is A, B ..."
      const Entities all = asked && bullet ? listed_names(view_, view_.all.begin + 1) : Entities{};
      if (!all.empty()) give(told, view_.all, all, kNone);
      // "Which country turned it down? Peru, under its new president."
      const Chunk* first = asked && opens_with_name() ? &view_.chunks.front() : nullptr;
      if (first != nullptr && low(first->tokens.end) == "," &&
          is_listed(view_, *first, view_.all.begin))
        give(told, first->tokens, first->actors, kNone);
      return;
    }
    if (!asked && !(names && goes_on())) return;
    for (std::size_t n = 0; n < view_.chunks.size(); ++n) {
      const Chunk& chunk = view_.chunks[n];
      if (!chunk.is_actor() || chunk.anaphor || chunk.possessive || chunk.preposition != kNone)
        continue;
      const std::uint32_t next =
          n + 1 < view_.chunks.size() ? view_.chunks[n + 1].tokens.begin : view_.all.end;
      const std::uint32_t reach = names ? next : std::min(next, chunk.tokens.end + 3);
      give(told, chunk.tokens, names ? chunk.actors : whole_list(view_, chunk), reach);
      if (!names) return;  // "- Taiwan, whose goal is another pact": told of the first
    }
  }

  // "Who has not signed? Among the bloc's members, A and B."
  bool counts_members_only() const {
    return std::ranges::all_of(acts_, [](const FoundAct& act) {
      return act.act->role == ActRole::members && act.form == ActForm::noun;
    });
  }

  // "Who stays out? So far four states: A, B, C and D.", "Among neighbours, only A and, again, B."
  bool answers_without_verb() const {
    if (listed_names(view_, view_.all.begin).size() < 2) return false;
    for (std::uint32_t i = view_.all.begin; i < view_.all.end; ++i) {
      if (does(view_, i)) return false;
    }
    return true;
  }

  // Of each of the parties, at the time that stands behind `words` and before `reach`.
  void give(const std::vector<Told>& told, TokenSpan words, const Entities& parties,
            std::uint32_t reach) {
    for (const Told& one : told) {
      if (is_deal_of_others(view_.reading, one.agreement, parties)) continue;
      FoundAct act = repeated_act(one);
      act.words = words;
      act.begin = words.begin;
      act.parties = parties;
      for (std::uint32_t i = words.end; reach != kNone && i < reach && act.time == nullptr; ++i)
        act.time = view_.time_at(i);
      acts_.push_back(std::move(act));
    }
  }

  bool opens_with_name() const {
    std::uint32_t i = view_.all.begin;
    while (view_.is_mark(i)) ++i;  // "- Egypt"
    return !view_.chunks.empty() && view_.chunks.front().tokens.begin == i;
  }

  // Behind a question, or in the lines under a label or a heading that asks.
  bool is_asked_for() const {
    constexpr std::uint32_t kSentencesMax = 60;
    const Reading& reading = view_.reading;
    const std::uint32_t number = reading.token(view_.all.begin).sentence;
    for (std::uint32_t back = number; back > 0 && back + kSentencesMax > number; --back) {
      const Sentence& before = reading.sentences[back - 1];
      if (before.tokens.empty()) return false;
      const std::string_view last = reading.lower(before.tokens.end - 1);
      const std::uint32_t first = before.tokens.begin;
      const bool asks = is_any(reading.lower(first), {"who", "which"}) ||
                        (reading.lower(first) == "how" && reading.lower(first + 1) == "many");
      if (last == "?") return back == number && asks;
      if (last == ":" || (asks && before.tokens.size() < kHeadingMax)) return true;
      const bool opens_block = back < 2 || reading.sentences[back - 2].block != before.block;
      if (opens_block && !is_line(before.tokens)) return false;
    }
    return false;
  }

  // "Norway ratified it in 2014. Denmark in 2015, Iceland in 2016.": each name with its time.
  bool goes_on() const {
    const std::uint32_t number = view_.reading.token(view_.all.begin).sentence;
    const auto& sentences = view_.reading.sentences;
    if (number == 0 || sentences[number].block != sentences[number - 1].block) return false;
    std::size_t actors = 0;
    for (const Chunk& chunk : view_.chunks) actors += chunk.is_actor() ? 1 : 0;
    return actors > 0 && actors == view_.times.size();
  }

  // "- Egypt (2009)": a line of a list.
  bool is_line(TokenSpan line) const {
    if (is_bullet(line.begin)) return true;
    const bool named = std::ranges::any_of(
        view_.reading.mentions, [&](const Mention& m) { return m.tokens.begin == line.begin; });
    return named && line.size() < kHeadingMax;
  }

  bool is_bullet(std::uint32_t i) const { return concord::is_bullet(view_.reading.lower(i)); }

  const SentenceView& view_;
  const Discourse& discourse_;
  std::vector<FoundAct>& acts_;
};

}  // namespace

void read_labels(const SentenceView& view, const Discourse& discourse,
                 std::vector<FoundAct>& acts) {
  LabelReader(view, discourse, acts).run();
}

}  // namespace concord
