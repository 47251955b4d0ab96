// Words of a page that are not the article's.
#pragma once

#include "base/result.h"
#include "lexicon/data.h"

namespace concord {

struct PageWords {};

Result<PageWords> load_page_words(const DataFiles& files);

}  // namespace concord
