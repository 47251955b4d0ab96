// What governs the clause of an act from outside it.
//
//   [hopes that] A will join     [denied that] it had left     [in January, when] it becomes a
//   member
#include "claim/arguments.h"
#include "claim/governor.h"

namespace concord {
namespace {

class EmbeddingReader {
 public:
  explicit EmbeddingReader(const SentenceView& view) : view_(view) {}

  // "has not signed | or | ratified", "nor", "let alone".
  bool is_alternative(const FoundAct& act) const {
    std::uint32_t verb = act.begin;
    while (view_.is(verb - 1, Role::adverb) || view_.is(verb - 1, Role::have)) --verb;
    return is_any(low(verb - 1), {"or", "nor"}) ||
           (is_any(low(verb - 1), {"alone", "less"}) &&
            is_any(low(verb - 2), {"let", "much", "still", "far"}));
  }

  // "will sign and ratify", "must be ratified or lapse", "will be initialled and signed": one modal
  // for both.
  void inherit(FoundAct& act, const Subject& subject) const {
    if (subject.same_as == nullptr) return;
    const bool participle = !view_.tree.empty() && view_.tree.word(act.begin).tag == Penn::vbn;
    const bool passive = participle && act.passive && subject.same_as->passive;
    const FoundAct& first = *subject.same_as;  // "once it has signed and | ratified"
    if (first.denied && act.form == ActForm::past && act.effect == Effect::nothing) {
      if (is_alternative(act)) act.denied = true;
      const bool shares =
          participle && view_.is(first.begin, Role::have) && act.begin == act.words.begin;
      if (shares && low(act.begin - 1) == "and") act.effect = Effect::nothing_asserted;
      if (act.denied) return;
    }
    const bool perfect = act.form == ActForm::past && view_.is(first.begin, Role::have) &&
                         first.begin < first.words.begin &&
                         first.effect == Effect::nothing_asserted;
    if (act.form != ActForm::base && !passive && !perfect) return;
    std::uint32_t verb = act.begin;  // "will not sign or | ever ratify"
    while (verb < act.words.begin && view_.is(verb, Role::adverb)) ++verb;
    if (act.effect != Effect::nothing || verb != act.words.begin) return;
    act.effect = subject.same_as->effect;
    act.denied = act.denied != subject.same_as->denied;
    act.turned_by = subject.same_as->turned_by;
  }

  // "hopes that A will join", "denied that it had left", "if A joins".
  void embed(FoundAct& act, const Subject& subject) const {
    if (subject.at == kNone || subject.same_as != nullptr) return;
    if (subject.relative) return;  // "hopes that Oman, which signed, ..."
    const std::uint32_t begin = begin_of_clause(subject);
    if (const std::optional<Opener> by = opener_before(begin, subject)) {
      turn_by_opener(*by, act);
    } else if (is_bare_behind_that(act, begin, subject)) {
      act.effect = Effect::nothing_asserted;
    }
  }

  // "would have been the first | to leave": it was none.
  bool is_never_come(const FoundAct& act) const {
    if (!act.infinitive || act.turned_by != "ranked") return false;
    for (std::uint32_t i = act.begin; i > view_.all.begin + 1 && !view_.is_mark(i - 1); --i) {
      if (low(i - 1) == "have" && is_any(low(i - 2), {"would", "could", "might"})) return true;
    }
    return false;
  }

  // "told Peru | not to sign | it", "called on Peru | not to leave |": what one wants of another.
  bool is_warned_off(const FoundAct& act) const {
    if (view_.tree.empty() || low(act.begin) != "not" || low(act.begin + 1) != "to") return false;
    const Chunk* whom = act.begin > view_.all.begin ? view_.chunk_at(act.begin - 1) : nullptr;
    if (whom == nullptr || !whom->is_actor() || whom->possessive) return false;
    if (whom->preposition != kNone) return low(whom->preposition) == "on";
    const Dependency relation = view_.tree.word(view_.tree.head_of(whom->tokens)).relation;
    const std::uint32_t before = whom->tokens.begin - 1;
    return whom->tokens.begin > view_.all.begin &&
           (relation == Dependency::obj || relation == Dependency::iobj ||
            view_.tree.word(before).tag == Penn::vbd);
  }

