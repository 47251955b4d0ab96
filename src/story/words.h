// The words that this room knows, read from data/: how common a word is, the names of months and
// weekdays, and how reports credit each other.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "lexicon/data.h"
#include "story/flat_map.h"
#include "story/phrase_map.h"

namespace concord {

// What is known of a word; all 0 of one that is not known.
struct StoryWord {
  float share = 0;           // of texts that hold it, 0 to 1
  std::uint8_t month = 0;    // 1 to 12
  std::uint8_t weekday = 0;  // 1 to 7, Monday first
};

struct StoryWords {
  StoryWord of(std::uint32_t stem) const {
    const StoryWord* word = known.find(stem);
    return word == nullptr ? StoryWord{} : *word;
  }

  FlatMap<StoryWord> known;  // by StoryToken::stem
  // data/en/credits.tsv: phrases, whose values are 0, and the agencies as they are written and
  // called.
  PhraseMap credits, captions, cites, reported, statements;
  std::vector<std::string> agency_words, agency_names;
};

Result<StoryWords> load_story_words(const DataFiles& files);

// Those of the data built in; a bug of the build if they cannot be read.
const StoryWords& built_in_story_words();

}  // namespace concord
