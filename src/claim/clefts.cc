// Who did it, where "it was ... that" singles them out.
//
//   It was not Peru but [Chile] that signed     It was only [Chile], and not Peru, that signed
//   It was not [Peru] that signed: denied
#include "claim/arguments.h"

namespace concord {
namespace {

// The token of "that" in "It was not Peru but Chile | that | signed"; else kNone.
std::uint32_t relative_after(const SentenceView& view, std::uint32_t it) {
  constexpr std::uint32_t kReach = 14;
  const bool opens = it == view.all.begin || view.is_mark(it - 1) || view.low(it - 1) == "that";
  if (view.low(it) != "it" || !opens || !view.is(it + 1, Role::be)) return kNone;
  for (std::uint32_t i = it + 2; i < it + kReach && view.all.contains(i); ++i) {
    if (is_any(view.low(i), {"that", "who", "which"})) return i;
  }
  return kNone;
}

// "only Chile and | not | Peru"; "not only Peru" is no denial.
bool is_denied(const SentenceView& view, const Chunk& chunk) {
  return view.low(chunk.tokens.begin - 1) == "not";
}

}  // namespace

void read_clefts(const SentenceView& view, std::vector<FoundAct>& acts) {
  for (std::uint32_t it = view.all.begin; it < view.all.end; ++it) {
    const std::uint32_t that = relative_after(view, it);
    if (that == kNone) continue;
    Entities doers;
    Entities others;
    for (const Chunk& chunk : view.chunks) {
      if (chunk.tokens.begin <= it || chunk.tokens.end > that || !chunk.can_act()) continue;
      Entities& side = is_denied(view, chunk) ? others : doers;
      side.insert(side.end(), chunk.actors.begin(), chunk.actors.end());
    }
    if (others.empty()) continue;
    for (FoundAct& act : acts) {
      const bool beside = act.begin > that && act.begin <= that + 3;
      if (!beside || act.form == ActForm::noun || act.passive) continue;
      act.parties = doers.empty() ? others : doers;
      act.denied = act.denied != doers.empty();
    }
  }
}

}  // namespace concord
