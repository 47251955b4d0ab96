// Rosters without a verb: the name of a body or pact and, beside it, the list of its members.
//
//   [BRICS] ([Brazil, Russia ...])                  the [BRICS] group of [Brazil, Russia ...]
//   [the Visegrad Group] - [Poland, ...] - met      [AUKUS], a pact between [A, B and C], ...
#include <algorithm>

#include "claim/arguments.h"

namespace concord {
namespace {

class BareRosters {
 public:
  BareRosters(const SentenceView& view, const Discourse& discourse, std::vector<FoundAct>& acts)
      : view_(view), discourse_(discourse), acts_(acts) {}

  void run() {
    for (const Chunk& holder : view_.chunks) {
      if (holder.agreements.size() != 1 || holder.possessive) continue;
      const Chunk* list = list_beside(holder);
      if (list == nullptr) list = list_predicated(holder);
      if (list == nullptr) list = list_of_nations(holder);
      if (list != nullptr && stands(holder, *list) && !is_told(holder, *list)) tell(holder, *list);
    }
    pronoun_at_head();
    for (std::uint32_t i = view_.all.begin; i + 1 < view_.all.end; ++i) bloc_at(i);
    for (std::uint32_t i = view_.all.begin + 1; i + 3 < view_.all.end; ++i) others_at(i);
  }

 private:
  static constexpr std::size_t kMembersMin = 3;  // "the EU (Germany and France)" names no roster

  std::string_view low(std::uint32_t i) const { return view_.low(i); }

  bool is_dash(std::uint32_t i) const {
    if (is_any(low(i), {"\xE2\x80\x93", "\xE2\x80\x94", "--"})) return true;
    return low(i) == "-" && view_.reading.token(i).space_before;
  }

  // "a pact between", "a bloc grouping"
  bool gathers(std::uint32_t i) const { return view_.is(i, Role::gathers); }

  const Chunk* list_beside(const Chunk& holder) const {
    std::uint32_t i = holder.tokens.end;
    const bool named = !holder.definite;
    if (named && view_.is(i, Role::club | Role::union_)) ++i;  // "the BRICS | group"
    if (named && low(i) == "of" && view_.is(i - 1, Role::club | Role::union_))
      return list_from(i + 1);
    if (low(i) == "(" && named) {
      const Chunk* list = list_from(i + 1);
      return list != nullptr && low(list->tokens.end) == ")" ? list : nullptr;
    }
    if (is_dash(i) && named) {
      const Chunk* list = list_from(i + 1);
      const bool closed = list != nullptr && (is_dash(list->tokens.end) || ends(list->tokens.end));
      return closed ? list : nullptr;
    }
    if (gathers(i) && low(i) != "of" && is_named_behind(holder, i)) return list_from(i + 1);
    return named && (low(i) == "," || is_dash(i)) ? list_apposed(i + 1) : nullptr;
  }

  // "The bloc of eleven (A, B ...)", "the grouping - A, B and C -": the one that is spoken of.
  void bloc_at(std::uint32_t i) {
    if (!view_.is(i, Role::determiner) || !view_.is(i + 1, Role::union_)) return;
    if (view_.chunk_at(i) != nullptr || discourse_.told.agreement == kNone) return;
    if (discourse_.told.act == nullptr || !discourse_.told.act->joins) return;
    const std::uint32_t end = i + (low(i + 2) == "of" && view_.is(i + 3, Role::count) ? 4 : 2);
    if (low(end) != "(" && !is_dash(end)) return;
    Chunk holder;
    holder.tokens = {i, end};
    holder.agreements = {discourse_.told.agreement};
    const Chunk* list = list_beside(holder);
    if (list != nullptr && !is_told(holder, *list)) tell(holder, *list);
  }

