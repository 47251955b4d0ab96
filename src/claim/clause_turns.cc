// What the tree knows of an act's clause that its neighbours do not tell.
//
//   once all of its members have | agreed
//   its | ratification | would help              urged | ratification by Oman
#include "claim/arguments.h"

namespace concord {
namespace {

constexpr std::uint32_t kPhrase = 4;  // longest phrase that governs a clause

// The row of the phrase that governs a clause, its last word at `last`; nullptr without one.
const FactualityRow* governs_clause(const SentenceView& view, std::uint32_t last) {
  const auto word = [&](std::uint32_t t) { return view.low(t); };
  const std::uint32_t reach = std::min(last + 1 - view.all.begin, kPhrase);
  for (std::uint32_t length = reach; length > 0; --length) {
    const auto hit = view.acts.clausal.longest(word, last + 1 - length, last + 1);
    if (hit && hit->length == length) return &view.acts.factuality[hit->value];
  }
  return nullptr;
}

// "after Guinea became the fifteenth state to | ratify"
bool has_past_verb(const SentenceView& view, std::uint32_t from, std::uint32_t end) {
  for (std::uint32_t i = from; i < end; ++i) {
    if (view.tree.word(i).tag == Penn::vbd) return true;
  }
  return false;
}

// "would apply once it had | left", "would ratify as soon as Peru had | signed": the clause that
// another hangs on tells of no fact either.
bool hangs_on_would(const SentenceView& view, std::uint32_t verb) {
  std::uint32_t main = view.tree.parent(verb);
  if (main != kNone && view.low(main) == "soon") main = view.tree.parent(main);
  for (std::uint32_t i = view.all.begin; main != kNone && i < main; ++i) {
    if (view.low(i) == "would" && view.tree.parent(i) == main) return true;
  }
  return false;
}

// "tariffs fall at midnight, when the accord | takes effect": of a day that is named.
bool dates_main_clause(const SentenceView& view, std::uint32_t when) {
  if (view.low(when) != "when" || when < view.all.begin + 2 || view.low(when - 1) != ",")
    return false;
  const Time* time = view.time_at(when - 2);
  return time != nullptr && !time->value.empty() && !time->duration;
}

// "once all of its members have agreed to | join": void as the clause is.
void turn_by_mark(const SentenceView& view, FoundAct& act) {
  std::uint32_t head = view.tree.head_of(act.words);
  if (view.tree.word(head).relation == Dependency::xcomp) head = view.tree.parent(head);
  for (std::uint32_t i = view.all.begin; i < act.begin; ++i) {
    const bool opens = view.tree.word(i).relation == Dependency::mark || view.low(i) == "when";
    if (!opens || view.tree.parent(i) != head) continue;
    const FactualityRow* row = governs_clause(view, i);
    if (row == nullptr || row->effect != Effect::nothing_asserted) continue;
    const bool past = tells_past(view, act) || has_past_verb(view, i, act.begin);
    if (row->ahead && past && !hangs_on_would(view, head)) continue;
    if (act.form == ActForm::present && dates_main_clause(view, i)) {
      if (act.effect == Effect::nothing) act.effect = Effect::planned;
      continue;
    }
    act.effect = row->effect;
    act.turned_by = row->name;
  }
}

// "wants the pact | signed", "hoped to get it | ratified": what somebody would have done.
bool is_wished(const SentenceView& view, const FoundAct& act) {
  if (act.begin != act.words.begin) return false;
  const std::uint32_t verb = view.tree.head_of(act.words);
  if (view.tree.word(verb).tag != Penn::vbn) return false;
  const Dependency relation = view.tree.word(verb).relation;
  std::uint32_t wish = view.tree.parent(verb);
  const bool of_object = relation == Dependency::acl &&
                         wish != kNone &&  // read as "the signed pact"
                         view.tree.word(wish).relation == Dependency::obj;
  if (of_object) wish = view.tree.parent(wish);
  if (!of_object && relation != Dependency::xcomp && relation != Dependency::ccomp) return false;
  if (wish == kNone || wish > verb) return false;
  return view.is(wish, Role::demand) ||
         (view.tree.word(wish).tag == Penn::vb && is_any(view.low(wish), {"see", "get", "have"}));
}

// "would help", "may take years": a verb that tells of no fact.
bool is_modal(const SentenceView& view, std::uint32_t verb) {
  for (std::uint32_t i = view.all.begin; i < verb; ++i) {
    if (view.tree.parent(i) == verb &&
        (view.is(i, Role::may | Role::ought) || view.low(i) == "will"))
      return true;
  }
  return false;
}

bool is_noun(const SentenceView& view, std::uint32_t word) {
  return view.tree.word(word).word_class == WordClass::noun;
}

// "a vote | on ratification of the pact", "the case | against accession": what is spoken about.
bool is_debated(const SentenceView& view, std::uint32_t noun) {
  for (std::uint32_t i = view.all.begin; i < noun; ++i) {
    if (view.tree.parent(i) == noun && view.tree.word(i).relation == Dependency::case_mark)
      return is_any(view.low(i), {"on", "about", "over", "against", "towards", "toward"});
  }
  return false;
}

// "is uncertain", "are essential"
bool is_state(const SentenceView& view, std::uint32_t word) {
  if (view.tree.word(word).word_class != WordClass::adj) return false;
  for (std::uint32_t i = view.all.begin; i < word; ++i) {
    if (view.tree.parent(i) == word &&
        (is_any(view.low(i), {"is", "are"}) || view.is(i, Role::remains)))
      return true;
  }
  return false;
}

}  // namespace

// "signed a law | revoking its ratification": what a law made does.
static bool done_by_law(const SentenceView& view, std::uint32_t verb) {
  const std::uint32_t law = view.tree.parent(verb);
  if (law == kNone || law >= verb || !view.is(law, Role::decree)) return false;
  const std::uint32_t made = view.tree.parent(law);
  return made != kNone && made < law &&
         (view.tree.word(made).tag == Penn::vbd || view.tree.word(made).tag == Penn::vbn);
}

// "congratulated Togo on | signing it", "criticised Peru for | leaving": what is held good or bad.
static bool is_greeted(const SentenceView& view, const FoundAct& act) {
  if (act.begin <= view.all.begin + 1 || !is_any(view.low(act.begin - 1), {"on", "for"}))
    return false;
  const Chunk* doer = view.chunk_at(act.begin - 2);
  return doer != nullptr && doer->is_actor() && doer->tokens.begin > view.all.begin &&
         view.is(doer->tokens.begin - 1, Role::greets);
}

// "followed suit in May, | signing the pact", "| Signing the pact, it became the fourth to do so":
// done with what the main clause tells as past.
bool done_beside(const SentenceView& view, const FoundAct& act) {
  if (view.tree.empty() || act.begin != act.words.begin) return false;
  if (is_greeted(view, act)) return true;
  const std::uint32_t verb = view.tree.head_of(act.words);
  if (done_by_law(view, verb)) return true;
  if (view.tree.word(verb).relation != Dependency::advcl) return false;
  const bool free = act.begin == view.all.begin || view.low(act.begin - 1) == ",";
  const std::uint32_t main = view.tree.parent(verb);
  return free && main != kNone && view.tree.word(main).tag == Penn::vbd;
}

// "is one of six | countries | invited to the bloc", "is among the countries invited"
static bool is_one_of_many(const SentenceView& view, std::uint32_t noun) {
  constexpr std::uint32_t kReach = 4;
  if (!view.is(noun, Role::country) || !view.low(noun).ends_with('s')) return false;
  for (std::uint32_t i = noun; i > view.all.begin && i + kReach > noun; --i) {
    if (view.low(i - 1) == "among") return true;
    if (view.low(i) == "of" && view.low(i - 1) == "one") return true;
  }
  return false;
}

// "Oman, a guest of the league, | signed in May | but has not ratified": the one verb that its
// sentence tells of the actor before the commas, whatever the tree makes of it.
static bool is_only_verb(const SentenceView& view, const FoundAct& act) {
  const Chunk* doer = view.chunks.empty() ? nullptr : &view.chunks.front();
  const bool apposed = doer != nullptr && doer->can_act() && view.low(doer->tokens.end) == "," &&
                       view.is(doer->tokens.end + 1, Role::determiner | Role::none | Role::owner);
  if (!apposed || doer->tokens.end + 2 >= act.begin) return false;
  bool linked = false;
  for (std::uint32_t i = view.all.begin; i < view.all.end; ++i) {
    const Penn tag = view.tree.word(i).tag;
    const Chunk* chunk = view.chunk_at(i);
    if (i >= act.words.end && chunk != nullptr && chunk->can_act()) linked = false;
    if (i >= act.words.end) linked = linked || is_any(view.low(i), {"and", "but"});
    const bool finite = tag == Penn::vbd || tag == Penn::vbz || tag == Penn::vbp || tag == Penn::md;
    if (finite && !linked && !act.words.contains(i)) return false;
  }
  return true;
}

bool stands_under(const SentenceView& view, std::uint32_t noun) {
  constexpr std::uint32_t kWordsMax = 4;
  for (std::uint32_t i = noun; i > view.all.begin && noun - i < kWordsMax; --i) {
    if (view.low(i - 1) == "under") return true;
    if (view.is_mark(i - 1) || view.is(i - 1, Role::preposition)) return false;
  }
  return false;
}

std::uint32_t passive_subject_before(const SentenceView& view, const FoundAct& act) {
  const std::uint32_t verb = view.tree.empty() ? kNone : view.tree.head_of(act.words);
  if (verb == kNone || view.tree.word(verb).relation != Dependency::conj) return kNone;
  for (std::uint32_t i = view.all.begin; i < act.begin; ++i) {
    const bool subject = view.tree.word(i).relation == Dependency::nsubj_pass;
    if (subject && view.tree.parent(i) == view.tree.parent(verb)) return i;
  }
  return kNone;
}

// "It was opened in May and | signed | that day by Peru"
static bool is_opened_and_signed(const SentenceView& view, const FoundAct& act) {
  const std::uint32_t it = passive_subject_before(view, act);
  if (it == kNone || view.low(it) != "it" || view.tree.word(act.words.begin).tag == Penn::vbz)
    return false;
  std::uint32_t by = act.words.end;
  while (by < view.all.end && view.low(by) != "by") ++by;
  return by < view.all.end;
}

// "Peru, like Chile, | signed | but has not ratified", "signed under Ruiz but never ratified it": a
// verb in the past, whatever the tree makes of it.
static bool goes_on_in_present(const SentenceView& view, const FoundAct& act) {
  constexpr std::uint32_t kWordsMax = 6;
  for (std::uint32_t i = act.words.end; i < act.words.end + kWordsMax; ++i) {
    if (view.low(i) == "by" || view.is_mark(i)) return false;
    const bool have = view.is(i + 1, Role::have);
    if (is_any(view.low(i), {"but", "and"})) return have || view.low(i + 1) == "never";
  }
  return false;
}

// Whether "by" somebody stands behind an act, over when and where.
static bool names_agent(const SentenceView& view, const FoundAct& act) {
  for (std::uint32_t i = act.words.end; i < view.all.end && !view.is_mark(i); ++i) {
    const Chunk* agent = view.low(i) == "by" ? view.chunk_behind(i + 1) : nullptr;
    if (agent != nullptr && agent->is_actor()) return true;
    if (view.low(i) == "by") return i == act.words.end;
    if (view.is_finite(i)) return false;
  }
  return false;
}

bool is_reduced(const SentenceView& view, const FoundAct& act) {
  if (view.tree.empty() || act.begin != act.words.begin) return false;
  if (goes_on_in_present(view, act)) return false;
  const SyntaxWord& word = view.tree.word(act.words.begin);
  if (is_opened_and_signed(view, act)) return true;
  if (word.tag != Penn::vbn) return false;
  const bool opens = act.begin == view.all.begin || view.low(act.begin - 1) == ":";
  if (opens && names_agent(view, act)) return true;  // "Signed in May | by"
  if (word.relation != Dependency::advcl && word.relation != Dependency::acl) return false;
  if (act.begin == view.all.begin) return true;
  if (view.low(act.begin - 1) == "," && is_only_verb(view, act)) return false;
  if (act.act->role == ActRole::patient && is_one_of_many(view, act.begin - 1)) return true;
  const Chunk* text = view.chunk_at(act.begin - 1);  // "under | a treaty | signed by Oman"
  bool by = false;
  for (std::uint32_t i = act.words.end; i < view.all.end && !view.is_mark(i); ++i) {
    const Chunk* agent = view.chunk_at(i + 1);  // "signed in 1985 by Oman", "by five states, A, B"
    const bool crowd = view.is(i + 1, Role::count) && view.time_at(i + 1) == nullptr;
    by = by || (view.low(i) == "by" && ((agent != nullptr && agent->is_actor()) || crowd));
  }
  if (by && text != nullptr && !text->is_actor() && text->preposition != kNone) return true;
  const Chunk* chunk = view.low(act.begin - 1) == "," ? view.chunk_at(act.begin - 2) : nullptr;
  return chunk != nullptr && chunk->tokens.end + 1 == act.begin;
}

bool tells_past(const SentenceView& view, const FoundAct& act) {
  for (std::uint32_t i = act.begin; i < act.words.end; ++i) {
    if (is_any(view.low(i), {"was", "were", "had", "did", "having"})) return true;
    if (view.is(i, Role::be | Role::have | Role::do_)) return false;
  }
  const bool turned =  // "when it | refused | to sign"
      !view.tree.empty() && act.begin < act.words.begin &&
      view.tree.word(act.begin).tag == Penn::vbd;
  return turned || act.form == ActForm::past;
}

// "signed the law by which the country | leaves", "an order | withdrawing Peru from it": what a
// paper of one's own is to bring about.
static bool planned_by_law(const SentenceView& view, const FoundAct& act) {
  const bool gerund = act.form == ActForm::gerund && act.act->taken;
  const bool clause = act.form == ActForm::present;
  if (!act.act->leaving || act.effect != Effect::nothing || (!gerund && !clause)) return false;
  const std::uint32_t verb = view.tree.head_of(act.words);
  const std::uint32_t law = view.tree.parent(verb);
  const Dependency wanted = gerund ? Dependency::acl : Dependency::acl_relcl;
  return view.tree.word(verb).relation == wanted && law != kNone && law < verb &&
         view.is(law, Role::decree | Role::draft);
}

// "a ceremony at which Kenya | signs | the pact": what is to happen there.
static bool planned_there(const SentenceView& view, const FoundAct& act) {
  if (act.form != ActForm::present || act.effect != Effect::nothing || act.act->lasting)
    return false;
  if (act.begin != act.words.begin || view.is(act.begin, Role::be | Role::have)) return false;
  std::uint32_t which = act.begin;
  while (which > view.all.begin && !view.is_mark(which) && view.low(which) != "which") --which;
  return view.low(which) == "which" && which > view.all.begin && view.low(which - 1) == "at";
}

// "shall continue until | terminated by another treaty", "once | ratified": not done yet.
static bool is_awaited(const SentenceView& view, const FoundAct& act) {
  if (act.form != ActForm::past || act.begin != act.words.begin || act.begin == view.all.begin)
    return false;
  const FactualityRow* row = governs_clause(view, act.begin - 1);
  return row != nullptr && row->ahead && row->effect == Effect::nothing_asserted;
}

void turn_by_tree(const SentenceView& view, FoundAct& act) {
  if (is_awaited(view, act)) act.effect = Effect::nothing_asserted;
  if (!view.tree.empty() && (planned_by_law(view, act) || planned_there(view, act)))
    act.effect = Effect::planned;
  if (!view.tree.empty() && act.form != ActForm::noun) {
    if (is_wished(view, act)) act.effect = Effect::nothing_asserted;
    turn_by_mark(view, act);
  }
  turn_by_hearsay(view, act);
}

bool is_supposed(const SentenceView& view, const FoundAct& act) {
  if (view.tree.empty() || act.form != ActForm::noun || !act.tail.empty()) return false;
  if (act.effect != Effect::nothing || act.act->role == ActRole::members) return false;
  if (act.act->stage == Stage::considering || act.act->stage == Stage::negotiating) return false;
  if (act.act->standing && view.low(act.words.begin - 1) == ",")
    return false;                        // "In Oman, | another signatory, | a vote is due"
  std::uint32_t head = act.words.begin;  // "its | ratification of": the noun, not its "of"
  while (head + 1 < act.words.end && !is_noun(view, head)) ++head;
  if (is_debated(view, head)) return true;
  const std::uint32_t governor = view.tree.parent(head);
  if (governor == kNone || view.is(governor, Role::greets)) return false;
  const Dependency relation = view.tree.word(head).relation;
  if (view.is(governor, Role::hinges)) return true;
  if (relation == Dependency::nsubj) return is_modal(view, governor) || is_state(view, governor);
  return relation == Dependency::obj || relation == Dependency::nsubj_pass;
}

bool sets_apart(const SentenceView& view, std::uint32_t verb) {
  for (std::uint32_t i = view.all.begin; i < verb; ++i) {
    if (view.tree.parent(i) == verb && view.tree.word(i).relation == Dependency::mark)
      return view.is(i, Role::aside);
  }
  return false;
}

bool stands_aside(const SentenceView& view, const FoundAct& act) {
  if (view.tree.empty()) return false;
  for (std::uint32_t at = view.tree.head_of(act.words); at != kNone; at = view.tree.parent(at)) {
    if (view.tree.word(at).relation == Dependency::advcl && sets_apart(view, at)) return true;
  }
  return false;
}

}  // namespace concord
