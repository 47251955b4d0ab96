// On what condition a plan is to be carried out, wherever the sentence puts it.
//
//   will sign | only if the terms change        unless the terms change, | it will not sign
//   wants guarantees | before it signs          can join | only once all members have agreed
#include "claim/arguments.h"

namespace concord {
namespace {

constexpr std::uint32_t kClauseReach = 5;   // "before | the country ever | signs"
constexpr std::uint32_t kSubjectReach = 9;  // "if ..., | the new government in Apia will | sign"

class ConditionFinder {
 public:
  ConditionFinder(const SentenceView& view, FoundAct& act) : view_(view), act_(act) {}

  void run() {
    if (act_.effect == Effect::conditional) {  // "has set conditions for | joining"
      set({act_.begin, act_.words.end});
      return;
    }
    if (demanded() || is_dated()) return;
    const bool open = act_.effect == Effect::planned || act_.effect == Effect::wanted;
    const bool behind =  // "Only after Oman has paid will Chad | sign"
        act_.effect == Effect::nothing_asserted && act_.turned_by == "ahead_clause" &&
        low(view_.all.begin) == "only" && act_.form == ActForm::base;
    if (is_general()) before();
    if (!open && !is_able() && !is_rule() && !is_barred() && !is_ruled_out() && !behind) return;
    if (!after()) before();
  }

 private:
  std::string_view low(std::uint32_t i) const { return view_.low(i); }

  // "can sign", "may join"
  bool is_able() const {
    return act_.effect == Effect::nothing_asserted &&
           is_any(act_.turned_by, {"void", "will", "not", "would", "could", "may", "might", "can"});
  }

  // "will take effect | on Sunday | if ministers agree": of the agreement itself, with a day.
  bool is_dated() const {
    const std::uint32_t next = act_.words.end;
    return act_.act->role == ActRole::own && act_.effect == Effect::planned &&
           (view_.time_at(next) != nullptr || view_.time_at(next + 1) != nullptr);
  }

  // "cannot | sign until"
  bool is_barred() const {
    return act_.effect == Effect::nothing && act_.denied && act_.form == ActForm::base &&
           act_.act->role != ActRole::own && in_verb_group("cannot");
  }

  // "If Chile signs, Peru | signs too"
  bool is_general() const {
    return act_.form == ActForm::present && act_.effect == Effect::nothing && !act_.denied &&
           act_.act->role == ActRole::agent && low(view_.all.begin) == "if";
  }

  // "Joining is out of the question | unless", "refuses to sign | until"
  bool is_ruled_out() const {
    return act_.effect == Effect::refused && act_.form != ActForm::noun && !act_.act->leaving;
  }

  // "takes effect once ten states have signed" tells of no day.
  bool is_rule() const {
    return act_.act->role == ActRole::own && act_.form == ActForm::present &&
           act_.effect == Effect::nothing;
  }

  // "Paris will | only | approve it with safeguards", "Pyongyang | would | rejoin"
  bool is_limited() const { return in_verb_group("only"); }
  bool supposes() const { return in_verb_group("would") || shares("would"); }
  // "| would | normalise ties and sign the pact": of the first of its verbs.
  bool shares(std::string_view word) const {
    if (act_.turned_by != "will") return false;
    for (std::uint32_t i = act_.begin; i > view_.all.begin && !view_.is_mark(i - 1); --i) {
      if (low(i - 1) == word) return act_.begin - i < kSubjectReach;
    }
    return false;
  }
  bool in_verb_group(std::string_view word) const {
    for (std::uint32_t i = act_.begin; i < act_.words.begin; ++i) {
      if (low(i) == word) return true;
    }
    return false;
  }

  // The condition binds the side that makes it, not its partner.
  void set(TokenSpan words) {
    std::erase_if(act_.parties, [&](std::uint32_t one) {
      return std::ranges::find(act_.partners, one) != act_.partners.end();
    });
    if (act_.effect == Effect::nothing_asserted || is_barred() || is_ruled_out())
      act_.effect = Effect::planned;
    if (act_.turned_by == "may") act_.certainty = Certainty::certain;
    act_.conditional = true;
    act_.condition = words;
  }

  // To the end of the sentence; without ", the minister said" behind it.
  std::uint32_t end_from(std::uint32_t begin) const {
    std::uint32_t end = view_.all.end - (low(view_.all.end - 1) == "." ? 1u : 0u);
    for (const Attribution& said : view_.reading.attributions) {
      const std::uint32_t last = said.content.end;
      if (!said.content.contains(begin) || last >= end || said.cue.begin < last) continue;
      end = low(last - 1) == "," ? last - 1 : last;
    }
    return end;
  }

