#include "claim/foreign_times.h"

#include <algorithm>

#include "reading/times.h"

namespace concord {
namespace {

bool dates_approval(const ActPlace& place, const FoundAct& act, const Time& time) {
  if (act.form != ActForm::noun || act.act->stage != Stage::considering) return false;
  if (place.number == 0 || time.tokens.begin < act.words.end) return false;
  const FoundAct& before = place.acts[place.number - 1];
  return before.form != ActForm::noun && before.words.end == act.begin;
}

bool means_nowadays(const ActPlace& place, const FoundAct& act, const Time& time) {
  const SentenceView& view = place.view;
  const bool so_far =  // "as of | today | two have signed it"
      view.low(time.tokens.begin - 1) == "of" && view.low(time.tokens.begin - 2) == "as";
  const bool before = time.tokens.end <= act.begin && act.effect == Effect::nothing;
  if (so_far && before && time.from == TimeFrom::published) return true;
  const bool state = act.act->role == ActRole::members || act.form == ActForm::present ||
                     is_any(view.low(act.begin), {"is", "are"});
  return state && act.act->stage == Stage::party && view.low(time.tokens.begin) == "today" &&
         time.tokens.begin < act.words.begin;
}

// "a fisheries arrangement | for next year"
bool is_meant_for(const ActPlace& place, const FoundAct& act, const Time& time) {
  const SentenceView& view = place.view;
  if (act.effect != Effect::nothing || view.low(time.tokens.begin - 1) != "for") return false;
  const Chunk* deal = view.chunk_at(time.tokens.begin - 2);
  return deal != nullptr && !deal->agreements.empty() && !deal->is_actor();
}

// "adopted a strategy for farms | until 2040", "talks are frozen | until May"
bool lasts_until(const ActPlace& place, const FoundAct& act, const Time& time) {
  const bool may = act.act->stage == Stage::agreed || act.act->stage == Stage::suspended;
  return may && act.effect == Effect::nothing && place.view.low(time.tokens.begin - 1) == "until";
}

// "agreed on the main points of | Tuesday's | accord"
bool owns_agreement(const SentenceView& view, const Time& time) {
  if (view.low(time.tokens.end) != "'s") return false;
  const Chunk* text = view.chunk_at(time.tokens.end + 1);
  return text != nullptr && !text->agreements.empty() && !text->is_actor();
}

// "Oman, a founder, | left in May", "Oman, another signatory of it, | left in May": of what stands
// between two commas.
bool is_past_aside(const ActPlace& place, const FoundAct& act, const Time& time) {
  if (act.form != ActForm::noun || !act.tail.empty() || place.low(act.begin - 1) != ",")
    return false;
  for (std::uint32_t i = act.words.end; i < time.tokens.begin; ++i) {
    const Chunk* chunk = place.view.chunk_at(i);
    if (place.low(i) == ",") return true;
    if (chunk == nullptr && place.view.is_content(i)) return false;
  }
  return false;
}

// "Peru had signed it, its minister said | on Tuesday": what was done before is told then.
bool is_of_telling(const SentenceView& view, const FoundAct& act, const Time& time) {
  if (view.low(act.begin) != "had") return false;
  return std::ranges::any_of(view.reading.attributions, [&](const Attribution& said) {
    return said.content.contains(act.words.begin) && !said.content.contains(time.tokens.begin) &&
           said.cue.begin < time.tokens.begin && view.all.contains(said.cue.begin);
  });
}

// "OPEC members Iraq and Oman | met in May": of what they did.
bool dates_deed(const SentenceView& view, const FoundAct& act, const Time& time) {
  const bool here = view.all.contains(time.tokens.begin) && !view.tree.empty();
  if (act.form != ActForm::noun || act.act->role != ActRole::members || !here) return false;
  std::uint32_t verb = view.tree.parent(view.tree.head_of(time.tokens));
  if (verb != kNone && verb < act.begin && time.tokens.end <= act.begin &&
      view.tree.word(verb).word_class == WordClass::noun)
    verb = view.tree.parent(verb);  // "At their | meeting | on 27 June the members A and B signed"
  return verb != kNone && view.all.contains(verb) && !act.words.contains(verb) &&
         view.tree.word(verb).word_class == WordClass::verb &&
         !view.is(verb, Role::be | Role::have | Role::comprises);
}

}  // namespace

bool says_beside(const SentenceView& view, const FoundAct& act, std::uint32_t verb) {
  const SyntaxWord& word = view.tree.word(verb);
  if (word.relation != Dependency::conj || verb < act.words.end) return false;
  const bool says = std::ranges::any_of(
      view.reading.attributions, [&](const Attribution& said) { return said.cue.contains(verb); });
  for (std::uint32_t i = act.words.end; says && i < verb; ++i) {
    const Dependency relation = view.tree.word(i).relation;
    if (relation == Dependency::nsubj && view.tree.parent(i) == verb) return true;
  }
  return false;
}

bool ForeignTimes::tells_of_other(const Time& time) const {
  return is_of_telling(view_, act_, time) || dates_approval(place_, act_, time) ||
         means_nowadays(place_, act_, time) || is_meant_for(place_, act_, time) ||
         lasts_until(place_, act_, time) || owns_agreement(view_, time) ||
         is_past_aside(place_, act_, time) || dates_deed(view_, act_, time);
}

// The verb that a time hangs on, over a noun beside it ("on his first day, [20 January]"); kNone
// where it tells of a noun. A time set off by a comma tells of the main clause.
std::uint32_t ForeignTimes::verb_of(const Time& time) const {
  std::uint32_t head = view_.tree.head_of(time.tokens);
  Dependency relation = view_.tree.word(head).relation;
  if (relation == Dependency::nmod_unmarked || relation == Dependency::appos) {
    head = view_.tree.parent(head);
    relation = view_.tree.word(head).relation;
  }
  const std::uint32_t event =
      view_.tree.parent(head);  // "At their | meeting | on 27 June A signed"
  const bool fronted = relation == Dependency::nmod && event != kNone && event < act_.begin &&
                       time.tokens.end <= act_.begin && view_.chunk_at(event) == nullptr &&
                       view_.tree.word(event).relation == Dependency::obl;
  if (fronted) return view_.tree.parent(event);
  const bool adverbial = relation == Dependency::obl || relation == Dependency::advmod ||
                         relation == Dependency::obl_tmod;
  if (!adverbial) return kNone;
  const std::uint32_t verb = view_.tree.parent(head);
  const bool apart = time.tokens.begin >= view_.all.begin + 2 &&
                     view_.is(time.tokens.begin - 1, Role::preposition) &&
                     view_.low(time.tokens.begin - 2) == ",";
  if (!apart || verb == kNone || verb >= time.tokens.begin) return verb;
  const Dependency clause = view_.tree.word(verb).relation;
  if (clause == Dependency::advcl) return view_.tree.parent(verb);
  const std::uint32_t noun =  // "ratified the ban, which stops the trade, | in 2009"
      clause == Dependency::acl_relcl ? view_.tree.parent(verb) : kNone;
  return noun == kNone ? verb : view_.tree.parent(noun);
}

bool ForeignTimes::is_of_another(const Time& time) const {
  return time.value.empty() || time.duration || stands(time) || dates_agreement(time) ||
         dates_earlier(time) || dates_noun(time) || dates_remark(time) || lasts_since(time) ||
         is_dateline(view_.reading, time) || tells_of_other(time);
}

// "Last week they closed talks with EFTA, which | groups | A and B": what goes on is told without
// a time.
bool ForeignTimes::stands(const Time& time) const {
  const bool owns = act_.act->owns || view_.is(act_.words.begin, Role::belongs);
  if (owns && act_.form == ActForm::present) return !time.since;
  if (act_.act->role != ActRole::members || act_.form == ActForm::noun || view_.tree.empty())
    return false;
  const std::uint32_t verb = view_.tree.head_of(act_.words);
  return view_.tree.word(verb).relation == Dependency::acl_relcl && verb_of(time) != verb;
}

// "have signed it at their first summit | since 2019": what is done at once is not done since.
bool ForeignTimes::lasts_since(const Time& time) const {
  const Stage stage = act_.act->stage;
  const bool in_relative =  // "is ending the treaty | which since 1979 | has bound them"
      time.since && time.tokens.begin > act_.words.end + 1 &&
      view_.is(time.tokens.begin - 2, Role::relative);
  if (in_relative) return true;
  const bool at_once =
      stage == Stage::signed_ || stage == Stage::ratified || stage == Stage::agreed;
  if (!at_once || view_.low(time.tokens.begin - 1) != "since") return false;
  const std::uint32_t before = act_.words.begin - 1;  // not "has lain initialled since 2013"
  const Chunk* subject = view_.chunk_at(before);
  return view_.is(before, Role::have | Role::adverb) || (subject != nullptr && subject->is_actor());
}

// "is the third member, after Mexico (1994) and Chile (2010)"
bool ForeignTimes::dates_earlier(const Time& time) const {
  const Chunk* chunk = view_.chunk_at(time.tokens.begin);
  if (chunk == nullptr && view_.low(time.tokens.begin - 1) == "(")
    chunk = view_.chunk_at(time.tokens.begin - 2);
  return chunk != nullptr && chunk->is_actor() && chunk->preposition != kNone &&
         view_.low(chunk->preposition) == "after";
}

// "the treaty of 1979"
bool ForeignTimes::dates_agreement(const Time& time) const {
  const std::uint32_t of = time.tokens.begin - 1;
  if (view_.low(of) != "of" || time.tokens.begin < view_.all.begin + 2) return false;
  const Chunk* chunk = view_.chunk_at(of - 1);
  return (chunk != nullptr && !chunk->agreements.empty()) || view_.is(of - 1, Role::text);
}

bool ForeignTimes::is_of_act(std::uint32_t word) const {
  return word >= std::min(act_.begin, act_.words.begin) && word < act_.words.end;
}

bool ForeignTimes::stands_above(std::uint32_t word) const {
  for (std::uint32_t at = view_.tree.head_of(act_.words); at != kNone; at = view_.tree.parent(at)) {
    if (at == word) return true;
  }
  return false;
}

// "the accord that they had revised | in 2019", "after talks had opened | in 2011": a clause that
// the act does not stand in. "when they met in Oslo in May" is when the act was done.
bool ForeignTimes::dates_other_clause(const Time& time) const {
  if (view_.tree.empty()) return false;
  for (const Chunk& chunk : view_.chunks) {  // "left it, and Peru | renewed it | in 2021"
    const std::uint32_t begin = chunk.tokens.begin;
    const std::uint32_t verb = chunk.tokens.end;
    const bool between = begin > act_.words.end && verb < time.tokens.begin && chunk.can_act();
    const bool opens = between && is_any(view_.low(begin - 1), {"and", "but"}) &&
                       view_.low(begin - 2) == "," && view_.tree.word(verb).tag == Penn::vbd &&
                       !view_.is(verb, Role::have | Role::be | Role::do_);
    const bool says =
        opens && std::ranges::any_of(view_.reading.attributions, [&](const Attribution& said) {
          return said.cue.contains(verb);
        });
    if (opens && !says) return true;
  }
  for (std::uint32_t at = view_.tree.head_of(time.tokens); at != kNone;
       at = view_.tree.parent(at)) {
    if (is_of_act(at)) return false;
    if (stands_above(at)) return stands_apart(at) || stands_in_aside(time, at);
    const Dependency relation = view_.tree.word(at).relation;
    if (relation == Dependency::acl_relcl || says_beside(view_, act_, at)) return true;
    // "its withdrawal, announced in June, | took effect on Friday"
    const bool told_before = act_.form == ActForm::noun && act_.tail.begin > time.tokens.end;
    if (relation == Dependency::acl && told_before) return true;
    if (relation == Dependency::advcl && sets_apart(view_, at)) return true;
  }
  return false;
}

// "seven years after it | left, they announced on Wednesday": the act's own clause is set apart
// from the one of the verb above it.
bool ForeignTimes::stands_apart(std::uint32_t above) const {
  for (std::uint32_t at = view_.tree.head_of(act_.words); at != above && at != kNone;
       at = view_.tree.parent(at)) {
    if (view_.tree.word(at).relation == Dependency::advcl && sets_apart(view_, at)) return true;
  }
  return false;
}

// "Samoa, which has | signed too, said in 2021 that ...": the clause of the act is closed before.
bool ForeignTimes::stands_in_aside(const Time& time, std::uint32_t above) const {
  if (act_.words.end > above || above > time.tokens.begin) return false;
  bool relative = false;
  for (auto at = view_.tree.head_of(act_.words); at != above && at != kNone;
       at = view_.tree.parent(at))
    relative = relative || view_.tree.word(at).relation == Dependency::acl_relcl;
  std::uint32_t i = act_.words.end;
  while (relative && i < above && view_.low(i) != ",") ++i;
  return relative && i < above;
}

// "Oman's accession | was discussed on Monday", "its bid | was boosted on Monday": what befalls a
// step that the noun names, which was taken before; a bid is dated only by what it is lodged with.
bool ForeignTimes::dates_remark(const Time& time) const {
  if (view_.tree.empty() || act_.act->role == ActRole::members || time.since) return false;
  const std::uint32_t act = view_.tree.head_of(act_.words);
  const bool of_noun = view_.tree.word(act).relation == Dependency::acl;  // "its bid to | join"
  if (act_.form != ActForm::noun && !(act_.infinitive && of_noun)) return false;
  const std::uint32_t verb = verb_of(time);
  if (verb == kNone || !view_.all.contains(verb) || act_.tail.contains(verb)) return false;
  const bool bid = act_.act->stage == Stage::considering || act_.effect == Effect::wanted;
  if (bid ? view_.is(verb, Role::lodges) : !view_.is(verb, Role::remarks)) return false;
  for (std::uint32_t at = view_.tree.head_of(act_.words); at != kNone; at = view_.tree.parent(at)) {
    const Dependency relation = view_.tree.word(at).relation;
    if (view_.tree.parent(at) == verb)
      return relation == Dependency::nsubj || relation == Dependency::nsubj_pass;
  }
  return false;
}

// "at the end of their first summit | since 2019"
bool ForeignTimes::dates_noun(const Time& time) const {
  if (view_.tree.empty() || !time.since) return false;
  const std::uint32_t noun = view_.tree.parent(view_.tree.head_of(time.tokens));
  if (noun == kNone || is_of_act(noun) || stands_above(noun)) return false;
  return view_.tree.word(noun).word_class == WordClass::noun && view_.chunk_at(noun) == nullptr;
}

}  // namespace concord
