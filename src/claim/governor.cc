#include "claim/governor.h"

namespace concord {
namespace {

constexpr std::uint32_t kAsideReach = 12;  // "will, its minister told parliament on Monday, | sign"
constexpr std::uint32_t kWordsBefore = 4;  // "has no plans", with its "to" the longest phrase

// The longest turning phrase whose words end with `last`, its "to" standing elsewhere, or "not to";
// one that tells it done only where just a time stands between ("took | until 2001 | to").
std::optional<Governor> phrase_of(const SentenceView& view, std::uint32_t last, bool over_time,
                                  bool negated = false) {
  const std::uint32_t to = last + (negated ? 2 : 1);
  const auto word = [&](std::uint32_t t) {
    if (t == to) return std::string_view("to");
    return t == last + 1 ? std::string_view("not") : view.low(t);
  };
  const std::uint32_t reach = std::min(last + 1 - view.all.begin, kWordsBefore);
  for (std::uint32_t length = reach; length > 0; --length) {
    const std::uint32_t first = last + 1 - length;
    const auto hit = view.acts.turning.longest(word, first, to + 1);
    if (!hit || hit->length != to + 1 - first) continue;
    const FactualityRow& row = view.acts.factuality[hit->value];
    if (!row.ranked && (over_time || row.effect != Effect::done)) return Governor{first, &row};
  }
  return std::nullopt;
}

// "authorised | the energy minister | to": an officer without a name does it for the subject.
std::optional<Governor> empowered(const SentenceView& view, std::uint32_t verb, std::uint32_t to) {
  if (to < verb + 2 || !view.is(to - 1, Role::government)) return std::nullopt;
  const auto hit = view.acts.control.exact(view.low(verb));
  if (!hit) return std::nullopt;
  const FactualityRow& row = view.acts.factuality[*hit];
  return row.effect == Effect::planned ? std::optional<Governor>({verb, &row}) : std::nullopt;
}

}  // namespace

bool is_manner(const SentenceView& view, std::uint32_t i) {
  return view.low(i).ends_with("ly") && view.chunk_at(i) == nullptr;
}

std::uint32_t over_times(const SentenceView& view, std::uint32_t i) {
  while (i > view.all.begin) {
    if (const Time* time = view.time_at(i - 1)) {
      i = time->tokens.begin;
      if (i > view.all.begin && view.is(i - 1, Role::preposition)) --i;
    } else if (view.is(i - 1, Role::adverb) || is_manner(view, i - 1)) {
      --i;
    } else {
      break;
    }
  }
  return i;
}

std::optional<Governor> distant_governor(const SentenceView& view, std::uint32_t verb,
                                         std::uint32_t to) {
  const bool negated = to > view.all.begin && view.low(to - 1) == "not";
  const std::uint32_t before = over_times(view, negated ? to - 1 : to);
  if (negated) {  // "decided | in May | not to sign"
    const bool apart = before + 1 < to && before > view.all.begin;
    return apart ? phrase_of(view, before - 1, true, true) : std::nullopt;
  }
  const std::uint32_t plain = over_times(view, to);
  if (plain < to && plain > view.all.begin) {
    if (const auto found = phrase_of(view, plain - 1, true)) return found;
  }
  const Chunk* other = to > view.all.begin ? view.chunk_at(to - 1) : nullptr;
  if (other != nullptr && other->is_actor() && other->preposition == kNone)
    return std::nullopt;  // "invited Oman | to join"
  if (view.tree.empty()) return std::nullopt;
  std::uint32_t head = view.tree.parent(verb);
  if (head != kNone && head > to) head = view.tree.parent(head);  // "to be | admitted"
  if (head == kNone || head >= to) return std::nullopt;
  const auto found = phrase_of(view, head, false);
  return found ? found : empowered(view, head, to);
}

bool is_finished_talk(const SentenceView& view, const FoundAct& act) {
  const bool told = act.act->stage == Stage::negotiating && act.form == ActForm::past;
  if (!told || act.under_way || act.words.size() > 1 || act.effect != Effect::nothing) return false;
  return std::ranges::none_of(view.times, [&](const Time* time) {
    return time->since && time->tokens.begin >= act.words.end;
  });
}

bool precedes_plan(const SentenceView& view, std::uint32_t opener, std::uint32_t gerund) {
  if (view.tree.empty() || !is_any(view.low(opener), {"after", "upon", "on", "since"}))
    return false;
  std::uint32_t verb = view.tree.parent(gerund);
  while (verb != kNone && view.tree.word(verb).word_class != WordClass::verb)
    verb = view.tree.parent(verb);
  if (verb == kNone || verb > opener) return false;
  for (std::uint32_t i = view.all.begin; i < verb; ++i) {
    const bool modal =
        view.is(i, Role::may | Role::ought) || is_any(view.low(i), {"will", "shall"});
    if (modal && view.tree.parent(i) == verb) return true;
  }
  return view.low(verb - 1) == "to" || (view.low(verb - 1) == "be" && view.low(verb - 2) == "to");
}

bool after_rank(const SentenceView& view, std::uint32_t noun) {
  for (std::uint32_t i = noun + 1; i > view.all.begin && noun + 1 - i < kFrameReach; --i) {
    if (view.is(i - 1, Role::rank)) return true;
    const std::string_view word = view.low(i - 1);
    if (word.size() < 3 || word[0] < '0' || word[0] > '9') continue;
    for (const std::string_view ending : {"st", "nd", "rd", "th"})
      if (word.ends_with(ending)) return true;
  }
  return false;
}

bool is_denied_rank(const SentenceView& view, std::uint32_t rank) {
  while (rank > view.all.begin && view.is(rank - 1, Role::determiner | Role::be)) --rank;
  return rank > view.all.begin && is_any(view.low(rank - 1), {"not", "n't", "never"});
}

bool told_first(const SentenceView& view, std::uint32_t to) {
  for (std::uint32_t i = to; i > view.all.begin + 1 && to - i < kFrameReach; --i) {
    if (!view.is(i - 1, Role::rank)) continue;
    const std::uint32_t before = i - (view.is(i - 2, Role::determiner) ? 3 : 2);
    const Chunk* chunk = view.chunk_at(before);
    return view.low(before) == "," || view.is(before, Role::be | Role::becomes) ||
           (chunk != nullptr && chunk->can_act());
  }
  return false;
}

std::uint32_t over_aside(const SentenceView& view, TokenSpan verb, std::uint32_t i) {
  if (view.tree.empty()) return kNone;
  const auto hangs = [&](std::uint32_t at) {
    const std::uint32_t head = view.tree.parent(at);
    return head != kNone && verb.contains(head);
  };
  for (std::uint32_t at = i; at > view.all.begin && i - at < kAsideReach;) {
    --at;
    const Dependency relation = view.tree.word(at).relation;
    if (!hangs(at)) continue;
    if (relation == Dependency::nsubj || relation == Dependency::nsubj_pass) return kNone;
    const bool aux = relation == Dependency::aux || relation == Dependency::aux_pass ||
                     relation == Dependency::cop || is_any(view.low(at), {"not", "never", "to"});
    if (aux) return view.chunk_at(at) == nullptr ? at : kNone;  // "quit ECOWAS in 2000, | signed"
  }
  return kNone;
}

std::uint32_t setter_of(const SentenceView& view, std::uint32_t i) {
  for (std::uint32_t at = i; at > view.all.begin && i - at < kFrameReach; --at) {
    if (view.is_mark(at - 1)) return i;
    if (view.is(at - 1, Role::makes)) return at - 1;
  }
  return i;
}

}  // namespace concord
