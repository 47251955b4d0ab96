// Whether a time lies ahead, by the verbs beside it: "met on Friday", "will meet on Friday".
#pragma once

#include "lexicon/lexicon.h"
#include "reading/reading.h"

namespace concord {

// What the text is, for words beside which no verb tells.
enum class Tense : std::uint8_t {
  news,      // past, but "by March" lies ahead
  headline,  // "to" looks ahead
  story      // told in the past: "by March" too
};

// The nearest verb that tells decides, first before the words, then after them. Nothing that tells
// is past; in a headline "to" looks ahead ("Montenegro to join in November").
bool looks_ahead(const Lexicon& lexicon, const Reading& reading, TokenSpan sentence,
                 TokenSpan words, Tense text);

}  // namespace concord
