// The six rules that decide what claims on one (agreement, party) establish, in order. Each narrows
// the candidates; the one that leaves a single value is named in the answer. docs/record.md works
// one case through.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "record/fold.h"

namespace concord {

// What a claim holds; "signed" and "joined" tell the same act done and agree with each other.
using Value = std::pair<Stage, Polarity>;
Value value_of(const Claim& claim);
std::set<Value> values_of(const std::vector<Held>& held);

struct Decision {
  Value value;
  std::string rule;
  std::vector<Held>
      winners;  // the claims that won; of a plan without an announcement the done ones
  std::vector<Held> denials;  // "has not ratified" of a party that has signed: no contradiction
};

// A report that tells a step to be ahead words it loosely where it also says "joins": within one
// report, too, planned is not done.
bool is_loose_wording(const Held& held, const std::vector<Held>& all);

// `all` is not empty. `plans` are the ceremonies still to come.
Decision decide(const std::vector<Held>& all, const std::vector<Planned>& plans);

}  // namespace concord
