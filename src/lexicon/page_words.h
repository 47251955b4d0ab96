// Words of a page that are not the article's: menus, share buttons, credits, notes on the author.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "lexicon/data.h"

namespace concord {

// All in lower case, as data/en/page.tsv describes the roles.
struct PageWords {
  std::vector<std::string> starts;
  std::vector<std::string> has;
  std::vector<std::string> is;
  std::vector<std::string> credit;   // of a caption: in its last brackets, or at its start
  std::vector<std::string> bio;      // in a sentence about the author
  std::vector<std::string> author;   // "correspondent": who writes
  std::vector<std::string> section;  // "europe", "world desk": beside the outlet's name
  std::vector<std::string> outlet;   // "herald": a word of an outlet's name
  std::vector<std::string> label;    // "last updated": before a date
  std::vector<std::string> retells;  // "source:": whose account the page retells
};

Result<PageWords> load_page_words(const DataFiles& files);

}  // namespace concord