  bool after() {
    for (std::uint32_t i = act_.words.end; i < view_.all.end; ++i) {
      if (low(i) == ";" || (is_any(low(i), {"though", "although", "while", "whereas", "but"}) &&
                            !is_any(low(i + 1), {"only", "not"})))
        return true;
      if (tells_of_another(i)) return true;
      if (!opens(i)) continue;
      if ((is_able() || is_barred() || is_ruled_out()) && !binding(i)) continue;
      const bool unreal = supposes() && low(i - 1) == "already";  // "would be in | already if"
      if (is_rule() || unreal) {
        act_.effect = Effect::nothing_asserted;
      } else {
        const bool in = view_.is(i, Role::exchange);  // "in exchange for"
        set({i - (in ? 1 : 0), end_from(i)});
      }
      return true;
    }
    return false;
  }

  // "Italy may not sign | , and | France will do so only if": a clause beside it, of another
  // subject.
  bool tells_of_another(std::uint32_t comma) const {
    constexpr std::uint32_t kSubjectTokens = 10;
    const bool joins = low(comma) == "," && is_any(low(comma + 1), {"and", "but"}) &&
                       !is_any(low(comma + 2), {"only", "not", "if"});
    if (!joins || view_.tree.empty()) return false;
    for (std::uint32_t i = comma + 2; i < view_.all.end && i < comma + kSubjectTokens; ++i) {
      const Dependency relation = view_.tree.word(i).relation;
      const std::uint32_t verb = view_.tree.parent(i);
      const bool subject = relation == Dependency::nsubj || relation == Dependency::nsubj_pass;
      if (subject && verb != kNone && verb > i)
        return view_.tree.word(verb).relation == Dependency::conj &&
               view_.tree.parent(verb) < comma;
    }
    return false;
  }

  // "only if", "once", "on condition that", "without" what is missing.
  bool opens(std::uint32_t i) const {
    if (view_.is(i, Role::provided)) return true;
    if (low(i) == "pending")  // "will join | pending a vote"
      return act_.effect == Effect::planned && !view_.is_mark(i - 1);
    if (low(i) == "should") return is_inverted(i);
    if (low(i) == "only")  // not "acceded only in February 1973"
      return is_any(low(i + 1), {"after", "when", "with", "as", "in"}) &&
             view_.time_at(i + 2) == nullptr;
    if (low(i) == "subject") return low(i + 1) == "to" && act_.effect == Effect::planned;
    if (view_.is(i, Role::premise)) return low(i + 1) == "that" || low(i - 1) == "on";
    if (is_any(low(i), {"as", "so"}) && low(i + 2) == "as")
      return low(i + 1) == "long" || (low(i + 1) == "soon" && tells_event(i + 3));
    if (is_any(low(i), {"with", "after", "when"}) && is_limited()) return true;
    if (low(i) == "when" && (tells_perfect(i) || tells_same(i))) return true;
    if (low(i) == "the" && view_.is(i + 1, Role::moment) && low(i + 2) != "of")
      return tells_perfect(i) || tells_same(i);  // "the moment Oman does"
    if (view_.is(i, Role::exchange) && low(i - 1) == "in") return is_limited() || supposes();
    if (low(i) == "before" && is_any(low(i - 1), {"not", "\""}) && view_.time_at(i + 1) == nullptr)
      return low(i - 1) == "not" || low(i - 2) == "not";
    if (low(i) == "once" && low(i - 1) == "at") return false;
    const bool barred = act_.denied || is_ruled_out();
    if (low(i) == "without") return barred || act_.effect == Effect::nothing_asserted;
    if (low(i) == "before") return barred && view_.time_at(i + 1) == nullptr;
    if (!view_.is(i, Role::before) || low(i) == "whether" || low(i + 1) == "again") return false;
    if (is_idle(i) || is_formerly(i)) return false;
    if (low(i) == "until" && !barred) return false;  // "will halt the talks until it is paid"
    if (low(i + 1) == "," && low(i + 2) == "and") return true;  // "if, and only if, ..."
    return !view_.is_mark(i + 1) && !view_.is(i + 1, Role::before) &&
           (low(i) != "once" || !view_.is(i + 1, Role::adverb | Role::preposition));
  }

