// Clauses that repeat the act before, of another party, and leave its verb out.
//
//   Colombia [will].     Togo [was the 24th].     Malta [has yet to].     Nauru [has done neither].
#include <algorithm>

#include "claim/arguments.h"
#include "claim/elided_parties.h"
#include "claim/elided_verbs.h"
#include "claim/turning.h"

namespace concord {
namespace {

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

constexpr std::uint32_t kCrowdWordsMax = 4;

// "Few states have joined. [Chad and Mali] have.", "Two have: Chad and Peru": an auxiliary that
// ends what its subject opens.
bool answers_bare(const SentenceView& view, std::uint32_t aux) {
  if (!is_any(view.low(aux + 1), {".", ";", ":"})) return false;
  std::uint32_t begin = aux;
  while (begin > view.all.begin && view.low(begin - 1) != ";") --begin;
  const Chunk* subject = view.chunk_at(aux - 1);
  const bool names =
      subject != nullptr && subject->is_actor() && subject->tokens.begin <= begin + 1;
  const bool crowd = begin + 1 == aux ||  // "Four Arab states do: Oman, ..."
                     (view.is(aux - 1, Role::country) && aux <= begin + kCrowdWordsMax);
  const bool counted = view.is(begin, Role::count) && crowd && low_list(view, aux + 1) != nullptr;
  return names || counted;
}

// "Parliament has approved it; | those in Chad and Mali | have not": whose they are.
bool stand_for_houses(const SentenceView& view, const Chunk& chunk) {
  const std::uint32_t in = chunk.preposition;
  return in != kNone && in > view.all.begin && is_any(view.low(in), {"in", "of", "from"}) &&
         (is_any(view.low(in - 1), {"those", "that", "ones"}) ||
          view.is(in - 1, Role::legislature));
}

// "had ratified | its accession |": a noun that names no act beside the verb's.
bool is_its_object(const FoundAct& verb, const FoundAct& noun) {
  return noun.form == ActForm::noun && verb.form != ActForm::noun && !verb.agreements.empty() &&
         verb.words.end >= noun.begin;
}

// The act told last before a word, here or in a sentence before.
Told last_before(const SentenceView& view, const Discourse& discourse,
                 const std::vector<FoundAct>& acts, std::uint32_t i) {
  Told told = discourse.told;
  for (const FoundAct& act : acts) {
    if (act.words.end <= i && !act.agreements.empty()) told = told_by(view, act);
  }
  return told;
}

bool comes_or_goes(const SentenceView& view, const Told& told, std::uint32_t i) {
  const bool leaves = told.act->leaving;
  const bool done = (told.effect == Effect::nothing || told.effect == Effect::done) && !told.denied;
  const Chunk* who = view.chunk_at(i - 1);
  const bool party = who != nullptr && who->can_act() && !who->government &&
                     view.person_at(i - 1) == nullptr &&
                     !(who->anaphor && view.is(i - 1, Role::singular));
  if (!done || !party || !dated_after(view, i + 1)) return false;
  if (told.sentence + 2 < view.reading.token(view.all.begin).sentence) return false;
  return view.is(i, Role::went) ? leaves
                                : !leaves && (told.act->joins || told.act->stage == Stage::party ||
                                              told.act->stage == Stage::ratified);
}

// "Colombia will." "Seoul has not:": the act before, of another party, its verb left out.
void add_elided(const SentenceView& view, const Discourse& discourse, std::vector<FoundAct>& acts) {
  const bool told = discourse.told.act != nullptr && discourse.told.agreement != kNone;
  for (std::uint32_t i = view.all.begin + 1; i + 1 < view.all.end; ++i) {
    const bool will = is_any(view.low(i), {"will", "would", "wo"});
    const bool becomes = view.is(i, Role::becomes);
    const bool moves = view.is(i, Role::came | Role::went);
    if (!will && !becomes && !moves && !view.is(i, Role::have | Role::do_ | Role::be)) continue;
    const bool never = view.low(i - 1) == "never";  // "Lebanon never has."
    const bool none = view.is(i, Role::have) && view.low(i + 1) == "none" && told &&
                      discourse.told.act->owns;  // "The United States | has none |"
    const bool denies = never || none || is_any(view.low(i + 1), {"not", "n't"});
    std::uint32_t end = i + 1 + (denies && !never ? 1 : 0);
    const std::uint32_t too = end + (view.low(end) == "," ? 1 : 0);
    const bool is_too = view.is(i, Role::be) && told && discourse.told.passive;  // "Chile is, too."
    const bool all_of =
        view.is(i, Role::have | Role::do_) &&  // "The Danes and the Swedes | all have."
        is_any(view.low(i - 1), {"all", "both"}) && view.low(i + 1) == ".";
    const bool as_well =
        (is_too || will || view.is(i, Role::have | Role::do_)) &&  // "Chile has, too."
        (is_any(view.low(too), {"too", "also"}) || all_of ||
         (view.low(too) == "as" && view.low(too + 1) == "well"));
    const std::uint32_t rank = end + (view.low(end) == "the" ? 1 : 0);  // "Togo was the 24th."
    const bool ranked = (view.is(i, Role::be) || becomes) && rank > end && is_rank(view, rank);
    const bool dated = view.low(i) == "did" && dated_after(view, i + 1);  // "Kenya did in May"
    // "Peru came in May", "Chad went a year later", after words on who joined or left.
    const Told last = moves ? last_before(view, discourse, acts, i) : Told{};
    const bool goes =
        last.act != nullptr && last.agreement != kNone && comes_or_goes(view, last, i);
    const bool of_other = view.is(i, Role::do_) && discourse.other_deed != kNone &&
                          discourse.other_deed > discourse.told.sentence;
    if (of_other) continue;  // "Senegal welcomed it. Abuja | did not"
    if (repeats_main_verb(view, acts, i) || (as_well && repeats_clause_before(view, acts, i)) ||
        (denies && !ranked && is_of_another_verb(view, discourse, acts, i)))
      continue;
    if (ranked && denies) continue;  // "They were not the last": others follow
    const bool to_come = ranked && is_any(view.low(i - 1), {"will", "would"}) && i >= 2;
    const bool closed =
        is_any(view.low(rank + 1), {".", ";"}) ||
        (view.low(rank + 1) == "," &&
         time_after(view, rank + 2) != nullptr) ||  // "the 53rd, in May"
        ((becomes || to_come) && (view.time_at(rank + 1) != nullptr || view.is_mark(rank + 1) ||
                                  (view.is(rank + 1, Role::preposition) &&
                                   view.time_at(rank + 2) != nullptr)));  // "the latest in May"
    const bool later = ranked ? closed : dated || goes;
    if (moves && !goes) continue;
    const std::uint32_t sentence = view.reading.token(view.all.begin).sentence;
    const bool just_told = told && discourse.told.sentence + 1 >= sentence;
    const bool bare = just_told && !denies && !will && answers_bare(view, i);
    const bool contrary = !denies && !will && answers_contrary(view, acts, i, told && just_told);
    if (later) {
      end = i + 1;
    } else if (!denies && !will && !as_well && !bare && !contrary &&
               one_of_those(view, i) == nullptr) {
      continue;
    }
    if (as_well) end = too;
    while (is_any(view.low(end), {"too", "also", "yet", "done", "so", "as", "well", "either"}))
      ++end;
    const Time* day = denies || as_well ? time_after(view, end) : nullptr;  // "did too | in 2002"
    if (day != nullptr && view.is_mark(day->tokens.end)) end = day->tokens.end;
    const bool goes_on =  // "Peru has not | and will not."
        denies && is_any(view.low(end), {"and", "nor", "but"}) &&
        (view.is(end + 1, Role::have | Role::do_ | Role::be) || view.low(end + 1) == "will");
    const std::uint32_t when = end + (view.low(end) == "," ? 1 : 0);
    const bool tied = will &&
                      (told || !acts.empty()) &&  // "Oman says that it will, | once it has read it"
                      (view.is(when, Role::before | Role::provided) ||
                       (view.low(when) == "as" && view.low(when + 1) == "soon"));
    const bool ends = later || goes_on || tied || contrary ||
                      is_any(view.low(end), {".", ":", ";"}) ||
                      ((denies || as_well) && view.low(end) == ",");
    if (!ends) continue;
    const bool owner = view.low(i - 1) == "'s";     // "Tanzania's has not"
    const bool still = view.low(i - 1) == "still";  // "promised to sign it. It still has not."
    const bool already = contrary && view.low(i - 1) == "already";
    const std::uint32_t who = i - (never || owner || still || all_of || already ? 2 : 1);
    const Chunk* chunk = view.chunk_at(who);
    if (bare && low_list(view, end) != nullptr) chunk = low_list(view, end);
    const bool not_done = denies && view.is(i, Role::do_);  // "was to sign it but | did not |"
    if (chunk == nullptr && (never || will || still || not_done) &&
        is_any(view.low(who), {"but", "and"}))
      chunk = doer_before(view, acts, i);  // "has not signed and | won't"
    if (chunk == nullptr &&
        becomes) {  // "the Comoros had | become the 165th", "which | becomes ..."
      std::uint32_t j = view.is(i - 1, Role::have) ? i - 1 : i;
      if (view.is(j - 1, Role::relative)) j -= view.low(j - 2) == "," ? 2 : 1;
      if (j > view.all.begin) chunk = view.chunk_at(j - 1);
    }
    const bool had = ranked && view.is(i - 1, Role::have);
    if (to_come || had) chunk = view.chunk_at(i - 2);  // "Togo | will | be the fifth"
    if (chunk == nullptr && view.low(i - 1) == "," && i > view.all.begin + 2)
      chunk = view.chunk_at(i - 2);  // "the other two, Mali and Peru, | have not"
    const bool object = chunk != nullptr && !stand_for_houses(view, *chunk) &&
                        (chunk->preposition != kNone || view.low(chunk->tokens.begin) == "it");
    const Chunk* some = some_of_others(view, i);
    if (object && some == nullptr && view.low(i - 1) == ",")
      chunk = nullptr;  // "Mali, where many are against | it, | has not"
    if (chunk != nullptr && !chunk->is_actor() && view.low(i - 1) == ",")
      chunk = nullptr;  // "Oman, whose envoys wrote | the text, | did not"
    if (chunk == nullptr) chunk = one_of_those(view, i);
    const Chunk* ones = chunk == nullptr && denies ? only_ones(view, i) : nullptr;
    if (ones != nullptr) chunk = ones;
    if (chunk == nullptr && denies) chunk = named_among(view, i, end);
    const bool aside = chunk == nullptr;
    if (aside) chunk = before_aside(view, never ? i - 1 : i);
    if (chunk == nullptr || !chunk->is_actor()) continue;
    const bool opens =
        std::ranges::none_of(acts, [&](const FoundAct& earlier) { return earlier.words.end <= i; });
    const bool of_text =  // "The treaty was to take effect in May. It | did not": no actor did
        opens && !discourse.spoken.empty() && discourse.spoken.back().sentence + 1 == sentence &&
        discourse.told.sentence + 1 < sentence && view.low(chunk->tokens.begin) == "it";
    const bool stale = will && told && !just_told && opens && view.low(chunk->tokens.begin) == "it";
    if (of_text || stale) continue;  // "The court | has not said so. It never | will |"
    const bool behind = chunk->tokens.begin >= end || chunk == some;
    const bool houses = stand_for_houses(view, *chunk);
    const bool after =  // "a day after | Chad | had become the 165th"
        becomes && chunk->preposition != kNone && view.is(chunk->preposition, Role::subordinate);
    if ((chunk->preposition != kNone && !behind && !houses && !after) ||
        (chunk->possessive && !owner))
      continue;
    const bool read = std::ranges::any_of(acts, [&](const FoundAct& act) {
      return act.begin <= i && i < act.words.begin;  // "will not, he added, | leave"
    });
    if (read) continue;
    if (is_any(view.low(chunk->tokens.begin - 1), {"if", "whether", "when", "unless"}))
      continue;  // "has not said if it will."
    const std::uint32_t that = chunk->tokens.begin - 1;
    const auto held = view.low(that) == "that" ? phrase_before(view, that, view.acts.clausal)
                                               : std::optional<TurningPhrase>();
    if (held && held->second->effect == Effect::nothing_asserted)
      continue;  // "few thought then that it would."
    FoundAct act;
    act.words = {i, end};
    act.begin = i;
    bool wished = told && just_told && discourse.told.effect == Effect::wanted;
    const bool same = as_well && !denies && view.low(i) == "did";  // "Togo did too": that day
    if (told) {
      act.act = discourse.told.act;
      act.agreements = {discourse.told.agreement};
      if (same && just_told) act.time = discourse.told.time;
    }
    for (std::size_t n = 0; n < acts.size(); ++n) {
      FoundAct& earlier = acts[n];
      if (earlier.words.end > i || earlier.agreements.empty()) continue;
      if (n > 0 && is_its_object(acts[n - 1], earlier)) continue;
      if (aside && earlier.begin > chunk->tokens.begin) continue;  // "which | signed"
      if (ones != nullptr && earlier.begin > ones->tokens.begin) {
        earlier.effect = Effect::nothing_asserted;  // "the only | members | that have not"
        continue;
      }
      act.act = earlier.act;
      act.agreements = earlier.agreements;
      wished = earlier.effect == Effect::wanted && earlier.parties != chunk->actors;
      if (same) act.time = earlier.time;
    }
    const bool itself = act.act != nullptr && act.act->role == ActRole::own;
    if (act.agreements.empty() || itself) continue;  // "It came into force. | Chile is not"
    act.form = will ? ActForm::base : ActForm::past;
    if (!view.is(i, Role::do_)) wished = false;  // "Oman wants to join, Peru | does not"
    act.effect = will || to_come ? Effect::planned : wished ? Effect::wanted : Effect::nothing;
    act.denied = denies || never;
    if (act.effect == Effect::planned) act.turned_by = "will";
    act.parties = chunk->actors;
    act.legislature = houses || (owner && act.act->approval);
    for (std::uint32_t at = i + 1; later && at < i + 5 && act.time == nullptr; ++at)
      act.time = view.time_at(at);
    if (day != nullptr && !denies) act.time = day;
    if (contrary) act.time = time_of_answer(view, *chunk);
    if (tied && act.effect == Effect::planned) find_condition(view, act);
    if (will) {  // "Oman has never said that | it will."
      const Subject subject{chunk, nullptr, chunk->tokens.begin, false};
      turn_by_clause(place_of(view, discourse, acts, acts.size()), subject, act);
    }
    acts.push_back(std::move(act));
  }
}

// "would like to | be the | twelfth", "hopes to | become | number"; the rank, or kNone.
std::uint32_t rank_to_be(const SentenceView& view, std::uint32_t be) {
  if (view.low(be) != "be" && !view.is(be, Role::becomes)) return kNone;
  const std::uint32_t rank = be + (view.low(be + 1) == "the" ? 2 : 1);
  return is_rank(view, rank) && view.low(rank) != "next" ? rank : kNone;
}

// "Japan did not sign, though Tokyo says it | intends to.", "Malta has yet to.": the act before,
// its verb left out after the "to" of what turns it.
void add_intended(const SentenceView& view, const Discourse& discourse,
                  std::vector<FoundAct>& acts) {
  constexpr std::uint32_t kPhraseMax = 5;
  const auto word = [&](std::uint32_t t) { return view.low(t); };
  for (std::uint32_t to = view.all.begin + 2; to + 1 < view.all.end; ++to) {
    std::uint32_t next = to + (view.low(to + 1) == "be" ? 2 : 1);  // "Peru wants to be."
    const std::uint32_t rank = rank_to_be(view, to + 1);
    if (rank != kNone) next = rank + 1;
    const bool ends = view.is_mark(next) || is_any(view.low(next), {"soon", "too", "later"});
    const bool such = view.low(to - 1) == "such";  // "has no such | plans"
    if ((view.low(to) != "to" && !such) || !ends) continue;
    const std::uint32_t reach = std::min(to + 1 - view.all.begin, kPhraseMax);
    for (std::uint32_t length = reach; length > 1; --length) {
      std::uint32_t i = to + 1 - length;
      const auto hit = view.acts.turning.longest(word, i, to + 1);
      if (!hit || hit->length != length) continue;
      const FactualityRow& row = view.acts.factuality[hit->value];
      bool never = false;  // "has | never | asked to be", "is | not | about to"
      while (view.is(i - 1, Role::be | Role::have | Role::do_ | Role::adverb) ||
             view.low(i - 1).ends_with("ly")) {  // "flatly refused to"
        never = never || is_any(view.low(i - 1), {"never", "not", "n't"});
        --i;
      }
      const Chunk* chunk = view.chunk_at(i - 1);
      if (chunk == nullptr) chunk = before_aside(view, i);
      const bool joined = is_any(view.low(i - 1), {"and", "but"});  // "has not left and | does not
      if (!joined &&                                                // mean to"
          (chunk == nullptr || !chunk->is_actor() || chunk->preposition != kNone))
        break;
      const std::vector<FoundAct> told = told_before(view, discourse, acts, i);
      if (told.empty() || told.back().act->role != ActRole::agent) break;
      if (row.effect == Effect::done || (joined && told.back().parties.empty())) break;
      FoundAct copy = told.back();
      copy.words = {i, to + 1};
      copy.begin = i;
      copy.form = ActForm::base;
      copy.effect = row.effect == Effect::denied ? Effect::nothing : row.effect;
      copy.denied = (row.effect == Effect::denied) != never;
      copy.turned_by = row.name;
      copy.certainty = row.certainty;
      if (!joined) copy.parties = chunk->actors;
      copy.time = nullptr;
      acts.push_back(std::move(copy));
      break;
    }
  }
}

// "Fiji has ratified it, Tonga has signed it and Nauru has done | neither": of the last two acts.
void add_neither(const SentenceView& view, const Discourse& discourse,
                 std::vector<FoundAct>& acts) {
  constexpr std::uint32_t kSentencesBack = 3;
  for (std::uint32_t i = view.all.begin + 2; i + 1 < view.all.end; ++i) {
    const bool denies = view.low(i) == "neither";
    const bool done = view.low(i - 1) == "done" && view.is(i - 2, Role::have);
    const Time* time = time_after(view, i + 1);
    const bool ends = view.is_mark(i + 1) || time != nullptr;
    if ((!denies && view.low(i) != "both") || !ends) continue;
    if (!done && view.low(i - 1) != "did") continue;
    const std::uint32_t begin = i - (done ? 2 : 1);
    const Chunk* chunk = begin > view.all.begin ? view.chunk_at(begin - 1) : nullptr;
    if (chunk == nullptr && begin > view.all.begin) chunk = before_aside(view, begin);
    if (chunk == nullptr || !chunk->is_actor()) continue;
    std::vector<Told> pair = discourse.pair;
    for (const FoundAct& act : acts) {
      if (act.words.end <= i) remember_pair(told_by(view, act), pair);
    }
    const std::uint32_t here = view.reading.token(view.all.begin).sentence;
    if (pair.size() < 2 || pair.back().sentence + kSentencesBack < here) continue;
    for (const Told& told : pair) {
      FoundAct act = act_of(told);
      act.words = {begin, i + 1};
      act.begin = begin;
      act.parties = chunk->actors;
      act.denied = denies;
      act.time = time;
      acts.push_back(std::move(act));
    }
  }
}

}  // namespace

FoundAct act_of(const Told& told) {
  FoundAct act;
  act.act = told.act;
  act.form = ActForm::past;
  act.effect = told.effect;
  act.denied = told.denied;
  act.turned_by = told.turned_by;
  act.passive = told.passive;
  act.agreements = {told.agreement};
  act.time = told.time;
  return act;
}

void remember_pair(const Told& told, std::vector<Told>& pair) {
  if (told.effect != Effect::nothing && told.effect != Effect::done) return;
  if (told.agreement == kNone || told.act == nullptr) return;
  if (!pair.empty() && pair.back().agreement != told.agreement) pair.clear();
  std::erase_if(pair, [&](const Told& one) { return one.act->stage == told.act->stage; });
  pair.push_back(told);
  if (pair.size() > 2) pair.erase(pair.begin());
}

void elide_acts(const SentenceView& view, const Discourse& discourse, std::vector<FoundAct>& acts) {
  add_neither(view, discourse, acts);
  add_elided(view, discourse, acts);
  add_intended(view, discourse, acts);
}

}  // namespace concord
