// Crowds: acts of parties that are only counted ("six states"), and the lists that name them.
//
//   Some states, such as [A and B], have signed       Six countries will join: [A, B and C]
//   Two members that had been suspended, [A and B], returned
#include "claim/arguments.h"

namespace concord {

// "[The bloc] and six of its members, | among them Chad, have signed"
void add_beside_crowd(const SentenceView& view, std::uint32_t among, FoundAct& act) {
  std::uint32_t i = among;
  const std::uint32_t begin = view.all.begin;
  while (i > begin && view.low(i - 1) != "and" && view.chunk_at(i - 1) == nullptr) --i;
  if (i < begin + 2 || view.low(i - 1) != "and") return;
  const Chunk* beside = view.chunk_at(i - 2);
  if (beside != nullptr && beside->is_actor() && beside->preposition == kNone)
    add_new(act.parties, beside->actors);
}

namespace {

class CrowdReader {
 public:
  explicit CrowdReader(const ActPlace& place) : place_(place), view_(place.view) {}

  // Names the parties of an act that a crowd does: "Some states, such as A and B, signed".
  void name(FoundAct& act) const {
    act.by_crowd = is_crowd(act);
    if (act.by_crowd) return name_counted(act);
    if (done_by_crowd(view_, act) && name_agents(act)) return;
    name_by_list_before(act);
  }

  // "Six countries will join: A, B and C".
  void name_counted(FoundAct& act) const {
    const Chunk* list = after(act);
    if (list == nullptr) list = list_behind_object(act);
    if (list == nullptr) list = list_apposed(act);
    if (list == nullptr) list = ranked_after(act);
    act.parties = list != nullptr ? whole_list(view_, *list) : range_after(act);
    if (!denies(act)) return;
    if (list != nullptr) act.denied = !act.denied;
    if (act.parties.empty())  // "None of the nine armed states signed"
      act.effect = Effect::nothing_asserted;
  }

  // "has been signed by 11 states, | the latest of them A and B".
  bool name_agents(FoundAct& act) const {
    const Chunk* some = ranked_after(act);
    if (some == nullptr) some = headed_after(act);
    if (some != nullptr) act.parties = whole_list(view_, *some);
    return some != nullptr;
  }

  // By the list between a crowd and its act: "Some states, | such as A and B, | signed".
  void name_by_list_before(FoundAct& act) const {
    std::uint32_t end = low(act.begin - 1) == "," ? act.begin - 1 : act.begin;
    const bool behind = low(end - 1) == "them" && low(end - 2) == "among";
    if (behind) end -= 2;
    const bool ahead =
        view_.is(end - 1, Role::helm) && low(end - 3) == "at";  // "with A at their head"
    if (ahead) end -= 3;
    const Chunk* list = end > view_.all.begin ? view_.chunk_at(end - 1) : nullptr;
    if (list == nullptr || (behind && name_among_them(act, *list))) return;
    if (list->preposition != kNone && low(list->preposition) == "to") return name_range(act, *list);
    if (!list->is_actor()) return;
    const std::uint32_t begin = list->tokens.begin;  // "Three states, among them | Peru, | signed"
    if (low(begin - 1) == "them" && low(begin - 2) == "among") {
      act.parties = list->actors;
      add_beside_crowd(view_, begin - 2, act);
    }
    if (names_some_of(*list, ahead)) act.parties = list->actors;
  }

  // "the nations with troops in Korea, | A and B among them, | signed": not Korea.
  bool name_among_them(FoundAct& act, const Chunk& list) const {
    const bool in = list.preposition != kNone && low(list.preposition) == "in";
    if (!list.is_actor() || (!in && !view_.is_mark(list.tokens.begin - 1))) return false;
    act.parties.assign(list.actors.begin() + (in ? 1 : 0), list.actors.end());
    act.denied = act.denied != list.denied;  // "None of the powers, | A and B among them"
    return true;
  }

