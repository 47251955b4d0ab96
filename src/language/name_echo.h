// A name said once is the same name all through its document.
//
// In:       the names found sentence by sentence, and the words.
// Out:      more names: the same words where none was found, and single words of full names.
// How:      only words that are in names at least as often as not: "Emperor" of "Emperor Norton"
//           stands alone too often to be a name.
// Example:  "Ana Ruiz" PER at the end of a mail; "Ruiz" alone in it is PER too.
#pragma once

#include <span>
#include <vector>

#include "language/names.h"

namespace concord {

void echo_names(std::span<const Forms> document, std::vector<std::vector<Name>>& names);

}  // namespace concord
