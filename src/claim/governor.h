// The words that govern an infinitive from afar, over a time, a place or an aside.
//
// In:      a sentence, and the "to" of an act in it.
// Out:     where the governing words begin, and what they do to the act.
// Not here: words right before the act (predicate.cc).
// Example: Kenya [decided] last week to leave the court.   Peru, which has [pledged], despite
//          protests, to ratify
#pragma once

#include <optional>

#include "claim/clause.h"

namespace concord {

struct Governor {
  std::uint32_t begin = 0;
  const FactualityRow* row = nullptr;
};

// "quietly"; not "Italy".
bool is_manner(const SentenceView& view, std::uint32_t i);

// "decided | last week | to leave", "denied | on Monday | that it left": where times and adverbs
// before token `i` begin.
std::uint32_t over_times(const SentenceView& view, std::uint32_t i);

std::optional<Governor> distant_governor(const SentenceView& view, std::uint32_t verb,
                                         std::uint32_t to);

// "will | , however, | sign", "has | this week | signed": the auxiliary of a verb over what stands
// between them at token `i`, or kNone.
std::uint32_t over_aside(const SentenceView& view, TokenSpan verb, std::uint32_t i);

// "has | made | aid a condition for": the verb, over what is demanded; else token `i`.
std::uint32_t setter_of(const SentenceView& view, std::uint32_t i);

// "the third country | to sign", "the only one | to sign"; not "asked the country to sign".
bool after_rank(const SentenceView& view, std::uint32_t noun);
// "was not the | first", "will not be the | last"
bool is_denied_rank(const SentenceView& view, std::uint32_t rank);
// "Iraq is first in the region | to | join", "..., last of the four | to | do so": what was done.
bool told_first(const SentenceView& view, std::uint32_t to);

// "a pact | negotiated over seven years", "negotiated a deal that was signed in May": those talks
// are over. "Have negotiated it since 2019" goes on.
bool is_finished_talk(const SentenceView& view, const FoundAct& act);

// "will join it thirty days | after | signing", "is to pay | upon | joining": whether the clause of
// a gerund is told of what is still to come.
bool precedes_plan(const SentenceView& view, std::uint32_t opener, std::uint32_t gerund);

}  // namespace concord
