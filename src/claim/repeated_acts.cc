// Clauses that repeat the act before, of another party, by a word for it ("as", "likewise", "the
// same"). Those that turn its verb round are in inverted_acts.cc, those that only leave it out in
// elided_acts.cc.
//
//   [as Mali had done] in May     The same goes for [Chad]     [Not so] Ghana
#include <algorithm>

#include "claim/arguments.h"
#include "claim/inverted_acts.h"

namespace concord {
namespace {

// "So did Peru": what it did was told at most so many sentences before.
constexpr std::uint32_t kToldReach = 2;

// "stayed out of it: it let the other lapse": another clause.
bool breaks_between(const SentenceView& view, std::uint32_t from, std::uint32_t to) {
  for (std::uint32_t i = from; i < to; ++i) {
    if (is_any(view.low(i), {":", ";"})) return true;
  }
  return false;
}

// "The same goes for Chad and Mali", "the same is true of Chad": turned as the acts before were.
void add_same_for(const SentenceView& view, const Discourse& discourse,
                  std::vector<FoundAct>& acts) {
  std::uint32_t first = kNone;
  for (const Chunk& chunk : view.chunks) {
    const std::uint32_t to = chunk.preposition;
    if (!chunk.is_actor() || chunk.possessive || to == kNone || to < view.all.begin + 2) continue;
    std::uint32_t verb = view.is(to - 1, Role::right) ? to - 2 : to - 1;
    const bool more = first != kNone && is_any(view.low(to - 1), {",", "and"}) &&
                      view.low(to) == "for";  // "goes for Chad, which waits, | for Mali"
    if (more) verb = first;
    const bool verbs = view.is(verb, Role::likewise);
    if (!verbs || view.low(verb - 1) != "same") continue;
    first = verb;
    for (FoundAct copy : told_before(view, discourse, acts, verb)) {
      copy.words = {verb - 1, to};
      copy.begin = verb - 1;
      copy.parties = chunk.actors;
      copy.time = nullptr;
      acts.push_back(std::move(copy));
    }
  }
}

// "Uganda too.", "Likewise Uganda.", "Uganda likewise": no verb at all.
void add_verbless(const SentenceView& view, const Discourse& discourse,
                  std::vector<FoundAct>& acts) {
  for (const Chunk& chunk : view.chunks) {
    if (!chunk.is_actor() || chunk.anaphor || chunk.possessive || chunk.preposition != kNone)
      continue;
    const std::uint32_t begin = chunk.tokens.begin;
    const bool before = is_any(view.low(begin - 1), {"likewise", "ditto"});
    const std::uint32_t open = begin - (before ? 1 : 0);
    if (open != view.all.begin && view.low(open - 1) != ";") continue;
    std::uint32_t end = chunk.tokens.end + (view.low(chunk.tokens.end) == "," ? 1 : 0);
    const bool well = view.low(end) == "as" && view.low(end + 1) == "well";
    const bool same = view.low(end) == "the" && view.low(end + 1) == "same";
    const bool behind = well || same || is_any(view.low(end), {"too", "likewise", "ditto"});
    if (behind) end += well || same ? 2 : 1;
    if ((!before && !behind) || !is_any(view.low(end), {".", ";", ":"})) continue;
    for (FoundAct copy : told_before(view, discourse, acts, open)) {
      copy.words = {open, end};
      copy.begin = open;
      copy.parties = chunk.actors;
      copy.time = nullptr;
      acts.push_back(std::move(copy));
    }
  }
}

// "Estonia left last week. | Not Norway or Sweden.": the act before, denied.
const Chunk* not_these(const SentenceView& view, std::uint32_t i) {
  if (view.low(i) != "not" || (i > view.all.begin && view.low(i - 1) != ";")) return nullptr;
  const Chunk* chunk = view.chunk_at(i + 1);
  const bool name = chunk != nullptr && chunk->is_actor() && !chunk->anaphor &&
                    !chunk->possessive && !chunk->government && chunk->agreements.empty();
  return name && is_any(view.low(chunk->tokens.end), {".", ";", ","}) ? chunk : nullptr;
}

// "Not so Ghana", "Not Ghana": the act before, denied.
void add_not_so(const SentenceView& view, const Discourse& discourse, std::vector<FoundAct>& acts) {
  for (std::uint32_t i = view.all.begin; i + 2 < view.all.end; ++i) {
    const Chunk* these = not_these(view, i);
    if (these == nullptr && (view.low(i) != "not" || view.low(i + 1) != "so")) continue;
    const bool opens =
        i == view.all.begin || view.is_mark(i - 1) || view.is(i - 1, Role::list | Role::coordinate);
    const std::uint32_t at = i + 2 + (view.low(i + 2) == "," || view.low(i + 2) == "for" ? 1 : 0);
    const Chunk* chunk = these != nullptr ? these : view.chunk_at(at);
    if (!opens || chunk == nullptr || !chunk->is_actor() || chunk->possessive) continue;
    for (FoundAct copy : told_before(view, discourse, acts, i)) {
      const bool done = copy.effect == Effect::nothing || copy.effect == Effect::done;
      if (!done || copy.denied || copy.parties == chunk->actors) continue;
      copy.words = {i, chunk->tokens.end};
      copy.begin = i;
      copy.parties = chunk->actors;
      copy.denied = true;
      copy.time = nullptr;
      acts.push_back(std::move(copy));
    }
  }
}

// "as Mali had done in May": the act before, of another party, with a time of its own.
void add_as_before(const SentenceView& view, std::vector<FoundAct>& acts) {
  for (const Chunk& chunk : view.chunks) {
    const std::uint32_t aux = chunk.tokens.end;
    const std::string_view link = view.low(chunk.tokens.begin - 1);  // "before | Peru did"
    if (!chunk.is_actor() || chunk.possessive || !is_any(link, {"as", "before", "after"})) continue;
    if (is_any(view.low(chunk.tokens.begin - 2), {"soon", "long"})) continue;  // "as soon as"
    if (link != "as" && !view.is_mark(aux + 1) && view.time_at(aux + 1) == nullptr) continue;
    const bool had = view.is(aux, Role::have) && view.low(aux + 1) == "done";
    if (!had && !(view.low(aux) == "did" && !view.is(aux + 1, Role::adverb))) continue;
    FoundAct copy;
    for (const FoundAct& act : acts) {
      if (act.words.end <= chunk.tokens.begin && act.effect != Effect::nothing_asserted) copy = act;
    }
    if (copy.act == nullptr) continue;
    copy.words = {chunk.tokens.begin, aux + (had ? 2u : 1u)};
    copy.begin = copy.words.begin;
    copy.parties = chunk.actors;
    copy.denied = false;
    copy.effect = Effect::nothing;
    copy.time = nullptr;
    for (std::uint32_t i = copy.words.end; i < copy.words.end + 3 && copy.time == nullptr; ++i)
      copy.time = view.time_at(i);
    acts.push_back(std::move(copy));
  }
}

}  // namespace

// "in 2017", "| the year after": what soon follows a repeating clause.
const Time* time_after(const SentenceView& view, std::uint32_t end) {
  if (view.is(end, Role::preposition | Role::adverb)) ++end;
  if (view.is(end, Role::determiner) && view.time_at(end) == nullptr) ++end;
  const Time* time = view.time_at(end);
  return time == nullptr || time->duration ? nullptr : time;
}

// "Chad, which had stayed out, has signed": beside the point.
static bool stands_in_relative(const SentenceView& view, const FoundAct& act) {
  return !view.tree.empty() &&
         view.tree.word(view.tree.head_of(act.words)).relation == Dependency::acl_relcl;
}

const FoundAct* notice_taken_back(const SentenceView& view, const std::vector<FoundAct>& acts,
                                  std::size_t number) {
  const FoundAct& act = acts[number];
  if (act.form == ActForm::noun || act.passive || act.denied) return nullptr;
  if (act.act->stage != Stage::withdrawn || view.low(act.words.end) != "it") return nullptr;
  if (view.low(act.begin - 1) != "and") return nullptr;
  for (std::size_t i = number; i > 0; --i) {
    const FoundAct& notice = acts[i - 1];
    const bool given = notice.effect == Effect::nothing && !notice.denied;
    if (notice.act->stage == Stage::withdrawing && given) return &notice;
  }
  return nullptr;
}

bool tells_of_doer(const SentenceView& view, const FoundAct& aside, const FoundAct& act) {
  if (act.begin < aside.words.end || view.low(act.begin - 1) != ",") return false;
  for (std::uint32_t i = aside.begin; i > view.all.begin + 1; --i) {
    const Chunk* between =
        view.chunk_at(i - 1);  // "Oman, which built it before | it | joined, did so"
    if (between != nullptr && !between->anaphor && !view.is(i, Role::relative)) return false;
    if (!view.is(i, Role::relative) || view.low(i - 1) != ",") continue;
    const Chunk* doer = view.chunk_at(i - 2);
    return doer != nullptr && doer->is_actor() && doer->preposition == kNone;
  }
  return false;
}

std::vector<FoundAct> told_before(const SentenceView& view, const Discourse& discourse,
                                  const std::vector<FoundAct>& acts, std::uint32_t at) {
  std::vector<FoundAct> told;
  for (const FoundAct& act : acts) {
    if (act.words.end > at || act.effect == Effect::nothing_asserted) continue;
    if (!told.empty() && stands_in_relative(view, act))
      continue;  // "Peru joined; Chile, which is thinking of it, has not"
    const bool beside = !told.empty() && told.back().parties == act.parties &&
                        told.back().form != ActForm::noun && act.form != ActForm::noun &&
                        !breaks_between(view, told.back().words.end, act.begin);
    if (!beside || stands_in_relative(view, told.back())) told.clear();
    told.push_back(act);
  }
  const std::uint32_t sentence = view.reading.token(view.all.begin).sentence;
  if (!told.empty() || discourse.told.sentence + kToldReach < sentence) return told;
  const bool other = std::ranges::any_of(view.chunks, [&](const Chunk& chunk) {
    return chunk.tokens.end < at && chunk.is_actor() && is_other_deed(view, acts, chunk);
  });
  const bool later =  // "Moscow sends its regards. So | does | Brussels"
      discourse.other_deed != kNone && discourse.other_deed > discourse.told.sentence &&
      discourse.other_deed + 1 == sentence && view.is(at + 1, Role::do_);
  if (other || later) return told;  // "Norway only observes, and so does Iraq"
  for (const Told& one : discourse.together) {
    if (one.act == nullptr || one.agreement == kNone) continue;
    if (one.act->role == ActRole::members)
      continue;  // "All members of the club spoke. So did Iraq"
    told.push_back(act_of(one));
  }
  return told;
}

bool is_other_deed(const SentenceView& view, const std::vector<FoundAct>& acts, const Chunk& doer) {
  if (view.tree.empty()) {  // no act in the sentence: "Chad chose another way, as did Mali"
    const std::uint32_t verb = doer.tokens.end;
    return doer.can_act() && !doer.anaphor && acts.empty() && view.all.contains(verb) &&
           view.is_content(verb) && !view.is_mark(verb) && !view.reading.token(verb).capital &&
           view.time_at(verb) == nullptr;
  }
  const std::uint32_t head = view.tree.head_of(doer.tokens);
  const std::uint32_t verb = view.tree.parent(head);
  if (view.tree.word(head).relation != Dependency::nsubj || verb == kNone) return false;
  const Penn tag = view.tree.word(verb).tag;
  if (tag != Penn::vbd && tag != Penn::vbz && tag != Penn::vbp) return false;
  if (view.is(verb, Role::have | Role::be | Role::do_)) return false;
  const bool says = std::ranges::any_of(
      view.reading.attributions, [&](const Attribution& said) { return said.cue.contains(verb); });
  return !says && std::ranges::none_of(acts, [&](const FoundAct& act) {
    return act.words.contains(verb) || (act.begin <= verb && verb < act.words.end);
  });
}

bool is_rank(const SentenceView& view, std::uint32_t i) {
  const std::string_view word = view.low(i);
  const bool name = view.reading.token(i).capital && i > view.all.begin && !view.title;  // "Perth"
  if (view.is(i, Role::unranked) || name) return false;
  const bool number = !word.empty() && word[0] <= '9';
  if (number && (word.ends_with("st") || word.ends_with("nd") || word.ends_with("rd"))) return true;
  return view.is(i, Role::late) || word == "second" || word == "third" ||
         ((word.size() > 4 || number) && word.ends_with("th"));
}

void repeat_acts(const SentenceView& view, const Discourse& discourse,
                 std::vector<FoundAct>& acts) {
  add_as_before(view, acts);
  add_same_for(view, discourse, acts);
  add_verbless(view, discourse, acts);
  add_not_so(view, discourse, acts);
  add_inverted(view, discourse, acts);
  elide_acts(view, discourse, acts);
}

}  // namespace concord
