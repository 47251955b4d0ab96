// Verb groups: an act phrase and, read leftwards, the words that turn it.
//
//   had | not yet | agreed to | sign       planned, denied
//   is expected to | be ratified           planned, probable, passive
#include <algorithm>
#include <optional>

#include "claim/arguments.h"
#include "claim/control.h"
#include "claim/governor.h"
#include "claim/turning.h"

namespace concord {
namespace {

class PredicateReader {
 public:
  explicit PredicateReader(const SentenceView& view) : view_(view), acts_(view.acts) {}

  std::vector<FoundAct> run() {
    std::vector<FoundAct> found;
    for (std::uint32_t i = view_.all.begin; i < view_.all.end;) {
      FoundAct act;
      const bool verb_of_noun = !found.empty() && found.back().tail.contains(i);
      if (verb_of_noun || !act_at(view_, i, act)) {
        ++i;
        continue;
      }
      i = act.words.end;
      turn(act);
      if (!found.empty() && leaves_by_law(found.back(), act)) {
        FoundAct& verb = found.back();  // one act, told by both
        verb.words.end = act.words.end;
        verb.act = act.act;
        verb.row = act.row;
        const bool done = verb.effect == Effect::nothing || verb.effect == Effect::done;
        if (done && act.act->leaving) verb.effect = Effect::planned;
        continue;
      }
      if (!found.empty()) turn_by_act(found.back(), act);
      if (!found.empty()) go_on_with(found.back(), act);
      found.push_back(std::move(act));
    }
    return found;
  }

 private:
  std::string_view low(std::uint32_t i) const { return view_.low(i); }

  // "the refusal | of Peru | to sign", "a pledge | by Peru | to sign": whose it is stands between.
  std::optional<TurningPhrase> phrase_around_owner(std::uint32_t end) const {
    if (end < view_.all.begin + 4 || low(end - 1) != "to") return std::nullopt;
    const Chunk* owner = view_.chunk_at(end - 2);
    if (owner == nullptr || !owner->is_actor() || owner->preposition == kNone ||
        owner->tokens.end != end - 1 || !is_any(low(owner->preposition), {"of", "by", "from"}))
      return std::nullopt;
    const std::uint32_t to = owner->preposition;
    const auto word = [&](std::uint32_t t) { return t == to ? "to" : low(t); };
    const auto hit =
        to > view_.all.begin ? acts_.turning.longest(word, to - 1, to + 1) : std::nullopt;
    if (!hit || hit->length != 2) return std::nullopt;
    const FactualityRow& row = acts_.factuality[hit->value];
    if (row.effect == Effect::done) return std::nullopt;  // "the only one of the six to sign"
    return std::pair{to - 1, &row};
  }

  // "is leaving the union and | denouncing | its charter": the "is" of the verb before.
  void go_on_with(const FoundAct& first, FoundAct& act) const {
    const bool bare = act.form == ActForm::gerund && act.begin == act.words.begin &&
                      act.effect == Effect::nothing_asserted && act.turned_by.empty();
    const bool goes_on = first.form == ActForm::present && first.begin < first.words.begin &&
                         view_.is(first.words.begin - 1, Role::be | Role::adverb) &&
                         low(first.words.begin).ends_with("ing");
    if (!bare || !goes_on || low(act.begin - 1) != "and") return;
    act.form = ActForm::present;
    act.effect = first.effect;
    act.denied = first.denied;
    act.turned_by = first.turned_by;
  }

