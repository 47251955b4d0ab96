// Acts told in two places: a verb and the noun behind it, a noun and the verb of its clause.
//
//   become | a full | member          a frame of "become"
//   talks | on a deal | continue      a tail of "talks"
#pragma once

#include <optional>
#include <utility>

#include "claim/chunks.h"

namespace concord {

// The frame whose noun stands within reach of token `from`, with only describing words between, and
// the noun's end: the last to end ("a round of talks on", not "talks on"), then the longest. A noun
// counts where it stands first.
std::optional<std::pair<const ActFrame*, std::uint32_t>> longest_frame(const SentenceView& view,
                                                                       std::uint32_t from,
                                                                       const Frames& frames);

// "Talks on a trade deal between A and B | are under way": the tail whose verb stands in the clause
// from token `from` on, and the verb; of several the last in the table. nullptr for none.
std::pair<const ActFrame*, TokenSpan> last_tail(const SentenceView& view, std::uint32_t from,
                                                const Frames& tails);
// "Talks on a trade deal, which | began | in 2013, ...": how the aside behind the noun tells that
// they began.
std::pair<const ActFrame*, TokenSpan> aside_tail(const SentenceView& view, std::uint32_t from,
                                                 const Frames& tails);

}  // namespace concord
