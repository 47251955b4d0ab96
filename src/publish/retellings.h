// Who retells whom, in words and as JSON: for the pages that count sources.
#pragma once

#include <string>
#include <vector>

#include "publish/layout.h"
#include "record/record.h"

namespace concord {

// "copies", "is an excerpt of", "rewrites", "is a digest of".
std::string retelling_verb(OriginKind kind);

// "Bayside Express (kazakhstan-6-copy.txt) copies The Meridian Post (kazakhstan-1-meridian.txt)";
// `passages` with the longest passage below. "" where there are none.
std::string retellings_page(const std::vector<Retelling>& retellings, bool passages,
                            const Style& style);

}  // namespace concord
