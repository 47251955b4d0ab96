// Names in a row without a verb: "Twelve countries: [A, B] and [C], which ...; [D] (2016)".
#pragma once

#include "claim/arguments.h"

namespace concord {

// "China | asked | in May", "Peru | came | in 2016": past a verb that only says so again, before a
// time; else where it stands.
std::uint32_t after_bare_verb(const SentenceView& view, std::uint32_t i);

// Whether a word is a verb that a subject before it would have.
bool does(const SentenceView& view, std::uint32_t i);

// One name of a list that begins at token `from`: between marks or "and", and no subject.
bool is_listed(const SentenceView& view, const Chunk& chunk, std::uint32_t from);

// All of these.
Entities listed_names(const SentenceView& view, std::uint32_t from);

// Nothing but names, times and small words from token `from` on.
bool only_names(const SentenceView& view, std::uint32_t from);

// Names, each perhaps with what is told of it, and no clause of theirs: "Mexico and Peru, whose
// deposit ...; Chile", "66 states, among them Chile". The first of them; or nullptr.
const Chunk* first_listed(const SentenceView& view, std::uint32_t from);

// Whether a deal has two sides, and none of these is one: nobody else joins or ratifies it.
bool is_deal_of_others(const Reading& reading, std::uint32_t agreement, const Entities& parties);

// fragments.cc: of whom and of what acts without a subject are ("Peru. | Signed in 2004, never
// ratified"), under a label of their own about `about`, or kNone.
void give_fragments(const SentenceView& view, const Discourse& discourse, std::uint32_t about,
                    std::vector<FoundAct>& acts);

// "Peru.", "Chile and Oman, in May": of whom the words that follow tell, until another does
// something.
void remember_entry(const SentenceView& view, Discourse& discourse);

}  // namespace concord
