// Verb groups: an act phrase and, read leftwards, the words that turn it.
//
//   had | not yet | agreed to | sign       planned, denied
//   is expected to | be ratified           planned, probable, passive
#include <algorithm>
#include <optional>

#include "claim/arguments.h"
#include "claim/governor.h"
#include "claim/linked_acts.h"
#include "claim/turning.h"
#include "claim/verb_forms.h"

namespace concord {
namespace {

class VerbGroup {
 public:
  VerbGroup(const SentenceView& view, FoundAct& act)
      : view_(view), acts_(view.acts), act_(act), begin_(act.words.begin) {}

  // Reads leftwards from the act; each word that turns it does so before those further out.
  void read() {
    begin_ = described();
    if (act_.form == ActForm::noun) begin_ = before_noun(begin_);
    if (low(begin_) == "do") act_.form = ActForm::base;  // "urged parliament to | do so"
    bool goes_on = true;
    while (goes_on && begin_ > view_.all.begin) goes_on = read_on();
    act_.begin = begin_;
    turn_by_sense();
    turn_by_modals_apart();
    turn_by_form(view_, auxiliaries_, act_);
  }

 private:
  std::string_view low(std::uint32_t i) const { return view_.low(i); }

  // Takes the next words to the left into the group; false where it ends.
  bool read_on() {
    const Chunk* neither = view_.chunk_at(begin_);  // "so far | neither has | signed"
    if (neither != nullptr && neither->denied && neither->is_actor()) return false;
    if (read_quote_mark() || read_phrase_around_owner() || read_rank()) return true;
    if (stands_behind_name()) return false;
    if (const auto phrase = phrase_before(view_, begin_, acts_.turning))
      return read_phrase(*phrase);
    return read_word();
  }

  // '"actively studying" | accession': past the mark at either end of a few quoted words.
  bool read_quote_mark() {
    constexpr std::uint32_t kWordsMax = 4;
    const bool marks = std::ranges::any_of(view_.reading.quotations, [&](const Quotation& words) {
      const bool beside = words.tokens.end + 1 == begin_ || words.tokens.begin == begin_;
      return beside && words.tokens.size() <= kWordsMax;
    });
    if (!marks || !view_.is_mark(begin_ - 1)) return false;
    --begin_;
    return true;
  }

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

  bool read_phrase_around_owner() {
    const auto phrase = phrase_around_owner(begin_);
    if (!phrase) return false;
    turn_by_row(*phrase->second, act_);
    act_.infinitive = true;
    begin_ = phrase->first;
    auxiliaries_.modal = true;
    return true;
  }

  // "was | the 40th to | sign"
  bool read_rank() {
    const std::uint32_t rank = rank_before(begin_);
    if (rank == begin_ || act_.effect != Effect::nothing) return false;
    const std::uint32_t is = rank - (low(rank - 1) == "the" ? 2 : 1);  // "is next to | sign"
    const bool ahead = low(rank) == "next" && is_any(low(is), {"is", "are"});
    act_.effect = ahead ? Effect::planned : Effect::done;
    act_.infinitive = true;
    begin_ = turned_copula(rank);
    ranked_ = true;
    return true;
  }

  // "The court | has 125 members", "the agreement on a Patent Court | was signed": nobody woos.
  bool stands_behind_name() const {
    const Chunk* name = view_.chunk_at(begin_ - 1);
    if (name == nullptr) return false;
    if (!name->is_actor()) return view_.reading.token(begin_ - 1).capital;
    return name->definite && name->tokens.size() > 1;
  }

