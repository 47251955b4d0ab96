// Whom a relative clause tells of, and crowds that only count states.
//
//   [Oman] is the only state which has not     [Peru] is one of four countries that belong to it
#pragma once

#include <optional>

#include "claim/arguments.h"

namespace concord {

inline Subject subject_by(const Chunk& chunk, bool relative = false) {
  return {&chunk, nullptr, chunk.tokens.begin, relative};
}

// Whom "which", "who" or "that" at a token points at; nobody ("four countries that do not belong to
// it"); or nothing, where what stands before it is passed over.
std::optional<Subject> relative_subject(const ActPlace& place, std::uint32_t relative);

// "six countries", "several European states"; not "Oman and eleven states".
bool is_crowd(const SentenceView& view, std::uint32_t at);

// "Oman is among the countries | lining up", "is one of three states | yet to sign"; or nullptr.
const Chunk* one_of_crowd(const SentenceView& view, std::uint32_t crowd);

// The act before this one whose words a token is of, or nullptr.
const FoundAct* earlier_act_at(const ActPlace& place, std::uint32_t i);

}  // namespace concord
