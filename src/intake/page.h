// An HTML page to a Report: who printed it, what it is called, who wrote it and when, and the
// article's own words in blocks.
//
// In:       the page as UTF-8 (charset.h decodes it) and what is known from outside.
// Out:      a Report whose text is the title block and the article's blocks joined by an empty
//           line; every span points into it. The page's furniture is not in the text.
// Not here: files and archives (intake.h), which hand pages over and keep their position.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "lexicon/lexicon.h"
#include "report/report.h"

namespace concord {

// What came with the page, not from it. "" is unknown.
struct PageHints {
  std::string address;   // where it was fetched from
  std::string captured;  // EDTF day it was fetched; no article is of a later day
};

// Fails when the page is too large (limit_exceeded) or holds no words at all (invalid_input).
Result<Report> read_page(std::string_view html_utf8, const PageHints& hints,
                         const Lexicon& lexicon);

}  // namespace concord
