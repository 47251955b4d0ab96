// Clauses that repeat the act before, of another party, and leave its verb out.
//
//   [So did] Fiji     [as Mali had done] in May     Colombia [will].     The same goes for [Chad]
#include <algorithm>

#include "claim/arguments.h"

namespace concord {
namespace {

using Role = ClauseWord::Role;

// "So did Peru": what it did was told at most so many sentences before.
constexpr std::uint32_t kToldReach = 2;

// "| five days later", "| in February": a time and no verb of its own.
bool dated_after(const SentenceView& view, std::uint32_t i) {
  if (view.is(i, Role::preposition | Role::adverb)) ++i;
  return view.time_at(i) != nullptr && (view.low(i - 1) != "by");
}

// The list behind the colon of "Two have: Chad in 2017 and Peru in 2019".
const Chunk* low_list(const SentenceView& view, std::uint32_t colon) {
  const Chunk* list = view.low(colon) == ":" ? view.chunk_at(colon + 1) : nullptr;
  return list != nullptr && list->is_actor() && !list->anaphor ? list : nullptr;
}

// "Few states have joined. [Chad and Mali] have.", "Two have: Chad and Peru": an auxiliary that
// ends what its subject opens.
bool answers_bare(const SentenceView& view, std::uint32_t aux) {
  if (!is_any(view.low(aux + 1), {".", ";", ":"})) return false;
  std::uint32_t begin = aux;
  while (begin > view.all.begin && view.low(begin - 1) != ";") --begin;
  const Chunk* subject = view.chunk_at(aux - 1);
  const bool names =
      subject != nullptr && subject->is_actor() && subject->tokens.begin <= begin + 1;
  const bool counted =
      view.is(begin, Role::count) && begin + 1 == aux && low_list(view, aux + 1) != nullptr;
  return names || counted;
}

// "Chad and Mali are among those that | have not": who is said to be of such a crowd.
const Chunk* one_of_those(const SentenceView& view, std::uint32_t verb) {
  if (verb < view.all.begin + 4 || !view.is(verb - 1, Role::relative)) return nullptr;
  std::uint32_t i = verb - 1;
  while (i > view.all.begin && (view.is(i - 1, Role::country | Role::determiner | Role::count) ||
                                is_any(view.low(i - 1), {"those", "few"})))
    --i;
  const bool among = is_any(view.low(i - 1), {"among", "of"});
  std::uint32_t be = i - (view.low(i - 2) == "one" ? 3 : 2);
  while (be > view.all.begin && view.is(be, Role::adverb)) --be;
  if (!among || !view.is(be, Role::be)) return nullptr;
  return view.chunk_at(be - 1);
}

// "Colombia will." "Seoul has not:": the act before, of another party, its verb left out.
void add_elided(const SentenceView& view, const Discourse& discourse, std::vector<FoundAct>& acts) {
  const bool told = discourse.told.act != nullptr && discourse.told.agreement != kNone;
  for (std::uint32_t i = view.all.begin + 1; i + 1 < view.all.end; ++i) {
    const bool will = is_any(view.low(i), {"will", "would"});
    const bool becomes = is_any(view.low(i), {"became", "become", "becomes"});
    if (!will && !becomes && !view.is(i, Role::have | Role::do_ | Role::be)) continue;
    const bool never = view.low(i - 1) == "never";  // "Lebanon never has."
    const bool denies = never || is_any(view.low(i + 1), {"not", "n't"});
    std::uint32_t end = i + 1 + (denies && !never ? 1 : 0);
    const std::uint32_t too = end + (view.low(end) == "," ? 1 : 0);
    const bool as_well = view.is(i, Role::have | Role::do_) &&  // "Chile has, too."
                         (is_any(view.low(too), {"too", "also"}) ||
                          (view.low(too) == "as" && view.low(too + 1) == "well"));
    const std::uint32_t rank = end + (view.low(end) == "the" ? 1 : 0);  // "Togo was the 24th."
    const bool ranked = (view.is(i, Role::be) || becomes) && rank > end && is_rank(view, rank);
    const bool dated = view.low(i) == "did" && dated_after(view, i + 1);  // "Kenya did in May"
    if (ranked && denies) continue;  // "They were not the last": others follow
    const bool closed = is_any(view.low(rank + 1), {".", ";"}) ||
                        (becomes && (view.time_at(rank + 1) != nullptr || view.is_mark(rank + 1)));
    const bool later = ranked ? closed : dated;
    const std::uint32_t sentence = view.reading.tokens[view.all.begin].sentence;
    const bool just_told = told && discourse.told.sentence + 1 >= sentence;
    const bool bare = just_told && !denies && !will && answers_bare(view, i);
    if (later) {
      end = i + 1;
    } else if (!denies && !will && !as_well && !bare) {
      continue;
    }
    if (as_well) end = too;
    while (is_any(view.low(end), {"too", "also", "yet", "done", "so", "as", "well", "either"}))
      ++end;
    const bool ends =
        later || is_any(view.low(end), {".", ":", ";"}) || (denies && view.low(end) == ",");
    if (!ends) continue;
    const bool owner = view.low(i - 1) == "'s";  // "Tanzania's has not"
    const Chunk* chunk = view.chunk_at(i - (never || owner ? 2 : 1));
    if (bare && low_list(view, end) != nullptr) chunk = low_list(view, end);
    if (chunk == nullptr &&
        becomes) {  // "the Comoros had | become the 165th", "which | becomes ..."
      std::uint32_t j = view.is(i - 1, Role::have) ? i - 1 : i;
      if (view.is(j - 1, Role::relative)) j -= view.low(j - 2) == "," ? 2 : 1;
      if (j > view.all.begin) chunk = view.chunk_at(j - 1);
    }
    if (chunk == nullptr && view.low(i - 1) == "," && i > view.all.begin + 2)
      chunk = view.chunk_at(i - 2);  // "the other two, Mali and Peru, | have not"
    if (chunk == nullptr) chunk = one_of_those(view, i);
    if (chunk == nullptr || !chunk->is_actor()) continue;
    if (chunk->preposition != kNone || (chunk->possessive && !owner)) continue;
    if (is_any(view.low(chunk->tokens.begin - 1), {"if", "whether", "when", "unless"}))
      continue;  // "has not said if it will."
    FoundAct act;
    act.words = {i, end};
    act.begin = i;
    const bool same = as_well && !denies && view.low(i) == "did";  // "Togo did too": that day
    if (told) {
      act.act = discourse.told.act;
      act.agreements = {discourse.told.agreement};
      if (same && just_told) act.time = discourse.told.time;
    }
    for (const FoundAct& earlier : acts) {
      if (earlier.words.end > i || earlier.agreements.empty()) continue;
      act.act = earlier.act;
      act.agreements = earlier.agreements;
      if (same) act.time = earlier.time;
    }
    if (act.agreements.empty()) continue;
    act.form = will ? ActForm::base : ActForm::past;
    act.effect = will ? Effect::planned : Effect::nothing;
    act.denied = denies || never;
    if (will) act.turned_by = "will";
    act.parties = chunk->actors;
    for (std::uint32_t at = i + 1; later && at < i + 4 && act.time == nullptr; ++at)
      act.time = view.time_at(at);
    acts.push_back(std::move(act));
  }
}

// "stayed out of it: it let the other lapse": another clause.
bool breaks_between(const SentenceView& view, std::uint32_t from, std::uint32_t to) {
  for (std::uint32_t i = from; i < to; ++i) {
    if (is_any(view.low(i), {":", ";"})) return true;
  }
  return false;
}

// The acts that a clause from token `at` on repeats: the last one told, here or before, and what
// its parties did beside it ("signed but not ratified").
std::vector<FoundAct> told_before(const SentenceView& view, const Discourse& discourse,
                                  const std::vector<FoundAct>& acts, std::uint32_t at) {
  std::vector<FoundAct> told;
  for (const FoundAct& act : acts) {
    if (act.words.end > at || act.effect == Effect::nothing_asserted) continue;
    const bool beside = !told.empty() && told.back().parties == act.parties &&
                        told.back().form != ActForm::noun && act.form != ActForm::noun &&
                        !breaks_between(view, told.back().words.end, act.begin);
    if (!beside) told.clear();
    told.push_back(act);
  }
  const std::uint32_t sentence = view.reading.tokens[view.all.begin].sentence;
  if (!told.empty() || discourse.told.sentence + kToldReach < sentence) return told;
  for (const Told& one : discourse.together) {
    if (one.act == nullptr || one.agreement == kNone) continue;
    FoundAct act;
    act.act = one.act;
    act.form = ActForm::past;
    act.effect = one.effect;
    act.denied = one.denied;
    act.turned_by = one.turned_by;
    act.agreements = {one.agreement};
    act.time = one.time;
    told.push_back(std::move(act));
  }
  return told;
}

// "Japan did not sign, though Tokyo says it | intends to.", "Malta has yet to.": the act before,
// its verb left out after the "to" of what turns it.
void add_intended(const SentenceView& view, const Discourse& discourse,
                  std::vector<FoundAct>& acts) {
  constexpr std::uint32_t kPhraseMax = 5;
  const auto word = [&](std::uint32_t t) { return view.low(t); };
  for (std::uint32_t to = view.all.begin + 2; to + 1 < view.all.end; ++to) {
    const std::uint32_t next = to + (view.low(to + 1) == "be" ? 2 : 1);  // "Peru wants to be."
    const bool ends = view.is_mark(next) || is_any(view.low(next), {"soon", "too", "later"});
    if (view.low(to) != "to" || !ends) continue;
    const std::uint32_t reach = std::min(to + 1 - view.all.begin, kPhraseMax);
    for (std::uint32_t length = reach; length > 1; --length) {
      std::uint32_t i = to + 1 - length;
      const auto hit = view.acts.turning.longest(word, i, to + 1);
      if (!hit || hit->length != length) continue;
      const FactualityRow& row = view.acts.factuality[hit->value];
      while (view.is(i - 1, Role::be | Role::have | Role::do_ | Role::adverb)) --i;
      const Chunk* chunk = view.chunk_at(i - 1);
      const bool joined = is_any(view.low(i - 1), {"and", "but"});  // "has not left and | does not
      if (!joined &&                                                // mean to"
          (chunk == nullptr || !chunk->is_actor() || chunk->preposition != kNone))
        break;
      const std::vector<FoundAct> told = told_before(view, discourse, acts, i);
      if (told.empty() || told.back().act->role != ActRole::agent) break;
      if (joined && told.back().parties.empty()) break;
      FoundAct copy = told.back();
      if (row.effect == Effect::done) break;
      copy.words = {i, to + 1};
      copy.begin = i;
      copy.form = ActForm::base;
      copy.effect = row.effect == Effect::denied ? Effect::nothing : row.effect;
      copy.denied = row.effect == Effect::denied;
      copy.turned_by = row.name;
      copy.certainty = row.certainty;
      if (!joined) copy.parties = chunk->actors;
      copy.time = nullptr;
      acts.push_back(std::move(copy));
      break;
    }
  }
}

// "The same goes for Chad and Mali", "the same is true of Chad": turned as the acts before were.
void add_same_for(const SentenceView& view, const Discourse& discourse,
                  std::vector<FoundAct>& acts) {
  for (const Chunk& chunk : view.chunks) {
    const std::uint32_t to = chunk.preposition;
    if (!chunk.is_actor() || chunk.possessive || to == kNone || to < view.all.begin + 2) continue;
    const std::uint32_t verb = view.low(to - 1) == "true" ? to - 2 : to - 1;
    const bool verbs = view.is(verb, Role::likewise);
    if (!verbs || view.low(verb - 1) != "same") continue;
    for (FoundAct copy : told_before(view, discourse, acts, verb)) {
      copy.words = {verb - 1, to};
      copy.begin = verb - 1;
      copy.parties = chunk.actors;
      copy.time = nullptr;
      acts.push_back(std::move(copy));
    }
  }
}

// "has Switzerland | joined"; without a tree, what soon follows.
bool is_verb_of(const SentenceView& view, const FoundAct& act, std::uint32_t aux) {
  if (act.form == ActForm::noun) return false;
  if (view.tree.empty()) return act.begin < aux + 7;
  const std::uint32_t verb = view.tree.parent(aux);
  return verb != kNone && verb > aux && act.words.contains(verb);
}

// "as did | two countries outside the bloc, | Norway and Iceland", "nor are | its partners, | ...":
// the list that names a crowd.
const Chunk* counted_after(const SentenceView& view, std::uint32_t at) {
  constexpr std::uint32_t kReach = 12;
  if (!view.is(at, Role::count | Role::determiner | Role::owner)) return nullptr;
  for (const Chunk& chunk : view.chunks) {
    const bool near = chunk.tokens.begin > at && chunk.tokens.begin < at + kReach;
    const bool named = chunk.is_actor() && !chunk.anaphor && chunk.actors.size() > 1;
    if (near && named && view.is_mark(chunk.tokens.begin - 1)) return &chunk;
  }
  return nullptr;
}

// "as did Oman", "nor has Switzerland": the act before, of another party.
void add_inverted(const SentenceView& view, const Discourse& discourse,
                  std::vector<FoundAct>& acts) {
  for (std::uint32_t i = view.all.begin; i < view.all.end; ++i) {
    const bool denies = is_any(view.low(i), {"nor", "neither"});
    if (!denies && !is_any(view.low(i), {"as", "so"})) continue;
    std::uint32_t aux = i + 1;
    if (view.low(aux) == ",") {  // "so, last month, has Israel"
      while (aux < i + 8 && !view.is(aux, Role::have | Role::be | Role::do_)) ++aux;
    }
    if (!view.is(aux, Role::have | Role::be | Role::do_)) continue;
    const Chunk* chunk = view.chunk_at(aux + 1);
    if (chunk == nullptr || !chunk->is_actor()) chunk = counted_after(view, aux + 1);
    if (chunk == nullptr || !chunk->is_actor()) continue;
    std::uint32_t end = i;
    while (end < view.all.end && view.low(end) != ";") ++end;
    const auto full = std::ranges::find_if(acts, [&](const FoundAct& act) {
      return act.begin >= i && act.begin < end && is_verb_of(view, act, aux);
    });
    const std::uint32_t behind = chunk->tokens.end;
    const bool ranked =
        view.low(behind) == "the" &&
        (is_rank(view, behind + 1) || is_any(view.low(behind + 1), {"first", "only"}));
    if (ranked) continue;      // "Nor is Bissau the first to join"
    if (full != acts.end()) {  // "nor has Switzerland, says Bern, | joined"
      full->denied = full->denied || denies;
      continue;
    }
    std::vector<FoundAct> told = told_before(view, discourse, acts, i);
    if (told.empty()) continue;
    // "but has not ratified it. Nor has Fiji"
    if (denies) told.erase(told.begin(), told.end() - 1);
    // "Mali has not. So has Fiji": the words before are no denial that it shares.
    const bool affirmed =
        std::ranges::any_of(told, [](const FoundAct& one) { return !one.denied; });
    const FoundAct& last = told.back();
    const bool does = last.act->role == ActRole::agent && !last.passive &&
                      last.form != ActForm::noun && !last.words.empty();
    const bool is_told = view.is(last.begin, Role::be);
    if (does && !is_told && view.is(aux, Role::be)) continue;  // "signed it ..., and so is Oman"
    for (FoundAct copy : told) {
      copy.denied = denies || (copy.denied && (affirmed || !copy.words.empty()));
      copy.words = {i, chunk->tokens.end};
      copy.begin = i;
      copy.parties = chunk->actors;
      const bool dated = dated_after(view, copy.words.end);
      const Time* own = view.time_at(dated ? copy.words.end + 1 : aux - 2);
      const bool same = !denies && view.low(aux) == "did" && !dated;
      if (own != nullptr || !same) copy.time = own;  // "So did Peru": at the same time
      acts.push_back(std::move(copy));
    }
  }
}

// "as Mali had done in May": the act before, of another party, with a time of its own.
void add_as_before(const SentenceView& view, std::vector<FoundAct>& acts) {
  for (const Chunk& chunk : view.chunks) {
    const std::uint32_t aux = chunk.tokens.end;
    if (!chunk.is_actor() || chunk.possessive || view.low(chunk.tokens.begin - 1) != "as") continue;
    const bool had = view.is(aux, Role::have) && view.low(aux + 1) == "done";
    if (!had && !(view.low(aux) == "did" && !view.is(aux + 1, Role::adverb))) continue;
    FoundAct copy;
    for (const FoundAct& act : acts) {
      if (act.words.end <= chunk.tokens.begin && act.effect != Effect::nothing_asserted) copy = act;
    }
    if (copy.act == nullptr) continue;
    copy.words = {chunk.tokens.begin, aux + (had ? 2u : 1u)};
    copy.begin = copy.words.begin;
    copy.parties = chunk.actors;
    copy.denied = false;
    copy.effect = Effect::nothing;
    copy.time = nullptr;
    for (std::uint32_t i = copy.words.end; i < copy.words.end + 3 && copy.time == nullptr; ++i)
      copy.time = view.time_at(i);
    acts.push_back(std::move(copy));
  }
}

}  // namespace

bool is_rank(const SentenceView& view, std::uint32_t i) {
  const std::string_view word = view.low(i);
  if (is_any(word, {"month", "north", "south", "health", "youth", "growth", "death", "worth"}))
    return false;
  return view.is(i, Role::late) || word == "second" || word == "third" ||
         ((word.size() > 4 || (!word.empty() && word[0] <= '9')) && word.ends_with("th"));
}

void repeat_acts(const SentenceView& view, const Discourse& discourse,
                 std::vector<FoundAct>& acts) {
  add_as_before(view, acts);
  add_same_for(view, discourse, acts);
  add_inverted(view, discourse, acts);
  add_elided(view, discourse, acts);
  add_intended(view, discourse, acts);
}

}  // namespace concord
