// The language of a text, as a BCP 47 tag: "en", "pt", "zh-Hant".
//
// Told from its first letters by cld2, which knows 80 languages; what the page declares
// (<html lang>) is one hint among the letters, and the answer where the text is too short to tell.
#pragma once

#include <string>
#include <string_view>

namespace concord {

// "" where neither text nor declaration tells. The text must be sound UTF-8. A declaration counts
// only in the form of a tag ("de", "pt-BR"); of it the language alone is kept.
std::string language_of(std::string_view text, std::string_view declared);

}  // namespace concord
