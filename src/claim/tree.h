// Ways through a sentence's tree, from an act to what may be its argument.
//
// Example:  Kenya decided to join the pact.    join -> Kenya: "^xcomp.nsubj"   join -> pact: "obj"
//           ^ climbs to a head, names without it go down to a dependent.
#pragma once

#include <string>

#include "reading/reading.h"

namespace concord {

class Tree {
 public:
  // Of a sentence; without syntax every question is answered with nothing.
  Tree(const Reading& reading, TokenSpan sentence);

  bool empty() const { return syntax_ == nullptr; }

  const SyntaxWord& word(std::uint32_t token) const {
    return syntax_->words[token - sentence_.begin];
  }

  // The token that a span hangs on the rest of the sentence by; kNone without a tree.
  std::uint32_t head_of(TokenSpan span) const;

  // The head token, or kNone for the root.
  std::uint32_t parent(std::uint32_t token) const;

  // Whether the main clause is of the past, by its verb or auxiliary; so without a tree.
  bool tells_past() const;

  // "disarmed before acceding to [the NPT]": whether it stands in a clause within another.
  bool is_embedded(std::uint32_t token) const;

  // The steps from one token to another, joined by '.'; "" for the same token, "far" where there
  // are more than `steps_max`. Steps that only name a member of a list or of a name ("conj",
  // "appos", "flat") are left out at the end when `plain`; of "nmod" and "obl" the preposition is
  // kept: "obl:by".
  std::string path(std::uint32_t from, std::uint32_t to, std::size_t steps_max, bool plain) const;

 private:
  std::string step_down(std::uint32_t token) const;

  const Reading& reading_;
  TokenSpan sentence_;
  const Syntax* syntax_ = nullptr;
};

}  // namespace concord
