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
      if (list != nullptr && stands(holder, *list) && !is_told(holder, *list)) tell(holder, *list);
    }
    for (std::uint32_t i = view_.all.begin; i + 1 < view_.all.end; ++i) bloc_at(i);
  }

 private:
  static constexpr std::size_t kMembersMin = 3;  // "the EU (Germany and France)" names no roster

  std::string_view low(std::uint32_t i) const { return view_.low(i); }

  bool is_dash(std::uint32_t i) const {
    if (is_any(low(i), {"\xE2\x80\x93", "\xE2\x80\x94", "--"})) return true;
    return low(i) == "-" && view_.reading.tokens[i].space_before;
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

  bool ends(std::uint32_t i) const { return is_any(low(i), {".", ";"}) || !view_.all.contains(i); }

  // "The pact between A, B and C, known as AUKUS": a text that is named.
  bool is_named_behind(const Chunk& text, std::uint32_t from) const {
    return std::ranges::any_of(view_.chunks, [&](const Chunk& chunk) {
      return chunk.tokens.begin > from && !chunk.definite && chunk.agreements == text.agreements;
    });
  }

  // "D-8, | a loose grouping of | A, B and C": from token `i`.
  const Chunk* list_apposed(std::uint32_t i) const {
    constexpr std::uint32_t kWordsMax = 9;
    if (!view_.is(i, Role::determiner)) return nullptr;
    for (std::uint32_t at = i + 1; at < i + kWordsMax && view_.all.contains(at); ++at) {
      const bool noun = view_.is(at, Role::club | Role::union_ | Role::text);
      if (noun && gathers(at + 1)) return list_from(at + 2);
      const Chunk* chunk = view_.chunk_at(at);
      const bool text = chunk != nullptr && !chunk->agreements.empty() && !chunk->is_actor();
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
          is_any(low(i), {"namely", ":", ",", "among", "them", "including"}) || is_dash(i);
      if (!small && i > from) return nullptr;
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
      if (act.agreements != holder.agreements) return false;
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
  return list.actors.size() > 1 && list.tokens.begin == body.tokens.end + 1 && noun != "members" &&
         (several || view.is(of - 1, Role::fellows));
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
  add_alongside(view, acts);
  BareRosters(view, discourse, acts).run();
}

}  // namespace concord
