// The parties of an act: its subject, its agents ("signed by A and B"), who undergoes it ("admitted
// Finland"), the lists after it, and the other side of a two-way deal.
#include "claim/arguments.h"

namespace concord {
namespace {

using Role = ClauseWord::Role;

class PartyFinder {
 public:
  explicit PartyFinder(const ActPlace& place) : place_(place), view_(place.view) {}

  void give_parties(FoundAct& act, const Subject& subject) const {
    const Chunk* chunk = subject.chunk;
    if (act.act->role == ActRole::own) {
      own_parties(act);
      return;
    }
    const Chunk* patient = undergoer(view_, act);
    if (act.act->role == ActRole::patient && !act.passive) {  // "NATO admitted Finland"
      const bool joiner = patient != nullptr && patient->actors == act.agreements &&
                          chunk != nullptr && chunk->is_actor();  // "Oman began talks with the EU"
      if (patient != nullptr) act.parties = joiner ? chunk->actors : patient->actors;
      return;
    }
    if (act.act->stage == Stage::suspended && patient != nullptr && patient->agreements.empty()) {
      act.parties = patient->actors;
      if (patient->anaphor) not_itself(act);
      return;
    }
    const std::string_view last = low(act.words.end - 1);
    const bool lists =
        is_any(last, {"are", "were", "include"}) || act.act->role == ActRole::members;
    if (lists) {  // "the signatories are A and B"
      if (const Chunk* list = find_roster(place_, subject, act)) {
        act.parties = list->actors;
        const bool inverted = is_any(low(list->tokens.begin - 2), {"nor", "neither"});
        act.denied = act.denied != (list->denied || inverted);
        for (std::uint32_t i = act.words.end; i < list->tokens.begin; ++i) {
          if (is_any(low(i), {"will", "would"})) act.effect = Effect::planned;
        }
      } else if (act.act->denied) {
        said_of(act);
      }
      return;
    }
    const bool undergoes = act.act->stage == Stage::suspended || act.act->stage == Stage::party ||
                           act.act->stage == Stage::considering ||
                           act.act->role == ActRole::patient ||
                           (chunk != nullptr && chunk->possessive);
    if (act.passive && act.row->name == "join") {  // "A and B were joined by C"
      if (chunk != nullptr && chunk->is_actor() && act.act != act.row) act.parties = chunk->actors;
      if (!act.parties.empty()) add_agents(act);
      return;
    }
    if (act.passive && chunk != nullptr && chunk->is_actor() && undergoes) {
      act.parties = chunk->actors;  // "Syria was suspended"
      act.denied = act.denied != chunk->denied;
    } else if (act.passive && act.act->role != ActRole::patient) {
      agents(act);
      if (act.parties.empty() && subject.same_as != nullptr) act.parties = subject.same_as->parties;
    } else if (chunk != nullptr && chunk->is_actor()) {
      act.parties = chunk->actors;
      act.denied = act.denied != (denies(*chunk, act) ||
                                  is_any(low(chunk->tokens.begin - 1), {"nor", "neither"}));
      act.legislature = chunk->legislature;
    } else if (subject.same_as != nullptr) {
      if (subject.same_as->act->role == ActRole::patient && !subject.same_as->passive)
        return;  // "takes in A, leaves B out"
      act.parties = subject.same_as->parties;
      act.legislature = subject.same_as->legislature;
      if (act.parties.empty()) agents(act);
    } else if (chunk != nullptr) {
      agents(act);  // "a treaty signed by A"
    } else if (const Chunk* list = list_after(act)) {
      act.parties = list->actors;
      act.denied = act.denied != denied_by_crowd(act);
    }
    if (act.parties.empty() && act.act->sides && low(act.words.end) == "for") {
      if (const Chunk* list = actors_after(view_, act.words.end + 1, 1)) act.parties = list->actors;
    }
    if (act.act->approval) admit_other(act);
    if (chunk != nullptr && !act.parties.empty()) add_list_of(*chunk, act);
    if (act.parties.empty()) by_tree(act);
    if (act.parties.empty()) on_behalf(act);
    by_persons(act);
    if (chunk != nullptr && chunk->anaphor) not_itself(act);
    if (act.parties.empty()) listed_after(act);
    act.by_crowd = act.parties.empty() && done_by_crowd(act);
    if (act.parties.empty()) crowd_by_name(act);
    followed_by(act);
    company(act);
    with_sides(act);
  }

