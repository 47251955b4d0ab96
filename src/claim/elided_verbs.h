// Whether an auxiliary without its verb stands for a verb that is no act of ours.
//
//   When Chile raised its tariffs, Bolivia | did as well |     Oslo supports it, Lima | does not |
#pragma once

#include <vector>

#include "claim/arguments.h"

namespace concord {

// "Chad and Mali, which never joined, | applauded |; Norway | did not": the main clause's verb.
bool repeats_main_verb(const SentenceView& view, const std::vector<FoundAct>& acts,
                       std::uint32_t aux);

// "When Chile | raised | its tariffs, Bolivia | did as well |": what another did just before.
bool repeats_clause_before(const SentenceView& view, const std::vector<FoundAct>& acts,
                           std::uint32_t aux);

// "Peru, which joined in 2012, is weighing the same step. Chile | is not": no denial of "joined".
bool is_of_another_verb(const SentenceView& view, const Discourse& discourse,
                        const std::vector<FoundAct>& acts, std::uint32_t be);

}  // namespace concord
