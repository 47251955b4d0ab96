// Who does or does not do what the clause before told, where the verb is left out.
#include "claim/elided_parties.h"

namespace concord {
namespace {

// "Chad and Mali are the only members of the bloc that | have not": who they are.
const Chunk* only_ones(const SentenceView& view, std::uint32_t verb) {
  constexpr std::uint32_t kReach = 9;
  if (verb < view.all.begin + 4 || !view.is(verb - 1, Role::relative)) return nullptr;
  bool only = false;
  for (std::uint32_t i = verb - 1; i > view.all.begin + 1 && i + kReach > verb; --i) {
    if (view.is(i - 1, Role::be)) return only ? view.chunk_at(i - 2) : nullptr;
    if (view.is_mark(i - 1) && view.low(i - 1) != "-") return nullptr;
    only = only || view.low(i - 1) == "only";
  }
  return nullptr;
}

// "Ten | have not, | among them Italy and Greece": who is named of those only counted.
const Chunk* named_among(const SentenceView& view, std::uint32_t verb, std::uint32_t comma) {
  if (!view.is(verb - 1, Role::count) || view.low(comma) != ",") return nullptr;
  const bool them = view.low(comma + 1) == "among" && view.low(comma + 2) == "them";
  if (!them && view.low(comma + 1) != "including") return nullptr;
  return view.chunk_at(comma + (them ? 3 : 2));
}

// "Others, including | Mali |, have not", "some, such as | Mali and Niger |, have not".
const Chunk* some_of_others(const SentenceView& view, std::uint32_t verb) {
  const Chunk* some = view.low(verb - 1) == "," ? view.chunk_at(verb - 2) : nullptr;
  if (some == nullptr || !some->is_actor() || some->possessive) return nullptr;
  std::uint32_t at = some->tokens.begin - 1;
  if (view.is(at, Role::determiner)) --at;
  if (!names_some(view, at)) return nullptr;
  if (!view.is(at, Role::instances)) --at;  // "among | them"
  const bool apart = view.low(at - 1) == ",";
  const std::uint32_t noun = apart ? at - 2 : at - 1;
  return view.is(noun, Role::count | Role::country | Role::nations | Role::member) ||
                 is_any(view.low(noun), {"others", "some", "many"})
             ? some
             : nullptr;
}

// "promised to sign it | but never did": who did the act before.
const Chunk* doer_before(const SentenceView& view, const std::vector<FoundAct>& acts,
                         std::uint32_t i) {
  const Chunk* doer = nullptr;
  for (const FoundAct& act : acts) {
    for (const Chunk& chunk : view.chunks) {
      const bool does = chunk.preposition == kNone && chunk.tokens.end <= act.begin;
      if (act.words.end <= i && does && chunk.actors == act.parties) doer = &chunk;
    }
  }
  return doer;
}

// "Parliament has approved it; | those in Chad and Mali | have not": whose they are.
bool stand_for_houses(const SentenceView& view, const Chunk& chunk) {
  const std::uint32_t in = chunk.preposition;
  return in != kNone && in > view.all.begin && is_any(view.low(in), {"in", "of", "from"}) &&
         (is_any(view.low(in - 1), {"those", "that", "ones"}) ||
          view.is(in - 1, Role::legislature));
}

// "the Comoros had | become the 165th", "which | becomes ..."
const Chunk* subject_of_becoming(const SentenceView& view, std::uint32_t becomes) {
  std::uint32_t i = view.is(becomes - 1, Role::have) ? becomes - 1 : becomes;
  if (view.is(i - 1, Role::relative)) i -= view.low(i - 2) == "," ? 2 : 1;
  return i > view.all.begin ? view.chunk_at(i - 1) : nullptr;
}

// Looks for the doer of one auxiliary: beside it, then farther off.
class DoerFinder {
 public:
  DoerFinder(const SentenceView& view, const std::vector<FoundAct>& acts, const Auxiliary& aux)
      : view_(view), acts_(acts), aux_(aux) {}

  std::optional<ElidedDoer> find() const {
    ElidedDoer doer;
    doer.owner = low(aux_.at - 1) == "'s";
    doer.chunk = doer_beside();
    if (doer.chunk != nullptr && is_in_aside(*doer.chunk)) doer.chunk = nullptr;
    if (doer.chunk == nullptr) find_farther(doer);
    if (doer.chunk == nullptr || !doer.chunk->is_actor()) return std::nullopt;
    doer.houses = stand_for_houses(view_, *doer.chunk);
    if (!can_do(doer)) return std::nullopt;
    return doer;
  }

 private:
  std::string_view low(std::uint32_t i) const { return view_.low(i); }

  const Chunk* doer_beside() const {
    const std::uint32_t i = aux_.at;
    const Chunk* list = aux_.bare ? low_list(view_, aux_.end) : nullptr;
    if (list != nullptr) return list;
    const bool had = aux_.ranked && view_.is(i - 1, Role::have);
    if (aux_.to_come || had) return view_.chunk_at(i - 2);  // "Togo | will | be the fifth"
    const Chunk* chunk = doer_over_adverb();
    if (chunk == nullptr && aux_.becomes) chunk = subject_of_becoming(view_, i);
    if (chunk == nullptr && low(i - 1) == "," && i > view_.all.begin + 2)
      chunk = view_.chunk_at(i - 2);  // "the other two, Mali and Peru, | have not"
    return chunk;
  }

