// Words of saying in a report, each with who says it and where what is said stands.
//
// In:       a Reading with quotations, times, people, actors and agreements.
// Out:      cues by position. One that only goes with a quotation ("called it ...") is marked so.
// Not here: which quotation a cue speaks of (attributions.cc).
// Example:  On Friday [Ruiz] (told) reporters that Chile would sign.    content after the verb
//           Chile would sign, [Ruiz] (said) in a statement.             content before the phrase
//           (according to) [a spokesman]; (in the words of) [an envoy]
#pragma once

#include <vector>

#include "reading/speakers.h"

namespace concord {

struct Cue {
  TokenSpan words;    // the verb or noun of saying
  TokenSpan whole;    // from the speaker's phrase to the verb, whichever stands first
  TokenSpan content;  // what is said
  Speaker speaker;
  SayingFrame frame = SayingFrame::says;
  bool gerund = false;  // "adding", "calling it"
  bool closes = false;  // what is said stands before
  bool phrase = false;  // "according to", "in the words of"
  bool denies = false;
  std::string channel;
  std::string date;
};

// Linear in the text but for what is remembered of earlier speakers, which is bounded.
std::vector<Cue> find_cues(const WordView& view);

}  // namespace concord
