// Where what is said stands, and where it was said, around a verb of saying.
//
// In:       a cue with its verb and speaker.
// Out:      its content, and whether that stands before it.
// Example:  Chile would sign, Ruiz (said) late on Friday.      [Chile would sign]
//           Chile would sign. This was (stated) by Ruiz.       [the sentence before]
#pragma once

#include <string>

#include "reading/cues.h"

namespace concord {

class CueContent {
 public:
  CueContent(const WordView& view, TokenSpan sentence) : view_(view), all_(sentence) {}

  // Gives a cue its content; `verb_end` is the last word of its verb: "made it | known".
  void place(Cue& cue, std::uint32_t verb_end) const;
  // The "by" behind a passive, over a time: "was confirmed on Monday | by"; or kNone.
  std::uint32_t agent_mark(std::uint32_t verb) const;
  // "told Forum magazine", "on Truth Social", "in a statement": where it was said.
  std::string channel_near(const Cue& cue) const;

 private:
  std::string_view low(std::uint32_t i) const;
  bool nothing_follows(std::uint32_t i) const;
  std::uint32_t over_object(std::uint32_t verb) const;
  bool refers_back() const;
  TokenSpan sentence_before() const;
  bool parts_subject(std::uint32_t begin, std::uint32_t stop) const;
  bool tells_beside(std::uint32_t verb) const;
  std::uint32_t clause_end(std::uint32_t first) const;

  const WordView& view_;
  TokenSpan all_;
};

}  // namespace concord
