// Forms that compare equal when a reader would call them the same word.
#pragma once

#include <string>
#include <string_view>

namespace concord {

// Lower case, typographic apostrophes and dashes made plain, accents kept: the key of the lexicon.
// ASCII in one pass; the rest by ICU.
std::string lower(std::string_view text);

// Lower case without accents, punctuation turned to single spaces: names compared across outlets.
std::string folded_name(std::string_view text);

// White space runs (line breaks too) turned to one space, ends trimmed.
std::string one_line(std::string_view text);

}  // namespace concord
