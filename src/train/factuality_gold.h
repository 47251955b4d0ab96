// Sentences in which readers said of predicates whether they happened.
//
// In:       JSON lines {"id", "tokens", "predicates": [{"index", "score"}]}; "score" may be missing
//           where only predictions are asked for.
// Out:      the sentences in order; an index outside the sentence is refused with its line.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"

namespace concord {

struct FactualityGold {
  struct Predicate {
    std::uint32_t index = 0;  // of the token, from 0
    double score = 0;         // -3 to 3
  };
  std::string id;
  std::vector<std::string> tokens;
  std::vector<Predicate> predicates;
};

// `name` stands in messages.
Result<std::vector<FactualityGold>> read_factuality(const std::string& text,
                                                    const std::string& name);

}  // namespace concord