  const Chunk* doer_over_adverb() const {
    const std::uint32_t i = aux_.at;
    const bool still = low(i - 1) == "still";  // "promised to sign it. It still has not."
    const bool already = aux_.contrary && low(i - 1) == "already";
    const bool owner = low(i - 1) == "'s";  // "Tanzania's has not"
    const bool over = aux_.never || owner || still || aux_.all_of || already;
    const std::uint32_t who = i - (over ? 2 : 1);
    const Chunk* chunk = view_.chunk_at(who);
    if (chunk != nullptr || !is_any(low(who), {"but", "and"})) return chunk;
    const bool not_done =
        aux_.denies && view_.is(i, Role::do_);           // "was to sign it but | did not |"
    return aux_.never || aux_.will || still || not_done  // "has not signed and | won't"
               ? doer_before(view_, acts_, i)
               : nullptr;
  }

  // "Mali, where many are against | it, | has not", "Oman, whose envoys wrote | the text, | did
  // not": what ends an aside is no doer.
  bool is_in_aside(const Chunk& chunk) const {
    if (low(aux_.at - 1) != ",") return false;
    if (!chunk.is_actor()) return true;
    const bool object = chunk.preposition != kNone || low(chunk.tokens.begin) == "it";
    return object && !stand_for_houses(view_, chunk) && some_of_others(view_, aux_.at) == nullptr;
  }

  void find_farther(ElidedDoer& doer) const {
    doer.chunk = one_of_those(view_, aux_.at);
    if (doer.chunk == nullptr && aux_.denies) {
      doer.chunk = only_ones(view_, aux_.at);
      doer.only = doer.chunk != nullptr;
      if (!doer.only) doer.chunk = named_among(view_, aux_.at, aux_.end);
    }
    doer.aside = doer.chunk == nullptr;
    if (doer.aside) doer.chunk = before_aside(view_, aux_.never ? aux_.at - 1 : aux_.at);
  }

  // Whether it stands as one that does something, and not behind a preposition or as an owner.
  bool can_do(const ElidedDoer& doer) const {
    const Chunk& chunk = *doer.chunk;
    if (chunk.possessive && !doer.owner) return false;
    if (chunk.preposition == kNone || doer.houses) return true;
    const bool after =  // "a day after | Chad | had become the 165th"
        aux_.becomes && view_.is(chunk.preposition, Role::subordinate);
    return after || chunk.tokens.begin >= aux_.end || &chunk == some_of_others(view_, aux_.at);
  }

  const SentenceView& view_;
  const std::vector<FoundAct>& acts_;
  const Auxiliary& aux_;
};

}  // namespace

std::optional<ElidedDoer> find_elided_doer(const SentenceView& view,
                                           const std::vector<FoundAct>& acts,
                                           const Auxiliary& aux) {
  return DoerFinder(view, acts, aux).find();
}

const Chunk* before_aside(const SentenceView& view, std::uint32_t verb) {
  if (view.low(verb - 1) != ",") return nullptr;
  for (std::uint32_t i = verb - 1; i > view.all.begin + 1; --i) {
    if (is_any(view.low(i - 1), {";", ":"})) return nullptr;
    const Chunk* chunk = view.low(i - 1) == "," ? view.chunk_at(i - 2) : nullptr;
    if (chunk == nullptr || !chunk->is_actor() || chunk->tokens.end != i - 1) continue;
    const bool opens = view.is(i, Role::relative | Role::determiner | Role::owner | Role::adverb |
                                      Role::preposition | Role::subordinate) ||
                       view.low(i) == "where";
    const std::uint32_t begin = chunk->tokens.begin;
    const bool leads = begin == view.all.begin || view.is_mark(begin - 1) ||
                       view.is(begin - 1, Role::list | Role::coordinate | Role::determiner);
    return opens && leads ? chunk : nullptr;
  }
  return nullptr;
}

const Chunk* low_list(const SentenceView& view, std::uint32_t colon) {
  const Chunk* list = view.low(colon) == ":" ? view.chunk_at(colon + 1) : nullptr;
  return list != nullptr && list->is_actor() && !list->anaphor ? list : nullptr;
}

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

bool answers_contrary(const SentenceView& view, const std::vector<FoundAct>& acts,
                      std::uint32_t aux, bool told) {
  if (!view.is(aux, Role::have | Role::do_) || !is_any(view.low(aux + 1), {".", ";", ","}))
    return false;
  const bool already = view.low(aux - 1) == "already";
  const Chunk* who = view.chunk_at(aux - (already ? 2 : 1));
  if (who == nullptr || !who->can_act()) return false;
  std::uint32_t before = who->tokens.begin - 1;  // over "in 2021"
  while (before > view.all.begin &&
         (view.time_at(before) != nullptr || view.low(before) == "," ||
          (view.time_at(before + 1) != nullptr && view.is(before, Role::preposition))))
    --before;
  const bool apart = view.low(before) == ";";  // "Chad did not sign; | Togo did"
  const bool turns = apart || is_any(view.low(before), {"but", "while", "though"});
  const bool here = std::ranges::any_of(acts, [&](const FoundAct& act) {
    const bool ahead = act.effect == Effect::planned || act.effect == Effect::wanted;
    const bool open = act.denied || act.effect != Effect::nothing;
    const bool same = who->actors == act.parties;
    const bool fits = same ? ahead && (turns || view.low(before) == "and")
                           : open && !who->anaphor && (turns || already);
    return act.words.end <= before && !act.agreements.empty() && fits;
  });
  return here || (already && told && !who->anaphor);
}

const Time* time_of_answer(const SentenceView& view, const Chunk& who) {
  for (const Time* time : view.times) {
    const std::uint32_t end = time->tokens.end + (view.low(time->tokens.end) == "," ? 1 : 0);
    if (end == who.tokens.begin) return time;
  }
  return nullptr;
}

}  // namespace concord
