// Addresses of the net in a text: mail addresses and links, which are one token each however many
// marks they hold.
//
// Out:      their spans, in order, without the stop, comma or bracket that follows in a sentence.
// Example:  "(press@treaty-office.org)," -> press@treaty-office.org
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"

namespace concord {

std::vector<Span> find_addresses(std::string_view text, Span within);

}  // namespace concord