 private:
  std::string_view low(std::uint32_t i) const { return view_.low(i); }

  // "[A and B] are notably absent from the pact"
  void said_of(FoundAct& act) const {
    std::uint32_t i = act.begin;
    while (i > view_.all.begin &&
           (view_.is(i - 1, Role::be | Role::adverb) || low(i - 1).ends_with("ly")))
      --i;
    const Chunk* chunk = i > view_.all.begin && i < act.begin ? view_.chunk_at(i - 1) : nullptr;
    if (chunk != nullptr && chunk->is_actor()) act.parties = chunk->actors;
  }

  // "None of them signed"; in "neither | has signed" the act has counted it already.
  static bool denies(const Chunk& chunk, const FoundAct& act) {
    return chunk.denied && chunk.tokens.begin < act.begin;
  }

  // "Russia, which proposed the text, China and Peru signed": the rest of a list that the tree
  // knows.
  void add_list_of(const Chunk& first, FoundAct& act) const {
    if (view_.tree.empty() || act.parties != first.actors) return;
    const std::uint32_t head = view_.tree.head_of(first.tokens);
    for (const Chunk& chunk : view_.chunks) {
      if (!chunk.is_actor() || chunk.anaphor || chunk.tokens.begin < first.tokens.end ||
          chunk.tokens.end > act.begin)
        continue;
      const std::string path = view_.tree.path(head, view_.tree.head_of(chunk.tokens), 4, false);
      if (is_any(path, {"conj", "conj.conj"})) add_new(act.parties, chunk.actors);
    }
  }

  // Who the tree says does it, or undergoes it, or owns it.
  void by_tree(FoundAct& act) const {
    if (view_.tree.empty()) return;
    const bool undergoes = act.act->role == ActRole::patient ||
                           act.act->stage == Stage::suspended || act.act->stage == Stage::party;
    const std::uint32_t head = view_.tree.head_of(act.words);
    for (const Chunk& chunk : view_.chunks) {
      if (!chunk.is_actor()) continue;
      const std::string path = view_.tree.path(head, view_.tree.head_of(chunk.tokens), 4, true);
      const bool agent = is_any(path, {"nsubj", "^conj.nsubj", "^xcomp.nsubj", "^advcl.nsubj",
                                       "^acl:relcl", "^conj.^acl:relcl", "^xcomp.^conj.nsubj"});
      const bool patient = is_any(path, {"nsubj:pass", "^conj.nsubj:pass", "^acl", "^advcl.nsubj"});
      const bool owner = is_any(path, {"nmod:poss", "nmod:of", "nmod:by", "amod", "compound"});
      const bool fits = act.form == ActForm::noun ? owner
                        : act.passive             ? (undergoes ? patient : path == "obl:by")
                                                  : agent && act.act->role != ActRole::patient;
      if (!fits) continue;
      act.parties = chunk.actors;
      act.legislature = chunk.legislature;
      act.denied = act.denied != denies(chunk, act);
      return;
    }
  }

  // "Ana Ruiz signed the pact for Peru", "on behalf of Peru": an act of somebody for a state.
  void on_behalf(FoundAct& act) const {
    if (act.form == ActForm::noun || act.act->role != ActRole::agent || act.infinitive) return;
    for (const Chunk& chunk : view_.chunks) {
      if (!chunk.is_actor() || chunk.preposition == kNone || chunk.anaphor || chunk.possessive)
        continue;
      if (chunk.tokens.begin < act.words.end || chunk.tokens.begin >= place_.next) continue;
      const std::uint32_t by = chunk.preposition;
      if (low(by) == "for" || (low(by) == "of" && low(by - 1) == "behalf"))
        add_new(act.parties, chunk.actors);
    }
  }