  // "signed into law a bill on | withdrawal from the pact", "passed a law on its | departure".
  bool leaves_by_law(const FoundAct& verb, const FoundAct& noun) const {
    const bool adopts = verb.act->stage == Stage::agreed && verb.act->sides;  // "adopted a bill on"
    const bool passes = verb.act->approval || verb.act->mode == RatificationMode::ratification ||
                        verb.act->stage == Stage::signed_ || adopts;
    const bool turns = noun.act->leaving || noun.act->stage == Stage::suspended;
    if (!passes || verb.form == ActForm::noun || noun.form != ActForm::noun || !turns) return false;
    std::uint32_t i = noun.words.begin;
    while (i > verb.words.end && view_.is(i - 1, Role::determiner | Role::owner)) --i;
    // "has signed into law the | suspension of its part in the pact"
    if (noun.act->stage == Stage::suspended) return i == verb.words.end;
    return i > verb.words.end + 1 && is_any(low(i - 1), {"on", "for"}) &&
           view_.is(i - 2, Role::decree | Role::draft);
  }

  // "turned down an offer | to join", "dropped its bid | to join"; "shelved plans | to leave",
  // "ruled out | a withdrawal"; "broke off talks | on joining".
  void turn_by_act(FoundAct& governor, FoundAct& act) const {
    if (governor.act->stage == Stage::suspended && act.effect == Effect::talks)
      act.effect = Effect::nothing_asserted;
    const bool of_step = governor.act->stage == Stage::withdrawing && act.infinitive &&
                         !act.act->leaving && low(governor.words.end) == "of" &&
                         act.words.begin <= governor.words.end + 5;
    if (of_step)  // "gave notice | of its intention to join"
      governor.effect = Effect::nothing_asserted;
    std::uint32_t i = std::min(act.begin, act.words.begin);
    while (i > governor.words.end && view_.is(i - 1, Role::determiner | Role::owner)) --i;
    constexpr std::uint32_t kOwner = 5;  // "endorsed | the cabinet's | decision to leave"
    if (low(i - 1) == "'s" && i <= governor.words.end + kOwner) i = governor.words.end;
    if (i > governor.words.end || governor.effect == Effect::nothing_asserted) return;
    if (governor.act->approval && act.infinitive && act.act->leaving) {
      governor.effect = Effect::nothing_asserted;  // "approved | a bill to quit the court"
      if (!act.denied) act.effect = Effect::planned;
    }
    if (governor.act->stage != Stage::rejected) return;
    if (!act.infinitive && !act.act->leaving) return;
    act.effect = act.act->leaving ? Effect::denied_plan : Effect::refused;
    if (governor.effect == Effect::wanted && !act.act->leaving)
      act.effect = Effect::nothing_asserted;  // "may decline | the invitation to join"
    if (act.act->leaving || act.act->stage == Stage::suspended)
      governor.effect = Effect::nothing_asserted;  // "rejected a request | to suspend it"
  }

  // "will be | the first state to | sign", "is set to become | the third to | join": the copula of
  // a ranked doer, where it is turned itself; else token `i`.
  std::uint32_t turned_copula(std::uint32_t i, FoundAct& act) const {
    for (std::uint32_t at = i; at > view_.all.begin && i - at < kFrameReach; --at) {
      if (view_.is_mark(at - 1) || view_.is(at - 1, Role::relative | Role::coordinate)) return i;
      if (!is_any(low(at - 1), {"be", "been"}) && !view_.is(at - 1, Role::becomes)) continue;
      std::uint32_t copula = at - 1;  // "will | soon | be the third to sign"
      while (copula > view_.all.begin && view_.is(copula - 1, Role::adverb) &&
             !phrase_before(view_, copula, acts_.turning))
        --copula;
      if (view_.title && low(copula - 1) == "to" && !phrase_before(view_, copula, acts_.turning))
        act.effect = Effect::planned;  // "Oman to become first to sign"
      return phrase_before(view_, copula, acts_.turning) ? copula : i;
    }
    return i;
  }

