#include "reading/passes.h"

namespace concord {

void find_quotations(const Report&, const Lexicon&, Reading&) {}

}  // namespace concord