  // "states | from A to B | signed".
  void name_range(FoundAct& act, const Chunk& last) const {
    const Chunk* first = view_.chunk_at(last.preposition - 1);
    const bool range = first != nullptr && first->is_actor() && first->preposition != kNone &&
                       low(first->preposition) == "from" && counted(first->preposition - 1);
    if (!range) return;
    act.parties = first->actors;
    add_new(act.parties, last.actors);
  }

  // "states | including A", "| such as A", "with | A | at their head" (`ahead`), "a group headed
  // by | A".
  bool names_some_of(const Chunk& list, bool ahead) const {
    const std::uint32_t by = list.preposition;
    if (by == kNone) return false;
    return is_any(low(by), {"including", "like"}) || (low(by) == "as" && low(by - 1) == "such") ||
           (low(by) == "among" && low(by - 1) == ",") || (ahead && low(by) == "with") ||
           (low(by) == "by" && view_.is(by - 1, Role::headed) && counted(by - 2));
  }

  // "a coalition of 22 states | led by", "a group of countries | headed by"
  bool counted(std::uint32_t at) const {
    if (low(at) == ",") --at;
    return view_.is(at, Role::nations | Role::club);
  }

  // "11 states have signed, the latest of them A and B", "..., the first of which were A and B"
  const Chunk* ranked_after(const FoundAct& act) const {
    for (std::uint32_t i = act.words.end + 1; i + 2 < place_.next; ++i) {
      const bool ranked = view_.is(i, Role::rank | Role::late) && low(i + 1) == "of" &&
                          is_any(low(i - 1), {"the", ","}) && place_.low(i - 2) != "to";
      if (!ranked ||
          !(view_.is(i + 2, Role::relative) || is_any(low(i + 2), {"them", "these", "whom"})))
        continue;
      std::uint32_t at = i + 3;
      while (view_.is(at, Role::be | Role::adverb) || low(at) == "being") ++at;
      const Chunk* list = actors_after(view_, at, 1);
      return list != nullptr && list->preposition == kNone ? list : nullptr;
    }
    return nullptr;
  }

  // "signed by eight states, with | A and B | at their head"
  const Chunk* headed_after(const FoundAct& act) const {
    for (const Chunk& chunk : view_.chunks) {
      if (chunk.tokens.begin < act.words.end || chunk.preposition == kNone) continue;
      const std::uint32_t end = chunk.tokens.end;
      const bool ahead = low(end) == "at" && view_.is(end + 2, Role::helm);
      const bool with = low(chunk.preposition) == "with" && low(chunk.preposition - 1) == ",";
      if (ahead && with && chunk.is_actor()) return &chunk;
    }
    return nullptr;
  }

  // "Fifteen nations belong to it, from huge China to tiny Brunei"
  Entities range_after(const FoundAct& act) const {
    for (std::uint32_t i = act.words.end; i + 3 < place_.next; ++i) {
      const bool opens = is_any(low(i - 1), {",", "-"}) || view_.is(i - 1, Role::gathers);
      if (low(i) != "from" || !opens) continue;
      const Chunk* first = actors_after(view_, i + 1, 2);
      std::uint32_t to = first == nullptr ? i : first->tokens.end;
      if (first == nullptr || low(to) != "to") return {};
      const Chunk* last = actors_after(view_, to + 1, 2);
      if (last == nullptr || last->possessive || last->government) return {};
      Entities both = first->actors;
      add_new(both, last->actors);
      return both;
    }
    return {};
  }

