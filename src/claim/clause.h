// The acts of a sentence with their arguments, found without a parser: an act phrase, the words
// that turn it ("will", "not"), who does it, to which agreement, and when. docs/claim.md explains.
#pragma once

#include <optional>
#include <vector>

#include "lexicon/lexicon.h"
#include "reading/reading.h"

namespace concord {

// What earlier sentences leave for later ones: "it", "the country", "did so", the agreement spoken
// of.
struct Discourse {
  std::vector<std::uint32_t> parties;  // entities of the last subject
  std::uint32_t agreement = kNone;     // entity last named
  std::uint32_t body = kNone;
};

struct FoundAct {
  TokenSpan words;
  const Act* act = nullptr;
  ActForm form = ActForm::base;
  Effect effect = Effect::nothing;  // the nearest turning word, or nothing = done
  bool denied = false;
  bool conditional = false;
  TokenSpan condition;                 // "only if Israel commits ..."
  std::vector<std::uint32_t> parties;  // entities
  std::uint32_t agreement = kNone;     // entity
  const Time* time = nullptr;
  bool first = false;  // "became the first to"
};

// All acts of one sentence; updates the discourse.
std::vector<FoundAct> find_acts(const Report& report, const Reading& reading,
                                const Lexicon& lexicon, const Sentence& sentence,
                                Discourse& discourse);

}  // namespace concord
