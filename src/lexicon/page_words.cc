#include "lexicon/page_words.h"

namespace concord {

Result<PageWords> load_page_words(const DataFiles&) { return PageWords{}; }

}  // namespace concord