  // "is expected to", "would not", "after": false where its words are of another clause.
  bool read_phrase(const TurningPhrase& phrase) {
    if (is_noun(phrase) || links_clauses(phrase)) return false;
    const Effect effect = phrase.second->effect;
    const bool ranks = effect == Effect::denied && ranked_ && low(begin_) == "be";
    if (!ranks) turn_by_row(*phrase.second, act_);  // "would not | be the last to sign"
    governed_ = governed_ || low(begin_ - 1) == "to" || low(act_.words.begin - 1) == "to";
    begin_ = phrase.first;  // "was wrongly reported to | have signed"
    turn_by_opener();
    if (effect == Effect::conditional) begin_ = setter_of(view_, begin_);
    if (effect == Effect::done) {
      ranked_ = ranked_ || view_.is(begin_, Role::rank | Role::late);
      begin_ = turned_copula(begin_);
    }
    act_.infinitive = act_.infinitive || low(act_.words.begin - 1) == "to";
    auxiliaries_.modal = true;
    return true;
  }

  // "its top | court | had struck": nobody woos
  bool is_noun(const TurningPhrase& phrase) const {
    return begin_ - phrase.first == 1 && !view_.tree.empty() &&
           view_.is(begin_, Role::have | Role::be) &&
           view_.tree.word(phrase.first).word_class == WordClass::noun;
  }

  // "after signing" tells it done; "after" before a past form opens another clause.
  bool links_clauses(const TurningPhrase& phrase) const {
    return phrase.second->effect == Effect::done && begin_ - phrase.first == 1 &&
           act_.form != ActForm::gerund && low(phrase.first) != "having";
  }

  // "by", "after", "upon": a gerund behind them is done, where what it goes with is.
  void turn_by_opener() {
    if (low(begin_) == "by" && act_.effect == Effect::done && !view_.tree.tells_past())
      act_.effect = Effect::nothing_asserted;  // "by joining, it signals its support"
    if (act_.effect == Effect::done && act_.form == ActForm::gerund &&
        precedes_plan(view_, begin_, view_.tree.head_of(act_.words)))
      act_.effect = Effect::nothing_asserted;  // "will join after | ratifying"
  }

  // "has", "to", "being", "quietly": one word, or an aside up to the auxiliary before it.
  bool read_word() {
    const std::uint32_t before = begin_ - 1;
    if (view_.is(before, Role::be)) {
      auxiliaries_.be = auxiliaries_.be || !governed_;
      act_.under_way = act_.under_way || low(before) == "being";
    } else if (low(before) == "to" &&
               (act_.form == ActForm::base || is_any(low(begin_), {"be", "have"}))) {
      act_.infinitive = true;
    } else if (view_.is(before, Role::do_)) {
      auxiliaries_.modal = true;
    } else if (!view_.is(before, Role::have | Role::adverb) && !is_manner(view_, before) &&
               !floats(before)) {
      const std::uint32_t auxiliary = over_aside(view_, act_.words, begin_);
      if (auxiliary == kNone || auxiliary + 1 >= begin_) return false;
      begin_ = auxiliary + 1;
      return true;
    }
    begin_ = before;
    return low(before) != "to" || read_distant_governor();
  }

  // "decided | last week | to leave": where the group read so far begins with its "to".
  bool read_distant_governor() {
    const bool negated = low(begin_ - 1) == "not";
    const bool sought = act_.infinitive && act_.effect == Effect::nothing &&
                        (negated || !phrase_before(view_, begin_, acts_.turning)) &&
                        !view_.is(begin_ - 1, Role::be);
    if (!sought) return true;
    const auto governor = distant_governor(view_, act_.words.begin, begin_);
    if (!governor) return negated;
    if (governor->row->effect == Effect::done && going_on(*act_.act) == Effect::nothing)
      return false;
    turn_by_row(*governor->row, act_);
    begin_ = governor->begin;
    auxiliaries_.modal = true;
    return true;
  }

  // What the words read mean of an act of this sense.
  void turn_by_sense() {
    if (act_.effect == Effect::wanted && act_.act->leaving) act_.certainty = Certainty::possible;
    if (act_.effect == Effect::refused && of_another()) act_.effect = Effect::nothing_asserted;
    const bool open = act_.denied || act_.effect == Effect::refused;  // "refused to rule it out"
    if (act_.act->opens && open) {
      act_.effect = Effect::wanted;
      act_.denied = false;
    }
  }