  // "could join | should Minsk free its prisoners": no subject before it.
  bool is_inverted(std::uint32_t should) const {
    const Chunk* who = view_.chunk_at(should + 1);
    const bool subject =
        (who != nullptr && who->is_actor() && !who->possessive) ||
        view_.is(should + 1, Role::determiner | Role::owner | Role::singular | Role::plural);
    const Chunk* doer = view_.chunk_at(should - 1);
    return subject && (doer == nullptr || !doer->is_actor()) && !view_.is_mark(should - 1);
  }

  // "alone | if need be", "if possible this year": said by the way.
  bool is_idle(std::uint32_t i) const {
    if (low(i) != "if" || view_.tree.empty()) return false;
    const WordClass word = view_.tree.word(i + 1).word_class;
    const bool be = low(i + 2) == "be";
    if (!be && word != WordClass::adj && word != WordClass::adv) return false;
    const std::uint32_t end = i + (be ? 3 : 2);
    return end >= view_.all.end || view_.is_mark(end) || view_.is(end, Role::preposition) ||
           view_.time_at(end) != nullptr;
  }

  // "an alliance | once | meant to last": of what was.
  bool is_formerly(std::uint32_t i) const {
    if (low(i) != "once" || view_.tree.empty()) return false;
    const Penn next = view_.tree.word(i + 1).tag;
    const std::uint32_t noun = view_.tree.parent(i + 1);
    const bool told = next == Penn::vbn || next == Penn::vbd;
    if (told && is_any(low(i - 2), {"a", "an"})) return true;
    return told && noun != kNone && noun < i && view_.tree.word(i + 1).relation == Dependency::acl;
  }

  // "will sign | when the troops have left": what must be over before.
  bool tells_perfect(std::uint32_t when) const {
    if (act_.effect != Effect::planned) return false;
    for (std::uint32_t i = when + 1; i < view_.all.end && !view_.is_mark(i); ++i) {
      if (is_any(low(i), {"has", "have"})) return true;
    }
    return false;
  }

  // "will sign as soon as | the quota is raised", not "as soon as | possible"
  bool tells_event(std::uint32_t from) const {
    if (act_.effect != Effect::planned || view_.time_at(from) != nullptr) return false;
    std::uint32_t end = from;
    while (end < view_.all.end && !view_.is_mark(end)) ++end;
    return !view_.is(from, Role::singular | Role::plural) && end > from + 2 &&
           (view_.tree.empty() || has_verb(from, end));
  }

  // "will sign | when Oman does"
  bool tells_same(std::uint32_t when) const {
    if (act_.effect != Effect::planned) return false;
    for (std::uint32_t i = when + 1; i < view_.all.end && !view_.is_mark(i); ++i) {
      if (is_any(low(i), {"does", "do"})) return view_.is_mark(i + 1) || low(i + 1) == "so";
    }
    return false;
  }

  // Of what one can do: "only once ...", "not until ...", "not without ...".
  bool binding(std::uint32_t i) const {
    const bool barred =
        (act_.denied || is_ruled_out()) && is_any(low(i), {"until", "unless", "without", "before"});
    const bool lasts = act_.denied && low(i + 1) == "long";  // "cannot sign | so long as"
    return low(i) == "only" || low(i - 1) == "only" || low(i) == "should" || barred || lasts ||
           is_limited();
  }

