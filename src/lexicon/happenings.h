// Words that tell a happening: "ceremony", "be formalized".
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "lexicon/data.h"
#include "lexicon/phrases.h"

namespace concord {

struct Happenings {
  std::vector<std::string> kinds;
  Phrases phrases;  // value: number in kinds
};

Result<Happenings> load_happenings(const DataFiles& files);

}  // namespace concord
