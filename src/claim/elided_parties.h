// Who does or does not do what the clause before told, where the verb is left out.
//
//   Tanzania, which signed at the summit, | has not.     Others, including Mali, | have not.
#pragma once

#include <optional>
#include <vector>

#include "claim/arguments.h"
#include "claim/auxiliaries.h"

namespace concord {

struct ElidedDoer {
  const Chunk* chunk = nullptr;
  bool owner = false;   // "| Tanzania's | has not": what is its own
  bool houses = false;  // "| those in Chad and Mali | have not": their parliaments
  bool only = false;    // "Chad and Mali are | the only members | that have not"
  bool aside = false;   // "| Tanzania |, which signed at the summit, has not"
};

// The actor that an auxiliary without a verb tells of, if one is named and does it.
std::optional<ElidedDoer> find_elided_doer(const SentenceView& view,
                                           const std::vector<FoundAct>& acts, const Auxiliary& aux);

// "Tanzania, which signed at the summit, | has not": who stands before the aside that ends here.
const Chunk* before_aside(const SentenceView& view, std::uint32_t verb);

// The list behind the colon of "Two have: Chad in 2017 and Peru in 2019".
const Chunk* low_list(const SentenceView& view, std::uint32_t colon);

// "Chad and Mali are among those that | have not": who is said to be of such a crowd.
const Chunk* one_of_those(const SentenceView& view, std::uint32_t verb);

// "Peru has not signed it, but | Cuba has.", "Peru may sign it. | Chile already has.", "vowed to
// sign it, and in 2021 | it did |.": whether what was denied or open is answered; `told`: by the
// sentence before.
bool answers_contrary(const SentenceView& view, const std::vector<FoundAct>& acts,
                      std::uint32_t aux, bool told);
const Time* time_of_answer(const SentenceView& view, const Chunk& who);

}  // namespace concord
