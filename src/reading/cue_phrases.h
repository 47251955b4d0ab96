// Words of saying that are no verbs: phrases and nouns.
//
//   (according to) [a spokesman]; (in the words of) [an envoy]; [Ruiz]('s reply) came: "No."
//   [Oman]'s (announcement) that; a (statement) from [the ministry] that
#pragma once

#include <optional>

#include "reading/cues.h"

namespace concord {

// Whether a cue below may begin with a word: with most none does.
bool may_open_cue(const WordView& view, std::uint32_t i);

// The cue that begins at token i of a sentence, with whoever says it; none where nobody is named.
std::optional<Cue> phrase_cue_at(const WordView& view, const SpeakerReader& speakers,
                                 TokenSpan sentence, std::uint32_t i);

}  // namespace concord
