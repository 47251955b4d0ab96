// Words of time.
#pragma once

#include "base/result.h"
#include "lexicon/data.h"

namespace concord {

struct TimeWords {};

Result<TimeWords> load_time_words(const DataFiles& files);

}  // namespace concord
