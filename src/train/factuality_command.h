// concord-train factuality: gold sentences in, the weights of the factuality model out.
#pragma once

#include <string>

#include "base/result.h"

namespace concord {

struct FactualityCommand {
  std::string gold;    // JSON lines, .gz too
  std::string out;     // the model to write
  std::string data;    // a data folder instead of the data built in
  std::string syntax;  // a syntax model instead of the data's
};

// The model file's bytes; tells on stderr how well they foretell what they were not learned from.
Result<std::string> run_factuality_command(const FactualityCommand& command);

}  // namespace concord