  // "former | members", "is a | prospective | member": turns the act; returns where the noun's
  // description begins.
  std::uint32_t described(FoundAct& act) const {
    const auto word = [&](std::uint32_t t) { return low(t); };
    for (std::uint32_t t = act.words.begin + 1; t < act.words.end && !act.act->same; ++t) {
      if (const auto hit = acts_.modifiers.longest(word, t, act.words.end))
        turn_by_row(acts_.factuality[hit->value], act);
    }
    std::uint32_t i = act.words.begin;
    if (act.form != ActForm::noun) return i;
    for (std::uint32_t from = i - std::min(i - view_.all.begin, kPhraseReach); from < i; ++from) {
      const auto hit = acts_.modifiers.longest(word, from, i);
      if (!hit || (from + hit->length != i && !(from + hit->length + 1 == i && low(i - 1) == "-")))
        continue;
      turn_by_row(acts_.factuality[hit->value], act);
      return from;
    }
    return i;
  }

  // '"actively studying" | accession': past the mark at either end of a few quoted words.
  std::uint32_t over_quote_mark(std::uint32_t i) const {
    constexpr std::uint32_t kWordsMax = 4;
    const bool marks = std::ranges::any_of(view_.reading.quotations, [&](const Quotation& words) {
      const bool beside = words.tokens.end + 1 == i || words.tokens.begin == i;
      return beside && words.tokens.size() <= kWordsMax;
    });
    return marks && view_.is_mark(i - 1) ? i - 1 : i;
  }

