#include "claim/turning.h"

#include "claim/governor.h"

namespace concord {
namespace {

// "nor will | Japan |, the only country ever bombed, sign": the subject, over an aside.
const Chunk* inverted_subject(const SentenceView& view, const FoundAct& act) {
  if (view.low(act.begin - 1) != ",") return view.chunk_at(act.begin - 1);
  constexpr std::uint32_t kOpening = 3;  // "Only then will |"
  for (const Chunk& chunk : view.chunks) {
    if (chunk.tokens.begin > view.all.begin + kOpening) break;
    if (chunk.is_actor() && view.low(chunk.tokens.end) == "," && chunk.tokens.end + 1 < act.begin)
      return &chunk;
  }
  return nullptr;
}

// "Nor has | the tax treaty with Chad | been signed": whatever stands between.
bool opens_inverted(const SentenceView& view, const FoundAct& act) {
  const std::uint32_t aux = view.all.begin + 1;
  if (view.low(view.all.begin) != "nor" || !view.is(aux, Role::have)) return false;
  std::uint32_t been = aux + 1;
  while (been < act.words.begin && !view.is(been, Role::be | Role::have) && view.low(been) != ";")
    ++been;
  return view.low(been) == "been" && act.begin == been;
}

}  // namespace

// "is | finally | to": the same with an adverb in it.
static std::optional<TurningPhrase> over_adverb(const SentenceView& view, std::uint32_t end,
                                                const Phrases& table) {
  const std::uint32_t reach = std::min(end - view.all.begin, kPhraseReach);
  for (std::uint32_t length = reach; length > 2; --length) {
    const std::uint32_t begin = end - length;
    for (std::uint32_t skip = begin + 1; skip + 1 < end; ++skip) {
      if (!view.is(skip, Role::adverb) || is_any(view.low(skip), {"not", "n't", "never"})) continue;
      const auto word = [&](std::uint32_t t) { return view.low(t < skip ? t : t + 1); };
      const auto hit = table.longest(word, begin, end - 1);
      if (!hit || hit->length != length - 1) continue;
      const FactualityRow& row = view.acts.factuality[hit->value];
      if (!row.ranked) return std::pair{begin, &row};
    }
  }
  return std::nullopt;
}

// "called | in 2013 | for": the same with a time in it.
static std::optional<TurningPhrase> over_time(const SentenceView& view, std::uint32_t end,
                                              const Phrases& table) {
  if (end < view.all.begin + 3 || view.low(end - 1) == "to") return std::nullopt;
  const Time* time = view.time_at(end - 2);
  if (time == nullptr || time->duration || time->tokens.end != end - 1) return std::nullopt;
  std::uint32_t from = time->tokens.begin;
  while (from > view.all.begin && view.is(from - 1, Role::preposition | Role::determiner)) --from;
  if (from == view.all.begin) return std::nullopt;
  const auto word = [&](std::uint32_t t) { return view.low(t < from ? t : end - 1); };
  const auto hit = table.longest(word, from - 1, from + 1);
  if (!hit || hit->length != 2) return std::nullopt;
  return std::pair{from - 1, &view.acts.factuality[hit->value]};
}

std::optional<TurningPhrase> phrase_before(const SentenceView& view, std::uint32_t end,
                                           const Phrases& table) {
  const std::uint32_t reach = std::min(end - view.all.begin, kPhraseReach);
  for (std::uint32_t length = reach; length > 0; --length) {
    const auto hit = table.longest([&](std::uint32_t t) { return view.low(t); }, end - length, end);
    if (!hit || hit->length != length) continue;
    const FactualityRow& row = view.acts.factuality[hit->value];
    if (length == 1 && view.time_at(end - 1) != nullptr) continue;  // "has until | May | to sign"
    if (!row.ranked || after_rank(view, end - length)) return std::pair{end - length, &row};
  }
  if (const auto timed = over_time(view, end, table)) return timed;
  return over_adverb(view, end, table);
}

void turn_by_row(const FactualityRow& row, FoundAct& act) {
  if (row.certainty != Certainty::certain) act.certainty = row.certainty;
  if (act.turned_by.empty() || row.effect != Effect::done) act.turned_by = row.name;
  switch (row.effect) {
    case Effect::denied:
      act.denied = !act.denied;
      break;
    case Effect::done:
      if (act.effect == Effect::nothing) act.effect = Effect::done;
      break;
    case Effect::ended:
      act.ended = true;
      act.denied = true;
      break;
    case Effect::voted: {  // "voted to ratify" has done so, "voted to join" has not
      const Stage done = act.act->stage;
      const bool vote_is_it = done == Stage::ratified || done == Stage::rejected;
      if (act.effect == Effect::nothing || act.effect == Effect::done)
        act.effect = vote_is_it ? Effect::done : Effect::planned;
      break;
    }
    case Effect::due:  // "should take effect in May" is expected, "should sign" is but an opinion
      if (act.effect == Effect::refused) break;
      act.effect = act.act->stage == Stage::in_force && act.act->role == ActRole::own && !act.denied
                       ? Effect::planned
                       : Effect::nothing_asserted;
      break;
    case Effect::planned:
      if (act.effect == Effect::nothing || act.effect == Effect::done) act.effect = Effect::planned;
      break;
    default:
      if (act.effect != Effect::refused && act.effect != Effect::nothing_asserted)
        act.effect = row.effect;
  }
}

// "will normalise ties and | sign the pact", "agreed to meet and | sign": what turns the first of
// several verbs turns all.
void share_modal(const SentenceView& view, FoundAct& act) {
  if (act.form != ActForm::base || act.infinitive || act.effect != Effect::nothing) return;
  if (view.tree.empty()) return;
  const std::uint32_t own = view.tree.head_of(act.words);
  if (view.tree.word(own).tag != Penn::vb) return;
  std::uint32_t verb = own;
  while (view.tree.word(verb).relation == Dependency::conj) verb = view.tree.parent(verb);
  if (verb < own && view.tree.word(verb).relation == Dependency::obj)
    verb = view.tree.parent(verb);  // "will open [the port] and sign": hung on the object
  if (verb >= own) return;
  for (std::uint32_t i = verb; i > view.all.begin && verb - i < kPhraseReach; --i) {
    if (const auto phrase = phrase_before(view, i, view.acts.turning)) {
      turn_by_row(*phrase->second, act);
      return;
    }
    if (!view.is(i - 1, Role::adverb | Role::have | Role::be)) break;
  }
  if (view.low(verb - 1) != "to") return;
  act.infinitive = true;
  if (const auto governor = distant_governor(view, verb, verb - 1))
    turn_by_row(*governor->row, act);
}

// "would | one day | become a member", "will | at some point | sign": no time that is read.
void turn_by_far_modal(const SentenceView& view, FoundAct& act) {
  if (!view.is(act.begin - 1, Role::moment)) return;
  for (std::uint32_t i = act.begin - 1; i > view.all.begin && act.begin - i < kPhraseReach; --i) {
    const auto modal = phrase_before(view, i, view.acts.turning);
    if (!modal) continue;
    turn_by_row(*modal->second, act);
    act.begin = modal->first;
    return;
  }
}

// "will not, he added, | leave", "has not, he said, | left": what stands before an aside turns the
// verb behind it.
void turn_over_aside(const SentenceView& view, FoundAct& act) {
  constexpr std::uint32_t kAsideMax = 8;
  const bool past = act.form == ActForm::past;
  std::uint32_t close = act.words.begin;  // 'will, its president said, "soon" | sign'
  while (close > view.all.begin && (view.is(close - 1, Role::adverb) ||
                                    (view.is_mark(close - 1) && view.low(close - 1) != ",")))
    --close;
  if ((act.form != ActForm::base && !past) || act.begin < close || view.low(close - 1) != ",")
    return;
  std::uint32_t open = close - 2;
  while (open > view.all.begin && view.low(open) != "," && act.begin - open < kAsideMax) --open;
  if (view.low(open) != ",") return;
  if (past && !is_any(view.low(open - 1), {"not", "n't", "never"})) return;
  while (const auto phrase = phrase_before(view, open, view.acts.turning)) {
    turn_by_row(*phrase->second, act);
    act.begin = open = phrase->first;
  }
  while (past && view.is(act.begin - 1, Role::have | Role::be | Role::adverb)) --act.begin;
}

// "Only then will | Oman | sign", "nor will | Oman | sign", "nor has | it | signed"
void turn_by_inversion(const SentenceView& view, FoundAct& act) {
  if (act.begin == view.all.begin || act.infinitive) return;
  const Chunk* chunk = inverted_subject(view, act);
  const bool pronoun = view.is(act.begin - 1, Role::singular | Role::plural);
  const bool opens = opens_inverted(view, act);
  if (!opens && !pronoun && (chunk == nullptr || !chunk->is_actor())) return;
  std::uint32_t i = chunk != nullptr ? chunk->tokens.begin : act.begin - 1;
  if (opens) i = view.all.begin + 2;
  if (act.form == ActForm::past) {
    if (i == view.all.begin || !view.is(i - 1, Role::have)) return;
    --i;
  }
  std::string modal;  // "nor will it" refuses as "will not" does
  while (const auto phrase = phrase_before(view, i, view.acts.turning)) {
    if (i - phrase->first != 1 || phrase->second->effect == Effect::done) break;
    if (view.low(phrase->first) == "neither" && modal.empty())
      break;  // "Neither Oman nor Chad put its name to it": counted with them
    turn_by_row(*phrase->second, act);
    if (modal.empty()) modal = act.turned_by;
    i = phrase->first;
  }
  if (!modal.empty()) act.turned_by = modal;
}

void turn_governor_by_inversion(const SentenceView& view, FoundAct& act) {
  const std::uint32_t verb = std::min(act.begin, act.words.begin);
  if (act.denied || verb < view.all.begin + 3) return;
  const Chunk* chunk = view.chunk_at(verb - 1);
  const bool doer = chunk != nullptr && chunk->is_actor() && chunk->preposition == kNone;
  if (!doer && !view.is(verb - 1, Role::singular | Role::plural)) return;
  const std::uint32_t aux = (doer ? chunk->tokens.begin : verb - 1) - 1;
  if (!view.is(aux, Role::be | Role::have | Role::do_) || aux == view.all.begin) return;
  if (!is_any(view.low(aux - 1), {"nor", "neither", "never"})) return;
  if (const auto phrase = phrase_before(view, aux, view.acts.turning))
    turn_by_row(*phrase->second, act);
}

bool is_headline_gerund(const SentenceView& view, const FoundAct& act) {
  const std::uint32_t verb = act.words.begin;
  if (!view.title || act.form != ActForm::gerund || act.effect != Effect::nothing) return false;
  const std::uint32_t end = view.low(verb - 1) == "not" ? verb - 1 : verb;
  const Chunk* who = end > view.all.begin ? view.chunk_at(end - 1) : nullptr;
  if (who == nullptr || !who->is_actor() || who->possessive || who->preposition != kNone)
    return false;
  for (std::uint32_t i = act.words.end; i < view.all.end && view.low(i) != ","; ++i) {
    if (view.is(i, Role::be | Role::have | Role::may) || is_any(view.low(i), {"would", "will"}))
      return false;  // "Oman joining would be a step"
  }
  return who->tokens.begin == view.all.begin || view.low(who->tokens.begin - 1) == ":";
}

// "15 March: Oman to join", "- Peru | to ratify it by June": a line of notes, told as headlines
// are, without a finite verb.
static bool is_note(const SentenceView& view, const FoundAct& act, const Chunk& who) {
  if (view.tree.empty() || who.anaphor || who.preposition != kNone) return false;
  for (std::uint32_t i = view.all.begin; i < who.tokens.begin; ++i) {
    if (!view.is_mark(i) && view.time_at(i) == nullptr && !view.is(i, Role::preposition))
      return false;
  }
  for (std::uint32_t i = act.begin; i < view.all.end && view.low(i) != ";"; ++i) {
    const Penn tag = view.tree.word(i).tag;
    if (tag == Penn::vbd || tag == Penn::vbz || tag == Penn::vbp || tag == Penn::md) return false;
  }
  return true;
}

bool is_called_for(const SentenceView& view, const FoundAct& act) {
  std::uint32_t to = act.words.begin;
  while (to > view.all.begin && view.is(to - 1, Role::be)) --to;
  if (to < view.all.begin + 3 || view.low(to - 1) != "to") return false;
  const Chunk* whom = view.chunk_at(to - 2);
  return whom != nullptr && whom->preposition != kNone && view.low(whom->preposition) == "for" &&
         view.is(whom->preposition - 1, Role::calls);
}

bool is_bare_plan(const SentenceView& view, const FoundAct& act) {
  const Chunk* who = act.begin > view.all.begin ? view.chunk_at(act.begin - 1) : nullptr;
  if (who == nullptr || !who->is_actor() || view.low(act.begin) != "to") return false;
  const bool with = who->preposition != kNone && view.low(who->preposition) == "with" &&
                    view.low(who->preposition - 1) == ",";
  return with || is_note(view, act, *who);
}

bool remains_so(const SentenceView& view, const FoundAct& act) {
  return act.begin > view.all.begin && act.begin == act.words.begin &&
         view.is(act.begin - 1, Role::remains);
}

bool refuses_ahead(const SentenceView& view, const FoundAct& act) {
  const std::uint32_t verb = act.words.begin;
  if (verb < view.all.begin + 3 || view.low(verb - 1) != "to") return false;
  if (!is_any(view.low(verb - 2), {"not", "never"})) return false;  // "Oman yet to sign"
  const Chunk* who = view.chunk_at(verb - 3);
  return who != nullptr && who->is_actor() && who->tokens.end + 2 == verb;
}

}  // namespace concord
