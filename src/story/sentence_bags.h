// Sentences as bags of what they tell: how a rewrite is known that changed four words in ten and
// moved the sentences, so that hardly three words in a row are left.
//
// A sentence has a counterpart in another text where a sentence there tells mostly the same: half
// of both sentences' words but the commonest. Independent accounts share names and figures too, but
// say other things of them: so the ordinary words ("join", "symbolic") are counted apart.
#pragma once

#include <cstdint>
#include <vector>

#include "story/tokens.h"
#include "story/words.h"

namespace concord {

// Quotations are left out, and sentences of fewer than four such words.
struct SentenceBags {
  std::vector<std::uint32_t> stems;  // sentence by sentence, sorted within one; bit 0: name, figure
  std::vector<std::uint32_t> ends;   // of each sentence
};
SentenceBags sentence_bags(const std::vector<StoryToken>& tokens, const StoryWords& words);

struct Retold {
  double share_a = 0, share_b = 0;  // of each text's words, those in sentences with a counterpart
  std::uint32_t sentences = 0;      // of a that have one
  std::uint32_t ordinary = 0;       // of the words shared there, those that are no names or figures
  double ordinary_share = 0;        // of all such words there
};
Retold retold(const SentenceBags& a, const SentenceBags& b);

}  // namespace concord
