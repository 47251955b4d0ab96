// Steps: the clause at its first word, the acts that it repeats, then these of its party.
#include "claim/inverted_acts.h"

#include <algorithm>
#include <optional>

namespace concord {
namespace {

// "and | so will Oman |"
struct Inversion {
  std::uint32_t at = kNone;  // "so", "as", "nor"
  std::uint32_t aux = kNone;
  const Chunk* chunk = nullptr;  // the party
  bool denies = false;           // "nor", "neither"
  bool modal = false;            // "will", "would"
};

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

// "Nor is Bissau | the first to join", "Nor is it certain | that they will": no act is repeated.
bool tells_of_itself(const SentenceView& view, const Inversion& clause) {
  const std::uint32_t behind = clause.chunk->tokens.end;
  const bool ranked =
      view.low(behind) == "the" &&
      (is_rank(view, behind + 1) || is_any(view.low(behind + 1), {"first", "only"}));
  return ranked || (view.low(clause.aux + 1) == "it" && view.low(behind + 1) == "that");
}

// The clause that "so", "as" or "nor" opens at a token.
std::optional<Inversion> read_inversion(const SentenceView& view, std::uint32_t i) {
  Inversion clause;
  clause.at = i;
  clause.denies = is_any(view.low(i), {"nor", "neither"});
  if (!clause.denies && !is_any(view.low(i), {"as", "so"})) return {};
  std::uint32_t aux = i + 1 + (view.low(i + 1) == "too" ? 1 : 0);
  if (view.low(aux) == ",") {  // "so, last month, has Israel"
    while (aux < i + 8 && !view.is(aux, Role::have | Role::be | Role::do_)) ++aux;
  }
  clause.aux = aux;
  clause.modal = is_any(view.low(aux), {"will", "would"}) && view.low(i) != "as";
  if (!clause.modal && !view.is(aux, Role::have | Role::be | Role::do_)) return {};
  clause.chunk = view.chunk_at(aux + 1);
  if (clause.chunk == nullptr || !clause.chunk->is_actor())
    clause.chunk = counted_after(view, aux + 1);
  if (clause.chunk == nullptr || !clause.chunk->is_actor() || tells_of_itself(view, clause))
    return {};
  return clause;
}

// "has Switzerland | joined"; without a tree, what soon follows.
bool is_verb_of(const SentenceView& view, const FoundAct& act, std::uint32_t aux) {
  if (act.form == ActForm::noun) return false;
  if (view.tree.empty()) return act.begin < aux + 7;
  const std::uint32_t verb = view.tree.parent(aux);
  if (verb != kNone && verb > aux && act.words.contains(verb)) return true;
  // "nor will Japan, the only country ever bombed, | sign": the tree may lose it over the aside.
  const Chunk* subject = view.chunk_at(aux + 1);
  return subject != nullptr && view.low(subject->tokens.end) == "," &&
         view.low(act.begin - 1) == "," && act.begin > subject->tokens.end + 1 &&
         act.form != ActForm::gerund;
}

// "nor has Switzerland, says Bern, | joined": the act that such a clause tells in full; or nullptr.
FoundAct* told_in_full(const SentenceView& view, const Inversion& clause,
                       std::vector<FoundAct>& acts) {
  std::uint32_t end = clause.at;
  while (end < view.all.end && view.low(end) != ";") ++end;
  const auto full = std::ranges::find_if(acts, [&](const FoundAct& act) {
    return act.begin >= clause.at && act.begin < end && is_verb_of(view, act, clause.aux);
  });
  return full == acts.end() ? nullptr : &*full;
}

// Whether the clause before asserts nothing, whatever its words.
bool follows_idle(const std::vector<FoundAct>& acts, std::uint32_t i) {
  const FoundAct* last = nullptr;
  for (const FoundAct& act : acts) {
    if (act.words.end <= i && act.form != ActForm::noun) last = &act;
  }
  return last != nullptr && last->effect == Effect::nothing_asserted && last->turned_by.empty();
}

// "so was Oman" repeats "was refused" and no "applied"; "so did Oman" the other.
void keep_like(const SentenceView& view, std::uint32_t aux, std::vector<FoundAct>& told) {
  if (told.size() < 2) return;
  const bool be = view.is(aux, Role::be);
  const auto unlike = [&](const FoundAct& one) {
    const bool is_told = one.passive || (!one.words.empty() && view.is(one.begin, Role::be));
    return is_told != be;
  };
  if (!std::ranges::all_of(told, unlike)) std::erase_if(told, unlike);
  const auto lies_ahead = [](const FoundAct& one) { return one.effect == Effect::planned; };
  if (view.is(aux, Role::have) && !std::ranges::all_of(told, lies_ahead))
    std::erase_if(told, lies_ahead);  // "said it would sign, and has signed. So | has | Peru"
}

// "Mali has not. So has Fiji": the words before are no denial that it shares.
bool is_affirmed(const std::vector<FoundAct>& told) {
  return std::ranges::any_of(told, [](const FoundAct& one) { return !one.denied; });
}

// Whether the auxiliary stands for something else than the acts before.
bool stands_for_another(const SentenceView& view, const Inversion& clause,
                        const std::vector<FoundAct>& told) {
  const FoundAct& last = told.back();
  const bool lies =  // "border on Peru, which never signed it. So does Chad": lies there, too
      !clause.denies && !is_affirmed(told) && last.words.empty() &&
      is_any(view.low(clause.aux), {"does", "do"});
  if (lies) return true;
  const bool does = last.act->role == ActRole::agent && !last.passive &&
                    last.form != ActForm::noun && !last.words.empty();
  const bool is_told = view.is(last.begin, Role::be);
  return does && !is_told && view.is(clause.aux, Role::be);  // "signed it ..., and so is Oman"
}

// The acts before that such a clause repeats.
std::vector<FoundAct> repeated_by(const SentenceView& view, const Discourse& discourse,
                                  const std::vector<FoundAct>& acts, const Inversion& clause) {
  if (follows_idle(acts, clause.at)) return {};  // "was invited to the ceremony, | as was Oman"
  std::vector<FoundAct> told = told_before(view, discourse, acts, clause.at);
  if (told.empty()) return {};
  const bool until = clause.denies && view.low(clause.chunk->tokens.end) == "until" &&
                     view.is(clause.aux, Role::past | Role::have);
  if (until) return {};  // "Nor had Peru | until last spring": and then it did.
  keep_like(view, clause.aux, told);
  if (clause.denies)
    told.erase(told.begin(), told.end() - 1);  // "has not ratified it. Nor has Fiji"
  if (stands_for_another(view, clause, told)) return {};
  return told;
}

// "so will Oman", "nor would Oman": what the modal makes of what it repeats; false where nothing.
bool turn_by_modal(std::string_view modal, FoundAct& copy) {
  const bool open = copy.effect != Effect::nothing && copy.effect != Effect::done;
  if (open || modal == "would") return open;
  if (modal != "will") return true;
  copy.effect = Effect::planned;
  copy.turned_by = "will";
  return true;
}

// "and so was Niger | in 1999 |": the time of such a clause, which is none of the acts before.
const Time* own_time(const SentenceView& view, const Inversion& clause) {
  const Time* own = time_after(view, clause.chunk->tokens.end);
  return own == nullptr ? view.time_at(clause.aux - 2) : own;
}

// Adds the acts before as those of the clause's party.
void add_repeated(const SentenceView& view, const Inversion& clause,
                  const std::vector<FoundAct>& told, std::vector<FoundAct>& acts) {
  const bool affirmed = is_affirmed(told);
  const Time* own = own_time(view, clause);
  for (FoundAct& before : acts) {  // "Peru signed it, and so did Chile | in 2017 |"
    if (own != nullptr && before.time == own && own->tokens.begin > clause.at)
      before.time = nullptr;
  }
  for (FoundAct copy : told) {
    copy.denied = clause.denies || (copy.denied && (affirmed || !copy.words.empty()));
    copy.words = {clause.at, clause.chunk->tokens.end};
    copy.begin = clause.at;
    copy.parties = clause.chunk->actors;
    const bool same = !clause.denies && view.low(clause.aux) == "did";
    if (own != nullptr || !same) copy.time = own;  // "So did Peru": at the same time
    if (clause.modal && !turn_by_modal(view.low(clause.aux), copy)) continue;
    acts.push_back(std::move(copy));
  }
}

}  // namespace

void add_inverted(const SentenceView& view, const Discourse& discourse,
                  std::vector<FoundAct>& acts) {
  for (std::uint32_t i = view.all.begin; i < view.all.end; ++i) {
    const std::optional<Inversion> clause = read_inversion(view, i);
    if (!clause) continue;
    if (FoundAct* full = told_in_full(view, *clause, acts))
      full->denied = full->denied || clause->denies;
    else
      add_repeated(view, *clause, repeated_by(view, discourse, acts, *clause), acts);
  }
}

}  // namespace concord
