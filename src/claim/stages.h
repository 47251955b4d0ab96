// The stage that an act establishes for its parties, once it is turned.
//
//   done      joined -> party           planned   will join -> announced, will leave -> withdrawing
//   wanted    wants to join -> considering        refused   declined to sign -> rejected
//   talks     in talks to join -> negotiating     if ...    -> conditional
#pragma once

#include <optional>
#include <string>

#include "claim/clause.h"

namespace concord {

// "no longer a member", "is no longer in force": a standing that has ended, and no denial.
bool ends_standing(const FoundAct& found);

// None where nothing is asserted.
std::optional<Stage> stage_after(const FoundAct& found);

// Whether a date (EDTF) begins behind the day of printing; "will ratify it this year": whether that
// day lies in it.
bool lies_ahead(const std::string& date, const std::string& published);
bool stands_in(const std::string& date, const std::string& published);

}  // namespace concord
