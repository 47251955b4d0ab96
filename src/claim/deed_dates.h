// The day of a step that a neighbouring sentence tells, by a noun for the step or for where it was
// taken.
//
//   Peru has withdrawn from the pact. | The notice reached Geneva on 5 May.
//   Peru has withdrawn from the pact. | Geneva received the notice on 5 May.
//   Ministers met in Oslo on 5 May. | There Peru signed the pact.
//   Leaders met on Wednesday. ... | Peru also signed the protocol.       the day of the news
//
// In:       a claim that its own sentence does not date; the day that the report's lead names.
// Out:      the date, or "".
// Not here: a date of its own sentence (act_times.cc, reckoned_dates.cc).
#pragma once

#include <string>

#include "lexicon/time_words.h"
#include "reading/reading.h"

namespace concord {

std::string deed_date(const Report& report, const Reading& reading, const TimeWords& words,
                      const std::vector<Claim>& claims, const Claim& claim,
                      const std::string& lead);

}  // namespace concord