  // Reads the verb group leftwards from the act.
  void turn(FoundAct& act) const {
    std::uint32_t i = act.words.begin;
    bool be = false;
    bool do_or_modal = false;
    bool ranked = false;    // "the last to | sign"
    bool governed = false;  // "is expected to | do so": its "is" is not the act's
    i = described(act);
    if (act.form == ActForm::noun) i = before_noun(i);
    if (low(i) == "do") act.form = ActForm::base;  // "urged parliament to | do so"
    while (i > view_.all.begin) {
      const Chunk* neither = view_.chunk_at(i);  // "so far | neither has | signed"
      if (neither != nullptr && neither->denied && neither->is_actor()) break;
      if (const std::uint32_t open = over_quote_mark(i); open < i) {
        i = open;
        continue;
      }
      if (const auto phrase = phrase_around_owner(i)) {
        turn_by_row(*phrase->second, act);
        act.infinitive = true;
        i = phrase->first;
        do_or_modal = true;
        continue;
      }
      const std::uint32_t rank = rank_before(i);
      if (rank != i && act.effect == Effect::nothing) {  // "was | the 40th to | sign"
        const std::uint32_t is = rank - (low(rank - 1) == "the" ? 2 : 1);  // "is next to | sign"
        const bool ahead = low(rank) == "next" && is_any(low(is), {"is", "are"});
        act.effect = ahead ? Effect::planned : Effect::done;
        act.infinitive = true;
        i = turned_copula(rank, act);
        ranked = true;
        continue;
      }
      const Chunk* name = view_.reading.token(i - 1).capital ? view_.chunk_at(i - 1) : nullptr;
      const Chunk* inside = view_.chunk_at(i - 1);
      const bool meant = inside != nullptr && inside->definite && inside->is_actor();
      if (meant && inside->tokens.size() > 1) break;  // "The court | has 125 members": nobody woos
      if (name != nullptr && !name->is_actor())
        break;  // "the agreement on a Patent Court | was signed": no word of courting
      if (const auto phrase = phrase_before(view_, i, acts_.turning)) {
        // "after signing" tells it done; "after" before a past form opens another clause.
        const bool noun =  // "its top | court | had struck": nobody woos
            i - phrase->first == 1 && !view_.tree.empty() && view_.is(i, Role::have | Role::be) &&
            view_.tree.word(phrase->first).word_class == WordClass::noun;
        if (noun) break;
        const bool linking = phrase->second->effect == Effect::done && i - phrase->first == 1 &&
                             act.form != ActForm::gerund && low(phrase->first) != "having";
        if (linking) break;
        const bool ranks = phrase->second->effect == Effect::denied && ranked && low(i) == "be";
        if (!ranks) turn_by_row(*phrase->second, act);  // "would not | be the last to sign"
        governed = governed || low(i - 1) == "to" || low(act.words.begin - 1) == "to";
        i = phrase->first;  // "was wrongly reported to | have signed"
        if (low(i) == "by" && act.effect == Effect::done && !view_.tree.tells_past())
          act.effect = Effect::nothing_asserted;  // "by joining, it signals its support"
        if (act.effect == Effect::done && act.form == ActForm::gerund &&
            precedes_plan(view_, i, view_.tree.head_of(act.words)))
          act.effect = Effect::nothing_asserted;  // "will join after | ratifying"
        if (phrase->second->effect == Effect::conditional) i = setter_of(view_, i);
        if (phrase->second->effect == Effect::done) {
          ranked = ranked || view_.is(i, Role::rank | Role::late);
          i = turned_copula(i, act);
        }
        act.infinitive = act.infinitive || low(act.words.begin - 1) == "to";
        do_or_modal = true;
        continue;
      }
      const std::uint32_t before = i - 1;
      if (view_.is(before, Role::be)) {
        be = be || !governed;
        act.under_way = act.under_way || low(before) == "being";
      } else if (low(before) == "to" &&
                 (act.form == ActForm::base || is_any(low(i), {"be", "have"}))) {
        act.infinitive = true;
      } else if (view_.is(before, Role::do_)) {
        do_or_modal = true;
      } else if (!view_.is(before, Role::have) && !view_.is(before, Role::adverb) &&
                 !is_manner(view_, before) && !floats(before)) {
        const std::uint32_t aux = over_aside(view_, act.words, i);
        if (aux == kNone || aux + 1 >= i) break;
        i = aux + 1;
        continue;
      }
      i = before;
      const bool negated = low(i - 1) == "not";
      if (act.infinitive && low(before) == "to" && act.effect == Effect::nothing &&
          (negated || !phrase_before(view_, i, acts_.turning)) && !view_.is(i - 1, Role::be)) {
        const auto governor = distant_governor(view_, act.words.begin, before);
        if (negated && !governor) continue;
        const bool done = governor && governor->row->effect == Effect::done;
        if (!governor || (done && going_on(*act.act) == Effect::nothing)) break;
        turn_by_row(*governor->row, act);
        i = governor->begin;
        do_or_modal = true;
      }
    }
    act.begin = i;
    if (act.effect == Effect::wanted && act.act->leaving) act.certainty = Certainty::possible;
    if (act.effect == Effect::refused && of_another(act)) act.effect = Effect::nothing_asserted;
    const bool open = act.denied || act.effect == Effect::refused;  // "refused to rule it out"
    if (act.act->opens && open) {
      act.effect = Effect::wanted;
      act.denied = false;
    }
    if (act.begin == act.words.begin) share_modal(view_, act);
    const bool finite = act.form == ActForm::base || act.form == ActForm::past;
    if (finite && act.effect == Effect::nothing && !do_or_modal) {
      turn_by_far_modal(view_, act);
      turn_over_aside(view_, act);
    }
    finish(act, be, do_or_modal);
  }

  // "will | all | be out", "have | both | signed"
  bool floats(std::uint32_t i) const {
    return is_any(low(i), {"all", "both", "each"}) && i > view_.all.begin &&
           (view_.is(i - 1, Role::have | Role::be | Role::do_) ||
            phrase_before(view_, i, acts_.turning));
  }

  // "the 40th to | sign", "one of three states to | sign": the rank, or `verb`.
  std::uint32_t rank_before(std::uint32_t verb) const {
    constexpr std::uint32_t kCrowdMax = 6;
    if (verb < view_.all.begin + 2 || low(verb - 1) != "to") return verb;
    if (is_rank(view_, verb - 2)) return verb - 2;
    const std::uint32_t crowd = verb - 2;
    const bool many = view_.is(crowd, Role::country | Role::nations | Role::count) ||
                      view_.reading.token(crowd).kind == WordKind::number;
    for (std::uint32_t i = crowd; many && i > view_.all.begin + 1 && i + kCrowdMax > crowd; --i) {
      if (view_.is_mark(i)) return verb;
      if (low(i) == "of" && (is_rank(view_, i - 1) || low(i - 1) == "one")) return i - 1;
    }
    return verb;
  }