  // "AUKUS | is a pact between | A, B and C", "began in June 1997 as a club of four: | A, B ...".
  const Chunk* list_predicated(const Chunk& holder) const {
    if (holder.preposition != kNone) return nullptr;
    const auto aside = [&](std::uint32_t i) {
      return (view_.is(i, Role::adverb) && low(i) != "not") || view_.time_at(i) != nullptr ||
             (view_.is(i, Role::preposition) && view_.time_at(i + 1) != nullptr);
    };
    std::uint32_t i = holder.tokens.end;
    while (aside(i)) ++i;
    if (low(i) == "has" && low(i + 1) == "been") ++i;
    const bool begins = view_.is(i, Role::begins);
    if (!begins && !view_.is(i, Role::be | Role::remains)) return nullptr;
    if (is_any(low(i), {"be", "being"})) return nullptr;
    ++i;
    if (begins && low(i + 1) == "as") ++i;  // "began life as a club of four"
    while (aside(i)) ++i;
    if (low(i) == "as") ++i;
    const bool begun = begins && low(i - 1) != "as";
    return begun || low(i) == "not" ? nullptr : list_apposed(i, &holder);
  }

  // "The 21 | APEC | economies include | A, B and C"
  const Chunk* list_of_nations(const Chunk& holder) const {
    const std::uint32_t noun = holder.tokens.end;
    const bool nations = view_.is(noun, Role::nations) && low(noun).ends_with('s');
    return nations && view_.is(noun + 1, Role::includes) ? list_from(noun + 2) : nullptr;
  }

  // "It | is a grouping of | A, B and C": of the body spoken of.
  void pronoun_at_head() {
    const std::uint32_t begin = view_.all.begin;
    if (low(begin) != "it" || discourse_.spoken.empty()) return;
    const Spoken& last = discourse_.spoken.back();
    const std::uint32_t sentence = view_.reading.token(begin).sentence;
    if (last.sentence + 1 != sentence) return;
    Chunk holder;
    holder.tokens = {begin, begin + 1};
    holder.agreements = {last.agreement};
    const Chunk* list = list_predicated(holder);
    if (list != nullptr && !is_told(holder, *list)) tell(holder, *list);
  }

  // "A and B were among its founders; | the others were | C and D": of what was told before it.
  void others_at(std::uint32_t i) {
    if (!view_.is_mark(i - 1) || low(i) != "the" || low(i + 1) != "others") return;
    if (!is_any(low(i + 2), {"are", "were"})) return;
    const Chunk* list = view_.chunk_at(i + 3);
    const FoundAct* told = nullptr;
    for (const FoundAct& act : acts_) {
      if (act.words.end < i && act.agreements.size() == 1) told = &act;
    }
    const bool belongs = told != nullptr && told->act->stage == Stage::party && !told->denied &&
                         told->effect == Effect::nothing && !told->parties.empty() &&
                         (told->act->standing || told->act->role == ActRole::members);
    if (!belongs || list == nullptr || !list->is_actor() || list->anaphor) return;
    if (list->possessive || low(list->tokens.end) == "'s") return;
    FoundAct act = act_implied(view_, ImpliedAct::roster, told->agreements, list->actors);
    if (act.act == nullptr) return;
    act.words = {i, list->tokens.end};
    act.begin = i;
    acts_.push_back(std::move(act));
  }

  bool ends(std::uint32_t i) const { return is_any(low(i), {".", ";"}) || !view_.all.contains(i); }

  // "The pact between A, B and C, known as AUKUS": a text that is named.
  bool is_named_behind(const Chunk& text, std::uint32_t from) const {
    return std::ranges::any_of(view_.chunks, [&](const Chunk& chunk) {
      return chunk.tokens.begin > from && !chunk.definite && chunk.agreements == text.agreements;
    });
  }

