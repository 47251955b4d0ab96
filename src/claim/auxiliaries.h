// The auxiliary of a clause that leaves its verb out, and the words around it.
//
//   Colombia [will].     Togo [was the 24th].     Chile [has, too].     Kenya [did in May].
#pragma once

#include <optional>
#include <vector>

#include "claim/arguments.h"

namespace concord {

// An auxiliary that stands for an act told before, or "came", "went", "became" with a rank or time.
struct Auxiliary {
  std::uint32_t at = kNone;
  std::uint32_t end = kNone;  // behind its "not", its "too" and a time that closes the clause
  bool will = false;          // "Colombia | will |", "would", "won't"
  bool becomes = false;       // "the Comoros | became | the 165th"
  bool moves = false;         // "Peru | came | in May", "Chad | went | a year later"
  bool never = false;         // "Lebanon never | has |"
  bool denies = false;
  bool all_of = false;         // "The Danes and the Swedes | all have |"
  bool as_well = false;        // "Chile | has |, too"
  bool ranked = false;         // "Togo | was | the 24th"
  bool to_come = false;        // "Togo will | be | the fifth"
  bool later = false;          // its rank or time alone tells that the act is repeated
  bool bare = false;           // "Few states have joined. Chad and Mali | have |"
  bool contrary = false;       // "Peru has not signed it, but Cuba | has |"
  bool tied = false;           // "Oman says that it | will |, once it has read it"
  const Time* time = nullptr;  // "did too | in 2002"
};

// The auxiliary at a token, if its clause ends without a verb of its own.
std::optional<Auxiliary> read_auxiliary(const SentenceView& view, const Discourse& discourse,
                                        const std::vector<FoundAct>& acts, std::uint32_t at);

// Whether a sentence before told an act of an agreement; whether the last one did.
bool has_told(const Discourse& discourse);
bool has_just_told(const SentenceView& view, const Discourse& discourse);

}  // namespace concord
