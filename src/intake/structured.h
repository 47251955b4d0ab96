// The article as a page states it for machines: articleBody of its JSON-LD. Where pages show their
// readers a part only, or build the rest by script, it is the whole that there is.
#pragma once

#include <string>
#include <vector>

#include "intake/dom.h"

namespace concord {

// Its paragraphs, tags and entities resolved; empty where the page states none.
std::vector<std::string> stated_article(const Document& page);

}  // namespace concord
