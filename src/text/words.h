// Cuts text into words, numbers and marks: the one tokeniser, for reports and for the lexicon's
// keys.
//
//   Trump's US-brokered 3.5% deal (U.S.) didn't ->
//   Trump | 's | US | - | brokered | 3.5 | % | deal | ( | U.S. | ) | did | n't
//
// Clitics ('s, n't, 'll, 're, 've, 'd, 'm) stand alone as in Universal Dependencies, hyphens cut,
// acronyms with stops are one word, numbers keep their inner commas, points and colons.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace concord {

enum class WordKind : std::uint8_t { word, number, mark };

struct Word {
  Span span;
  WordKind kind = WordKind::word;
};

// Total. Spans ascend, never overlap, and leave out nothing but white space.
std::vector<Word> split_words(std::string_view text, Span within);

// Whether the word is one of a few: a size and a letter settle most.
inline bool is_any(std::string_view word, std::initializer_list<std::string_view> words) {
  for (const std::string_view one : words) {
    if (one.size() != word.size()) continue;
    if (one.empty() || (one.front() == word.front() && one == word)) return true;
  }
  return false;
}

}  // namespace concord
