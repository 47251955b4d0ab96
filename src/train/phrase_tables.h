// The phrases that the finder of names knows beforehand, from the tables of data/.
#pragma once

#include <string>

#include "base/result.h"
#include "language/phrases.h"

namespace concord {

// `folder` is data/. A table that is missing or has too few columns is refused with its name.
Result<PhraseTable> load_phrases(const std::string& folder);

}  // namespace concord
