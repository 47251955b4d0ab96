// What the tables of the lexicon know of each word, gathered into one table. A
// report's words are looked up once, as they are cut; what most words are not,
// each later pass asks of a bit.
//
//   vocabulary.find("signed")->second.opens & Opens::act   // a phrase of
//   Acts::phrases may begin so
#pragma once

#include <cstdint>
#include <optional>

#include "lexicon/acts.h"
#include "lexicon/world.h"
#include "text/word_map.h"

namespace concord {

struct Speech;
struct TimeWords;
struct Happenings;

// Tables in which a phrase may begin with the word, or in which it stands, as
// bits.
struct Opens {
  enum Table : std::uint32_t {
    name = 1 << 0,    // World::phrases
    act = 1 << 1,     // Acts::phrases
    frame = 1 << 2,   // Acts::frame_verbs
    tail = 1 << 3,    // Acts::tail_heads
    saying = 1 << 4,  // Speech::verbs
    said = 1 << 5,    // Speech::nouns
    time = 1 << 6,    // TimeWords::words
    tense = 1 << 7,   // TimeWords::was, is, days
    number = 1 << 8,  // TimeWords::counts, and all words of Happenings::figures
    event = 1 << 9,   // phrases of the tables of Happenings, from here on
    relation = 1 << 10,
    topic = 1 << 11,
    assessment = 1 << 12,
    figure = 1 << 13,
  };
};

struct KnownWord {
  ClauseWord clause;
  std::optional<AgreementWord> agreement;
  std::uint32_t opens = 0;
};
using Vocabulary = WordMap<KnownWord>;

Vocabulary gather_vocabulary(const World&, const Acts&, const Speech&, const TimeWords&,
                             const Happenings&);

}  // namespace concord