  // "D-8, | a loose grouping of | A, B and C": from token `i`.
  const Chunk* list_apposed(std::uint32_t i, const Chunk* holder = nullptr) const {
    constexpr std::uint32_t kWordsMax = 9;
    if (!view_.is(i, Role::determiner)) return nullptr;
    for (std::uint32_t at = i + 1; at < i + kWordsMax && view_.all.contains(at); ++at) {
      const bool noun = view_.is(at, Role::club | Role::union_ | Role::text | Role::nations);
      if (noun && gathers(at + 1)) return list_from(at + 2);
      if (noun && low(at + 1) == ":") return list_from(at + 2);
      if (noun && view_.is(at + 1, Role::relative)) return list_told(at + 2);
      if (noun && low(at + 1) == "for") {  // "a pact for the Pacific | between A, B and C"
        for (std::uint32_t to = at + 2; to < at + kWordsMax; ++to) {
          if (view_.is_mark(to) && low(to) != "-") break;
          if (gathers(to) && low(to) != "of") return list_from(to + 1);
        }
      }
      const Chunk* chunk = view_.chunk_at(at);
      if (chunk != nullptr && low(chunk->tokens.end) == "-" &&
          view_.is(chunk->tokens.end + 1, Role::brokered | Role::headed)) {
        at = chunk->tokens.end + 1;  // "a | Moscow-led | alliance of A, B and C"
        continue;
      }
      const bool again =
          holder != nullptr && chunk != nullptr &&
          chunk->agreements == holder->agreements;  // "the Quad is | a grouping | of"
      const bool text =
          chunk != nullptr && !chunk->agreements.empty() && (again || !chunk->is_actor());
      if (text && gathers(chunk->tokens.end)) return list_from(chunk->tokens.end + 1);
      if ((chunk != nullptr && !text) || (view_.is_mark(at) && low(at) != "-")) return nullptr;
      if (view_.is(at, Role::be | Role::have | Role::relative)) return nullptr;
    }
    return nullptr;
  }

  // The names that begin at token `from`, over "namely", "the five states", "its members".
  const Chunk* list_from(std::uint32_t from) const {
    constexpr std::uint32_t kWordsMax = 6;
    for (std::uint32_t i = from; i < from + kWordsMax && view_.all.contains(i); ++i) {
      const Chunk* chunk = view_.chunk_at(i);
      if (chunk != nullptr && chunk->anaphor && chunk->tokens.end < from + kWordsMax) {
        i = chunk->tokens.end - 1;  // "the three countries"
        continue;
      }
      if (chunk != nullptr) return is_list(*chunk) ? chunk : nullptr;
      const bool small =
          view_.is(i, Role::determiner | Role::owner | Role::count | Role::country) ||
          is_any(low(i), {"namely", ":", ",", "(", "among", "them", "including"}) || is_dash(i);
      if (!small && i > from) return nullptr;
    }
    return nullptr;
  }

  // "an alliance that | also includes | A, B and C": by a verb of members that begins near token
  // `i`.
  const Chunk* list_told(std::uint32_t i) const {
    for (const FoundAct& act : acts_) {
      const bool near = act.begin >= i && act.begin < i + 3 && act.form != ActForm::noun;
      if (near && act.act->role == ActRole::members && !act.denied) return list_from(act.words.end);
    }
    return nullptr;
  }

  bool is_list(const Chunk& chunk) const {
    return chunk.actors.size() >= kMembersMin && !chunk.anaphor && !chunk.possessive &&
           !chunk.government && !chunk.denied;
  }

  // Not "a proposed pact between A, B and C", "the former union of A, B and C".
  bool stands(const Chunk& holder, const Chunk& list) const {
    const std::uint32_t from =
        holder.tokens.begin - (holder.tokens.begin > view_.all.begin ? 1 : 0);
    for (std::uint32_t i = from; i < list.tokens.begin; ++i) {
      if (view_.acts.modifiers.exact(low(i))) return false;
    }
    return true;
  }

  // "Five states ratified the pact (A, B ...)": the list is of another act.
  bool is_told(const Chunk& holder, const Chunk& list) const {
    return std::ranges::any_of(acts_, [&](const FoundAct& act) {
      const bool idle = act.effect == Effect::nothing_asserted;
      if (act.agreements != holder.agreements || idle) return false;
      const bool shares = std::ranges::any_of(list.actors, [&](std::uint32_t one) {
        return std::ranges::find(act.parties, one) != act.parties.end();
      });
      return shares || act.by_crowd;
    });
  }

  void tell(const Chunk& holder, const Chunk& list) {
    FoundAct act = act_implied(view_, ImpliedAct::roster, holder.agreements, list.actors);
    if (act.act == nullptr) return;
    act.words = list.tokens;
    act.begin = list.tokens.begin;
    std::erase(act.parties, holder.agreements.front());
    acts_.push_back(std::move(act));
  }

