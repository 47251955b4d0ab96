// Times in the terms of TIMEX3 (TimeML), which the public gold sets use.
//
// In:       the times of a Reading, with EDTF values.
// Out:      a type and a value for each expression that TIMEX3 marks; a range is two of them.
// Example:  the summer of 2021, EDTF 2021-22  ->  DATE 2021-SU
//           490 BC, EDTF -0489                ->  DATE BC0490
//           from 1986 to 1994                 ->  DATE 1986, DATE 1994
#pragma once

#include <string>
#include <vector>

#include "reading/reading.h"

namespace concord {

struct Timex {
  TokenSpan tokens;
  std::string type;  // DATE, TIME, DURATION, SET
  std::string value;
};

std::vector<Timex> timexes_of(const Reading& reading);

// A document creation time ("1998-02-06T08:10", "19980206") as EDTF: its day.
std::string edtf_of_dct(const std::string& dct);

}  // namespace concord
