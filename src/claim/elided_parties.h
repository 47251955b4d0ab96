// Who does or does not do what the clause before told, where it is not the word before the verb.
//
//   Tanzania, which signed at the summit, | has not.     Others, including Mali, | have not.
#pragma once

#include <vector>

#include "claim/arguments.h"

namespace concord {

// "Tanzania, which signed at the summit, | has not": who stands before the aside that ends here.
const Chunk* before_aside(const SentenceView& view, std::uint32_t verb);

// "Chad and Mali are among those that | have not": who is said to be of such a crowd.
const Chunk* one_of_those(const SentenceView& view, std::uint32_t verb);

// "Chad and Mali are the only members of the bloc that | have not": who they are.
const Chunk* only_ones(const SentenceView& view, std::uint32_t verb);

// "Ten | have not, | among them Italy and Greece": who is named of those only counted.
const Chunk* named_among(const SentenceView& view, std::uint32_t verb, std::uint32_t comma);

// "Others, including | Mali |, have not", "some, such as | Mali and Niger |, have not".
const Chunk* some_of_others(const SentenceView& view, std::uint32_t verb);

// "promised to sign it | but never did": who did the act before.
const Chunk* doer_before(const SentenceView& view, const std::vector<FoundAct>& acts,
                         std::uint32_t i);

// "Peru has not signed it, but | Cuba has.", "Peru may sign it. | Chile already has.", "vowed to
// sign it, and in 2021 | it did |.": whether what was denied or open is answered; `told`: by the
// sentence before.
bool answers_contrary(const SentenceView& view, const std::vector<FoundAct>& acts,
                      std::uint32_t aux, bool told);
const Time* time_of_answer(const SentenceView& view, const Chunk& who);

}  // namespace concord
