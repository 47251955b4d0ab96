// For tests: examples as the fits take them.
#pragma once

#include <vector>

#include "train/linear.h"

namespace concord {

inline std::vector<const LinearExample*> pointers_to(const std::vector<LinearExample>& examples) {
  std::vector<const LinearExample*> all;
  for (const LinearExample& one : examples) all.push_back(&one);
  return all;
}

}  // namespace concord
