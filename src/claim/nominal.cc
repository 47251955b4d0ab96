// What its clause tells of a nominal act: a noun names an act, its predicate says whether it is
// done.
//
//   Finland's [withdrawal] will take effect in January     planned
//   Riyadh made its [signature] conditional on ...         nothing asserted by the noun
//   [membership] would bring jobs                          nothing asserted
#include <algorithm>

#include "claim/arguments.h"
#include "claim/turning.h"

namespace concord {
namespace {

// The verb of a clause that tells of a noun in "which", or kNone.
std::uint32_t relative_of(const SentenceView& view, std::uint32_t noun) {
  for (std::uint32_t i = noun + 1; i < view.all.end; ++i) {
    if (view.tree.word(i).relation == Dependency::acl_relcl && view.tree.parent(i) == noun)
      return i;
  }
  return kNone;
}

// The verb that a noun is the subject of, or kNone.
std::uint32_t predicate_of(const SentenceView& view, std::uint32_t noun) {
  const Dependency relation = view.tree.word(noun).relation;
  if (relation != Dependency::nsubj && relation != Dependency::nsubj_pass) return kNone;
  return view.tree.parent(noun);
}

// The modal in a predicate's verb group, or "".
std::string_view modal_of(const SentenceView& view, std::uint32_t verb) {
  for (std::uint32_t i = view.all.begin; i < verb; ++i) {
    if (view.tree.parent(i) != verb || view.tree.word(i).relation != Dependency::aux) continue;
    if (view.is(i, Role::may) || is_any(view.low(i), {"will", "wo", "shall"})) return view.low(i);
  }
  return {};
}

// "has | not | taken place"
bool is_negated(const SentenceView& view, std::uint32_t verb) {
  for (std::uint32_t i = view.all.begin; i < verb; ++i) {
    if (view.tree.parent(i) == verb && is_any(view.low(i), {"not", "n't", "never"})) return true;
  }
  return false;
}

// "take effect", "come into force", "follow": tells when the act itself comes about.
bool tells_when(const SentenceView& view, std::uint32_t verb) {
  if (view.is(verb, Role::occurs | Role::complete)) return true;
  return view.is(verb, Role::comes) &&
         (view.is(verb + 1, Role::effect) || view.low(verb + 1) == "into" ||
          view.is(verb + 1, Role::complete));
}

// "made its signature of the pact conditional on", in one breath.
bool tied_to_condition(const SentenceView& view, const std::vector<FoundAct>& acts,
                       const FoundAct& act) {
  return std::ranges::any_of(acts, [&](const FoundAct& other) {
    if (other.act->stage != Stage::conditional || other.begin < act.words.end) return false;
    for (std::uint32_t i = act.words.end; i < other.begin; ++i) {
      if (view.is_mark(i) || view.is(i, Role::be | Role::have)) return false;
    }
    return true;
  });
}

bool parted(const SentenceView& view, std::uint32_t from, std::uint32_t to) {
  for (std::uint32_t i = from; i < to; ++i) {
    if (view.is_mark(i)) return true;
  }
  return false;
}

// "voted for | withdrawal", "approved a bill on | leaving", "backed plans to | join": a vote on a
// step is no approval of what it leads into or out of.
void turn_by_vote(const SentenceView& view, FoundAct& vote, FoundAct& act) {
  if (!vote.act->approval || act.act->stage == Stage::ratified) return;
  const bool object =
      !parted(view, vote.words.end, act.begin);  // not "the pact, | which it signed"
  if (object && vote.effect == Effect::nothing_asserted && vote.turned_by == "void") {
    act.effect = Effect::nothing_asserted;  // "each parliament has to approve | the exit"
    return;
  }
  const bool bid = act.act->stage == Stage::considering && act.form == ActForm::noun &&
                   is_any(view.low(act.words.begin - 1), {"a", "an"}) &&
                   act.words.begin <= vote.words.end + 1;
  if (bid) vote.effect = Effect::nothing_asserted;  // "voted for an | application"
  const bool open = act.effect == Effect::nothing || act.effect == Effect::planned;
  if (act.effect == Effect::refused || act.effect == Effect::conditional) return;
  bool draft = false;
  for (std::uint32_t i = vote.words.end; i < act.words.begin; ++i) {
    draft = draft || view.is(i, Role::draft);
    const bool plain = view.is(i, Role::determiner | Role::owner | Role::draft) ||
                       is_any(view.low(i), {"for", "of", "on", "to", "'s"}) ||
                       view.low(i).ends_with("ly") ||
                       (view.chunk_at(i) != nullptr && view.chunk_at(i)->possessive);
    if (!plain) return;
  }
  if (!draft && (!act.act->leaving || !open)) return;
  act.effect = act.denied ? Effect::refused : Effect::planned;
  act.turned_by = "vote";
  vote.effect = Effect::nothing_asserted;
}

// "signed a decree on | leaving", "signed the law on | ratification": what is signed is a paper of
// one's own. Not "signed it in 2011; the bill to | ratify | has died".
void turn_by_decree(const SentenceView& view, FoundAct& sign, const FoundAct& act) {
  if (sign.act->stage != Stage::signed_ || act.words.begin > sign.words.end + kFrameReach) return;
  for (std::uint32_t i = sign.words.end; i < act.words.begin && view.low(i) != ";"; ++i) {
    if (view.is(i, Role::decree)) sign.effect = Effect::nothing_asserted;
  }
}

// "joined Chad in | ratifying | the pact", "followed Chad in | leaving": the second act, done.
void turn_by_example(const SentenceView& view, FoundAct& follows, FoundAct& act) {
  const bool leads = follows.form != ActForm::noun && (follows.act->together || follows.row->same);
  const Chunk* whom = view.chunk_at(follows.words.end);
  const bool beside = whom != nullptr && whom->is_actor() && whom->agreements.empty() &&
                      whom->tokens.end + 1 == act.begin;
  if (!leads || !beside || act.form != ActForm::gerund || view.low(act.begin - 1) != "in") return;
  const bool done = follows.effect == Effect::nothing || follows.effect == Effect::done;
  act.effect = done ? Effect::done : follows.effect;
  act.turned_by = follows.turned_by;
  follows.effect = Effect::nothing_asserted;
}

// "signed by the present | members: A and B": they do an act; that they are members is not the
// news. "EU members", "the members of the bloc" are named as such.
bool do_another(const SentenceView& view, const std::vector<FoundAct>& acts, const FoundAct& act) {
  if (act.act->role != ActRole::members || act.form != ActForm::noun || act.words.size() > 2)
    return false;
  const std::uint32_t before = act.words.begin - 1;
  const Chunk* body = view.chunk_at(before);
  if (view.low(act.words.end) == "of" || view.is(before, Role::owner) || view.low(before) == "'s" ||
      (body != nullptr && !body->tokens.contains(act.words.begin)))
    return false;
  std::uint32_t noun = view.tree.head_of(act.words);
  while (view.tree.word(noun).relation == Dependency::nmod) noun = view.tree.parent(noun);
  const Dependency relation = view.tree.word(noun).relation;
  if (relation != Dependency::nsubj && relation != Dependency::obl_agent) return false;
  const std::uint32_t verb = view.tree.parent(noun);
  return std::ranges::any_of(acts, [&](const FoundAct& other) {
    return &other != &act && other.form != ActForm::noun && other.words.contains(verb);
  });
}

// "its withdrawal from the pact, announced in May, | will take effect in June": the verb further on
// tells when, whatever the tree makes of the aside between them.
void turn_by_effect(const SentenceView& view, FoundAct& act, FoundAct& takes) {
  if (act.form != ActForm::noun || act.effect != Effect::nothing || act.denied) return;
  if (takes.act->role != ActRole::own || takes.act->stage != Stage::in_force) return;
  if (takes.effect != Effect::planned || view.low(takes.begin - 1) != ",") return;
  bool object = false;
  for (const Chunk& chunk : view.chunks) {
    if (chunk.tokens.begin < act.words.end || chunk.tokens.end > takes.begin) continue;
    const bool beside =
        chunk.tokens.begin <= act.words.end + 1 && view.low(chunk.tokens.end) == ",";
    if (object || !beside) return;
    object = true;
  }
  act.effect = Effect::planned;
  act.turned_by = takes.turned_by;
}

// Whether a verb opens a plan to bring the act about: "is | expected | to be sealed".
const FactualityRow* plans(const SentenceView& view, std::uint32_t verb) {
  if (view.low(verb + 1) != "to") return nullptr;
  std::uint32_t last = verb + 2;
  while (view.is(last, Role::be | Role::adverb)) ++last;
  if (!tells_when(view, last) && !tells_when(view, last - 1)) return nullptr;
  const auto word = [&](std::uint32_t t) { return view.low(t); };
  const auto hit = view.acts.turning.longest(word, verb, verb + 2);
  if (!hit || hit->length != 2) return nullptr;
  const FactualityRow& row = view.acts.factuality[hit->value];
  return row.effect == Effect::planned ? &row : nullptr;
}

// "Talks | would open | in June, the envoy said": a plan as somebody told it.
bool is_reported(const SentenceView& view, std::uint32_t verb) {
  return std::ranges::any_of(view.reading.attributions, [&](const Attribution& said) {
    return said.kind != AttributionKind::direct && said.content.contains(verb);
  });
}

// The verb group that a gerund's clause is the subject of, or kNone: "Joining the pact | would be",
// "The idea of joining it | is". Word order tells it more surely than the tree.
std::uint32_t predicate_of_gerund(const SentenceView& view, const FoundAct& act) {
  std::uint32_t begin = std::min(act.begin, act.words.begin);
  if (begin > view.all.begin && view.is(begin - 1, Role::determiner)) --begin;
  const bool opens = begin == view.all.begin || view.is_mark(begin - 1) ||
                     is_any(view.low(begin - 1), {"that", "but", "and"}) ||
                     view.is(begin - 1, Role::says);
  const Chunk* object = view.chunk_at(act.words.end);
  if (!opens || object == nullptr || object->agreements.empty()) return kNone;
  const std::uint32_t verb = object->tokens.end;
  const bool told = view.is(verb, Role::be | Role::have | Role::may | Role::remains) ||
                    is_any(view.low(verb), {"will", "would"});
  return told ? verb : kNone;
}

// "Joining the pact ...", "The idea of joining it ...": nothing is asserted by the words alone.
bool told_as_idea(const FoundAct& act) { return act.turned_by.empty() || act.turned_by == "void"; }

// The token before what is said of a noun, most often "is" ("its exit | takes the next step"); or
// kNone.
std::uint32_t copula_of(const SentenceView& view, const FoundAct& act) {
  const std::uint32_t head = predicate_of(view, view.tree.head_of(act.words));
  if (head == kNone) return kNone;
  std::uint32_t be = head;  // "is | not planned"
  while (be > act.words.end && view.is(be - 1, Role::adverb)) --be;
  if (be > act.words.end && view.is(be - 1, Role::be | Role::remains)) return be - 1;
  const auto word = [&](std::uint32_t t) { return view.low(t); };
  const bool verb = head > act.words.end && view.acts.predicates.longest(word, head, view.all.end);
  if (verb) return head - 1;
  for (std::uint32_t i = head + 1; i > act.words.end; --i) {
    if (view.is(i - 1, Role::be | Role::remains)) return i - 1;
  }
  return kNone;
}

// "Its exit from the pact | was rejected |": no exit, and no refusal of the pact.
void turn_by_rejection(const SentenceView& view, FoundAct& noun, FoundAct& verb) {
  const bool ends = noun.act->leaving || noun.act->stage == Stage::suspended;
  const bool rejects = verb.act->stage == Stage::rejected && verb.passive && !verb.denied;
  if (noun.form != ActForm::noun || !ends || !rejects) return;
  if (!verb.words.contains(predicate_of(view, view.tree.head_of(noun.words)))) return;
  verb.effect = Effect::nothing_asserted;
  noun.effect = noun.act->leaving ? Effect::denied_plan : Effect::nothing_asserted;
  noun.turned_by = verb.act->name;
}

// "denied that | any hasty exit from the pact was planned"
bool denied_from_outside(const SentenceView& view, const FoundAct& act) {
  std::uint32_t end = act.words.begin;
  while (end > view.all.begin &&
         (view.is(end - 1, Role::determiner | Role::owner | Role::narrows) ||
          view.tree.word(end - 1).word_class == WordClass::adj))
    --end;
  const auto word = [&](std::uint32_t t) { return view.low(t); };
  for (const std::uint32_t stop : {end, end - (view.low(end - 1) == "that" ? 1u : 0u)}) {
    for (std::uint32_t from = stop - std::min(stop - view.all.begin, 4u); from < stop; ++from) {
      const auto hit = view.acts.clausal.longest(word, from, stop);
      if (hit && from + hit->length == stop)
        return view.acts.factuality[hit->value].effect == Effect::denied;
    }
  }
  return false;
}

// "its exit from the pact is | off the table", "accession is | not on the agenda".
void turn_by_description(const SentenceView& view, std::uint32_t be, std::vector<FoundAct>& acts,
                         FoundAct& act) {
  std::uint32_t begin = be + 1;
  while (view.is(begin, Role::adverb) && !is_any(view.low(begin), {"not", "never"})) ++begin;
  const auto word = [&](std::uint32_t t) { return view.low(t); };
  const auto hit = view.acts.predicates.longest(word, begin, view.all.end);
  if (!hit) return;
  for (FoundAct& other : acts) {  // "is out of the question" is an act of its own
    if (&other != &act && other.words.contains(begin)) other.effect = Effect::nothing_asserted;
  }
  const FactualityRow& row = view.acts.factuality[hit->value];
  act.effect = row.effect;
  act.denied = row.effect == Effect::denied;  // "its exit is | a myth"
  const bool open = act.effect == Effect::planned || act.effect == Effect::wanted ||
                    act.effect == Effect::nothing_asserted;
  if (open && denied_from_outside(view, act)) act.effect = Effect::denied_plan;
  if (act.effect == Effect::wanted && act.act->leaving) act.certainty = Certainty::possible;
  act.turned_by = row.name;
  act.described = true;
}

// "in the bloc as | a full member"
bool is_standing_as(const SentenceView& view, const FoundAct& act) {
  return act.form == ActForm::noun && act.act->standing && view.low(act.words.begin - 1) == "as";
}

// "would like to see Oman in the bloc as | a full member": what others wish.
void turn_by_wish_for(const SentenceView& view, FoundAct& act) {
  if (!is_standing_as(view, act) || act.effect != Effect::nothing) return;
  for (const Chunk& chunk : view.chunks) {
    if (!chunk.is_actor() || chunk.tokens.end > act.words.begin) continue;
    const auto wish = phrase_before(view, chunk.tokens.begin, view.acts.control);
    if (wish && wish->second->effect == Effect::wanted) turn_by_row(*wish->second, act);
  }
}

// "will join it as | a full member": what only repeats the act before.
void turn_by_entry(const SentenceView& view, const FoundAct& joins, FoundAct& act) {
  const bool turned = joins.effect != Effect::nothing && joins.effect != Effect::done;
  const bool enters = joins.act->joins || joins.act->stage == Stage::negotiating;
  if (is_standing_as(view, act) && turned && enters && joins.form != ActForm::noun &&
      !parted(view, joins.words.end, act.words.begin))
    act.effect = Effect::nothing_asserted;
}

// "its accession will | please the others", "its exit | took effect | in May": what the verb's own
// group tells.
void turn_by_verb_group(const SentenceView& view, std::uint32_t verb, FoundAct& act) {
  if (const FactualityRow* row = plans(view, verb)) {
    act.effect = Effect::planned;
    act.certainty = row->certainty;
    act.turned_by = row->name;
    return;
  }
  if (view.is(verb, Role::have) && view.low(verb + 1) == "to") {
    act.effect = Effect::nothing_asserted;  // "its accession | has to | be approved"
    return;
  }
  const std::string_view modal = modal_of(view, verb);
  if (modal.empty() && tells_when(view, verb)) act.denied = is_negated(view, verb);
  if (modal.empty() || act.act->stage == Stage::conditional) return;  // "would require"
  const bool told = modal == "would" && is_reported(view, verb);
  const bool will = (told && tells_when(view, verb)) || is_any(modal, {"will", "wo", "shall"});
  if (told && view.is(verb, Role::starting)) return;
  if (will && !tells_when(view, verb)) return;  // "its accession will please the others"
  act.effect = will ? Effect::planned : Effect::nothing_asserted;
  act.turned_by = modal;
}

// The predicate of an act that a noun names: what is said of it by "is", then what it does.
void turn_noun(const SentenceView& view, std::vector<FoundAct>& acts, FoundAct& act) {
  const std::uint32_t be = copula_of(view, act);
  const bool state = act.act->stage == Stage::suspended || act.act->stage == Stage::considering;
  const bool tells_all = state && act.tail.contains(be);  // "talks | were off the agenda"
  if (be != kNone && !tells_all) turn_by_description(view, be, acts, act);
  if (act.effect != Effect::nothing) return;
  const std::uint32_t noun = view.tree.head_of(act.words);
  std::uint32_t verb = predicate_of(view, noun);
  if (verb != kNone && view.low(act.begin) == "any") {  // "any withdrawal | takes a year"
    act.effect = Effect::nothing_asserted;
    return;
  }
  if (verb == kNone) verb = relative_of(view, noun);
  if (verb != kNone && verb >= act.words.end) turn_by_verb_group(view, verb, act);
}

void turn_gerund(const SentenceView& view, std::vector<FoundAct>& acts, FoundAct& act) {
  const std::uint32_t verb = predicate_of_gerund(view, act);
  if (verb == kNone) return;
  act.effect = Effect::nothing_asserted;
  turn_by_description(view, verb, acts, act);
}

void turn_by_own_predicate(const SentenceView& view, std::vector<FoundAct>& acts, FoundAct& act) {
  const bool gerund = act.form == ActForm::gerund;
  const bool idle = gerund && act.effect == Effect::nothing_asserted;
  const bool open = act.effect == Effect::nothing || (idle && told_as_idea(act));
  if (!open || act.denied) return;
  if (gerund) {
    turn_gerund(view, acts, act);
  } else if (act.form == ActForm::noun && tied_to_condition(view, acts, act)) {
    act.effect = Effect::nothing_asserted;
  } else if (act.form == ActForm::noun) {
    turn_noun(view, acts, act);
  }
}

}  // namespace

void turn_by_predicate(const SentenceView& view, std::vector<FoundAct>& acts) {
  if (view.tree.empty()) return;
  for (FoundAct& act : acts) turn_by_wish_for(view, act);
  for (std::size_t i = acts.size(); i > 0; --i) {
    if (do_another(view, acts, acts[i - 1])) acts.erase(acts.begin() + static_cast<long>(i - 1));
  }
  for (std::size_t i = 1; i < acts.size(); ++i) {
    turn_by_vote(view, acts[i - 1], acts[i]);
    turn_by_example(view, acts[i - 1], acts[i]);
    turn_by_decree(view, acts[i - 1], acts[i]);
    turn_by_effect(view, acts[i - 1], acts[i]);
    turn_by_rejection(view, acts[i - 1], acts[i]);
  }
  for (std::size_t i = 1; i < acts.size(); ++i) turn_by_entry(view, acts[i - 1], acts[i]);
  for (FoundAct& act : acts) turn_by_own_predicate(view, acts, act);
}

}  // namespace concord
