// The words of a report as stories and origins compare them: a hash each, and where it stands.
//
// In:       a report's blocks (furniture is no word of its).
// Out:      words and numbers in order. Marks, and the s of "Trump's", are left out.
// Not here: the tokens of reading (text/words.h), which keep every mark and cost ten times as much.
// Example:  Trump's 120,000 "votes"  ->  trump (capital), 120000 (number), votes (quoted)
//           Also where a text is split at every mark, as some archives are: 6 . 1 -> 6.1
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "report/report.h"

namespace concord {

struct StoryToken {
  std::uint64_t word = 0;   // of the lower-case word as it stands
  std::uint32_t stem = 0;   // of its stem: "joined", "joins", "joining" are one
  Span span;                // in the report's text
  std::uint32_t block = 0;  // index into Report::blocks
  std::uint8_t size = 0;    // bytes, at most 255
  bool capital = false;
  bool number = false;
  bool opens = false;   // the first word of a sentence
  bool quoted = false;  // inside quotation marks
};

// At most kTokensMax words; what follows is not compared.
inline constexpr std::size_t kTokensMax = 20'000;

std::vector<StoryToken> story_tokens(const Report& report);

// StoryToken::word of each word of a phrase.
std::vector<std::uint64_t> words_of(std::string_view phrase);

// StoryToken::stem of one lower-case word.
std::uint32_t stem_of(std::string_view word);

}  // namespace concord
