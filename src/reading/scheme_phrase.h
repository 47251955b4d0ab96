// What states sign up to under a noun that is none for texts: a tax, a cap, a corridor, a plan.
//
// In:       a token of a sentence, its actors, the nouns marked `scheme` in clause_words.tsv.
// Out:      the words that name the scheme; empty where none begins there.
// Not here: schemes written as titles (agreement_phrase.cc), which of those named is meant.
// Examples: signed up to the [global minimum tax]     joined the [price cap]
//           accepted the [ceasefire plan]             a plan for a truce is one for a text
//           raised the minimum tax                    nothing: nobody joins anything
#pragma once

#include "reading/agreement_phrase.h"

namespace concord {

// Total. The phrase's last word is its noun.
TokenSpan scheme_joined_at(const Reading& reading, const Acts& acts, TokenSpan sentence,
                           const ActorAt& actor_at, std::uint32_t i);

// "a [package of trade agreements]", signed as one; empty where none begins at a token.
TokenSpan package_at(const Reading& reading, TokenSpan sentence, const ActorAt& actor_at,
                     std::uint32_t i);

}  // namespace concord
