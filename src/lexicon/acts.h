// What parties do with agreements, and how surely.
#pragma once

#include "base/result.h"
#include "lexicon/data.h"

namespace concord {

struct Acts {};

Result<Acts> load_acts(const DataFiles& files);

}  // namespace concord
