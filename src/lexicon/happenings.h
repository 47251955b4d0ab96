// Events, relations, fields, assessments, figures.
#pragma once

#include "base/result.h"
#include "lexicon/data.h"

namespace concord {

struct Happenings {};

Result<Happenings> load_happenings(const DataFiles& files);

}  // namespace concord
