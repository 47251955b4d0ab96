// Acts told once for several parties: company, forerunners. Parties that leave the verb out are in
// gapped_parties.cc, the clauses that repeat an act by a word for it in repeated_acts.cc.
//
//   like [Peru before it], Chile signed     Chile joined in 2001, [two years before Peru]
#include <algorithm>

#include "claim/arguments.h"
#include "claim/frames.h"

namespace concord {
namespace {

// "Talks with Peru, | opened in 2007, | have been frozen since 2013": that they began, besides.
void add_opened(const ActPlace& place, std::vector<FoundAct>& more) {
  const SentenceView& view = place.view;
  const FoundAct& act = place.acts[place.number];
  if (act.form != ActForm::noun || act.tail.empty() || act.agreements.empty()) return;
  const auto word = [&](std::uint32_t t) { return view.low(t); };
  const auto head = view.acts.tail_heads.longest(word, act.words.begin, view.all.end);
  if (!head || act.words.size() != head->length) return;
  const auto [tail, verb] = aside_tail(view, act.words.end, view.acts.tails[head->value]);
  if (tail == nullptr || verb.begin == act.tail.begin) return;
  FoundAct opened = act;
  opened.act = opened.row = &view.acts.acts[tail->phrase.act];
  opened.tail = verb;
  opened.effect = Effect::nothing;
  opened.denied = false;
  opened.time = time_of(place, opened);
  add_sides(place, opened);
  more.push_back(std::move(opened));
}

// "left EFTA | for the European Communities": and joined these.
void add_left_for(const SentenceView& view, std::vector<FoundAct>& acts) {
  std::vector<FoundAct> more;
  for (const FoundAct& act : acts) {
    const bool left = act.act->leaving && act.act->stage == Stage::withdrawn && !act.denied &&
                      act.effect == Effect::nothing && act.form != ActForm::noun;
    for (const Chunk& body : view.chunks) {
      const std::uint32_t by = body.preposition;
      if (!left || act.parties.empty() || by == kNone || by < act.words.end) continue;
      const Chunk* object = view.chunk_at(by - 1);
      const bool apart = object != nullptr && object->agreements == act.agreements &&
                         view.low(by) == "for" && body.agreements.size() == 1;
      if (!apart || !view.reading.entities[body.agreements.front()].acceded) continue;
      more.push_back(act_implied(view, ImpliedAct::entry, body.agreements, act.parties));
      more.back().words = body.tokens;
      more.back().begin = body.tokens.begin;
      more.back().time = act.time;
    }
  }
  acts.insert(acts.end(), more.begin(), more.end());
}

// "entered into force in 2014, and for Peru in 2020": for one state on a day of its own.
void add_for_one(const SentenceView& view, std::vector<FoundAct>& acts) {
  std::vector<FoundAct> more;
  for (const FoundAct& act : acts) {
    if (act.act->role != ActRole::own || act.form == ActForm::noun || act.time == nullptr) continue;
    for (const Chunk& chunk : view.chunks) {
      const std::uint32_t before = chunk.preposition;
      if (before == kNone || before <= act.time->tokens.begin || view.low(before) != "for")
        continue;
      if (!chunk.is_actor() || !is_any(view.low(before - 1), {"and", ",", "but"})) continue;
      const std::uint32_t end = chunk.tokens.end;
      const Time* time = view.time_at(end + (view.is(end, Role::preposition) ? 1 : 0));
      if (time == nullptr || time->duration) continue;
      more.push_back(act);
      more.back().parties = chunk.actors;
      more.back().time = time;
    }
  }
  acts.insert(acts.end(), more.begin(), more.end());
}

// "Oman joins Peru and Chile as a signatory": these have joined before.
void add_joined(const SentenceView& view, std::vector<FoundAct>& acts) {
  std::vector<FoundAct> more;
  for (FoundAct& act : acts) {
    if (act.effect == Effect::nothing_asserted) continue;
    const Chunk* chunk = view.chunk_at(act.words.end);
    const bool follows = act.row != nullptr && act.row->same && chunk != nullptr &&
                         view.low(chunk->tokens.end) == "into";  // "followed Slovenia into"
    const bool trails =  // "Having joined it in May, Chile | followed | Peru and Oman"
        act.row != nullptr && act.row->same && act.row != act.act && !act.denied &&
        act.effect == Effect::nothing && act.form == ActForm::past &&
        view.is(act.words.end - 1, Role::follows) && chunk != nullptr &&
        view.low(chunk->tokens.end) != "'s";
    const bool joins = act.act->together && !view.is(act.words.end - 1, Role::be);
    if (!joins && !follows && !trails) continue;  // "Among them are | Oman and Peru"
    if (chunk == nullptr || !chunk->is_actor() || !chunk->agreements.empty() || chunk->anaphor)
      continue;
    if (chunk->possessive || view.low(chunk->tokens.end) == "'s") continue;  // "joined Oman's pact"
    const bool told = std::ranges::any_of(acts, [&](const FoundAct& other) {
      return &other != &act && (other.parties == chunk->actors || other.act->leaving);
    });
    if (told) continue;
    const bool alone = chunk->actors.size() == 1 && act.infinitive;
    if (alone && view.is_mark(chunk->tokens.end)) {  // "Donetsk wants to join | Russia": no pact
      act.effect = Effect::nothing_asserted;
      continue;
    }
    FoundAct copy = act;
    copy.effect = Effect::nothing;
    copy.denied = false;
    copy.parties = chunk->actors;
    more.push_back(std::move(copy));
  }
  acts.insert(acts.end(), more.begin(), more.end());
}

// "is the fourth member of the region, after Mexico (1994), Chile (2010) and Peru": who came
// before.
void add_earlier(const SentenceView& view, std::vector<FoundAct>& acts) {
  std::vector<FoundAct> more;
  for (const FoundAct& act : acts) {
    if (act.parties.empty() || act.denied || act.effect == Effect::nothing_asserted) continue;
    bool ranked = false;
    for (std::uint32_t i = act.begin; i < act.words.end; ++i) ranked = ranked || is_rank(view, i);
    for (std::uint32_t i = act.begin; i > view.all.begin && i + 9 > act.begin && !ranked; --i)
      ranked = is_rank(view, i - 1);
    for (const Chunk& chunk : view.chunks) {
      const std::uint32_t after = chunk.preposition;
      if (!ranked || !chunk.is_actor() || after == kNone || after < act.words.end) continue;
      if (!is_any(view.low(after), {"after", "behind", "of"}) || chunk.possessive) continue;
      if (view.low(after) == "of" && !view.is(after - 1, Role::footsteps)) continue;
      if (!view.is_mark(chunk.tokens.end) && view.time_at(chunk.tokens.end) == nullptr &&
          !view.is(chunk.tokens.end, Role::list | Role::preposition | Role::subordinate))
        continue;  // "after Oman had left"
      FoundAct copy = act;
      copy.words = chunk.tokens;  // and no news
      copy.parties = chunk.actors;
      copy.effect = Effect::nothing;
      copy.first = false;
      copy.time = nullptr;
      if (chunk.actors.size() == 1) {
        for (std::uint32_t i = chunk.tokens.end; i < chunk.tokens.end + 3 && !copy.time; ++i)
          copy.time = view.time_at(i);
      }
      more.push_back(std::move(copy));
    }
  }
  acts.insert(acts.end(), more.begin(), more.end());
}

// "was signed, but not | ratified by | Oman and Chad": both by them. "Three have signed it without
// | ratifying | it: A, B and C": the same three.
void share_agents(const SentenceView& view, std::vector<FoundAct>& acts) {
  for (std::size_t n = 1; n < acts.size(); ++n) {
    const bool without = view.low(acts[n].begin) == "without" && acts[n].parties.empty();
    if (without && acts[n].denied && acts[n - 1].agreements == acts[n].agreements)
      acts[n].parties = acts[n - 1].parties;
  }
  for (std::size_t n = 0; n + 1 < acts.size(); ++n) {
    FoundAct& first = acts[n];
    const FoundAct& next = acts[n + 1];
    if (!first.passive || !first.parties.empty() || first.effect == Effect::nothing_asserted)
      continue;
    const bool by = view.low(next.words.end) == "by" && !next.parties.empty() &&
                    next.agreements == first.agreements && next.form != ActForm::noun;
    bool linked = next.begin >= first.words.end && next.words.begin <= first.words.end + 4;
    for (std::uint32_t i = first.words.end; linked && i < next.words.begin; ++i)
      linked = is_any(view.low(i), {"and", "or", "but", "not", "never", "yet", ",", "only"});
    if (by && linked) first.parties = next.parties;
  }
}

// "Its application | was accepted in June", "its bid has been frozen": whose was one, applied.
void add_applied(const SentenceView& view, std::vector<FoundAct>& acts) {
  const FoundAct applied = act_implied(view, ImpliedAct::application, {}, {});
  std::vector<FoundAct> more;
  for (const FoundAct& act : acts) {
    const bool told = (act.tail.size() > 0 || act.admits_other) && act.effect == Effect::nothing;
    bool bid = false;  // "approved the | applications of Gabon and Togo"
    for (std::uint32_t i = act.words.end - 1; i < act.words.end + 3; ++i)
      bid = bid || view.is(i, Role::candidacy);
    if (!told || !bid || act.denied || act.parties.empty() || act.act->stage == Stage::considering)
      continue;
    more.push_back(act);
    more.back().act = more.back().row = applied.act;
    more.back().time = nullptr;
  }
  acts.insert(acts.end(), more.begin(), more.end());
}

// "A year after Peru, Chile ratified": who came first.
void add_forerunner(const SentenceView& view, std::vector<FoundAct>& acts) {
  std::vector<FoundAct> more;
  for (const Chunk& chunk : view.chunks) {
    const std::uint32_t after = chunk.preposition;
    const bool opens = after != kNone && view.low(after) == "after" && after > view.all.begin &&
                       after < view.all.begin + 5 && view.time_at(view.all.begin) != nullptr;
    if (!opens || !chunk.is_actor() || chunk.possessive || view.low(chunk.tokens.end) != ",")
      continue;
    for (const FoundAct& act : acts) {
      if (act.begin < chunk.tokens.end || act.parties.empty() || act.effect != Effect::nothing)
        continue;
      more.push_back(act);
      more.back().parties = chunk.actors;
      more.back().time = nullptr;
      break;
    }
  }
  acts.insert(acts.end(), more.begin(), more.end());
}

// "Chile joined in 2001, | two years before Peru": who did as much, at a distance that tells when.
void add_distant(const SentenceView& view, std::vector<FoundAct>& acts) {
  std::vector<FoundAct> more;
  for (const FoundAct& act : acts) {
    const bool done = act.effect == Effect::nothing && !act.denied && act.form != ActForm::noun;
    if (!done || act.time == nullptr || act.parties.empty()) continue;
    for (const Chunk& chunk : view.chunks) {
      const std::uint32_t by = chunk.preposition;
      if (by == kNone || by < std::max(act.time->tokens.end, act.words.end) ||
          !is_any(view.low(by), {"before", "after"}))
        continue;
      const Time* length = view.time_at(by - 1);
      const std::uint32_t end = chunk.tokens.end;
      const bool apart = length != nullptr && length->duration && length != act.time;
      const bool ends = view.is_mark(end) || view.is(end, Role::list);
      if (!apart || !ends || !chunk.is_actor() || chunk.possessive || chunk.anaphor) continue;
      more.push_back(act);
      more.back().words = chunk.tokens;
      more.back().begin = chunk.tokens.begin;
      more.back().parties = chunk.actors;
      more.back().first = false;
      more.back().time = nullptr;
    }
  }
  acts.insert(acts.end(), more.begin(), more.end());
}

// "Chile, like Peru and Kenya, has ratified", "along with Peru", "in addition to Peru": company in
// an aside between doer and act, or before both.
void add_likened(const SentenceView& view, std::vector<FoundAct>& acts) {
  for (FoundAct& act : acts) {
    if (act.parties.empty() || act.form == ActForm::noun) continue;
    const bool apart = &act != &acts.front() && stands_aside(view, act);
    if (apart) continue;  // "Like Syria, Oman was outside before Peru | left"
    for (const Chunk& chunk : view.chunks) {
      const bool kin = chunk.preposition != kNone && view.low(chunk.preposition) == "with";
      const std::uint32_t by =  // "along with neighbours Peru and Kenya"
          kin ? chunk.preposition : chunk.tokens.begin - 1;
      if (act.passive && view.low(by) != "besides") continue;
      if (!chunk.is_actor() || chunk.anaphor || chunk.tokens.end >= act.begin) continue;
      const bool before_it = view.low(chunk.tokens.end) == "before";  // "like Peru before it,"
      const std::uint32_t end = chunk.tokens.end + (before_it ? 2 : 0);
      const bool fronted =  // "With Peru and Chile | they | signed"
          by == view.all.begin && is_any(view.low(end), {"they", "it"});
      if (chunk.possessive || (view.low(end) != "," && !fronted)) continue;
      const bool like = is_any(view.low(by), {"like", "besides", "alongside"}) ||
                        (view.low(by) == "to" && view.low(by - 1) == "addition") ||
                        (by == view.all.begin && view.low(by) == "with") ||
                        (is_any(view.low(by), {"with", "as"}) &&
                         is_any(view.low(by - 1), {"along", "together", "well", "just"}));
      const bool opens = by <= view.all.begin + 2 || is_any(view.low(by - 1), {",", "well"}) ||
                         view.low(by - 2) == ",";
      if (like && opens) add_new(act.parties, chunk.actors);
    }
  }
}

}  // namespace

FoundAct act_implied(const SentenceView& view, ImpliedAct implied, Entities of, Entities parties) {
  FoundAct act;
  act.act = act.row = &view.acts.acts[view.acts.implied[static_cast<std::size_t>(implied)]];
  act.form = ActForm::past;
  act.agreements = std::move(of);
  act.parties = std::move(parties);
  return act;
}

void share_acts(const SentenceView& view, const Discourse& discourse, std::vector<FoundAct>& acts) {
  read_clefts(view, acts);
  invite_crowd(view, acts);
  turn_ranked(view, discourse, acts);
  share_agents(view, acts);
  add_likened(view, acts);
  add_earlier(view, acts);
  add_forerunner(view, acts);
  add_distant(view, acts);
  pair_respectively(view, acts);
  part_times(view, acts);
  add_applied(view, acts);
  std::vector<FoundAct> opened;
  for (std::size_t n = 0; n < acts.size(); ++n)
    add_opened(place_of(view, discourse, acts, n), opened);
  acts.insert(acts.end(), opened.begin(), opened.end());
  add_joined(view, acts);
  add_left_for(view, acts);
  add_but_not(view, discourse, acts);
  repeat_acts(view, discourse, acts);
  add_gapped_parties(view, acts);
  add_for_one(view, acts);
  add_gapped_pairs(view, acts);
  add_gapped_objects(view, acts);
  deny_others(view, discourse, acts);
  read_labels(view, discourse, acts);
  read_absolutes(view, acts);
  sign_with_others(view, discourse, acts);
  read_answers(view, discourse, acts);
  read_bare_rosters(view, discourse, acts);
  give_group_deeds(view, discourse, acts);
  add_comers(view, discourse, acts);
  part_listed(view, acts);
}

}  // namespace concord