  // "opposes | Oman's | accession": who refuses is not who would join.
  bool of_another(const FoundAct& act) const {
    if (act.form != ActForm::noun) return false;
    return std::ranges::any_of(view_.chunks, [&](const Chunk& chunk) {
      return chunk.possessive && chunk.is_actor() && !chunk.anaphor &&
             chunk.tokens.begin > act.begin && chunk.tokens.end <= act.words.begin &&
             !view_.is(chunk.tokens.begin, Role::owner);
    });
  }

  // "announced | on Sunday its immediate | withdrawal": past what describes a noun, its owner, and
  // a time, where what stands before it turns the noun.
  std::uint32_t before_noun(std::uint32_t noun) const {
    const std::uint32_t owner = owner_before(over_adjectives(noun));
    const std::uint32_t timed = over_times(view_, owner);
    const bool turned = timed < owner && !phrase_before(view_, owner, acts_.turning) &&
                        phrase_before(view_, timed, acts_.turning);
    return turned ? timed : owner;
  }

  std::uint32_t over_adjectives(std::uint32_t noun) const {
    constexpr std::uint32_t kAdjectivesMax = 2;
    std::uint32_t i = noun;
    while (!view_.tree.empty() && i > view_.all.begin && noun - i < kAdjectivesMax &&
           view_.tree.word(i - 1).relation == Dependency::amod &&
           view_.tree.word(i - 1).word_class == WordClass::adj && view_.chunk_at(i - 1) == nullptr)
      --i;
    return i;
  }

  // Past the owner of a noun.
  std::uint32_t owner_before(std::uint32_t i) const {
    while (i > view_.all.begin) {
      const Chunk* chunk = view_.chunk_at(low(i - 1) == "'s" ? i - 2 : i - 1);
      if (chunk != nullptr && chunk->possessive) {
        i = chunk->tokens.begin;
      } else if (view_.is(i - 1, Role::owner | Role::determiner)) {
        --i;
      } else {
        break;
      }
    }
    return i;
  }

  // "is leaving", "are hammering out a deal"; "is considering", "is suspending" are done.
  static Effect going_on(const Act& act) {
    if (act.stage == Stage::considering || act.stage == Stage::negotiating ||
        act.stage == Stage::suspended)
      return Effect::nothing;
    return act.stage == Stage::agreed && act.sides ? Effect::talks : Effect::planned;
  }

