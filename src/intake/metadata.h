// What a page says about itself: its title.
#pragma once

#include <string>
#include <vector>

#include "intake/dom.h"
#include "intake/page.h"
#include "lexicon/lexicon.h"

namespace concord {

struct Metadata {
  std::string title;
  std::vector<std::string> authors;
  std::string published;  // EDTF
  std::string updated;    // EDTF
};

Metadata read_metadata(const Document& page, const PageHints& hints, const Lexicon& lexicon);

}  // namespace concord