  // "cannot sell fish without | joining | it": what that would take; not "sold it without joining".
  bool is_price(const FoundAct& act) const {
    const std::uint32_t without = low(act.begin) == "without" ? act.begin : act.begin - 1;
    if (view_.tree.empty() || act.form != ActForm::gerund || low(without) != "without")
      return false;
    const std::uint32_t main = view_.tree.parent(view_.tree.head_of(act.words));
    for (std::uint32_t i = view_.all.begin; main != kNone && i < view_.all.end; ++i) {
      if (view_.tree.parent(i) == main && view_.tree.word(i).tag == Penn::md) return true;
    }
    return false;
  }

  // "would sooner leave it than | ratify | it"; "rather than" denies by itself.
  bool is_shunned(const FoundAct& act) const {
    return act.form == ActForm::base && act.begin > view_.all.begin &&
           low(act.begin - 1) == "than" && act.effect == Effect::nothing && !act.denied;
  }

 private:
  // "| hopes that | A will join": the words that open a clause, and what they do to its act.
  struct Opener {
    const FactualityRow& row;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };

  std::string_view low(std::uint32_t i) const { return view_.low(i); }

  // "when | the last of | the five has signed": before what only describes the subject.
  std::uint32_t begin_of_clause(const Subject& subject) const {
    std::uint32_t begin = subject.at;
    while (begin > view_.all.begin) {
      const bool part =
          low(begin - 1) == "of" && view_.is(begin - 2, Role::rank | Role::determiner);
      const bool small = view_.is(begin - 1, Role::determiner | Role::adverb | Role::owner) ||
                         low(begin - 1) == "own" || view_.time_at(begin - 1) != nullptr;
      if (!part && !small) break;
      begin -= part ? 2 : 1;
    }
    return begin;
  }

  bool stands_behind_that(std::uint32_t begin) const {
    return begin > view_.all.begin && low(begin - 1) == "that";
  }

  std::optional<Opener> opener_before(std::uint32_t begin, const Subject& subject) const {
    const std::uint32_t that = stands_behind_that(begin) ? begin - 1 : begin;
    for (const std::uint32_t end : {that, begin, subject.at, over_times(view_, that)}) {
      for (std::uint32_t from = end - std::min(end - view_.all.begin, 4u); from < end; ++from) {
        const auto hit =
            view_.acts.clausal.longest([&](std::uint32_t t) { return low(t); }, from, end);
        if (hit && from + hit->length == end)
          return Opener{view_.acts.factuality[hit->value], from, end};
      }
    }
    return std::nullopt;
  }

  // "insists that | Oman | sign": no fact.
  bool is_bare_behind_that(const FoundAct& act, std::uint32_t begin, const Subject& subject) const {
    const bool one = subject.chunk != nullptr && subject.chunk->actors.size() == 1 &&
                     subject.chunk->tokens.size() == 1 && !subject.chunk->government;
    const bool bare = act.form == ActForm::base && !act.infinitive &&
                      act.effect == Effect::nothing && act.begin == act.words.begin;
    return one && bare && stands_behind_that(begin) && !view_.title;
  }

  void turn_by_opener(const Opener& by, FoundAct& act) const {
    if (by.row.ahead && is_length(by)) return;
    if (is_dated_plan(by, act)) {
      act.effect = Effect::planned;
      return;
    }
    if (!leaves_open(by, act)) return;
    if (by.row.effect == Effect::planned) return turn_by_plan(by, act);
    act.turned_by = by.row.name;
    turn_by_stance(by.row, act);
  }

  // "after 27 years | the pact is not in force": no clause
  bool is_length(const Opener& by) const {
    const Time* time = view_.time_at(by.end);
    return view_.is(by.begin, Role::preposition) && time != nullptr && time->tokens.begin == by.end;
  }