  // "The league suspended Cuba. ... It declined": nobody joins or leaves itself.
  void not_itself(FoundAct& act) const {
    if (act.parties.size() != 1 || act.parties != act.agreements) return;
    const auto& groups = place_.discourse.groups;
    for (auto group = groups.rbegin(); group != groups.rend(); ++group) {
      if (group->size() != 1 || *group == act.agreements) continue;
      act.parties = *group;
      return;
    }
  }

  // "Ruiz and Vale signed": for whom, where the report says it; else as many sides as there are
  // persons.
  void by_persons(FoundAct& act) const {
    if (view_.tree.empty() || act.form == ActForm::noun || act.act->role != ActRole::agent) return;
    const std::uint32_t head = view_.tree.head_of(act.words);
    const std::string wanted = act.passive ? "obl:by" : "nsubj";
    std::uint32_t unknown = 0;
    Entities known;
    for (std::uint32_t i = view_.all.begin; i < view_.all.end; ++i) {
      if (view_.tree.word(i).word_class != WordClass::propn || view_.chunk_at(i) != nullptr)
        continue;
      std::string path = view_.tree.path(head, i, 4, false);
      if (path.starts_with("^conj.")) path.erase(0, 6);  // "met in Rome and signed"
      if (path != wanted && path != wanted + ".conj") continue;
      const Chunk* person = view_.person_at(i);
      const bool told = person != nullptr && person->is_actor();
      unknown += told ? 0 : 1;
      if (told) add_new(known, person->actors);
    }
    if (!known.empty() && unknown == 0) add_new(act.parties, known);
    if (act.parties.empty() && unknown > 1 && act.act->sides)
      act.parties = resolve(place_.discourse, view_.reading, {}, unknown + known.size());
  }

  // "the last to join was Fiji", "the only countries to sign are ..."
  bool ranked(const FoundAct& act) const {
    for (std::uint32_t i = act.words.end; i > place_.before && i + 6 > act.begin; --i) {
      const std::string_view word = low(i - 1);
      if (view_.is_mark(i - 1) || view_.chunk_at(i - 1) != nullptr) return false;
      if (is_any(word, {"first", "last", "latest", "only", "next", "newest"})) return true;
    }
    return false;
  }

  // "Among those that signed were A and B", "The only ones to have joined are A and B".
  void listed_after(FoundAct& act) const {
    if (act.form == ActForm::noun || act.passive) return;
    bool crowd = act.infinitive && ranked(act);
    for (std::uint32_t i = act.begin; i > place_.before && !crowd; --i)
      crowd = is_any(low(i - 1), {"those", "ones", "countries", "states", "members", "nations"});
    for (std::uint32_t i = act.words.end; crowd && i < place_.next; ++i) {
      if (!view_.is(i, Role::be | Role::have) && low(i) != "include") continue;
      if (is_any(low(i + 1), {"been", "be"})) ++i;
      if (const Chunk* list = actors_after(view_, i + 1, 0)) act.parties = list->actors;
      return;
    }
  }

  // "Some states, such as A and B, signed", "Six countries will join: A, B and C".
  void crowd_by_name(FoundAct& act) const {
    if (act.by_crowd) {
      const Chunk* list = list_after(act);
      if (list == nullptr) list = list_behind_object(act);
      if (list == nullptr) list = list_apposed(act);
      if (list != nullptr) act.parties = list->actors;
      return;
    }
    const std::uint32_t end = low(act.begin - 1) == "," ? act.begin - 1 : act.begin;
    const Chunk* list = end > view_.all.begin ? view_.chunk_at(end - 1) : nullptr;
    if (list == nullptr || !list->is_actor() || list->preposition == kNone) return;
    const std::uint32_t by = list->preposition;
    const bool such = is_any(low(by), {"including", "like"}) ||
                      (low(by) == "as" && low(by - 1) == "such") ||
                      (low(by) == "among" && low(by - 1) == ",");
    if (such) act.parties = list->actors;
  }