  // "will open the port and | sign", "would one day | join".
  void turn_by_modals_apart() {
    if (act_.begin == act_.words.begin) share_modal(view_, act_);
    const bool finite = act_.form == ActForm::base || act_.form == ActForm::past;
    if (finite && act_.effect == Effect::nothing && !auxiliaries_.modal) {
      turn_by_far_modal(view_, act_);
      turn_over_aside(view_, act_);
    }
  }

  // "will be | the first state to | sign", "is set to become | the third to | join": the copula of
  // a ranked doer, where it is turned itself; else token `i`.
  std::uint32_t turned_copula(std::uint32_t i) {
    for (std::uint32_t at = i; at > view_.all.begin && i - at < kFrameReach; --at) {
      if (view_.is_mark(at - 1) || view_.is(at - 1, Role::relative | Role::coordinate)) return i;
      if (!is_any(low(at - 1), {"be", "been"}) && !view_.is(at - 1, Role::becomes)) continue;
      std::uint32_t copula = at - 1;  // "will | soon | be the third to sign"
      while (copula > view_.all.begin && view_.is(copula - 1, Role::adverb) &&
             !phrase_before(view_, copula, acts_.turning))
        --copula;
      if (view_.title && low(copula - 1) == "to" && !phrase_before(view_, copula, acts_.turning))
        act_.effect = Effect::planned;  // "Oman to become first to sign"
      return phrase_before(view_, copula, acts_.turning) ? copula : i;
    }
    return i;
  }

  // "former | members", "is a | prospective | member": turns the act; returns where the noun's
  // description begins.
  std::uint32_t described() {
    const auto word = [&](std::uint32_t t) { return low(t); };
    for (std::uint32_t t = act_.words.begin + 1; t < act_.words.end && !act_.act->same; ++t) {
      const auto hit = acts_.modifiers.longest(word, t, act_.words.end);
      const FactualityRow* row = hit ? &acts_.factuality[hit->value] : nullptr;
      const bool said =  // "a | former | member of" has left already
          row != nullptr && row->effect == Effect::ended && act_.act->leaving;
      if (row != nullptr && !said) turn_by_row(*row, act_);
    }
    std::uint32_t i = act_.words.begin;
    if (act_.form != ActForm::noun) return i;
    for (std::uint32_t from = i - std::min(i - view_.all.begin, kPhraseReach); from < i; ++from) {
      const auto hit = acts_.modifiers.longest(word, from, i);
      if (!hit || (from + hit->length != i && !(from + hit->length + 1 == i && low(i - 1) == "-")))
        continue;
      turn_by_row(acts_.factuality[hit->value], act_);
      return from;
    }
    return i;
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
  bool of_another() const {
    if (act_.form != ActForm::noun) return false;
    return std::ranges::any_of(view_.chunks, [&](const Chunk& chunk) {
      return chunk.possessive && chunk.is_actor() && !chunk.anaphor &&
             chunk.tokens.begin > act_.begin && chunk.tokens.end <= act_.words.begin &&
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

  const SentenceView& view_;
  const Acts& acts_;
  FoundAct& act_;
  std::uint32_t begin_;  // of the group read so far
  Auxiliaries auxiliaries_;
  bool ranked_ = false;    // "the last to | sign"
  bool governed_ = false;  // "is expected to | do so": its "is" is not the act's
};

}  // namespace

std::vector<FoundAct> find_predicates(const SentenceView& view) {
  std::vector<FoundAct> found;
  for (std::uint32_t i = view.all.begin; i < view.all.end;) {
    FoundAct act;
    const bool verb_of_noun = !found.empty() && found.back().tail.contains(i);
    if (verb_of_noun || !act_at(view, i, act)) {
      ++i;
      continue;
    }
    i = act.words.end;
    VerbGroup(view, act).read();
    if (!found.empty() && leaves_by_law(view, found.back(), act)) {
      take_in(act, found.back());
      continue;
    }
    if (!found.empty()) turn_by_act(view, found.back(), act);
    if (!found.empty()) go_on_with(view, found.back(), act);
    found.push_back(std::move(act));
  }
  return found;
}

}  // namespace concord
