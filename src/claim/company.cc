// Who does an act beside its subject: "Norway, like Iceland, signed", "joined along with Chad",
// "Norway and Iceland among them", "followed by Morocco".
#include <algorithm>

#include "claim/arguments.h"

namespace concord {
namespace {

class Company {
 public:
  explicit Company(const ActPlace& place) : place_(place), view_(place.view) {}

  void add(FoundAct& act) const {
    followed_by(act);
    company(act);
    started_with(act);
  }

 private:
  std::string_view low(std::uint32_t i) const { return view_.low(i); }

  // "was launched on Monday with twelve partners: | A, B ... |"
  void started_with(FoundAct& act) const {
    constexpr std::uint32_t kWordsMax = 4;
    if (!act.act->makes || act.denied) return;
    for (std::uint32_t with = act.words.end; with < place_.next; ++with) {
      if (low(with) != "with") continue;
      for (std::uint32_t i = with + 1; i <= with + kWordsMax; ++i) {
        const Chunk* list = low(i) == ":" ? actors_after(view_, i + 1, 1) : nullptr;
        if (list != nullptr && !list->anaphor) add_new(act.parties, whole_list(view_, *list));
      }
    }
  }

  // "..., followed by Morocco"
  void followed_by(FoundAct& act) const {
    for (std::uint32_t i = act.words.end; i + 1 < view_.all.end; ++i) {
      if (low(i) == "then" && low(i - 1) == "," && i < place_.next) {  // "..., then Chile and Peru"
        const Chunk* more = view_.chunk_at(i + 1);
        const bool ends = more != nullptr && view_.is_mark(more->tokens.end);
        if (ends && more->is_actor()) add_new(act.parties, more->actors);
      }
      if (!view_.is(i, Role::follows) || !low(i).ends_with("ed")) continue;
      for (std::uint32_t by = i + 1; by < i + 5; ++by) {
        if (low(by) != "by") continue;
        if (const Chunk* more = actors_after(view_, by + 1, 2)) {
          const bool own_day = time_after(view_, more->tokens.end) != nullptr;
          if (own_day && act.effect != Effect::planned) return;
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
    example_followed(act);
    if (act.act->sides && act.agreements.size() == 1 &&
        !view_.reading.entities[act.agreements.front()].members.empty())
      return;
    const std::uint32_t end = clause_end(place_, act);
    for (const Chunk& chunk : view_.chunks) {
      const bool like = low(chunk.tokens.begin) == "that";  // "together with | that of Chad"
      if (!chunk.is_actor() || (chunk.anaphor && !like) || chunk.possessive) continue;
      if (chunk.tokens.begin < act.words.end || chunk.tokens.begin >= end) continue;
      std::uint32_t at = chunk.tokens.begin;  // "with | its neighbours | Peru and Chile"
      while (at > act.words.end && view_.is(at - 1, Role::owner | Role::country | Role::determiner))
        --at;
      if (view_.is(at - 3, Role::fellows) && low(at - 1) == "alongside")
        continue;  // "made it one of few parties, alongside | Oman": who was in before
      const bool with =
          is_any(low(at - 1), {"with", "alongside"}) &&
          (is_any(low(at - 2), {"along", "together"}) ||
           (low(at - 1) == "alongside" && (act.act->joins || ends_object(act, at - 1))) ||
           (act.act->joins && (at - 1 == act.words.end || ends_object(act, at - 1))));
      const bool among =
          (low(at - 1) == "them" && low(at - 2) == "among" && !counts_others(act, at)) ||
          (low(chunk.tokens.end) == "among" && low(chunk.tokens.end + 1) == "them") ||
          (view_.is(chunk.tokens.end, Role::includes) && low(at - 1) == ",");
      const bool same_day =  // "signed it in May, in the same week | as | Oman"
          low(at - 1) == "as" && low(at - 3) == "same" && !act.denied && !act.parties.empty() &&
          is_any(low(at - 2), {"day", "week", "month", "year"});
      if (with && is_of_main_clause(act, chunk)) continue;
      const bool joined = (act.act->joins || act.act->leaving) && !chunk.agreements.empty();
      if (with && joined) continue;  // "which it left together with | the bloc |"
      if (among && others_do(act)) act.parties.clear();
      if (same_day) add_new(act.parties, chunk.actors);
      if (same_day) act.companions = chunk.actors;
      if (with && !act.parties.empty()) act.companions = chunk.actors;
      if ((with && !act.parties.empty()) || among) add_new(act.parties, chunk.actors);
      const bool counted = low(at - 1) == ":" && view_.is(at - 2, Role::country) &&
                           view_.is(at - 3, Role::count) && chunk.actors.size() > 1;
      if (counted && low(at - 4) != "with") act.parties.clear();  // "along with two others: Chad"
      if (counted) add_new(act.parties, chunk.actors);
    }
  }

  // "Peru, which did not | sign | then, thought better of it, together with | Chad |": told of the
  // clause around it.
  bool is_of_main_clause(const FoundAct& act, const Chunk& chunk) const {
    const std::uint32_t verb = view_.tree.head_of(act.words);
    if (view_.tree.empty() || view_.tree.word(verb).relation != Dependency::acl_relcl) return false;
    for (std::uint32_t at = view_.tree.head_of(chunk.tokens); at != kNone;
         at = view_.tree.parent(at)) {
      if (at == verb) return false;
    }
    return true;
  }

  // "and | others in Africa | have followed, among them Ghana": not who did it before.
  bool others_do(const FoundAct& act) const {
    for (std::uint32_t i = act.begin; i > view_.all.begin && !view_.is_mark(i - 1); --i) {
      if (is_any(low(i - 1), {"others", "more"})) return true;
    }
    return false;
  }

  // "Peru signed it, and it now counts 18 parties, | among them Chad": those of another clause.
  bool counts_others(const FoundAct& act, std::uint32_t among) const {
    if (are_abstainers(view_, act, among)) return true;
    for (std::uint32_t i = act.words.end; i + 2 < among; ++i) {
      const bool clause = low(i) == "," && is_any(low(i + 1), {"and", "but", "while"});
      if (clause && (is_any(low(i + 2), {"it", "they"}) || view_.is(i + 2, Role::determiner)))
        return true;
    }
    return false;
  }

  // "is in the pact | with Mali": what is joined ends there.
  bool ends_object(const FoundAct& act, std::uint32_t i) const {
    if (const Time* time = i > act.words.end ? view_.time_at(i - 1) : nullptr) {
      i = time->tokens.begin;  // "signed the pact | in May | alongside Mali"
      if (view_.is(i - 1, Role::preposition)) --i;
    }
    return std::ranges::any_of(view_.chunks, [&](const Chunk& chunk) {
      return chunk.tokens.end == i && chunk.tokens.begin >= act.words.end &&
             chunk.agreements == act.agreements && !chunk.agreements.empty();
    });
  }

  // "Rwanda joined | Kenya in ratifying | the pact": who follows the example.
  void example_followed(FoundAct& act) const {
    const bool in = act.form == ActForm::gerund && low(act.begin - 1) == "in" && place_.number > 0;
    const Chunk* whom = in ? view_.chunk_at(act.begin - 2) : nullptr;
    if (whom == nullptr || whom->actors != act.parties) return;
    const FoundAct& follows = place_.acts[place_.number - 1];
    const bool leads = follows.words.end == whom->tokens.begin && follows.row != nullptr &&
                       (follows.row->together || follows.row->same);
    if (leads) add_new(act.parties, follows.parties);
  }

  bool names_state(std::uint32_t i) const {
    const Chunk* chunk = view_.chunk_at(i);
    return chunk != nullptr && chunk->is_actor() && chunk->agreements.empty();
  }

  // "Kenya, joined by Mali and Chad, signed": company in an aside.
  void joined_before(FoundAct& act) const {
    for (const Chunk& chunk : view_.chunks) {
      const std::uint32_t by = chunk.tokens.begin - 1;
      if (!chunk.is_actor() || chunk.tokens.end >= act.begin || act.parties.empty()) continue;
      const bool aside = low(by) == "by" && view_.is(by - 1, Role::accedes) && low(by - 2) == "," &&
                         low(chunk.tokens.end) == ",";
      if (aside && chunk.tokens.end + 1 == act.begin) add_new(act.parties, chunk.actors);
      const std::uint32_t doer = by - (low(by - 2) == "," ? 3 : 2);
      const bool bare =
          low(by - 1) == "," && names_state(by - 2);  // "Norway, with Iceland, signed"
      const bool along =                              // "Norway, together with Iceland, signed"
          low(by) == "with" &&
          (bare || (is_any(low(by - 1), {"together", "along"}) && names_state(doer))) &&
          (chunk.tokens.end == act.begin ||
           (low(chunk.tokens.end) == "," && chunk.tokens.end + 1 == act.begin));
      if (along) add_new(act.parties, chunk.actors);
      const bool like = low(by) == "like" && low(chunk.tokens.end) == "," &&
                        (by == view_.all.begin || low(by - 1) == ",");
      if (like) add_new(act.parties, chunk.actors);  // "Norway, like Iceland, has signed"
    }
  }

  const ActPlace& place_;
  const SentenceView& view_;
};

}  // namespace

bool are_abstainers(const SentenceView& view, const FoundAct& act, std::uint32_t named) {
  for (std::uint32_t i = act.words.end; i < named; ++i) {
    if (view.is(i, Role::abstains)) return true;
  }
  return false;
}

std::uint32_t clause_end(const ActPlace& place, const FoundAct& act) {
  std::uint32_t end = act.words.end;
  while (end < place.next && place.low(end) != ";") ++end;
  return end;
}

void add_company(const ActPlace& place, FoundAct& act) { Company(place).add(act); }

void sign_with_others(const SentenceView& view, const Discourse& discourse,
                      std::vector<FoundAct>& acts) {
  constexpr std::uint32_t kSentencesBack = 2;
  const std::uint32_t here = view.reading.token(view.all.begin).sentence;
  const bool meant =
      discourse.told.act == nullptr || discourse.told.sentence < discourse.meant.sentence;
  const Told& told = meant ? discourse.meant : discourse.told;
  const bool signing = told.act != nullptr && told.act->stage == Stage::signed_ && !told.denied &&
                       told.effect == Effect::nothing;
  if (!signing || told.sentence + kSentencesBack < here) return;
  for (FoundAct& act : acts) {
    const Chunk* peer = view.chunk_at(act.words.end);
    const bool named = peer != nullptr && peer->is_actor() && !peer->anaphor;
    if (!named || view.low(peer->tokens.end) != "in") continue;
    const std::uint32_t in = peer->tokens.end + 1;
    const Chunk* text = view.chunk_at(in + (view.is(in, Role::determiner) ? 1 : 0));
    const bool with = act.act->together && act.form == ActForm::past && text != nullptr &&
                      text->agreements == act.agreements;
    const bool body = std::ranges::any_of(
        act.agreements, [&](std::uint32_t one) { return view.reading.entities[one].acceded; });
    if (!with || body || act.effect != Effect::nothing) continue;
    act.act = told.act;
    act.told_in = told.sentence;
    if (act.time == nullptr) act.time = told.time;
  }
}

// "signed by | a rebel faction, Chad and | Mali": who is listed with those that nobody knows.
Entities listed_agents(const SentenceView& view, std::uint32_t from) {
  Entities listed;
  for (const Chunk& chunk : view.chunks) {
    if (chunk.tokens.begin < from) continue;
    const bool stops =
        view.is_finite(chunk.tokens.end) || view.time_at(chunk.tokens.end) != nullptr;
    for (std::uint32_t i = from; i < chunk.tokens.begin; ++i) {
      if (view.is_finite(i) || view.time_at(i) != nullptr ||
          is_any(view.low(i), {";", ":", "which"}))
        return listed;
    }
    const std::uint32_t before =
        chunk.tokens.begin - (view.is(chunk.tokens.begin - 1, Role::determiner) ? 2 : 1);
    if (stops || !is_any(view.low(before), {",", "and"})) continue;
    if (chunk.can_act() && !chunk.anaphor) add_new(listed, chunk.actors);
  }
  return listed;
}

}  // namespace concord
