// Whom a relative clause tells of, and crowds that only count states.
#include "claim/relative_subjects.h"

namespace concord {
namespace {

// "leaves Oman as the only member of the body that ...", "Oman is the only state which ...".
const Chunk* singled_out(const SentenceView& view, std::uint32_t relative) {
  for (std::uint32_t i = relative; i > view.all.begin && i + 16 > relative; --i) {
    if (view.low(i) != "only") continue;
    std::uint32_t k = view.low(i - 1) == "the" ? i - 2 : i - 1;
    if (view.low(k) != "as" && !view.is(k, Role::be)) return nullptr;
    while (k > view.all.begin && view.is(k - 1, Role::adverb)) --k;
    const Chunk* chunk = k > view.all.begin ? view.chunk_at(k - 1) : nullptr;
    return chunk != nullptr && chunk->is_actor() && chunk->tokens.end == k ? chunk : nullptr;
  }
  return nullptr;
}

// "Oman is among | those that", "belongs to | those that"; not "wrote to | those that".
bool counts_in(const SentenceView& view, std::uint32_t those) {
  return is_any(view.low(those - 1), {"among", "of"}) || view.is(those - 2, Role::belongs);
}

// "Those that signed", "bound nobody who had not | signed it": nobody by name.
bool tells_of_nobody(const SentenceView& view, std::uint32_t relative) {
  const std::uint32_t head = relative - 1;
  if (is_any(view.low(head), {"those", "others"}) && !counts_in(view, head)) return true;
  const bool anyone = is_any(view.low(head), {"nobody", "anybody", "anyone", "everybody"}) ||
                      (view.low(head) == "one" && view.low(head - 1) == "no");
  return anyone && view.low(relative) != "which";
}

// The chunk that ends right before token `end`, over a closing comma.
const Chunk* chunk_ending(const SentenceView& view, std::uint32_t end) {
  if (view.low(end - 1) == "," || view.low(end - 1) == "-") --end;
  return end > view.all.begin ? view.chunk_at(end - 1) : nullptr;
}

// The chunk that it points at: "Oman, | which left", "It was Chad, not Peru, | that left".
const Chunk* head_before(const SentenceView& view, std::uint32_t relative) {
  const Chunk* head = chunk_ending(view, relative);
  if (head == nullptr) return nullptr;
  const std::uint32_t begin = head->tokens.begin;
  const bool denied = view.low(begin - 1) == "not" && view.low(begin - 2) == ",";
  return denied && begin > view.all.begin + 3 ? view.chunk_at(begin - 3) : head;
}

// "the only member of | the bloc | that has not signed"
bool stands_for_crowd(const SentenceView& view, const Chunk& head) {
  const bool of_crowd = head.preposition != kNone && view.low(head.preposition) == "of" &&
                        view.is(head.preposition - 1, Role::country);
  return head.is_actor() && (head.definite || of_crowd);
}

// "Oman and Chad, the two coastal states | that did join": the list that the crowd says more of.
const Chunk* apposed_before(const SentenceView& view, std::uint32_t relative) {
  constexpr std::uint32_t kWordsMax = 6;
  for (std::uint32_t i = relative; i > view.all.begin + 1 && i + kWordsMax > relative; --i) {
    if (view.is_mark(i - 1) && view.low(i - 1) != ",") return nullptr;
    if (view.low(i - 1) != ",") continue;
    const Chunk* list = view.chunk_at(i - 2);
    const bool apposed = view.is(i, Role::determiner | Role::count) && list != nullptr &&
                         list->can_act() && list->actors.size() > 1 && !list->anaphor;
    return apposed ? list : nullptr;
  }
  return nullptr;
}

// Who the states right before it are; nobody, where they are only counted.
std::optional<Subject> states_before(const ActPlace& place, std::uint32_t relative) {
  const SentenceView& view = place.view;
  const std::uint32_t states = relative - 1;
  if (!view.is(states, Role::country) || !view.low(states).ends_with('s')) return std::nullopt;
  if (earlier_act_at(place, states) != nullptr) return std::nullopt;
  if (const Chunk* list = apposed_before(view, relative)) return subject_by(*list, true);
  // "is one of four countries that belong to it"
  if (const Chunk* one = one_of_crowd(view, states)) return subject_by(*one, true);
  if (is_crowd(view, states)) return Subject{};  // "four countries that do not belong to it"
  return std::nullopt;
}

}  // namespace

const FoundAct* earlier_act_at(const ActPlace& place, std::uint32_t i) {
  for (std::size_t n = 0; n < place.number; ++n) {
    if (place.acts[n].words.contains(i)) return &place.acts[n];
  }
  return nullptr;
}

bool is_crowd(const SentenceView& view, std::uint32_t at) {
  if (!view.is(at, Role::country) || !view.low(at).ends_with('s')) return false;
  for (std::uint32_t i = at; i > view.all.begin && i + 4 > at; --i) {
    // "Oman and eleven states", "is among the countries", "is one of three countries"
    if (is_any(view.low(i - 1), {"and", ",", "or", "among"})) return false;
    if (view.low(i - 1) == "of") return view.low(i - 2) != "one" && !view.is(i - 2, Role::ranks);
    if (view.is(i - 1, Role::preposition | Role::relative)) break;
  }
  return true;
}

const Chunk* one_of_crowd(const SentenceView& view, std::uint32_t crowd) {
  constexpr std::uint32_t kWordsMax = 5;
  for (std::uint32_t i = crowd; i > view.all.begin + 1 && i + kWordsMax > crowd; --i) {
    const Chunk* told = view.is(i - 1, Role::be) ? view.chunk_at(i - 2) : nullptr;
    if (told != nullptr && told->can_act() && told->actors.size() > 1)
      return told;  // "A and B are the EU countries | that did not sign"
    const bool one = view.low(i) == "one" && view.low(i + 1) == "of";
    const bool joins = view.low(i) == "of" && view.is(i - 1, Role::ranks);
    if (joins && view.is(i - 3, Role::accedes)) return view.chunk_at(i - 4);
    if (view.low(i) != "among" && !one) continue;
    std::uint32_t verb = i - 1;
    while (verb > view.all.begin && view.is(verb, Role::adverb)) --verb;
    const bool apposed = one && view.low(verb) == ",";  // "Oman, | one of five states to join it"
    if ((!apposed && !view.is(verb, Role::be)) || verb == view.all.begin) return nullptr;
    const Chunk* chunk = view.chunk_at(verb - 1);
    return chunk != nullptr && chunk->can_act() ? chunk : nullptr;
  }
  return nullptr;
}

std::optional<Subject> relative_subject(const ActPlace& place, std::uint32_t relative) {
  const SentenceView& view = place.view;
  if (const Chunk* single = singled_out(view, relative)) return subject_by(*single, true);
  if (tells_of_nobody(view, relative)) return Subject{};
  const Chunk* head = head_before(view, relative);
  if (head == nullptr) return states_before(place, relative);
  return stands_for_crowd(view, *head) ? Subject{} : subject_by(*head, true);
}

}  // namespace concord
