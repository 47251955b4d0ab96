// Whose act it is where the verb is left out: who stands before an aside, or is said to be one of
// those that do it.
//
//   [Tanzania], which signed at the summit, | has not     [Chad and Mali] are among those that |
//   have
#pragma once

#include "claim/arguments.h"

namespace concord {

// Each by the token of the auxiliary that is left; nullptr where nobody stands so.
const Chunk* before_aside(const SentenceView& view, std::uint32_t verb);
const Chunk* one_of_those(const SentenceView& view, std::uint32_t verb);
const Chunk* only_ones(const SentenceView& view, std::uint32_t verb);
const Chunk* named_among(const SentenceView& view, std::uint32_t verb, std::uint32_t comma);
const Chunk* doer_before(const SentenceView& view, const std::vector<FoundAct>& acts,
                         std::uint32_t i);
// "those in | Chad and Mali |": whose houses stand for them.
bool stand_for_houses(const SentenceView& view, const Chunk& chunk);

}  // namespace concord
