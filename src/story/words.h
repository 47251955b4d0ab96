// The words that this room knows, read from data/: how common a word is, the names of months and
// weekdays, and how reports credit each other.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "lexicon/data.h"
#include "story/phrase_map.h"

namespace concord {

struct StoryWords {
  // Keys are StoryToken::stem.
  std::unordered_map<std::uint32_t, float> share;           // of texts that hold the word, 0 to 1
  std::unordered_map<std::uint32_t, std::uint8_t> month;    // 1 to 12
  std::unordered_map<std::uint32_t, std::uint8_t> weekday;  // 1 to 7, Monday first
  // data/en/credits.tsv: phrases, whose values are 0, and the agencies as they are written and
  // called.
  PhraseMap credits, captions, cites, reported, statements;
  std::vector<std::string> agency_words, agency_names;
};

Result<StoryWords> load_story_words(const DataFiles& files);

// Those of the data built in; a bug of the build if they cannot be read.
const StoryWords& built_in_story_words();

}  // namespace concord