  // "Two countries have left the court, [A in 2017] and ...", "three that are not members of the
  // bloc, [A, B and C], ...".
  const Chunk* list_behind_object(const FoundAct& act) const {
    for (const Chunk& chunk : view_.chunks) {
      if (chunk.agreements.empty() || chunk.tokens.begin < act.words.end) continue;
      if (chunk.tokens.begin > act.words.end + 4 || low(chunk.tokens.end) != ",") return nullptr;
      const Chunk* list = view_.chunk_at(chunk.tokens.end + 1);
      return list != nullptr && list->is_actor() && !list->anaphor && !list->possessive &&
                     (list->actors.size() > 1 || view_.time_at(list->tokens.end) != nullptr ||
                      view_.time_at(list->tokens.end + 1) != nullptr)
                 ? list
                 : nullptr;
    }
    return nullptr;
  }

  // "Two members that had been suspended after coups, [A and B], returned"
  const Chunk* list_apposed(const FoundAct& act) const {
    for (const Chunk& chunk : view_.chunks) {
      if (chunk.tokens.begin < act.words.end || chunk.tokens.begin >= place_.next) continue;
      const bool apart =
          low(chunk.tokens.begin - 1) == "," && is_any(low(chunk.tokens.end), {",", ".", ";"});
      if (apart && chunk.actors.size() > 1 && !chunk.anaphor && !chunk.possessive) return &chunk;
    }
    return nullptr;
  }

  // "Twelve states signed": nobody is named.
  bool done_by_crowd(const FoundAct& act) const {
    for (std::uint32_t i = act.begin; i > place_.before; --i) {
      const std::uint32_t at = i - 1;
      if (view_.chunk_at(at) != nullptr) return false;
      if (view_.is(at, Role::country | Role::government)) return low(at).ends_with('s');
      if (view_.is_mark(at) || view_.is(at, Role::coordinate)) return false;
    }
    return false;
  }

  // "for Norway the treaty entered into force": that state's own.
  void own_parties(FoundAct& act) const {
    for (const Chunk& chunk : view_.chunks) {
      if (chunk.preposition != kNone && low(chunk.preposition) == "for" && chunk.is_actor() &&
          chunk.tokens.begin >= place_.before && chunk.tokens.begin < place_.next) {
        act.parties = chunk.actors;
      }
    }
  }

  void add_agents(FoundAct& act) const {
    Entities parties = std::move(act.parties);
    act.parties.clear();
    agents(act);
    add_new(parties, act.parties);
    act.parties = std::move(parties);
  }

  void agents(FoundAct& act) const {
    for (const Chunk& chunk : view_.chunks) {
      if (chunk.tokens.begin < act.words.end || chunk.tokens.begin >= place_.next) continue;
      if (!chunk.is_actor()) continue;
      const bool house = chunk.legislature && act.act->stage != Stage::signed_;  // "cleared | it"
      const bool by = house || (chunk.preposition != kNone && low(chunk.preposition) == "by");
      const bool among = is_any(low(chunk.tokens.begin - 1), {"them", "including"});
      const bool counted = is_any(low(chunk.tokens.begin - 1), {",", ":"}) &&
                           counted_agents(act, chunk.tokens.begin - 1);
      if (!by && !among && !counted) continue;  // "by 126 parties, among them China"
      add_new(act.parties, chunk.actors);
      act.legislature = chunk.legislature;
      return;
    }
  }

  // "ratified by only two, A and B"
  bool counted_agents(const FoundAct& act, std::uint32_t end) const {
    for (std::uint32_t i = end; i > act.words.end && i + 5 > end; --i) {
      if (low(i - 1) == "by") return view_.is(end - 1, Role::count | Role::country);
    }
    return false;
  }

  // "Four countries signed: A, B, C and D".
  const Chunk* list_after(const FoundAct& act) const {
    for (std::uint32_t i = act.words.end; i < place_.next; ++i) {
      if (is_any(low(i), {":", "\xE2\x80\x94", "\xE2\x80\x93", "namely"}))
        return actors_after(view_, i + 1, 2);
    }
    return nullptr;
  }

