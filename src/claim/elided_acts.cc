// Clauses that repeat the act before, of another party, and leave its verb out.
//
//   Colombia [will].     Togo [was the 24th].     Malta [has yet to].     Nauru [has done neither].
#include <algorithm>

#include "claim/arguments.h"
#include "claim/auxiliaries.h"
#include "claim/elided_parties.h"
#include "claim/turning.h"

namespace concord {
namespace {

// "had ratified | its accession |": a noun that names no act beside the verb's.
bool is_its_object(const FoundAct& verb, const FoundAct& noun) {
  return noun.form == ActForm::noun && verb.form != ActForm::noun && !verb.agreements.empty() &&
         verb.words.end >= noun.begin;
}

// "Colombia will." "Seoul has not:": the act before, of another party, its verb left out.
class ElidedActs {
 public:
  ElidedActs(const SentenceView& view, const Discourse& discourse, std::vector<FoundAct>& acts)
      : view_(view), discourse_(discourse), acts_(acts) {}

  void add() {
    for (std::uint32_t i = view_.all.begin + 1; i + 1 < view_.all.end; ++i) {
      const std::optional<Auxiliary> aux = read_auxiliary(view_, discourse_, acts_, i);
      if (!aux) continue;
      const std::optional<ElidedDoer> doer = find_elided_doer(view_, acts_, *aux);
      if (!doer || is_text(*doer, *aux) || is_of_act_read(i) || is_left_open(*doer)) continue;
      FoundAct act = repeat_last(*doer, *aux);
      const bool itself = act.act != nullptr && act.act->role == ActRole::own;
      if (act.agreements.empty() || itself) continue;  // "It came into force. | Chile is not"
      give_parties(*doer, act);
      give_time(*doer, *aux, act);
      turn(*doer, *aux, act);
      acts_.push_back(std::move(act));
    }
  }

 private:
  // "It | did not": no actor did, where "it" is a text.
  bool is_text(const ElidedDoer& doer, const Auxiliary& aux) const {
    const std::uint32_t sentence = view_.reading.token(view_.all.begin).sentence;
    const bool opens = std::ranges::none_of(
        acts_, [&](const FoundAct& earlier) { return earlier.words.end <= aux.at; });
    if (!opens || view_.low(doer.chunk->tokens.begin) != "it") return false;
    const bool spoken_of =  // "The treaty was to take effect in May. It | did not"
        !discourse_.spoken.empty() && discourse_.spoken.back().sentence + 1 == sentence &&
        discourse_.told.sentence + 1 < sentence;
    const bool stale =  // "The court | has not said so. It never | will |"
        aux.will && has_told(discourse_) && !has_just_told(view_, discourse_);
    return spoken_of || stale;
  }

  // "will not, he added, | leave"
  bool is_of_act_read(std::uint32_t aux) const {
    return std::ranges::any_of(
        acts_, [&](const FoundAct& act) { return act.begin <= aux && aux < act.words.begin; });
  }

  // "has not said if it will.", "few thought then that it would."
  bool is_left_open(const ElidedDoer& doer) const {
    const std::uint32_t before = doer.chunk->tokens.begin - 1;
    if (is_any(view_.low(before), {"if", "whether", "when", "unless"})) return true;
    if (view_.low(before) != "that") return false;
    const std::optional<TurningPhrase> held = phrase_before(view_, before, view_.acts.clausal);
    return held && held->second->effect == Effect::nothing_asserted;
  }

  // The act told last, in a sentence before or in this one, as it would be of another.
  FoundAct repeat_last(const ElidedDoer& doer, const Auxiliary& aux) {
    FoundAct act;
    act.words = {aux.at, aux.end};
    act.begin = aux.at;
    const bool same_day =  // "Togo did too"
        aux.as_well && !aux.denies && view_.low(aux.at) == "did";
    bool wished = false;
    if (has_told(discourse_)) {
      const bool just_told = has_just_told(view_, discourse_);
      act.act = discourse_.told.act;
      act.agreements = {discourse_.told.agreement};
      if (same_day && just_told) act.time = discourse_.told.time;
      wished = just_told && discourse_.told.effect == Effect::wanted;
    }
    for (std::size_t n = 0; n < acts_.size(); ++n) {
      FoundAct& earlier = acts_[n];
      if (!is_repeatable(n, doer, aux)) continue;
      if (doer.only && earlier.begin > doer.chunk->tokens.begin) {
        earlier.effect = Effect::nothing_asserted;  // "the only | members | that have not"
        continue;
      }
      act.act = earlier.act;
      act.agreements = earlier.agreements;
      wished = earlier.effect == Effect::wanted && earlier.parties != doer.chunk->actors;
      if (same_day) act.time = earlier.time;
    }
    // "Oman wants to join, Peru | does not"
    if (wished && view_.is(aux.at, Role::do_)) act.effect = Effect::wanted;
    return act;
  }

  bool is_repeatable(std::size_t number, const ElidedDoer& doer, const Auxiliary& aux) const {
    const FoundAct& earlier = acts_[number];
    if (earlier.words.end > aux.at || earlier.agreements.empty()) return false;
    if (number > 0 && is_its_object(acts_[number - 1], earlier)) return false;
    return !doer.aside || earlier.begin <= doer.chunk->tokens.begin;  // "which | signed"
  }

  void give_parties(const ElidedDoer& doer, FoundAct& act) const {
    act.parties = doer.chunk->actors;
    act.legislature = doer.houses || (doer.owner && act.act->approval);
  }

  void give_time(const ElidedDoer& doer, const Auxiliary& aux, FoundAct& act) const {
    constexpr std::uint32_t kReach = 5;
    for (std::uint32_t at = aux.at + 1; aux.later && at < aux.at + kReach && act.time == nullptr;
         ++at)
      act.time = view_.time_at(at);
    if (aux.time != nullptr && !aux.denies) act.time = aux.time;
    if (aux.contrary) act.time = time_of_answer(view_, *doer.chunk);
  }

  void turn(const ElidedDoer& doer, const Auxiliary& aux, FoundAct& act) const {
    act.form = aux.will ? ActForm::base : ActForm::past;
    act.denied = aux.denies;
    if (aux.will || aux.to_come) {
      act.effect = Effect::planned;
      act.turned_by = "will";
      if (aux.tied) find_condition(view_, act);
    }
    if (aux.will) {  // "Oman has never said that | it will."
      const Subject subject{doer.chunk, nullptr, doer.chunk->tokens.begin, false};
      turn_by_clause(place_of(view_, discourse_, acts_, acts_.size()), subject, act);
    }
  }

  const SentenceView& view_;
  const Discourse& discourse_;
  std::vector<FoundAct>& acts_;
};

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
  ElidedActs(view, discourse, acts).add();
  add_intended(view, discourse, acts);
}

}  // namespace concord
