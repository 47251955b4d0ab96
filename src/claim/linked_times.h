// The time of an act that another act or clause beside it tells.
//
//   entered into force [today], upon | the deposit by Chile |     what brought it about
//   was handed in [on Monday], when its president | signed |      of one day with the main clause
//   [on Monday] signed a law by which it | leaves |               the act before is the vote on it
//
// In:       an act that no time of its own stands by (act_times.cc).
// Out:      the time, or null.
#pragma once

#include "claim/foreign_times.h"

namespace concord {

const Time* linked_time(const ActPlace& place, const FoundAct& act, const ForeignTimes& foreign);

}  // namespace concord