  void finish(FoundAct& act, bool be, bool modal) const {
    if (low(view_.all.begin) == "had" && view_.chunk_at(view_.all.begin + 1) != nullptr &&
        view_.chunk_at(view_.all.begin + 1)->tokens.end == act.begin) {
      act.effect = Effect::nothing_asserted;  // "Had the pact lapsed, ..."
    }
    const bool state =
        view_.is(act.words.begin, Role::preposition) ||  // "is in talks"
        (low(act.words.begin) != "being" &&              // "is | doing the same"
         (view_.is(act.words.begin, Role::be) || low(act.words.begin).ends_with("ing")));
    const bool base = act.form == ActForm::base || act.form == ActForm::present;
    const bool let = be && base && view_.is(act.words.begin - 1, Role::be);
    if (let) act.form = ActForm::past;  // "has been | let in": like its base
    const bool undergoes =              // "Peru | was added |"
        act.act->role == ActRole::patient && view_.is(act.words.begin, Role::be);
    const bool going =  // "is | heading out of"
        low(act.words.begin).ends_with("ing") && low(act.words.begin) != "being";
    if (act.form == ActForm::past && (undergoes || (be && !state && !going))) act.passive = true;
    if (is_called_for(view_, act)) act.effect = Effect::nothing_asserted;
    if (!be && act.form == ActForm::past && (remains_so(view_, act) || is_reduced(view_, act)))
      act.passive = true;
    if ((act.form == ActForm::base || act.form == ActForm::past) && !modal)
      turn_by_inversion(view_, act);
    if (modal) turn_governor_by_inversion(view_, act);
    if (be && act.form == ActForm::past && state && act.effect == Effect::nothing && !act.denied &&
        low(act.words.begin).ends_with("ing"))
      act.effect = going_on(*act.act);                   // "is | coming in"
    if (act.under_way && act.effect == Effect::nothing)  // "a deal is being hammered out"
      act.effect = act.act->stage == Stage::agreed ? Effect::talks : Effect::planned;
    const bool goes_on = be ? act.form == ActForm::gerund && act.effect == Effect::nothing
                            : is_headline_gerund(view_, act);
    if (goes_on) {
      if (!act.denied || act.act->leaving) act.effect = going_on(*act.act);  // "are not signing"
      act.form = ActForm::present;
    }
    if (low(act.words.begin) == "be" && act.effect == Effect::nothing && !act.infinitive && !modal)
      act.effect = Effect::nothing_asserted;  // "be out of", after words that nobody knows
    if (!be && is_finished_talk(view_, act)) act.effect = Effect::nothing_asserted;
    const bool bare = act.infinitive && act.effect == Effect::nothing && !modal;
    const bool verb = act.form == ActForm::base || low(act.words.begin) == "be";
    if (bare && (verb || act.passive)) {
      if (be && act.passive && low(act.begin - 1) != "is" && is_ranked_noun(act.begin - 1)) {
        act.effect = Effect::done;  // "is the first of its kind | to be signed by Peru"
      } else if (view_.title && told_first(view_, act.begin)) {
        act.effect = Effect::done;  // "Iraq first in region | to join"
      } else if (be || view_.title || is_bare_plan(view_, act)) {
        act.effect = Effect::planned;  // "is to join"; headlines: "Oman to join"
      } else {
        turn_by_control(view_, act);
      }
    }
    if (view_.title && act.denied && act.effect == Effect::nothing && refuses_ahead(view_, act)) {
      act.effect = Effect::planned;
      act.turned_by = "will";
    }
    const bool beside = state && !be && !modal;  // "would like to see Oman | at the table"
    if ((act.form == ActForm::base && !act.infinitive && !modal) || beside)
      turn_by_leave(view_, act);
    const bool spared = act.denied && act.turned_by == "not" && low(act.words.begin - 1) != "not";
    if (act.form == ActForm::gerund && act.effect == Effect::nothing && !spared &&
        act.act->stage != Stage::considering && act.act->stage != Stage::negotiating &&
        !done_beside(view_, act)) {
      act.effect = Effect::nothing_asserted;  // "joining would be costly"
    }
    for (std::uint32_t i = act.words.begin; i > view_.all.begin && act.words.begin - i < 9; --i) {
      act.first = act.first || (low(i - 1) == "first" && !is_denied_rank(view_, i - 1));
      if (is_any(low(i - 1), {",", ";", "then"})) break;  // "First Peru and | then | Chad signed"
    }
    for (std::uint32_t i = act.words.begin; i < act.words.end; ++i)
      act.first = act.first || low(i) == "first";
    if (act.first && act.infinitive && act.effect == Effect::nothing_asserted &&
        act.turned_by.empty())
      act.effect = Effect::done;  // "is the first country of the region to join"
  }

  // "the second treaty of its kind": a noun with a rank before it.
  bool is_ranked_noun(std::uint32_t noun) const {
    return !view_.tree.empty() && view_.tree.word(noun).word_class == WordClass::noun &&
           after_rank(view_, noun);
  }

  const SentenceView& view_;
  const Acts& acts_;
};

}  // namespace

std::vector<FoundAct> find_predicates(const SentenceView& view) {
  return PredicateReader(view).run();
}

}  // namespace concord
