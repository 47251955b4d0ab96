// Lines that name who wrote an article: "By Clara Whitlow", "Author: A. Writer", "By our columnist,
// 8 April 2023", "From Lars Enqvist in Helsinki".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "intake/page_line.h"

namespace concord {

bool is_byline(const PageLine& line);

// Whether it opens with words for that: "By ", "Author: ".
bool opens_byline(const PageLine& line);

// Whom a byline names, without what follows the names.
std::vector<std::string> names_of_byline(const PageLine& line);

}  // namespace concord