  // "Not one of the nuclear powers has signed: A, B and C stayed away".
  bool denied_by_crowd(const FoundAct& act) const {
    for (std::uint32_t i = act.begin; i > place_.before; --i) {
      if (view_.is_mark(i - 1) || view_.is(i - 1, Role::be | Role::have | Role::do_)) return false;
      if (view_.is(i - 1, Role::none) || low(i - 1) == "no") return true;
      if (low(i - 1) == "one" && low(i - 2) == "not") return true;
    }
    return false;
  }

  // "ministers approved China's accession", "members approved the admission of Congo".
  void admit_other(FoundAct& act) const {
    for (std::uint32_t i = act.words.end; i < act.words.end + 8; ++i) {
      if (!view_.is(i, Role::naming)) continue;
      for (const Chunk& chunk : view_.chunks) {
        const bool owner =
            chunk.possessive && chunk.tokens.end <= i && chunk.tokens.begin >= act.words.end;
        const bool of = chunk.preposition == i + 1 && low(i + 1) == "of";
        if (!chunk.is_actor() || (!owner && !of)) continue;
        act.parties = chunk.actors;
        act.legislature = false;
        return;
      }
    }
  }

  // "..., followed by Morocco"
  void followed_by(FoundAct& act) const {
    for (std::uint32_t i = act.words.end; i + 1 < view_.all.end; ++i) {
      if (low(i) == "then" && low(i - 1) == "," && i < place_.next) {  // "..., then (came) A and B"
        const Chunk* more = view_.chunk_at(low(i + 1) == "came" ? i + 2 : i + 1);
        const bool ends = more != nullptr && view_.is_mark(more->tokens.end);
        if (ends && more->is_actor()) add_new(act.parties, more->actors);
      }
      if (low(i) != "followed") continue;
      for (std::uint32_t by = i + 1; by < i + 5; ++by) {
        if (low(by) != "by") continue;
        if (const Chunk* more = actors_after(view_, by + 1, 2)) {
          add_new(act.parties, more->actors);
          act.followers = more->actors;
        }
        return;
      }
    }
  }

  // "joined along with A and B", "among them A", "A and B among them", "six countries: A ...".
  void company(FoundAct& act) const {
    joined_before(act);
    if (act.act->sides && act.agreements.size() == 1 &&
        !view_.reading.entities[act.agreements.front()].members.empty())
      return;
    for (const Chunk& chunk : view_.chunks) {
      if (!chunk.is_actor() || chunk.anaphor || chunk.possessive) continue;
      if (chunk.tokens.begin < act.words.end || chunk.tokens.begin >= place_.next) continue;
      const std::uint32_t at = chunk.tokens.begin;
      const bool with = is_any(low(at - 1), {"with", "alongside"}) &&
                        (is_any(low(at - 2), {"along", "together"}) ||
                         (low(at - 1) == "alongside" && act.act->joins) ||
                         (act.act->joins && at - 1 == act.words.end));
      const bool among = (low(at - 1) == "them" && low(at - 2) == "among") ||
                         (low(chunk.tokens.end) == "among" && low(chunk.tokens.end + 1) == "them");
      if ((with && !act.parties.empty()) || among) add_new(act.parties, chunk.actors);
      const bool counted = low(at - 1) == ":" && view_.is(at - 2, Role::country) &&
                           view_.is(at - 3, Role::count) && chunk.actors.size() > 1;
      if (counted) act.parties = chunk.actors;
    }
  }

  // "Kenya, joined by Mali and Chad, signed": company in an aside.
  void joined_before(FoundAct& act) const {
    for (const Chunk& chunk : view_.chunks) {
      const std::uint32_t by = chunk.tokens.begin - 1;
      if (!chunk.is_actor() || chunk.tokens.end >= act.begin || act.parties.empty()) continue;
      const bool aside = low(by) == "by" && low(by - 1) == "joined" && low(by - 2) == "," &&
                         low(chunk.tokens.end) == ",";
      if (aside && chunk.tokens.end + 1 == act.begin) add_new(act.parties, chunk.actors);
    }
  }