  // "in January, when it becomes a member"; not of "the sixth to ratify"
  bool is_dated_plan(const Opener& by, const FoundAct& act) const {
    const bool dated = low(by.end - 1) == "when" && time_before(by.end - 1);
    const bool ranked = act.infinitive && act.effect == Effect::done;
    return dated && !ranked && !tells_past(view_, act);
  }

  // Whether such words have a say in an act: not where its own words tell more.
  bool leaves_open(const Opener& by, const FoundAct& act) const {
    if (by.row.ahead && is_past_by(by, act)) return false;        // "until it left"
    const bool will = is_any(low(act.begin), {"will", "would"});  // "will be next to sign"
    const bool negates = by.row.effect == Effect::denied || by.row.effect == Effect::refused;
    const bool refused = act.effect == Effect::refused && !by.row.ahead;  // "if it refuses to sign"
    if (act.infinitive && !will && !negates && !refused) return false;  // "when it agreed to sign"
    return by.row.effect != Effect::done ||
           act.effect == Effect::nothing;  // "left no doubt that it will sign"
  }

  bool is_past_by(const Opener& by, const FoundAct& act) const {
    const bool done =  // "will take effect in May, after Chad and Mali | ratified | it"
        low(by.end - 1) == "after" && act.form == ActForm::past && act.begin == act.words.begin;
    return tells_past(view_, act) && (done || !main_lies_ahead(act));
  }

  // "decided that it should | leave", "a matter of weeks before | Oman signs".
  void turn_by_plan(const Opener& by, FoundAct& act) const {
    if (lets_in(act, by.begin)) return;
    const bool soon = low(by.end - 1) == "before";
    const bool plain = act.form == ActForm::present && act.effect == Effect::nothing;
    const bool takes = soon ? plain : act.turned_by == "due" && decided_by_state(by.begin);
    if (!takes) return;
    act.effect = by.row.effect;
    if (!soon) act.certainty = by.row.certainty;
    act.turned_by = by.row.name;
  }

  // What others say, want or doubt of an act.
  void turn_by_stance(const FactualityRow& row, FoundAct& act) const {
    switch (row.effect) {
      case Effect::denied:
        return turn_by_denial(act);
      case Effect::refused:
        return turn_by_refusal(act);
      case Effect::denied_plan:
        return turn_by_doubt(act);
      case Effect::wanted:
        return turn_by_wish(act);
      default:
        if (row.effect == Effect::nothing_asserted || act.effect == Effect::planned)
          act.effect = row.effect;
    }
  }

  static void turn_by_denial(FoundAct& act) {
    if (act.effect != Effect::planned) {
      act.denied = !act.denied;
    } else {
      act.effect = act.denied ? Effect::nothing_asserted  // "has not said that it will not"
                              : Effect::denied_plan;      // "has not said that it will join"
    }
  }

  static void turn_by_refusal(FoundAct& act) {
    if (act.effect == Effect::nothing) {
      act.denied = !act.denied;
    } else {
      act.effect = Effect::refused;  // "ruled out that it would join"
    }
  }

  static void turn_by_doubt(FoundAct& act) {
    if (act.effect == Effect::refused || act.effect == Effect::nothing)
      act.effect = Effect::nothing_asserted;  // "Few believe that it has left"
    if (act.effect == Effect::planned) act.effect = Effect::denied_plan;
  }

  void turn_by_wish(FoundAct& act) const {
    if (act.effect == Effect::refused) {
      act.effect = Effect::nothing_asserted;  // "Nobody believes that it will refuse to sign"
    } else if (act.effect == Effect::planned || is_step_ahead(act)) {
      act.effect = Effect::wanted;
    } else if (act.effect == Effect::nothing && view_.is(act.begin, Role::have)) {
      act.effect = Effect::nothing_asserted;  // "Some believe that it has left"
    }
  }

