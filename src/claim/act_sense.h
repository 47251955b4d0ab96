// Whether the words of an act have its sense, by what stands around them.
//
//   has [a tax treaty with Chile], not "has the treaty"     left the pact, not "left it in tatters"
#pragma once

#include "claim/chunks.h"

namespace concord {

// Words that name an act in the table.
struct ActWords {
  TokenSpan words;
  const Act* row = nullptr;
  ActForm form = ActForm::base;
  TokenSpan tail;  // "talks on ... | continue": the verb of a noun
};

bool has_sense(const SentenceView& view, const ActWords& found);

// "left the pact", "left in 2019"; not "left on the table", "left him".
bool closes(const SentenceView& view, std::uint32_t object);

// "came in | last year", "came in | on Monday"; and "in | May", "in | 2010", not "in | three years
// later".
bool comes_in_then(const SentenceView& view, std::uint32_t time);
bool opens_date(const SentenceView& view, std::uint32_t time);

}  // namespace concord