  // A two-way deal's sides do it together: "signed a trade agreement with China".
  void with_sides(FoundAct& act) const {
    if (!act.act->sides || act.first) return;
    for (const Chunk& chunk : view_.chunks) {
      if (chunk.preposition == kNone || !chunk.is_actor() || chunk.anaphor) continue;
      if (chunk.tokens.begin < act.words.end || chunk.tokens.begin >= place_.next) continue;
      const bool sides = !act.parties.empty() || act.form == ActForm::noun ||
                         (act.passive && low(chunk.preposition) == "between");
      if (sides && is_any(low(chunk.preposition), {"with", "between"}) && !view_.title) {
        add_new(act.parties, chunk.actors);
      }
    }
    with_before(act);
    if (act.agreements.size() != 1) return;
    if (const Chunk* owner = owner_of_deal(act)) add_new(act.parties, owner->actors);
    const Entities& members = view_.reading.entities[act.agreements.front()].members;
    if (!act.parties.empty() || members.size() > 1) add_new(act.parties, members);
  }

  // "which, with Rwanda, signed ...", "With Russia, Norway signed ...": company before the verb.
  void with_before(FoundAct& act) const {
    if (act.parties.empty() || act.passive || act.form == ActForm::noun) return;
    for (const Chunk& chunk : view_.chunks) {
      if (!chunk.is_actor() || chunk.anaphor || chunk.preposition == kNone) continue;
      if (chunk.tokens.end > act.begin || chunk.preposition < place_.before) continue;
      if (low(chunk.preposition) != "with") continue;
      const bool beside = chunk.tokens.end == act.begin || chunk.tokens.end + 1 == act.begin;
      const bool leads = chunk.preposition == view_.all.begin && low(chunk.tokens.end) == ",";
      if (beside || leads) add_new(act.parties, chunk.actors);
    }
  }

  // "its own agreement with Peru was signed", "Oman's deal with the bloc": whose the deal is.
  const Chunk* owner_of_deal(const FoundAct& act) const {
    for (const Chunk& deal : view_.chunks) {
      if (deal.agreements != act.agreements || deal.is_actor()) continue;
      if (deal.tokens.end > act.begin || deal.tokens.begin < place_.before) continue;
      for (const Chunk& owner : view_.chunks) {
        if (!owner.is_actor() || !owner.possessive || owner.tokens.end > deal.tokens.begin)
          continue;
        if (deal.tokens.begin - owner.tokens.end <= 3) return &owner;
      }
    }
    return nullptr;
  }

  const ActPlace& place_;
  const SentenceView& view_;
};

}  // namespace

const Chunk* actors_after(const SentenceView& view, std::uint32_t from, std::uint32_t reach) {
  for (const Chunk& chunk : view.chunks) {
    if (chunk.tokens.begin < from || !chunk.is_actor()) continue;
    return chunk.tokens.begin <= from + reach ? &chunk : nullptr;
  }
  return nullptr;
}

const Chunk* undergoer(const SentenceView& view, const FoundAct& act) {
  if (act.passive) return nullptr;
  for (const Chunk& chunk : view.chunks) {  // "froze Gabon's membership"
    if (chunk.is_actor() && chunk.possessive && act.words.contains(chunk.tokens.begin) &&
        act.act->stage == Stage::suspended && chunk.tokens.begin > act.words.begin) {
      return view.is(chunk.tokens.begin, ClauseWord::owner) ? nullptr : &chunk;
    }
  }
  const Chunk* next = actors_after(view, act.words.end, 3);
  if (next == nullptr || next->possessive) return nullptr;
  const bool inside = next->preposition != kNone && act.words.contains(next->preposition);
  return inside || next->preposition == kNone ? next : nullptr;
}

void give_parties(const ActPlace& place, const Subject& subject, FoundAct& act) {
  PartyFinder(place).give_parties(act, subject);
}

}  // namespace concord