  // "Two countries have left the court, [A in 2017] and ...", "three that are not members of the
  // bloc, [A, B and C], ...".
  const Chunk* list_behind_object(const FoundAct& act) const {
    for (const Chunk& chunk : view_.chunks) {
      if (chunk.agreements.empty() || chunk.tokens.begin < act.words.end) continue;
      std::uint32_t end = chunk.tokens.end;
      while (view_.is(end, Role::adverb) || is_any(low(end), {"so", "far", "to", "date"}) ||
             view_.time_at(end) != nullptr ||
             (view_.is(end, Role::preposition) && view_.time_at(end + 1) != nullptr))
        ++end;
      if (chunk.tokens.begin > act.words.end + 4 || !is_any(low(end), {",", "("})) return nullptr;
      if (const std::uint32_t at = over_such(end + 1); at > end + 1) {
        const Chunk* some = view_.chunk_at(at);
        return some != nullptr && some->is_actor() && !some->possessive ? some : nullptr;
      }
      const Chunk* list = view_.chunk_at(end + 1);
      if (list == nullptr && view_.is(end + 1, Role::determiner)) list = view_.chunk_at(end + 2);
      return list != nullptr && list->is_actor() && !list->anaphor && !list->possessive &&
                     (list->actors.size() > 1 || view_.time_at(list->tokens.end) != nullptr ||
                      view_.time_at(list->tokens.end + 1) != nullptr)
                 ? list
                 : nullptr;
    }
    return nullptr;
  }

