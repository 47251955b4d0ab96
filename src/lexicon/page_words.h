// Words of a page that are not the article's: menus, share buttons, credits, notes on the author.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "lexicon/data.h"

namespace concord {

struct PageWords {
  std::vector<std::string> starts;  // lower case
  std::vector<std::string> has;
  std::vector<std::string> is;
  std::vector<std::string> credit;  // a caption's credit: in brackets, or after the caption
  std::vector<std::string> bio;
};

Result<PageWords> load_page_words(const DataFiles& files);

}  // namespace concord