  // "If the terms change, | Samoa will sign": at the head of the act's clause, a verb in it.
  void before() {
    if (view_.tree.empty() || is_rule()) return;
    const std::uint32_t second = view_.all.begin + 1;
    const bool only =
        low(view_.all.begin) == "only" &&
        (view_.is(second, Role::before) || is_any(low(second), {"when", "after", "with"}));
    const bool until =  // "Not until the terms change will Samoa | sign"
        low(view_.all.begin) == "not" && is_any(low(second), {"until", "before"});
    if (only || until) {
      std::uint32_t end = act_.begin;  // before "will Samoa"
      while (end > second && !view_.is(end, Role::may) &&
             !is_any(low(end), {"will", "would", "can"}))
        --end;
      set({view_.all.begin,
           end > second ? end : act_.begin});  // "Only if the terms change will Samoa | sign"
      return;
    }
    if (is_able() && low(view_.all.begin) != "once") return;  // "Once it has paid, Chad can | join"
    std::uint32_t comma = act_.begin;
    while (comma > view_.all.begin && low(comma) != ",") --comma;
    if (low(comma) != "," || act_.begin - comma > kSubjectReach) return;
    for (std::uint32_t i = view_.all.begin; i < comma; ++i) {
      const bool starts = i == view_.all.begin || view_.is_mark(i - 1) ||
                          is_any(low(i - 1), {"that", "only", "but", "and"});
      const bool hypothesis = (view_.is(i, Role::before) && low(i) != "whether" &&
                               !view_.is(i + 1, Role::preposition)) ||
                              view_.is(i, Role::provided) || low(i) == "should" ||
                              (low(i) == "were" && i == view_.all.begin) ||  // "Were Peru to leave"
                              (low(i) == "on" && view_.is(i + 1, Role::premise));
      const bool price = low(i) == "in" && view_.is(i + 1, Role::exchange) && low(i + 2) == "for" &&
                         supposes();  // "In return for aid, it would sign"
      if (starts && price) {
        set({i, comma});
        return;
      }
      const bool lacking =
          starts && low(i) == "without" && act_.denied;  // "Without aid, it will not"
      if (lacking) {
        set({i, comma});
        return;
      }
      const bool idle = low(i + 1) == "all" || view_.is(comma - 1, Role::believed);
      if (!starts || !hypothesis || idle) continue;  // "if he is to be believed"
      if (has_verb(i + 1, comma)) set({i, comma});
      return;
    }
  }

  bool has_verb(std::uint32_t from, std::uint32_t end) const {
    for (std::uint32_t i = from; i < end; ++i) {
      if (low(i) == "," || low(i) == ";") return false;
      const WordClass found = view_.tree.word(i).word_class;
      const bool act =
          view_.acts.phrases.exact(low(i)).has_value();  // "unless Oman signs": a noun?
      if (act || found == WordClass::verb || found == WordClass::aux) return true;
    }
    return false;
  }

  // "Before it signs, | Samoa wants guarantees"
  bool demanded_after() {
    if (low(view_.all.begin) != "before" || view_.time_at(view_.all.begin + 1) != nullptr)
      return false;
    std::uint32_t comma = act_.words.end;
    while (comma < view_.all.end && low(comma) != ",") ++comma;
    for (std::uint32_t i = comma; i < view_.all.end && i < comma + kSubjectReach; ++i) {
      if (!view_.is(i, Role::demand)) continue;
      set({i, end_from(i)});
      return true;
    }
    return false;
  }

  // "must hold a referendum | before | it can ratify, before joining": its own step, and nobody
  // else in it ("must ratify Sweden's accession before it joins").
  bool is_duty(std::uint32_t must, std::uint32_t before) const {
    for (std::uint32_t i = must; i < before; ++i) {
      if (view_.chunk_at(i) != nullptr && view_.chunk_at(i)->is_actor()) return false;
    }
    const bool has = low(must) == "to" && view_.is(must - 1, Role::have);
    if (low(must) != "must" && !has) return false;
    return act_.act->role != ActRole::own && !view_.is(must + 1, Role::be | Role::occurs) &&
           (act_.form == ActForm::gerund || view_.is(before + 1, Role::singular | Role::plural));
  }

  // "wants debt relief | in return for | ratifying"
  std::uint32_t price_before() const {
    const std::uint32_t price = act_.begin - 3;
    const bool is = act_.begin >= view_.all.begin + 3 && low(act_.begin - 1) == "for" &&
                    low(price) == "in" && view_.is(price + 1, Role::exchange);
    return is ? price : kNone;
  }

  // "wants guarantees | before it signs", "insists on aid | before joining"
  bool demanded() {
    if (const std::uint32_t price = price_before(); price != kNone) return demanded_left(price);
    const bool will = act_.effect == Effect::planned && act_.turned_by == "will";
    if (act_.effect != Effect::nothing_asserted && !will) return false;
    if (!will && demanded_after()) return true;
    std::uint32_t before = act_.begin;
    while (before > view_.all.begin && before + kClauseReach > act_.begin &&
           low(before) != "before")
      --before;
    return low(before) == "before" && demanded_left(before);
  }

  bool demanded_left(std::uint32_t end) {
    for (std::uint32_t i = end; i > view_.all.begin; --i) {
      if (view_.is_mark(i - 1)) return false;
      if (!view_.is(i - 1, Role::demand) && !is_duty(i - 1, end)) continue;
      set({i - 1, end});
      return true;
    }
    return false;
  }

  const SentenceView& view_;
  FoundAct& act_;
};

}  // namespace

void find_condition(const SentenceView& view, FoundAct& act) { ConditionFinder(view, act).run(); }

}  // namespace concord