  // "signed the pact, | including Peru", "such as Peru", "among them Peru": the list's first token.
  std::uint32_t over_such(std::uint32_t i) const {
    if (low(i) == "including") return i + 1;
    return is_any(low(i), {"such", "among"}) && is_any(low(i + 1), {"as", "them"}) ? i + 2 : i;
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
  bool is_crowd(const FoundAct& act) const {
    for (std::uint32_t i = act.begin; i > place_.before; --i) {
      const std::uint32_t at = i - 1;
      if (view_.chunk_at(at) != nullptr) return false;
      if (view_.is(at, Role::country | Role::government | Role::fellows))
        return low(at).ends_with('s');
      if (is_any(low(at), {"some", "many", "several", "most", "few"})) return true;
      if (view_.is_mark(at) || view_.is(at, Role::coordinate)) return false;
    }
    return false;
  }

  // "Four countries signed: A, B, C and D".
  const Chunk* after(const FoundAct& act) const {
    const std::size_t next = place_.number + 1;  // "leaves it with 12 | members: A, B ..."
    const bool members =
        next < place_.acts.size() && place_.acts[next].act->role == ActRole::members;
    if (act.act->leaving && (members || view_.is(act.words.end, Role::leaves))) return nullptr;
    bool named = false;  // "signed: | the three coastal states - A, B and C"
    for (std::uint32_t i = act.words.end; i < view_.all.end; ++i) {
      const Chunk* chunk = view_.chunk_at(i);
      const bool other = chunk != nullptr && chunk->is_actor() && chunk->agreements.empty();
      if (low(i) == ";" || (i >= place_.next && other) || opens_clause(i)) return nullptr;
      const bool dash = low(i) == "-" && view_.reading.token(i).space_before &&
                        view_.reading.token(i + 1).space_before;
      const bool lately = low(i) == "recently" && low(i - 1) == "most";
      if (dash || lately || is_any(low(i), {":", "\xE2\x80\x94", "\xE2\x80\x93", "namely"}))
        named = true;
      else if (!named || low(i) != "(")
        continue;
      if (const Chunk* list = actors_after(view_, i + 1, 2))
        return is_of_others(act, *list) || does_else(*list) ? nullptr : list;
      if (!view_.is(i + 1, Role::determiner | Role::count)) return nullptr;
    }
    return nullptr;
  }

  // "After 57 countries signed its charter, | the bank has | two critics: A and B"
  bool opens_clause(std::uint32_t comma) const {
    if (low(comma) != ",") return false;
    const Chunk* subject = view_.chunk_at(comma + 1);
    return subject != nullptr && subject->tokens.begin == comma + 1 &&
           view_.is_finite(subject->tokens.end);
  }

  // "After | 57 states | signed its charter, it has 90 members: A and B | never applied": as many
  // are not meant, and they do something else.
  bool is_of_others(const FoundAct& act, const Chunk& list) const {
    if (!view_.is(list.tokens.end, Role::have | Role::be | Role::do_)) return false;
    if (list.actors.size() == 1) return true;  // "Nobody walked out: | Serbia is | still a member"
    for (std::uint32_t i = act.begin; i > place_.before && !view_.is_mark(i - 1); --i) {
      const Token& count = view_.reading.token(i - 1);
      if (count.kind == WordKind::number) return true;  // in figures: more than a list names
      if (view_.is(i - 1, Role::count)) return count.clause.size > list.actors.size();
    }
    return false;
  }

  // "those who had hoped for a pact will find none: | Oman | refused to sign one", "Nobody left:
  // | Oman | is still a member": a clause of its own.
  bool does_else(const Chunk& list) const {
    if (view_.tree.empty() || list.actors.size() > 1) return false;
    if (view_.is(list.tokens.end, Role::be)) return true;
    const std::uint32_t verb = view_.tree.parent(view_.tree.head_of(list.tokens));
    return verb != kNone && verb >= list.tokens.end && view_.tree.word(verb).tag == Penn::vbd &&
           view_.tree.word(view_.tree.head_of(list.tokens)).relation == Dependency::nsubj;
  }

  // "Not one of the nuclear powers has signed: A, B and C stayed away".
  bool denies(const FoundAct& act) const {
    for (std::uint32_t i = act.begin; i > place_.before; --i) {
      const bool breaks = view_.is_mark(i - 1) && low(i - 1) != "-";  // "nuclear-armed"
      if (breaks || view_.is(i - 1, Role::be | Role::do_)) return false;
      if (i < act.begin && view_.is(i - 1, Role::have)) return false;
      if (view_.is(i - 1, Role::none) || low(i - 1) == "no") return true;
      if (low(i - 1) == "one" && low(i - 2) == "not") return true;
    }
    return false;
  }

 private:
  std::string_view low(std::uint32_t i) const { return view_.low(i); }

  const ActPlace& place_;
  const SentenceView& view_;
};

}  // namespace

void name_crowd(const ActPlace& place, FoundAct& act) { CrowdReader(place).name(act); }

const Chunk* list_after(const ActPlace& place, const FoundAct& act) {
  return CrowdReader(place).after(act);
}

// "has been signed by | 34 states"
bool done_by_crowd(const SentenceView& view, const FoundAct& act) {
  constexpr std::uint32_t kReach = 6;
  constexpr std::uint32_t kBetween = 12;  // "was signed | in Lima in May 2005 | by eight states"
  std::uint32_t by = act.words.end;
  while (act.passive && by < act.words.end + kBetween && view.low(by) != "by" && !view.is_mark(by))
    ++by;
  if (!act.passive || view.low(by) != "by") return false;
  for (std::uint32_t i = by + 1; i < by + kReach; ++i) {
    if (view.chunk_at(i) != nullptr || view.is_mark(i)) return false;
    if (view.is(i, Role::country | Role::government)) return view.low(i).ends_with('s');
  }
  return false;
}

bool denied_by_crowd(const ActPlace& place, const FoundAct& act) {
  return CrowdReader(place).denies(act);
}

// "No deal on fish | has been signed", "No deal on fish | signed": a deal without a name.
static bool undergone_by_none(const SentenceView& view, const FoundAct& act) {
  const std::uint32_t verb = view.tree.head_of(act.words);
  for (std::uint32_t i = view.all.begin; act.passive && i + 1 < act.begin; ++i) {
    const std::uint32_t noun = view.low(i) == "no" ? view.tree.parent(i) : kNone;
    if (noun == kNone || noun < i || view.chunk_at(noun) != nullptr) continue;
    const bool subject = view.tree.word(noun).relation == Dependency::nsubj_pass;
    if (subject && view.tree.parent(noun) == verb) return !act.denied;
    if (view.title && view.tree.parent(verb) == noun) return !act.denied;
  }
  return false;
}

// "None of the emitters, among them Oman and Peru, | has signed"; where "none" is no chunk, which
// denies by itself.
bool denied_by_none(const SentenceView& view, const FoundAct& act) {
  if (view.tree.empty() || act.form == ActForm::noun) return false;
  if (undergone_by_none(view, act)) return true;
  for (std::uint32_t i = view.all.begin; i + 1 < act.begin; ++i) {
    if (!view.is(i, Role::none) || view.low(i + 1) != "of" || view.chunk_at(i) != nullptr) continue;
    const std::uint32_t verb = view.tree.parent(i);
    if (verb != kNone && act.words.contains(verb)) return true;
  }
  return false;
}

// "was signed in Nairobi after talks | led | by the African Union": who did something else.
static bool leads_another(const SentenceView& view, const FoundAct& act, const Chunk& chunk) {
  const std::uint32_t verb = chunk.preposition == kNone ? kNone : chunk.preposition - 1;
  if (verb == kNone || verb < act.words.end || view.chunk_at(verb) != nullptr) return false;
  const SyntaxWord& word = view.tree.word(verb);
  const bool describes = word.relation == Dependency::acl && word.tag == Penn::vbn;
  return describes && view.tree.parent(verb) != kNone && view.tree.parent(verb) >= act.words.end;
}

// "An accord | backed by 123 members | was blocked by India": of the verb above.
bool is_of_main_verb(const SentenceView& view, const FoundAct& act, const Chunk& chunk) {
  if (view.tree.empty() || act.form == ActForm::noun) return false;
  if (leads_another(view, act, chunk)) return true;
  const std::uint32_t own = view.tree.head_of(act.words);
  if (view.tree.word(own).relation != Dependency::acl) return false;
  const std::uint32_t verb = view.tree.parent(view.tree.head_of(chunk.tokens));
  if (verb == kNone || verb < act.words.end || chunk.tokens.contains(verb)) return false;
  for (std::uint32_t at = verb; at != kNone; at = view.tree.parent(at)) {
    if (at == own) return false;
  }
  return view.tree.word(verb).word_class == WordClass::verb;
}

// "by Oman and | six others: A, B and C", "by Iran and | six powers - A, B ..."
const Chunk* named_others(const SentenceView& view, const Chunk& first) {
  bool counted = false;
  for (std::uint32_t i = first.tokens.end; i < first.tokens.end + 5; ++i) {
    const bool noun = view.low(i) == "others" || (counted && view.is_content(i));
    const bool names = noun && is_any(view.low(i + 1), {":", ",", "-", "("});
    if (names) return actors_after(view, i + 2, 0);
    counted = counted || view.is(i, Role::count);
  }
  return nullptr;
}

// "ratified by only two, | A and B", "shunned by the big powers: | A and B": a crowd of agents that
// a mark at token `end` opens.
bool counts_agents(const SentenceView& view, const FoundAct& act, std::uint32_t end) {
  constexpr std::uint32_t kReach = 8;
  const bool named = is_any(view.low(end), {":", "(", "-", "\xE2\x80\x93", "\xE2\x80\x94"});
  if (!named && view.low(end) != ",") return false;
  // "ratified by 31 states, | the African Union | says": who tells it.
  const Chunk* next = view.chunk_at(end + 1);
  if (next == nullptr) next = view.chunk_at(end + 2);
  const bool tells = next != nullptr &&
                     std::ranges::any_of(view.reading.attributions, [&](const Attribution& said) {
                       return said.cue.begin == next->tokens.end;
                     });
  if (tells) return false;
  const bool crowd = view.is(end - 1, Role::count | Role::country) ||
                     (named && view.is_content(end - 1) && view.low(end - 1).ends_with("s"));
  for (std::uint32_t i = end; i > act.words.end && i + kReach > end; --i) {
    if (view.low(i - 1) == "by") return crowd;
    if (i < end && (view.is_mark(i - 1) && view.low(i - 1) != "-")) return false;
  }
  return false;
}

// "by 126 parties, among [them]", "by big emitters such [as]", "[including]": some are named next.
bool names_some(const SentenceView& view, std::uint32_t i) {
  return view.is(i, Role::instances) || view.low(i) == "them" ||
         (view.low(i) == "as" && view.low(i - 1) == "such");
}

}  // namespace concord