  const SentenceView& view_;
  const Discourse& discourse_;
  std::vector<FoundAct>& acts_;
};

// Past "that is" and "namely".
std::uint32_t over_namely(const SentenceView& view, std::uint32_t i) {
  if (view.low(i) == "namely") return i + 1;
  if (view.low(i) != "that" || view.low(i + 1) != "is") return i;
  return i + (view.low(i + 2) == "," ? 3 : 2);
}

// "the remaining states of the partnership, Armenia, Moldova and Ukraine, ..."
bool lists_members(const SentenceView& view, const Chunk& body, const Chunk& list) {
  std::uint32_t noun_at = body.tokens.end;  // "the EU's four founders, A, B ..., met"
  noun_at += view.low(noun_at) == "'s" ? 1 : 0;
  while (view.is(noun_at, Role::count) || view.is(noun_at, Role::founding)) ++noun_at;
  const std::string_view sign = view.low(noun_at + 1);
  const std::string_view closing = view.low(list.tokens.end);
  const bool states = view.is(noun_at, Role::country) && view.low(noun_at).ends_with("s");
  const bool framed = (sign == "," && closing == ",") || (sign == "(" && closing == ")") ||
                      (is_bullet(sign) && is_bullet(closing));
  if (states && framed && list.actors.size() > 1 && list.tokens.begin == noun_at + 2 &&
      !body.agreements.empty())
    return true;
  const std::uint32_t of = body.preposition;
  const std::string_view mark = view.low(body.tokens.end);
  const bool opened = body.is_actor() && is_any(mark, {":", "(", "\xE2\x80\x93", "\xE2\x80\x94"});
  const bool enclosed = mark == "," && view.low(list.tokens.end) == ",";
  if (of == kNone || !is_any(view.low(of), {"of", "in"}) || (!opened && !enclosed)) return false;
  const std::string_view noun = view.low(of - 1);
  const bool several = view.is(of - 1, Role::country) && noun.ends_with("s");
  return list.actors.size() > 1 && list.tokens.begin == over_namely(view, body.tokens.end + 1) &&
         !view.is(of - 1, Role::member) && (several || view.is(of - 1, Role::fellows));
}

// "took effect with three of the existing parties: Peru, Chile and Chad": as many as are counted.
void add_counted_parties(const SentenceView& view, std::vector<FoundAct>& acts) {
  const auto told = std::ranges::find_if(acts, [](const FoundAct& act) {
    return act.act->stage == Stage::in_force && !act.denied && act.agreements.size() == 1;
  });
  if (told == acts.end()) return;
  for (const Chunk& list : view.chunks) {
    const std::uint32_t noun = list.tokens.begin - 2;
    if (list.anaphor || list.actors.size() < 2 || view.low(noun + 1) != ":") continue;
    std::uint32_t of = noun;
    while (of > told->words.end && view.low(of) != "of") --of;
    const bool counted = view.is(noun, Role::fellows) && view.low(of) == "of" &&
                         view.is(of - 1, Role::count) &&
                         view.reading.token(of - 1).clause.size == list.actors.size();
    if (!counted) continue;
    FoundAct act = act_implied(view, ImpliedAct::roster, told->agreements, list.actors);
    act.words = list.tokens;
    act.begin = list.tokens.begin;
    acts.push_back(std::move(act));
    return;
  }
}

// "Mercosur, the customs union of Argentina, Brazil and Uruguay": whom a union is made of.
void add_union_of(const SentenceView& view, std::vector<FoundAct>& acts) {
  for (std::size_t i = 1; i < view.chunks.size(); ++i) {
    const Chunk& list = view.chunks[i];
    const Chunk* body = &view.chunks[i - 1];
    if (list.anaphor || list.possessive) continue;
    const bool kind = view.is(body->tokens.end - 1, Role::union_);
    const bool made_of = kind && list.actors.size() > 2 && list.preposition == body->tokens.end &&
                         view.low(list.preposition) == "of";
    if (!made_of && !lists_members(view, *body, list)) continue;
    if (made_of && i > 1 && view.chunks[i - 2].tokens.end + 1 == body->tokens.begin &&
        view.low(body->tokens.begin - 1) == "," && !view.chunks[i - 2].agreements.empty())
      body = &view.chunks[i - 2];
    if (body->agreements.empty()) continue;
    FoundAct act = act_implied(view, ImpliedAct::roster, body->agreements, list.actors);
    if (act.act == nullptr) return;
    act.words = {body->tokens.begin, list.tokens.end};
    act.begin = act.words.begin;
    act.form = ActForm::noun;
    acts.push_back(std::move(act));
  }
}

// "Oman and Chad, the two League states in the pact, | ...", "..., the EU states outside NATO".
void add_apposed_states(const SentenceView& view, std::vector<FoundAct>& acts) {
  constexpr std::uint32_t kWordsMax = 5;
  const auto tell = [&](const Chunk& list, const Chunk& body, bool denied) {
    FoundAct act = act_implied(view, ImpliedAct::roster, body.agreements, list.actors);
    if (act.act == nullptr) return;
    act.words = {list.tokens.end, body.tokens.end};
    act.begin = act.words.begin;
    act.form = ActForm::noun;
    act.denied = denied;
    acts.push_back(std::move(act));
  };
  for (const Chunk& list : view.chunks) {
    const std::uint32_t end = list.tokens.end;
    if (list.actors.size() < 2 || list.anaphor || list.possessive || list.government) continue;
    std::uint32_t noun = end + (view.is_mark(end) ? 1 : 0);
    if (is_any(view.low(noun), {"these", "they", "those", "all"})) ++noun;  // "...: these are the"
    const bool told = view.is(noun, Role::be) && list.preposition == kNone;
    if (told) ++noun;
    const bool as = view.low(end) == "as";  // "leaving | Oman and Chad | as the only states in"
    if (as) ++noun;
    const bool beside =
        as || view.low(end) == "," || view.low(end) == "(" || is_bullet(view.low(end));
    if ((!told && !beside) || !is_any(view.low(noun), {"the", "all"})) continue;
    const auto is_states = [&](std::uint32_t i) {
      const bool members = view.is(i, Role::member) && view.low(i + 1) != "outside";
      return view.is(i, Role::nations) && !members && view.low(i).ends_with("s");
    };
    const std::uint32_t reach = noun + kWordsMax;
    while (noun < reach && !is_states(noun) && !view.is_mark(noun)) ++noun;
    if (!is_states(noun)) continue;
    const Chunk* whose = view.chunk_at(noun - 1);
    const bool owned = whose != nullptr && !whose->agreements.empty() &&
                       whose->tokens.begin > end && whose->tokens.end == noun;
    if (owned) tell(list, *whose, false);
    const bool outside = view.low(noun + 1) == "outside";
    const Chunk* body = view.chunk_at(noun + (view.is(noun + 2, Role::determiner) ? 3 : 2));
    const bool within = is_any(view.low(noun + 1), {"in", "inside", "within", "of"});
    if ((!within && !outside) || body == nullptr || body->agreements.empty()) continue;
    if (body->possessive || view.is(body->tokens.end, Role::country | Role::content)) continue;
    tell(list, *body, outside);
  }
}

// "which made it one of few African parties, alongside | Senegal and Ghana": members too.
void add_alongside(const SentenceView& view, std::vector<FoundAct>& acts) {
  for (const Chunk& chunk : view.chunks) {
    const std::uint32_t by = chunk.tokens.begin - 1;
    const bool beside = chunk.is_actor() && !chunk.possessive && view.low(by) == "alongside" &&
                        view.low(by - 1) == "," && view.is(by - 2, Role::fellows);
    const auto told = std::ranges::find_if(acts.rbegin(), acts.rend(), [&](const FoundAct& act) {
      return act.words.end < by && !act.agreements.empty();
    });
    if (!beside || told == acts.rend()) continue;
    FoundAct act = act_implied(view, ImpliedAct::roster, told->agreements, chunk.actors);
    if (act.act == nullptr) return;
    act.words = {by - 2, chunk.tokens.end};
    act.begin = act.words.begin;
    acts.push_back(std::move(act));
    return;
  }
}

}  // namespace

void read_bare_rosters(const SentenceView& view, const Discourse& discourse,
                       std::vector<FoundAct>& acts) {
  add_union_of(view, acts);
  add_counted_parties(view, acts);
  add_apposed_states(view, acts);
  add_alongside(view, acts);
  BareRosters(view, discourse, acts).run();
}

}  // namespace concord