  // "hopes that they | come back": not "believes that they | are members", "that they joined".
  bool is_step_ahead(const FoundAct& act) const {
    const bool verb = act.form != ActForm::noun && act.form != ActForm::gerund &&
                      !view_.is(act.begin, Role::belongs);
    return verb && act.effect == Effect::nothing && !act.denied && !act.act->lasting &&
           !tells_past(view_, act) && !view_.is(act.begin, Role::be | Role::have | Role::do_);
  }

  // "| the bloc | has agreed that Oman may | join": the members' word is the admission.
  bool lets_in(FoundAct& act, std::uint32_t verb) const {
    std::uint32_t i = verb;
    while (i > view_.all.begin && view_.is(i - 1, Role::adverb | Role::have)) --i;
    const Chunk* body = i > view_.all.begin ? view_.chunk_at(i - 1) : nullptr;
    const bool by_body = body != nullptr && body->is_actor() &&
                         view_.reading.entities[body->actors.front()].kind == EntityKind::body;
    const bool may = act.turned_by == "may" || act.turned_by == "void";
    if (!by_body || !may || act.denied || !act.act->joins || act.act->stage != Stage::party)
      return false;
    act.effect = Effect::nothing;
    act.admits_other = true;
    act.certainty = Certainty::certain;
    return true;
  }

  // "| the parliament | decided that", "56 deputies | voted that", "a week after | deciding that";
  // not "A panel decided that".
  bool decided_by_state(std::uint32_t verb) const {
    if (low(verb).ends_with("ing")) return true;
    std::uint32_t i = verb;
    while (i > view_.all.begin && view_.is(i - 1, Role::adverb | Role::have)) --i;
    const Chunk* who = i > view_.all.begin ? view_.chunk_at(i - 1) : nullptr;
    if (i > view_.all.begin && view_.is(i - 1, Role::legislature)) return true;
    return who != nullptr && who->is_actor();
  }

  // "before his country | signed, Armenia must amend its law": told by somebody else as past.
  bool main_lies_ahead(const FoundAct& act) const {
    if (view_.tree.empty()) return false;
    const std::uint32_t verb = view_.tree.head_of(act.words);
    const std::uint32_t main = view_.tree.parent(verb);
    if (view_.tree.word(verb).relation != Dependency::advcl || main == kNone) return false;
    for (std::uint32_t i = view_.all.begin; i < main; ++i) {
      if (view_.tree.parent(i) == main && is_any(low(i), {"must", "will", "would", "should"}))
        return true;
    }
    return false;
  }

  // "in January, | when": the time that a relative "when" points at.
  bool time_before(std::uint32_t when) const {
    const std::uint32_t end = low(when - 1) == "," ? when - 1 : when;
    return end > view_.all.begin && view_.time_at(end - 1) != nullptr;
  }

  const SentenceView& view_;
};

}  // namespace

// "Oman is not one of those that | have signed |", "is not among the states which | stayed out".
static bool is_not_of_those(const SentenceView& view, const FoundAct& act) {
  std::uint32_t i = act.begin - 1;
  if (act.begin < view.all.begin + 4 || !view.is(i, Role::relative)) return false;
  --i;
  const bool crowd = is_any(view.low(i), {"those", "ones"}) ||
                     (view.is(i, Role::country) && view.low(i).ends_with('s'));
  while (i > view.all.begin + 2 && view.is(i - 1, Role::determiner | Role::count)) --i;
  if (!crowd || !is_any(view.low(i - 1), {"of", "among"})) return false;
  i -= 2;
  if (view.low(i) == "one") --i;
  return is_any(view.low(i), {"not", "n't", "never"});
}

void turn_by_clause(const ActPlace& place, const Subject& subject, FoundAct& act) {
  const EmbeddingReader reader(place.view);
  reader.embed(act, subject);
  reader.inherit(act, subject);
  turn_by_tree(place.view, act);
  if (reader.is_never_come(act) || reader.is_shunned(act) || reader.is_warned_off(act) ||
      reader.is_price(act)) {
    act.effect = Effect::nothing_asserted;
    act.denied = false;
  }
  if (is_not_of_those(place.view, act)) act.denied = !act.denied;
}

}  // namespace concord
